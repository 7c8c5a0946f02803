import { Download, FileText } from 'lucide-react';
import { useState } from 'react';
import { VaultError } from '../../api/vault-api.ts';
import { useApi } from '../../app/session.tsx';
import { useToast } from '../../app/toasts.tsx';
import { sharedFile, type SharedDocument, type Visit } from '../../data/guest.ts';
import { refusalWords } from '../../i18n/refusals.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { SharedViewer } from './shared-viewer.tsx';

type Props = { visit: Visit; onOver(error: unknown): void };

const keptForMs = 60_000;

/** Whether a refusal means that the visit is at its end: its hour is over, or the link was taken back meanwhile. */
export const endsVisit = (error: unknown): boolean =>
  error instanceof VaultError && (error.code === 'link.visit_over' || (error.status === 404 && error.code.startsWith('link.')));

/** The documents of an opened link: a list, and the one that is being read. */
export const SharedDocuments = ({ visit, onOver }: Props) => {
  const { t, n, format, language } = useLanguage();
  const { about } = visit;
  const api = useApi();
  const toast = useToast();
  const [shown, setShown] = useState(visit.documents[0]?.documentId ?? null);
  const [saving, setSaving] = useState<string | null>(null);
  const document = visit.documents.find(({ documentId }) => documentId === shown);
  const complain = (error: unknown) => {
    if (endsVisit(error)) onOver(error);
    else toast({ text: refusalWords(error, t, language), tone: 'bad' });
  };
  const save = (one: SharedDocument) => {
    setSaving(one.documentId);
    sharedFile(api, visit, one.documentId)
      .then((blob) => {
        const link = window.document.createElement('a');
        link.href = URL.createObjectURL(blob);
        link.download = one.fileName;
        link.click();
        setTimeout(() => { URL.revokeObjectURL(link.href); }, keptForMs);
      })
      .catch(complain)
      .finally(() => { setSaving(null); });
  };
  const factsOf = (one: SharedDocument) => [t(`type.${one.documentType}`), ...(one.pageCount ? [n('guest.pages', one.pageCount)] : []), format.bytes(one.sizeBytes)].join(' · ');
  return (
    <div className="grid gap-4">
      <div>
        <h1 className="text-2xl font-semibold tracking-tight text-balance">{about.label ?? (about.from ? t('guest.from', { from: about.from }) : t('guest.title'))}</h1>
        <p className="text-sm text-ink-soft">{t(visit.permission === 'view' ? 'guest.viewOnly' : 'guest.mayDownload')} · {t('guest.until', { when: format.moment(visit.accessUntil) })}</p>
      </div>
      {visit.documents.length === 0 && <p className="text-ink-soft">{t('guest.none')}</p>}
      {document && (
        <div className={visit.documents.length > 1 ? 'grid gap-4 lg:grid-cols-[18rem_minmax(0,1fr)]' : 'grid gap-4'}>
          {visit.documents.length > 1 && (
            <nav aria-label={t('guest.documents')}>
              <ul className="grid gap-1 lg:sticky lg:top-4">
                {visit.documents.map((one) => (
                  <li key={one.documentId}>
                    <button type="button" aria-current={one.documentId === shown ? 'true' : undefined} onClick={() => { setShown(one.documentId); }} className="flex min-h-12 w-full items-center gap-3 rounded-control border border-line bg-surface px-3 py-2 text-left text-sm hover:bg-sunken aria-[current=true]:border-accent aria-[current=true]:bg-accent-wash">
                      <FileText size={18} className="shrink-0 text-ink-faint" aria-hidden />
                      <span className="min-w-0"><span className="block truncate font-medium">{one.title}</span><span className="block truncate text-ink-soft">{factsOf(one)}</span></span>
                    </button>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          <article aria-labelledby="shared-title" className="grid min-w-0 content-start gap-3">
            <div className="flex flex-wrap items-center gap-2">
              <div className="min-w-0 grow">
                <h2 id="shared-title" className="text-lg font-semibold break-words">{document.title}</h2>
                <p className="text-sm text-ink-soft">{factsOf(document)}</p>
              </div>
              {visit.permission === 'download' && (
                <Button small kind="primary" disabled={saving !== null} aria-busy={saving === document.documentId} onClick={() => { save(document); }}>
                  <Download size={16} aria-hidden />{t(saving === document.documentId ? 'guest.saving' : 'guest.save')}<span className="sr-only">: {document.title}</span>
                </Button>
              )}
            </div>
            <SharedViewer key={document.documentId} visit={visit} document={document} onOver={onOver} />
          </article>
        </div>
      )}
    </div>
  );
};
