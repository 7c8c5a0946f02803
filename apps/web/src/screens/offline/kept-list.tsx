import { Link } from '@tanstack/react-router';
import { FileText, X } from 'lucide-react';
import { useToast } from '../../app/toasts.tsx';
import { useKeepOffline, type KeptDocument } from '../../data/kept.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { IconButton } from '../../ui/button.tsx';

/** Documents that open without a connection. */
export const KeptList = ({ kept }: { kept: readonly KeptDocument[] }) => {
  const { t, format } = useLanguage();
  const toast = useToast();
  const { mutate } = useKeepOffline();
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-surface">
      {kept.map(({ document, keptAt }) => (
        <li key={document.id} className="relative flex min-h-16 items-center gap-3 px-4 py-2 hover:bg-sunken">
          <FileText size={20} className="shrink-0 text-ink-faint" aria-hidden />
          <div className="min-w-0 grow">
            <Link to="/documents/$documentId" params={{ documentId: document.id }} className="block truncate font-medium after:absolute after:inset-0 after:content-['']">{document.title}</Link>
            <p className="truncate text-sm text-ink-soft">{t(`type.${document.documentType}`)} · {format.bytes(document.sizeBytes)} · {t('offline.since', { when: format.relative(keptAt) })}</p>
          </div>
          <IconButton
            label={t('offline.dropNamed', { name: document.title })}
            className="relative"
            onClick={() => { mutate({ id: document.id, wanted: false }, { onSuccess: () => { toast({ text: t('offline.dropped') }); } }); }}
          >
            <X size={18} aria-hidden />
          </IconButton>
        </li>
      ))}
    </ul>
  );
};
