import { useQuery } from '@tanstack/react-query';
import { Files, Upload } from 'lucide-react';
import { useOnline } from '../../app/connection.ts';
import { useDevice } from '../../app/device.tsx';
import { useApi, useSession } from '../../app/session.tsx';
import { useUploads } from '../../app/uploads.ts';
import { fewDocumentsQuery } from '../../data/documents.ts';
import { keptQuery } from '../../data/kept.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Failed } from '../../ui/failed.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { Attention } from './attention.tsx';
import { KeptList } from '../offline/kept-list.tsx';
import { Card } from './card.tsx';
import { Contents } from './contents.tsx';
import { DropArea } from './drop-area.tsx';
import { EmergencyNotices } from './emergency-notices.tsx';
import { Expiring } from './expiring.tsx';
import { Recent } from './recent.tsx';

/** The first screen: put papers in, see what waits, go on where one was. */
export const Home = () => {
  const { t } = useLanguage();
  const uploads = useUploads();
  const { session } = useSession();
  const recent = useQuery(fewDocumentsQuery(useApi(), { sort: '-createdAt', limit: 12 }));
  const online = useOnline();
  const kept = useQuery(keptQuery(useDevice()));
  usePageTitle(t('home.title'));
  const named: unknown = session?.user.user_metadata.full_name;
  const name = typeof named === 'string' ? named.trim().split(/\s+/)[0] : '';
  return (
    <div className="mx-auto grid max-w-6xl gap-4 p-4 md:p-6">
      <h1 className="text-2xl font-semibold tracking-tight">{name ? t('home.hello', { name }) : t('home.helloNobody')}</h1>
      <EmergencyNotices />
      <DropArea />
      {recent.isPending && <div role="status" aria-label={t('common.loading')} className="grid gap-4 lg:grid-cols-2"><Skeleton className="h-52 rounded-card" /><Skeleton className="h-52 rounded-card" /></div>}
      {recent.isLoadingError && !online && kept.data && kept.data.length > 0 && <Card title={t('offline.title')}><KeptList kept={kept.data} /></Card>}
      {recent.isLoadingError && !(!online && kept.data?.length) && <Failed error={recent.error} retry={() => void recent.refetch()} />}
      {recent.data?.length === 0 && (
        <Empty icon={Files} title={t('documents.empty.title')} body={t('documents.empty.body')}>
          {uploads && <Button kind="primary" onClick={() => { uploads.choose(); }}><Upload size={18} aria-hidden />{t('documents.empty.add')}</Button>}
        </Empty>
      )}
      {recent.data && recent.data.length > 0 && (
        <>
          <div className="grid items-start gap-4 lg:grid-cols-2">
            <Attention recent={recent.data} />
            <div className="grid min-w-0 gap-4"><Expiring /><Contents /></div>
          </div>
          <Recent recent={recent.data} />
        </>
      )}
    </div>
  );
};
