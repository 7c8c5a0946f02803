import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../../app/session.tsx';
import { preferencesQuery } from '../../../data/notification-settings.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Failed } from '../../../ui/failed.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { ChannelTable } from './channel-table.tsx';
import { LeadsPanel } from './leads-panel.tsx';
import { PushPanel } from './push-panel.tsx';
import { ReachPanel } from './reach-panel.tsx';
import { TimesPanel } from './times-panel.tsx';

/** How, when and how early the person is told of things. */
export const NotificationsSection = () => {
  const { t } = useLanguage();
  const { data, isError, error, refetch } = useQuery(preferencesQuery(useApi()));
  if (isError) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return <div role="status" aria-label={t('common.loading')}><Skeleton className="h-80 rounded-card" /></div>;
  return (
    <>
      <ChannelTable preferences={data} />
      <PushPanel />
      <TimesPanel preferences={data} />
      <LeadsPanel preferences={data} />
      <ReachPanel preferences={data} />
    </>
  );
};
