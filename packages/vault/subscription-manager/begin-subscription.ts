import sql from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import type { Money, PaymentEvent, Period, Plan, ProviderName, ProviderSubscription, SubscriptionStatus } from '@docuvault/core/payments.ts';
import type { Tx } from '@docuvault/db/types.ts';
import type { CheckoutRow, EventAccount } from './event-account.ts';
import { updateStatus } from './move-subscription.ts';

/** The end of a period that begins then: the same day of the month, or the last one that there is. */
export const periodAfter = (start: Date, period: Period): Date => {
  const end = new Date(start);
  end.setUTCDate(1);
  end.setUTCMonth(start.getUTCMonth() + (period === 'month' ? 1 : 12));
  const lastDay = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
  end.setUTCDate(Math.min(start.getUTCDate(), lastDay));
  return end;
};

const same = (paid: Money | null, checkout: CheckoutRow): boolean => paid === null || (paid.amount === Number(checkout.amount) && paid.currency === checkout.currency);

/** The plan that is sold for this price, as prices stand now. */
const planFor = async (tx: Tx, price: ProviderSubscription['price']): Promise<Plan | null> => {
  if (price.plan || !price.money) return price.plan;
  const [row] = await tx.query<Plan>(sql`select p.tier, p.period from private.plan_prices p where p.amount = ${price.money.amount} and p.currency = ${price.money.currency} and (${price.period}::text is null or p.period = ${price.period}) limit 1`);
  return row ?? null;
};

type Begun = { outcome: 'applied' | 'nothing' | 'mismatch'; subscriptionId: string | null };
const nothing: Begun = { outcome: 'nothing', subscriptionId: null };

type New = { userId: string; provider: ProviderName; reference: string; customerId: string | null; plan: Plan; money: Money | null; renews: boolean; status: SubscriptionStatus; start: Date; end: Date; cancelAtPeriodEnd: boolean; endedAt: Date | null; paymentId: string | null; at: Date; askedAt: Date | null };

const insert = async (tx: Tx, one: New, now: Date): Promise<string> => {
  const id = uuidv7();
  await tx.query(sql`
    insert into public.subscriptions (id, user_id, provider, provider_reference, provider_customer_id, tier, period, currency, amount, renews, status, current_period_start, current_period_end, cancel_at_period_end,
      ended_at, last_paid, state_at, asked_at, grace_until, created_at)
    values (${id}, ${one.userId}, ${one.provider}, ${one.reference}, ${one.customerId}, ${one.plan.tier}, ${one.plan.period}, ${one.money?.currency ?? null}, ${one.money?.amount ?? null}, ${one.renews}, ${one.status}, ${one.start}, ${one.end},
      ${one.cancelAtPeriodEnd}, ${one.endedAt}, ${one.paymentId}, ${one.at}, ${one.askedAt}, case when ${one.status}::text = 'past_due' then ${one.at}::timestamptz + private.billing_grace() end, ${now})`);
  return id;
};

/** What was told of this subscription before anybody here knew it: newer words are said again, an end whenever it was. */
const sayAgain = async (tx: Tx, id: string, one: New): Promise<void> => {
  const told = await tx.query<{ event_id: string; said: SubscriptionStatus; occurred_at: Date; period_end: Date | null }>(sql`
    select e.event_id, e.said, e.occurred_at, e.period_end from public.payment_events e
    where e.provider = ${one.provider} and e.reference = ${one.reference} and e.said is not null and e.outcome in ('nothing', 'unknown') and (e.user_id is null or e.user_id = ${one.userId})
      and (e.occurred_at > ${one.at} or e.said = 'canceled')
    order by (e.said = 'canceled'), e.occurred_at`);
  for (const { event_id, said, occurred_at, period_end } of told) {
    await updateStatus(tx, id, { status: said, at: occurred_at, periodEnd: period_end });
    await tx.query(sql`update public.payment_events set outcome = 'applied', user_id = ${one.userId}, subscription_id = ${id} where provider = ${one.provider} and event_id = ${event_id}`);
  }
};

