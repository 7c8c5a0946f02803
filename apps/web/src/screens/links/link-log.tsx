import { useInfiniteQuery } from '@tanstack/react-query';
import type { DocumentLink } from '@docuvault/contract/links.ts';
import { useApi } from '../../app/session.tsx';
import { visitsQuery } from '../../data/links.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Failed } from '../../ui/failed.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { deviceName } from '../settings/security/device-name.ts';

/** Who used a link, from where and for what, the latest first. */
export const LinkLog = ({ link }: { link: DocumentLink }) => {
  const { t, format } = useLanguage();
  const log = useInfiniteQuery(visitsQuery(useApi(), link));
  const visits = log.data?.pages.flatMap(({ items }) => items) ?? [];
  const titleOf = (id: string | null) => (link.kind === 'share' && id && link.documentIds.length > 1 ? link.titles[link.documentIds.indexOf(id)] : undefined);
  return (
    <div className="mt-1 grid gap-2 rounded-control bg-sunken px-3 py-2">
      {log.isPending && <div role="status" aria-label={t('common.loading')}><Skeleton className="h-10" /></div>}
      {log.isError && visits.length === 0 && <Failed error={log.error} retry={() => void log.refetch()} />}
      {log.isSuccess && visits.length === 0 && <p className="text-ink-soft">{t('link.log.none')}</p>}
      <ol className="grid gap-1">
        {visits.map((visit) => {
          const title = titleOf(visit.documentId);
          const device = visit.userAgent ? deviceName(visit.userAgent) : null;
          return (
            <li key={visit.id} className="flex flex-wrap items-baseline gap-x-2">
              <span className="min-w-0 grow break-words">{t(`visit.${visit.outcome}`, { who: visit.viewerName ?? t('link.log.somebody') })}{title && <>: {title}</>}</span>
              <span className="text-ink-soft">{[device, visit.address].filter(Boolean).join(' · ')}</span>
              <time dateTime={visit.createdAt} title={format.moment(visit.createdAt)} className="shrink-0 text-ink-soft tabular-nums">{format.relative(visit.createdAt)}</time>
            </li>
          );
        })}
      </ol>
      {log.hasNextPage && <div><Button small disabled={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>{t('search.more')}</Button></div>}
    </div>
  );
};
