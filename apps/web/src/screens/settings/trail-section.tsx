import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useApi } from '../../app/session.tsx';
import { trailQuery } from '../../data/account.ts';
import { useLanguage } from '../../i18n/language.tsx';
import type { TextKey } from '../../i18n/en.ts';
import { Button } from '../../ui/button.tsx';
import { Failed } from '../../ui/failed.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Panel } from './panel.tsx';

const words: Partial<Record<string, TextKey>> = {
  signed_in: 'settings.trail.signedIn', uploaded: 'activity.uploaded', updated: 'settings.trail.updated', trashed: 'activity.trashed', restored: 'activity.restored',
  version_added: 'activity.version_added', sent_to_model: 'settings.trail.sentToModel', viewed: 'activity.viewed', shared: 'activity.shared',
  'export.requested': 'settings.trail.exportAsked', 'export.fetched': 'settings.trail.exportFetched', 'deletion.requested': 'settings.trail.eraseAsked', 'deletion.called_off': 'settings.trail.eraseOff',
  'nominee.named': 'settings.trail.nominee', 'nominee.removed': 'settings.trail.nomineeGone', 'api_key.made': 'settings.trail.keyMade', 'api_key.ended': 'settings.trail.keyEnded',
};

/** What the person did, the latest first. */
export const TrailSection = () => {
  const { t, format } = useLanguage();
  const trail = useInfiniteQuery(trailQuery(useApi()));
  const entries = trail.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Panel title={t('settings.trail')} hint={t('settings.trailHint')}>
      {trail.isPending && <div role="status" aria-label={t('common.loading')}><Skeleton className="h-40" /></div>}
      {trail.isError && entries.length === 0 && <Failed error={trail.error} retry={() => void trail.refetch()} />}
      {trail.isSuccess && entries.length === 0 && <p className="text-sm text-ink-soft">{t('settings.trail.none')}</p>}
      <ol className="grid divide-y divide-line">
        {entries.map(({ id, action, documentId, documentTitle, createdAt }) => (
          <li key={id} className="flex min-h-11 flex-wrap items-baseline gap-x-3 py-2 text-sm">
            <span className="min-w-0 grow">
              {t(words[action] ?? 'activity.other')}
              {documentId && documentTitle && <>: <Link to="/documents/$documentId" params={{ documentId }} className="font-medium break-words underline-offset-4 hover:underline">{documentTitle}</Link></>}
            </span>
            <time dateTime={createdAt} className="shrink-0 text-ink-faint tabular-nums">{format.moment(createdAt)}</time>
          </li>
        ))}
      </ol>
      {trail.hasNextPage && <div><Button small disabled={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>{t('search.more')}</Button></div>}
    </Panel>
  );
};
