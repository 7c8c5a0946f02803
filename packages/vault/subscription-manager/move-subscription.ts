import sql from 'sql-template-tag';
import type { PaymentEvent, ProviderSubscription, SubscriptionStatus } from '@docuvault/core/payments.ts';
import type { Tx } from '@docuvault/db/types.ts';
import type { SubscriptionRow } from './subscription-row.ts';

type Change = {
  status: SubscriptionStatus; at: Date; periodStart?: Date | null | undefined; periodEnd?: Date | null | undefined; cancelAtPeriodEnd?: boolean | null | undefined; endedAt?: Date | null | undefined; paymentId?: string | null | undefined;
  askedAt?: Date | null | undefined; customerId?: string | null | undefined; plan?: { tier: string; period: string } | null | undefined; money?: { amount: number; currency: string } | null | undefined;
};

/** Brings a subscription up to date. Grace begins with the first failure and is not made longer by the next. */
export const updateStatus = (tx: Tx, id: string, to: Change): Promise<unknown> => tx.query(sql`
  update public.subscriptions s set status = ${to.status}, ended_at = case when ${to.status}::text = 'canceled' then coalesce(s.ended_at, ${to.endedAt ?? to.at}::timestamptz) end,
    grace_until = case when ${to.status}::text = 'past_due' then coalesce(s.grace_until, ${to.at}::timestamptz + private.billing_grace()) end,
    current_period_start = coalesce(${to.periodStart ?? null}::timestamptz, s.current_period_start), current_period_end = coalesce(${to.periodEnd ?? null}::timestamptz, s.current_period_end),
    cancel_at_period_end = coalesce(${to.cancelAtPeriodEnd ?? null}::boolean, s.cancel_at_period_end), last_paid = coalesce(${to.paymentId ?? null}, s.last_paid),
    state_at = greatest(s.state_at, ${to.at}::timestamptz), asked_at = coalesce(${to.askedAt ?? null}::timestamptz, s.asked_at), provider_customer_id = coalesce(s.provider_customer_id, ${to.customerId ?? null}),
    tier = coalesce(${to.plan?.tier ?? null}, s.tier), period = coalesce(${to.plan?.period ?? null}, s.period), amount = coalesce(${to.money?.amount ?? null}::bigint, s.amount), currency = coalesce(${to.money?.currency ?? null}, s.currency)
  where s.id = ${id}`);

/** The plan of a running subscription whose price is another than it was; null: the same as before, or none that is sold. */
const planNow = async (tx: Tx, row: SubscriptionRow, price: ProviderSubscription['price']): Promise<{ tier: string; period: string } | null> => {
  if (price.plan) return price.plan;
  if (!price.money || (price.money.amount === Number(row.amount) && price.money.currency === row.currency)) return null;
  const [found] = await tx.query<{ tier: string; period: string }>(sql`
    select p.tier, p.period from private.plan_prices p where p.amount = ${price.money.amount} and p.currency = ${price.money.currency} and (${price.period}::text is null or p.period = ${price.period}) limit 1`);
  return found ?? null;
};

/**
 * Moves a known subscription on by an event. What the provider answers when it is asked (`current`) counts, and of two answers the one
 * to the later question; without an answer the event itself counts, unless something newer is known. An end is final whenever it comes.
 */
export const moveSubscription = async (tx: Tx, row: SubscriptionRow, event: PaymentEvent, current: ProviderSubscription | null, askedAt: Date | null): Promise<'applied' | 'nothing' | 'stale'> => {
  if (event.says === 'nothing' || event.says === 'expired') return 'nothing';
  if (row.ended_at) return 'stale';
  const ended = event.state?.status === 'canceled';
  const state = ended ? event.state : (current ?? event.state);
  const customerId = event.customerId;
  if (state && !ended && current && row.asked_at && askedAt && askedAt < row.asked_at) return 'stale';
  if (!ended && !current && event.at < row.state_at) return 'stale';
  if (state) {
    const plan = ended ? null : await planNow(tx, row, state.price);
    await updateStatus(tx, row.id, {
      status: state.status, at: event.at, periodStart: state.periodStart, periodEnd: state.periodEnd, cancelAtPeriodEnd: state.cancelAtPeriodEnd, endedAt: state.endedAt, askedAt: current ? askedAt : null, customerId, plan,
      money: plan || row.amount === null ? state.price.money : null, paymentId: event.says === 'paid' ? event.paymentId : null,
    });
    return 'applied';
  }
  if (event.says === 'failed') {
    if (!row.renews || (event.paymentId !== null && event.paymentId === row.last_paid)) return 'stale';
    await updateStatus(tx, row.id, { status: 'past_due', at: event.at, customerId });
    return 'applied';
  }
  // A period that was bought is paid once; the same payment told by another event says nothing new.
  if (!row.renews) return 'nothing';
  const end = event.periodEnd && event.periodEnd > row.current_period_end ? event.periodEnd : null;
  await updateStatus(tx, row.id, { status: 'active', at: event.at, periodEnd: end, customerId, paymentId: event.paymentId });
  return 'applied';
};
