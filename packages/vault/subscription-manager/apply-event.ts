import sql from 'sql-template-tag';
import type { PaymentEvent, ProviderName, ProviderSubscription, SubscriptionStatus } from '@docuvault/core/payments.ts';
import type { Tx } from '@docuvault/db/types.ts';
import { accountOf } from './event-account.ts';
import { beginSubscription } from './begin-subscription.ts';
import { moveSubscription } from './move-subscription.ts';
import { settleAccount } from './settle-account.ts';
import { tellOfChange } from './tell-of-billing.ts';
import { subscriptionColumns, type SubscriptionRow } from './subscription-row.ts';

export type Outcome = 'applied' | 'nothing' | 'stale' | 'unknown' | 'mismatch' | 'duplicate';

/** An event with what the provider answered when it was asked because of it, and when that was. */
export type Told = { provider: ProviderName; event: PaymentEvent; bodySha256: string; current: ProviderSubscription | null; askedAt: Date | null };

/** What the event makes of the subscription that it names. */
const saidBy = ({ says, state }: PaymentEvent): SubscriptionStatus | null => (state ? state.status : says === 'paid' ? 'active' : says === 'failed' ? 'past_due' : null);

const findRow = async (tx: Tx, id: string, now: Date): Promise<SubscriptionRow | null> =>
  (await tx.query<SubscriptionRow>(sql`select ${subscriptionColumns(now)} from public.subscriptions s where s.id = ${id}`))[0] ?? null;

const decide = async (tx: Tx, told: Told, now: Date): Promise<{ outcome: Outcome; userId: string | null; subscriptionId: string | null; before: SubscriptionRow | null }> => {
  const { provider, event, current, askedAt } = told;
  const nobody = { userId: null, subscriptionId: null, before: null };
  const first = await accountOf(tx, provider, event, now);
  if (typeof first === 'string') return { outcome: first, ...nobody };
  // One at a time of one person; what another delivery did meanwhile is seen.
  await tx.query(sql`select 1 from public.users u where u.id = ${first.userId} for update`);
  const account = await accountOf(tx, provider, event, now);
  if (typeof account === 'string') return { outcome: account, ...nobody };
  const { userId, row, checkout } = account;
  if (event.says === 'expired') {
    if (checkout) await tx.query(sql`update private.checkouts set status = 'expired' where id = ${checkout.id} and status in ('opening', 'open')`);
    return { outcome: checkout ? 'applied' : 'nothing', userId, subscriptionId: null, before: row };
  }
  if (row) {
    const outcome = await moveSubscription(tx, row, event, current, askedAt);
    if (checkout && event.says === 'paid') await tx.query(sql`update private.checkouts set status = 'paid' where id = ${checkout.id}`);
    return { outcome, userId, subscriptionId: row.id, before: row };
  }
  return { ...(await beginSubscription(tx, provider, event, current, account, askedAt, now)), userId, before: null };
};

/**
 * Keeps an event and does what it says, in one transaction: of deliveries at the same time one does, the others wait and find it done.
 * The tiers that follow, of the account and of the family that it pays for, and the notices are part of it.
 */
export const applyEvent = async (tx: Tx, told: Told, now: Date): Promise<Outcome> => {
  const { provider, event, bodySha256 } = told;
  const [fresh] = await tx.query(sql`
    insert into public.payment_events (provider, event_id, body_sha256, type, outcome, reference, said, period_end, amount, currency, occurred_at, received_at)
    values (${provider}, ${event.id}, ${bodySha256}, ${event.type.slice(0, 100)}, 'nothing', ${event.subscription ?? event.checkoutReference}, ${saidBy(event)}, ${event.state?.periodEnd ?? event.periodEnd}, ${event.money?.amount ?? null},
      ${event.money?.currency ?? null}, ${event.at}, ${now})
    on conflict do nothing returning 1`);
  if (!fresh) return 'duplicate';
  const { outcome, userId, subscriptionId, before } = await decide(tx, told, now);
  await tx.query(sql`update public.payment_events set outcome = ${outcome}, user_id = ${userId}, subscription_id = ${subscriptionId} where provider = ${provider} and event_id = ${event.id}`);
  if (outcome === 'applied' && userId) {
    const changes = await settleAccount(tx, userId, now);
    const after = subscriptionId ? await findRow(tx, subscriptionId, now) : null;
    await tellOfChange(tx, { userId, before, after, changes }, now);
  }
  return outcome;
};
