import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from '../../app/session.tsx';
import { sharedTextQuery, type SharedDocument, type Visit } from '../../data/guest.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Failed } from '../../ui/failed.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { SharedPicture } from './shared-picture.tsx';
import { endsVisit } from './shared-documents.tsx';

type Props = { visit: Visit; document: SharedDocument; onOver(error: unknown): void };

/** The text by page, which a screen reader reads and a picture does not give. */
const SharedText = ({ visit, document, onOver }: Props) => {
  const { t, format } = useLanguage();
  const text = useQuery(sharedTextQuery(useApi(), visit, document.documentId));
  useEffect(() => {
    if (endsVisit(text.error)) onOver(text.error);
  }, [text.error, onOver]);
  if (text.isPending) return <div role="status" aria-label={t('common.loading')}><Skeleton className="h-64" /></div>;
  if (text.isError) return <Failed error={text.error} retry={() => void text.refetch()} />;
  if (text.data.every((page) => page.text.trim() === '')) return <p className="text-ink-soft">{t('guest.noText')}</p>;
  return (
    <div className="grid gap-3">
      <p className="text-sm text-ink-soft">{t('guest.textHint')}</p>
      {text.data.map((page) => (
        <section key={page.page} aria-label={t('guest.page', { page: format.number(page.page), count: format.number(text.data.length) })} className="rounded-card border border-line bg-surface p-4 text-sm leading-6 break-words whitespace-pre-wrap">{page.text}</section>
      ))}
    </div>
  );
};

/** A shared document as pictures of its pages, drawn by the server with the watermark, or as its text. */
export const SharedViewer = ({ visit, document, onOver }: Props) => {
  const { t } = useLanguage();
  const [how, setHow] = useState<'pages' | 'text'>(document.pictures ? 'pages' : 'text');
  const count = document.pageCount ?? 1;
  return (
    <>
      {document.pictures && <Choice label={t('guest.how')} value={how} options={[{ value: 'pages', label: t('guest.asPages') }, { value: 'text', label: t('guest.asText') }]} onChange={(next) => { setHow(next); }} />}
      {how === 'text' ? (
        <SharedText visit={visit} document={document} onOver={onOver} />
      ) : (
        <div className="grid gap-4 rounded-card bg-sunken p-2 sm:p-4">
          {Array.from({ length: count }, (_, index) => <SharedPicture key={index} visit={visit} document={document} page={index + 1} count={count} onOver={onOver} />)}
        </div>
      )}
    </>
  );
};
