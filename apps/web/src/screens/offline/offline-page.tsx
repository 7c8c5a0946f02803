import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { HardDriveDownload, ShieldOff } from 'lucide-react';
import { useDevice } from '../../app/device.tsx';
import { keptQuery } from '../../data/kept.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { KeptList } from './kept-list.tsx';

/** What is kept on this device, and how it lies there. */
export const OfflinePage = () => {
  const { t, n, format } = useLanguage();
  const device = useDevice();
  const { data: kept } = useQuery(keptQuery(device));
  usePageTitle(t('offline.title'));
  const bytes = (kept ?? []).reduce((sum, { document }) => sum + document.sizeBytes, 0);
  return (
    <div className="mx-auto grid max-w-3xl gap-4 p-4 md:p-6">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h1 className="text-2xl font-semibold tracking-tight">{t('offline.title')}</h1>
        {kept && kept.length > 0 && <p role="status" className="text-sm text-ink-soft tabular-nums">{n('offline.count', kept.length, { size: format.bytes(bytes) })}</p>}
      </div>
      {device ? <p className="text-ink-soft">{t('offline.body')}</p> : <Empty icon={ShieldOff} title={t('offline.unsupported.title')} body={t('offline.unsupported.body')} />}
      {device && !kept && <div role="status" aria-label={t('common.loading')}><Skeleton className="h-16 rounded-card" /></div>}
      {kept && kept.length > 0 && <KeptList kept={kept} />}
      {kept?.length === 0 && (
        <Empty icon={HardDriveDownload} title={t('offline.empty.title')} body={t('offline.empty.body')}>
          <Link to="/documents" className="font-medium text-accent underline underline-offset-4">{t('offline.choose')}</Link>
        </Empty>
      )}
    </div>
  );
};
