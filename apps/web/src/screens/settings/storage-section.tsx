import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useApi } from '../../app/session.tsx';
import { profileQuery } from '../../data/account.ts';
import { fewDocumentsQuery } from '../../data/documents.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Failed } from '../../ui/failed.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Panel } from './panel.tsx';

const mostCounted = 200;

/** How much room is taken, by what, and what could be given back. */
export const StorageSection = () => {
  const { t, n, format } = useLanguage();
  const api = useApi();
  const profile = useQuery(profileQuery(api));
  const largest = useQuery(fewDocumentsQuery(api, { sort: '-sizeBytes', limit: 8 }));
  const trash = useQuery(fewDocumentsQuery(api, { trashed: true, limit: mostCounted }));
  if (profile.isLoadingError) return <Failed error={profile.error} retry={() => void profile.refetch()} />;
  const used = profile.data?.storageUsed ?? 0;
  const limit = profile.data?.storageLimit ?? 0;
  const share = limit > 0 ? Math.min(1, used / limit) : 0;
  const inTrash = trash.data?.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) ?? 0;
  return (
    <>
      <Panel title={t('settings.storage')}>
        {profile.data ? (
          <div className="grid gap-2">
            <p className="tabular-nums">{limit > 0 ? t('home.storage.used', { used: format.bytes(used), limit: format.bytes(limit) }) : t('home.storage.usedOnly', { used: format.bytes(used) })}</p>
            {limit > 0 && <div role="meter" aria-label={t('settings.storage')} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(share * 100)} className="h-2.5 overflow-hidden rounded-full bg-sunken"><div className={share > 0.9 ? 'h-full bg-bad' : 'h-full bg-accent'} style={{ width: `${Math.max(share * 100, used > 0 ? 0.5 : 0)}%` }} /></div>}
          </div>
        ) : <Skeleton className="h-10" />}
        {trash.data && (
          <p className="text-sm text-ink-soft">
            {trash.data.length === 0 ? t('settings.storage.trashEmpty') : <>{n('settings.storage.trash', trash.data.length, { size: format.bytes(inTrash) })} <Link to="/trash" className="font-medium text-accent underline underline-offset-4">{t('settings.storage.toTrash')}</Link></>}
          </p>
        )}
      </Panel>
      <Panel title={t('settings.storage.largest')}>
        {largest.isPending && <Skeleton className="h-40" />}
        {largest.data?.length === 0 && <p className="text-sm text-ink-soft">{t('settings.storage.none')}</p>}
        <ol className="grid divide-y divide-line">
          {largest.data?.map(({ id, title, sizeBytes, documentType }) => (
            <li key={id}>
              <Link to="/documents/$documentId" params={{ documentId: id }} className="flex min-h-11 items-center gap-3 py-1.5 text-sm hover:text-accent">
                <span className="min-w-0 grow truncate font-medium">{title}</span>
                <span className="hidden shrink-0 text-ink-faint sm:inline">{t(`type.${documentType}`)}</span>
                <span className="w-20 shrink-0 text-right text-ink-soft tabular-nums">{format.bytes(sizeBytes)}</span>
              </Link>
            </li>
          ))}
        </ol>
      </Panel>
    </>
  );
};
