import sql from 'sql-template-tag';
import type { PaymentEvent } from '@docuvault/core/payments.ts';
import { notify } from '../notifications/notify.ts';
import { graceEnds, periodEnds } from './billing-words.ts';
import type { BillingDeps } from './billing.ts';
import { settleAccount } from './settle-account.ts';
import { settleCheckout, type OpenCheckout } from './settle-checkout.ts';
import { tellOfTiers } from './tell-of-billing.ts';
import { hashOfAsked, takeTold } from './take-event.ts';
import { subscriptionColumns, type SubscriptionRow } from './subscription-row.ts';

const batch = 50;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const background = { priority: 'background', timeoutMs: 60_000 } as const;
const before = (now: Date, ms: number): Date => new Date(now.getTime() - ms);

/** Checkouts whose payment nobody has told of: asked for after two minutes and each ten minutes more; after three days they are left. */
const askCheckouts = async (deps: BillingDeps, now: Date): Promise<number> => {
  const open = await deps.db.asService('open checkouts', async (tx) => {
    await tx.query(sql`update private.checkouts set status = 'expired' where status in ('opening', 'open') and created_at < ${before(now, 3 * day)}`);
    return tx.query<OpenCheckout>(sql`
      select c.id, c.provider, c.reference, c.created_at from private.checkouts c
      where c.status = 'open' and c.created_at < ${before(now, 2 * minute)} and (c.asked_at is null or c.asked_at < ${before(now, 10 * minute)}) order by c.asked_at nulls first limit ${batch}`);
  }, background);
  for (const one of open) await settleCheckout(deps, one, false);
  return open.length;
};

/** Subscriptions whose period is over, or whose payment failed, and of which nothing was told for an hour: the provider is asked how they are. */
const askOverdue = async (deps: BillingDeps, now: Date): Promise<number> => {
  const rows = await deps.db.asService('subscriptions without a word', async (tx) => {
    const due = await tx.query<SubscriptionRow>(sql`
      select ${subscriptionColumns(now)} from public.subscriptions s
      where s.ended_at is null and s.renews and (s.current_period_end < ${before(now, hour)} or s.status = 'past_due') and coalesce(s.asked_at, s.updated_at) < ${before(now, hour)}
        and s.current_period_end > ${before(now, 60 * day)} order by s.asked_at nulls first limit ${batch}`);
    await tx.query(sql`update public.subscriptions set asked_at = ${now} where id = any(${due.map(({ id }) => id)}::uuid[])`);
    return due;
  }, background);
  for (const row of rows) {
    const provider = deps.payments.find(({ name }) => name === row.provider);
    const state = await provider?.ask(row.provider_reference).catch((error: unknown) => {
      deps.log.warn('a subscription could not be asked for', { provider: row.provider, reason: error instanceof Error ? error.message : 'failed' });
      return null;
    });
    if (!provider || !state) continue;
    const event: PaymentEvent = {
      id: `asked ${row.provider_reference} ${now.toISOString()}`, type: 'subscription.asked', at: row.state_at, says: 'state', checkoutReference: null, checkoutId: null, subscription: row.provider_reference, customerId: state.customerId, state,
      periodEnd: null, money: null, paymentId: null,
    };
    await takeTold(deps, provider, event, await hashOfAsked(event));
  }
  return rows.length;
};

/** Periods that were bought, and subscriptions that were cancelled, end with their time; a day later where the provider has the last word. */
const endOver = (deps: BillingDeps, now: Date): Promise<number> => deps.db.asService('paid periods that are over', async (tx) => (await tx.query(sql`
  update public.subscriptions set status = 'canceled', ended_at = current_period_end
  where ended_at is null and ((not renews and current_period_end <= ${now}) or (cancel_at_period_end and current_period_end <= ${before(now, day)})) returning 1`)).length, background);

