import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Maximize2, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useApi } from '../../app/session.tsx';
import { documentQuery } from '../../data/documents.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Failed } from '../../ui/failed.tsx';
import { ViewerOpening } from '../document/viewer/viewer-notes.tsx';
import type { Focus } from '../document/viewer/focus.ts';
import { Viewer } from '../document/viewer/viewer.tsx';

type Props = { documentId: string; page: number | undefined; quote: string | undefined; onClose(): void };

/** The page that an answer stands on, beside the conversation. */
export const SourcePanel = ({ documentId, page, quote, onClose }: Props) => {
  const { t } = useLanguage();
  const document = useQuery(documentQuery(useApi(), documentId));
  const [focus, setFocus] = useState<Focus | null>(null);
  useEffect(() => {
    setFocus({ page: page ?? null, wanted: quote ? [quote] : [], loose: true, nonce: Date.now() });
  }, [documentId, page, quote]);
  const { data } = document;
  return (
    <section aria-label={t('chat.source')} className="flex min-h-0 min-w-0 flex-col border-l border-line bg-surface">
      <div className="flex min-h-14 items-center gap-1 border-b border-line bg-paper pr-2 pl-4">
        <h2 className="min-w-0 grow truncate text-sm font-medium">{data?.title ?? ''}</h2>
        <Link to="/documents/$documentId" params={{ documentId }} search={{ ...(page ? { page } : {}), ...(quote ? { q: quote.slice(0, 500) } : {}) }} aria-label={t('chat.source.open')} title={t('chat.source.open')} className="grid size-10 place-items-center rounded-control text-ink-soft hover:bg-sunken hover:text-ink"><Maximize2 size={16} aria-hidden /></Link>
        <IconButton label={t('chat.source.close')} onClick={onClose}><X size={18} aria-hidden /></IconButton>
      </div>
      {document.isLoadingError && <Failed error={document.error} retry={() => void document.refetch()} />}
      {!data && !document.isLoadingError && <ViewerOpening />}
      {data && <Viewer key={`${data.id} ${data.version}`} document={data} focus={focus} password={undefined} />}
    </section>
  );
};
