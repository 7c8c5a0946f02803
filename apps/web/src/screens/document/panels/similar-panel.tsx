import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FileText } from 'lucide-react';
import { useApi } from '../../../app/session.tsx';
import { similarQuery } from '../../../data/documents.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Failed } from '../../../ui/failed.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';

/** Other documents that are like this one. */
export const SimilarPanel = ({ id }: { id: string }) => {
  const { t, format } = useLanguage();
  const similar = useQuery(similarQuery(useApi(), id));
  if (similar.isPending) return <div role="status" aria-label={t('common.loading')} className="grid gap-3 p-5"><Skeleton className="h-12" /><Skeleton className="h-12" /></div>;
  if (similar.isLoadingError) return <Failed error={similar.error} retry={() => void similar.refetch()} />;
  if (similar.data.length === 0) return <p className="p-5 text-sm text-ink-soft">{t('document.noSimilar')}</p>;
  return (
    <ul className="grid gap-1 p-3">
      {similar.data.map((one) => (
        <li key={one.documentId}>
          <Link to="/documents/$documentId" params={{ documentId: one.documentId }} className="flex min-h-14 items-center gap-3 rounded-control px-2 hover:bg-sunken">
            <FileText size={18} className="shrink-0 text-ink-faint" aria-hidden />
            <span className="min-w-0 grow">
              <span className="block truncate text-sm font-medium">{one.title}</span>
              <span className="block text-xs text-ink-soft">{t(`type.${one.documentType}`)} · {t('document.similar.match', { percent: format.percent(Math.min(1, Math.max(0, one.score))) })}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
};