/** Who has asked for their account to be erased is not charged for the time after: what would renew before that day ends with its period. */
const endForLeaving = async (deps: BillingDeps, now: Date): Promise<number> => {
  const rows = await deps.db.asService('subscriptions of accounts that go', (tx) => tx.query<SubscriptionRow>(sql`
    select ${subscriptionColumns(now)} from public.subscriptions s join public.account_deletions e on e.user_id = s.user_id
    where s.ended_at is null and s.renews and not s.cancel_at_period_end and s.current_period_end < e.erase_after limit ${batch}`), background);
  let ended = 0;
  for (const { id, provider, provider_reference } of rows) {
    try {
      const found = deps.payments.find(({ name }) => name === provider);
      if (!found) continue;
      await found.end(provider_reference, 'period_end');
      await deps.db.asService('a subscription ends with its period', (tx) => tx.query(sql`update public.subscriptions set cancel_at_period_end = true where id = ${id}`), background);
      ended += 1;
    } catch (error) {
      deps.log.error('a subscription could not be ended', { provider, reason: error instanceof Error ? error.message : 'failed' });
    }
  }
  return ended;
};

/** Ends at the provider what nobody has any more, or has twice. What is not done is tried again by the next run. */
const endPayments = async (deps: BillingDeps, now: Date): Promise<number> => {
  const rows = await deps.db.asService('subscriptions to end', (tx) => tx.query<{ provider: string; reference: string }>(sql`select p.provider, p.reference from private.payments_to_end p where p.done_at is null order by p.created_at limit ${batch}`), background);
  let ended = 0;
  for (const { provider, reference } of rows) {
    try {
      const found = deps.payments.find(({ name }) => name === provider);
      if (!found) continue;
      await found.end(reference, 'now');
      await deps.db.asService('a subscription was ended', (tx) => tx.query(sql`update private.payments_to_end set done_at = ${now} where provider = ${provider} and reference = ${reference}`), background);
      ended += 1;
    } catch (error) {
      deps.log.error('a subscription could not be ended', { provider, reason: error instanceof Error ? error.message : 'failed' });
    }
  }
  return ended;
};

/** Accounts whose tier is due to fall: grace or period is over, or nobody covers them any more. */
const settleFallen = async (deps: BillingDeps, now: Date): Promise<number> => {
  const due = await deps.db.asService('plans to settle', (tx) => tx.query<{ id: string }>(sql`select p as id from private.plans_to_settle(${now}::timestamptz) p limit 500`), background);
  for (const { id } of due) {
    await deps.db.asService('a plan is settled', async (tx) => {
      await tellOfTiers(tx, await settleAccount(tx, id, now), id, now);
    }, background);
  }
  return due.length;
};

/** Says in time what is going to happen: three days before grace ends, seven before a bought period does. */
const warn = (deps: BillingDeps, now: Date): Promise<number> => deps.db.asService('plans that are about to end', async (tx) => {
  const rows = await tx.query<SubscriptionRow>(sql`
    select ${subscriptionColumns(now)} from public.subscriptions s where s.ended_at is null and private.gives_tier(s, ${now}) and (
      (s.status = 'past_due' and s.grace_until < ${before(now, -3 * day)}) or (not s.renews and s.current_period_end < ${before(now, -7 * day)} and not exists (
        select from public.subscriptions n where n.user_id = s.user_id and n.id <> s.id and n.ended_at is null and n.current_period_end > s.current_period_end)))
    limit 500`);
  return notify(tx, rows.map((row) => {
    const until = row.status === 'past_due' ? row.grace_until! : row.current_period_end;
    return { userId: row.user_id, kind: 'billing.ending', ...(row.status === 'past_due' ? graceEnds : periodEnds)(row.tier, until), data: { until: until.toISOString() }, dedupeKey: `billing.ending:${row.id}:${until.toISOString()}` };
  }), now);
}, background);

/** What has to be done now and then with subscriptions, by one process. Safe to run twice, and at once. */
export const runBilling = async (deps: BillingDeps, now = deps.clock.now()): Promise<{ asked: number; ended: number; settled: number }> => {
  const asked = deps.payments.length === 0 ? 0 : (await askCheckouts(deps, now)) + (await askOverdue(deps, now));
  const ended = (await endOver(deps, now)) + (await endForLeaving(deps, now)) + (await endPayments(deps, now));
  const settled = await settleFallen(deps, now);
  await warn(deps, now);
  return { asked, ended, settled };
};
