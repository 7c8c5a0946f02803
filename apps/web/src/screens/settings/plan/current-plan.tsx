import { useState } from 'react';
import type { Subscription } from '@docuvault/contract/subscription.ts';
import { useLeave, usePlanAction } from '../../../data/plan.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Panel } from '../panel.tsx';
import { Usage } from './usage.tsx';

const tones = { active: 'good', past_due: 'warn', paused: 'warn', canceled: 'plain' } as const;

/** What the plan is and until when, in a sentence. */
const useSentence = (plan: Subscription): string => {
  const { t, format } = useLanguage();
  const { provider, status, currentPeriodEnd, graceUntil, renews, tierAfterwards } = plan;
  if (provider === null || currentPeriodEnd === null) return plan.coveredByFamily ? t('plan.covered') : plan.providers.length === 0 ? t('plan.noProvider') : t('plan.unpaid');
  const date = format.date(currentPeriodEnd);
  if (status === 'past_due') return graceUntil && new Date(graceUntil) > new Date() ? t('plan.pastDue', { date: format.date(graceUntil) }) : t('plan.lapsed');
  return renews ? t('plan.renews', { date }) : t('plan.endsOn', { date, tier: t(`plan.tier.${tierAfterwards}`) });
};

/** The plan that is running, its use, and what can be done with it: each in one step. */
export const CurrentPlan = ({ plan }: { plan: Subscription }) => {
  const { t, format } = useLanguage();
  const { mutate, isPending } = usePlanAction();
  const leave = useLeave();
  const [asking, ask] = useState(false);
  const { tier, status, provider, amount, currency, interval, cancelAtPeriodEnd, canResume, hasPortal, overLimit, currentPeriodEnd } = plan;
  const sentence = useSentence(plan);
  const canCancel = provider !== null && plan.renews;
  return (
    <Panel title={t('settings.plan')}>
      <div className="grid gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="text-xl font-semibold tracking-tight">{t(`plan.tier.${tier}`)}</span>
          {provider !== null && <Badge tone={cancelAtPeriodEnd ? 'plain' : tones[status]}>{t(cancelAtPeriodEnd && status === 'active' ? 'plan.status.ending' : `plan.status.${status}`)}</Badge>}
          {provider !== null && amount !== null && interval && <span className="text-ink-soft tabular-nums">{t(`plan.price.${interval}`, { price: format.money(amount / 100, currency) })}</span>}
        </p>
        <p className="max-w-prose text-sm text-ink-soft">{sentence}</p>
      </div>
      {overLimit && <p role="note" className="max-w-prose rounded-control bg-warn-wash p-3 text-sm text-warn">{t('plan.overLimit')}</p>}
      <Usage usage={plan.usage} />
      {provider !== null && (
        <div className="flex flex-wrap gap-2">
          {hasPortal && <Button kind={status === 'past_due' ? 'primary' : 'plain'} disabled={leave.isPending} onClick={() => { leave.mutate('portal'); }}>{t('plan.portal')}</Button>}
          {canResume && <Button kind="primary" disabled={isPending} onClick={() => { mutate({ action: 'resume' }); }}>{t('plan.resume')}</Button>}
          {canCancel && <Button disabled={isPending} onClick={() => { ask(true); }}>{t('plan.cancel')}</Button>}
        </div>
      )}
      {asking && (
        <ConfirmDialog
          title={t('plan.cancelTitle')} body={t('plan.cancelBody', { date: currentPeriodEnd ? format.date(currentPeriodEnd) : '', tier: t(`plan.tier.${plan.tierAfterwards}`) })} action={t('plan.cancel')}
          onConfirm={() => { mutate({ action: 'cancel' }); }} onClose={() => { ask(false); }}
        />
      )}
    </Panel>
  );
};
