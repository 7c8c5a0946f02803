import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Plan, Price, Subscription } from '@docuvault/contract/subscription.ts';
import { useApi } from '../../../app/session.tsx';
import { plansQuery, useLeave, usePlanAction } from '../../../data/plan.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { Choice } from '../../../ui/choice.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Panel } from '../panel.tsx';

type Interval = 'month' | 'year';
type OfferProps = { offer: Plan; price: Price; plan: Subscription; runs: boolean };

const Offer = ({ offer, price, plan, runs }: OfferProps) => {
  const { t, n, format } = useLanguage();
  const leave = useLeave();
  const change = usePlanAction();
  const [asking, ask] = useState(false);
  const name = t(`plan.tier.${offer.tier}`);
  const current = plan.provider !== null && plan.tier === offer.tier && plan.interval === price.interval;
  const amount = t(`plan.price.${price.interval}`, { price: format.money(price.amount / 100, price.currency) });
  const busy = leave.isPending || change.isPending;
  return (
    <li className="flex flex-col gap-3 rounded-card border border-line p-4">
      <div className="grid gap-0.5">
        <h3 className="font-semibold">{name}</h3>
        <p className="tabular-nums">{amount}</p>
        <p className="text-xs text-ink-soft">{t(price.renews ? 'plan.renewsItself' : 'plan.once')}</p>
      </div>
      <ul className="grid gap-1 text-sm text-ink-soft">
        <li>{t('plan.has.storage', { size: format.bytes(offer.storageLimit) })}</li>
        <li>{t('plan.has.questions', { count: format.number(offer.aiLimit) })}</li>
        {offer.membersCovered > 0 && <li>{n('plan.has.members', offer.membersCovered)}</li>}
      </ul>
      <Button
        className="mt-auto py-2" kind={current ? 'plain' : 'primary'} disabled={busy || (current && plan.renews)}
        onClick={() => { if (runs) ask(true); else leave.mutate({ plan: offer.plan, interval: price.interval, provider: price.provider, currency: price.currency }); }}
      >
        {t(current && plan.renews ? 'plan.isYours' : runs ? 'plan.changeTo' : current ? 'plan.longer' : 'plan.choose', { tier: name })}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('plan.changeTitle', { tier: name })} body={t('plan.changeBody', { price: amount })} action={t('plan.changeTo', { tier: name })} onClose={() => { ask(false); }}
          onConfirm={() => { change.mutate({ action: 'change', body: { plan: offer.plan, interval: price.interval } }); }}
        />
      )}
    </li>
  );
};

/** What can be bought here, for a month or a year, in one of the currencies; nothing where nobody is paid. */
export const Offers = ({ plan }: { plan: Subscription }) => {
  const { t } = useLanguage();
  const { data: plans } = useQuery(plansQuery(useApi()));
  const [chosen, choose] = useState<Interval | null>(null);
  const interval = chosen ?? plan.interval ?? 'month';
  const currencies = [...new Set(plans?.flatMap(({ prices }) => prices.map(({ currency }) => currency)) ?? [])];
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone === 'Asia/Kolkata' || navigator.language.endsWith('-IN') ? 'INR' : 'USD';
  const [wanted, want] = useState<string | null>(null);
  const currency = wanted ?? [plan.currency, here, currencies[0]].find((one) => one !== null && one !== undefined && currencies.includes(one));
  const runs = plan.provider !== null && plan.status !== 'canceled' && (plan.renews || plan.canResume || plan.status === 'past_due');
  const offers = plans?.flatMap((offer) => offer.prices.filter((price) => price.interval === interval && price.currency === (runs ? (plan.currency ?? currency) : currency)).slice(0, 1).map((price) => ({ offer, price }))) ?? [];
  if (currencies.length === 0) return null;
  return (
    <Panel title={t('plan.offers')} hint={t('plan.offersHint')}>
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        <Choice<Interval> label={t('plan.interval')} value={interval} options={[{ value: 'month', label: t('plan.interval.month') }, { value: 'year', label: t('plan.interval.year') }]} onChange={choose} />
        {!runs && currencies.length > 1 && currency && <Choice label={t('plan.currency')} value={currency} options={currencies.map((value) => ({ value, label: value }))} onChange={want} />}
      </div>
      <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
        {offers.map(({ offer, price }) => <Offer key={offer.tier} offer={offer} price={price} plan={plan} runs={runs} />)}
      </ul>
    </Panel>
  );
};
