import type { DocumentSummary } from '@docuvault/contract/document.ts';
import { useProgress } from '../../../app/live.ts';
import { useLanguage } from '../../../i18n/language.tsx';

/** How far a document is that is not ready; nothing for those that are. */
export const StatusNote = ({ document }: { document: Pick<DocumentSummary, 'id' | 'status'> }) => {
  const { t, format } = useLanguage();
  const data = useProgress(document.id);
  if (document.status === 'completed') return null;
  if (document.status === 'failed') return <span className="inline-flex shrink-0 items-center rounded-full bg-warn-wash whitespace-nowrap px-2 py-0.5 text-xs font-medium text-warn">{t('status.failed')}</span>;
  const share = document.status === 'processing' && data ? ` ${format.percent(data.progress)}` : '';
  return <span className="inline-flex shrink-0 items-center rounded-full bg-accent-wash whitespace-nowrap px-2 py-0.5 text-xs font-medium text-accent-strong tabular-nums">{t(`status.${document.status}`)}{share}</span>;
};
