import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../../app/session.tsx';
import { paymentsQuery } from '../../../data/plan.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Panel } from '../panel.tsx';

const providers = { stripe: 'Stripe', razorpay: 'Razorpay' } as const;

/** What was paid and what failed; nothing where nobody was ever paid. */
export const Payments = () => {
  const { t, format } = useLanguage();
  const { data } = useQuery(paymentsQuery(useApi()));
  const rows = data?.filter(({ outcome, amount }) => amount !== null && outcome === 'applied') ?? [];
  if (rows.length === 0) return null;
  return (
    <Panel title={t('plan.payments')}>
      <ol className="grid divide-y divide-line">
        {rows.map(({ type, provider, amount, currency, occurredAt }) => (
          <li key={`${type} ${occurredAt}`} className="flex min-h-11 flex-wrap items-baseline gap-x-3 py-2 text-sm">
            <span className="min-w-0 grow">{t(/fail/.test(type) ? 'plan.paymentFailed' : 'plan.paid', { provider: providers[provider] })}</span>
            <span className="tabular-nums">{format.money((amount ?? 0) / 100, currency)}</span>
            <time dateTime={occurredAt} className="shrink-0 text-ink-faint tabular-nums">{format.date(occurredAt)}</time>
          </li>
        ))}
      </ol>
    </Panel>
  );
};
