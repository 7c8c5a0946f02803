import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/session.tsx';
import { insightsQuery } from '../../data/insights.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Failed } from '../../ui/failed.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { DuplicatesCard } from './duplicates-card.tsx';
import { ExpiringCard } from './expiring-card.tsx';
import { MissingCard } from './missing-card.tsx';
import { SpendingCard } from './spending-card.tsx';

/** What the papers add up to. */
export const InsightsPage = () => {
  const { t } = useLanguage();
  const insights = useQuery(insightsQuery(useApi()));
  usePageTitle(t('nav.insights'));
  return (
    <div className="mx-auto grid max-w-6xl content-start gap-4 p-4 md:p-6">
      <h1 className="text-2xl font-semibold tracking-tight">{t('nav.insights')}</h1>
      {insights.isPending && <div role="status" aria-label={t('common.loading')} className="grid gap-4 lg:grid-cols-2"><Skeleton className="h-96 rounded-card" /><Skeleton className="h-96 rounded-card" /></div>}
      {insights.isLoadingError && <Failed error={insights.error} retry={() => void insights.refetch()} />}
      {insights.data && (
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <SpendingCard spending={insights.data.spending} />
          <div className="grid min-w-0 gap-4">
            <ExpiringCard expiring={insights.data.expiring} />
            <MissingCard missing={insights.data.missing} />
            <DuplicatesCard duplicates={insights.data.duplicates} />
          </div>
        </div>
      )}
    </div>
  );
};