/** A person pays for one subscription. A second that renews is ended at the provider; a paid period that another was set off against is over. */
const onlyOne = async (tx: Tx, id: string, one: New, replaces: string | null, now: Date): Promise<void> => {
  if (replaces) await tx.query(sql`update public.subscriptions set status = 'canceled', ended_at = ${now} where id = ${replaces} and user_id = ${one.userId} and ended_at is null`);
  if (!one.renews || one.status === 'canceled') return;
  const [other] = await tx.query(sql`select 1 from public.subscriptions s where s.user_id = ${one.userId} and s.id <> ${id} and s.renews and not s.cancel_at_period_end and private.gives_tier(s, ${now}) limit 1`);
  if (other) await tx.query(sql`insert into private.payments_to_end (provider, reference, reason, created_at) values (${one.provider}, ${one.reference}, 'a second subscription', ${now}) on conflict (provider, reference) do nothing`);
};

/** Makes a subscription known by the first event that says enough: a checkout that was paid, an invoice of a known customer, or the subscription itself. */
export const beginSubscription = async (tx: Tx, provider: ProviderName, event: PaymentEvent, current: ProviderSubscription | null, { userId, checkout }: EventAccount, askedAt: Date | null, now: Date): Promise<Begun> => {
  const state = current ?? event.state;
  const reference = event.subscription ?? (provider === 'razorpay' ? event.checkoutReference : null);
  const paid = event.says === 'paid';
  if (!reference || (!paid && event.says !== 'state') || state?.status === 'incomplete') return nothing;
  if (!paid && state?.status !== 'active' && state?.status !== 'past_due' && state?.status !== 'paused') return nothing;
  // What was agreed at the checkout is what has to be paid; a price that is on sale counts where there was none.
  if (checkout && !same(paid ? event.money : (state?.price.money ?? null), checkout)) return { outcome: 'mismatch', subscriptionId: null };
  const plan = checkout ? { tier: checkout.tier, period: checkout.period } : state ? await planFor(tx, state.price) : null;
  if (!plan) return { outcome: 'mismatch', subscriptionId: null };
  const renews = event.subscription !== null;
  const money = checkout ? { amount: Number(checkout.amount), currency: checkout.currency } : (state?.price.money ?? null);
  const [ahead] = renews || checkout?.replaces ? [] : await tx.query<{ ends: Date }>(sql`
    select max(s.current_period_end) as ends from public.subscriptions s where s.user_id = ${userId} and not s.renews and s.tier = ${plan.tier} and private.gives_tier(s, ${now}) having max(s.current_period_end) > ${event.at}`);
  const start = state?.periodStart ?? event.at;
  const status = state?.status ?? 'active';
  const one: New = {
    userId, provider, reference, customerId: event.customerId ?? current?.customerId ?? null, plan, money, renews, status, start,
    end: state?.periodEnd ?? event.periodEnd ?? periodAfter(ahead?.ends ?? start, plan.period), cancelAtPeriodEnd: renews ? (state?.cancelAtPeriodEnd ?? false) : true,
    endedAt: status === 'canceled' ? (state?.endedAt ?? event.at) : null, paymentId: paid ? event.paymentId : null, at: event.at, askedAt: current ? askedAt : null,
  };
  const id = await insert(tx, one, now);
  await sayAgain(tx, id, one);
  await onlyOne(tx, id, one, checkout?.replaces ?? null, now);
  if (checkout) await tx.query(sql`update private.checkouts set status = 'paid' where id = ${checkout.id}`);
  if (one.customerId) await tx.query(sql`insert into private.payment_customers (provider, customer_id, user_id, created_at) values (${provider}, ${one.customerId}, ${userId}, ${now}) on conflict (provider, customer_id) do nothing`);
  return { outcome: 'applied', subscriptionId: id };
};
