import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useApi } from '../../../app/session.tsx';
import { useToast } from '../../../app/toasts.tsx';
import { planQuery, usePlanAction } from '../../../data/plan.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Failed } from '../../../ui/failed.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { readSettingsSearch } from '../settings-search.ts';
import { CurrentPlan } from './current-plan.tsx';
import { Offers } from './offers.tsx';
import { Payments } from './payments.tsx';

/** Who comes back from paying: the provider is asked at once, since its own word may come later. */
const useReturn = () => {
  const { checkout } = useSearch({ from: '/vault/settings', select: readSettingsSearch, structuralSharing: true });
  const { t } = useLanguage();
  const toast = useToast();
  const { mutate } = usePlanAction();
  const asked = useRef(false);
  useEffect(() => {
    if (!checkout || asked.current) return;
    asked.current = true;
    if (checkout === 'left') toast({ text: t('plan.left') });
    else mutate({ action: 'refresh' }, { onSuccess: ({ provider }) => { toast({ text: t(provider ? 'plan.thanks' : 'plan.waiting') }); } });
  }, [checkout, mutate, t, toast]);
};

/** The plan, what is used of it, and what else there is. */
export const PlanSection = () => {
  const api = useApi();
  const { t } = useLanguage();
  const plan = useQuery(planQuery(api));
  useReturn();
  if (plan.isLoadingError) return <Failed error={plan.error} retry={() => void plan.refetch()} />;
  if (!plan.data) return <div role="status" aria-label={t('common.loading')}><Skeleton className="h-80 rounded-card" /></div>;
  return (
    <>
      <CurrentPlan plan={plan.data} />
      <Offers plan={plan.data} />
      <Payments />
    </>
  );
};
