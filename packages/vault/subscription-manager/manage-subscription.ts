import sql from 'sql-template-tag';
import type { ChangeInput, Subscription } from '@docuvault/contract/subscription.ts';
import type { Plan, ProviderSubscription } from '@docuvault/core/payments.ts';
import { asking, providerOf, type BillingContext } from './billing.ts';
import { updateStatus } from './move-subscription.ts';
import { planName, priceOf } from './plans.ts';
import { readSubscription } from './read-subscription.ts';
import { settleAccount } from './settle-account.ts';
import { settleCheckout, type OpenCheckout } from './settle-checkout.ts';
import { tellOfTiers } from './tell-of-billing.ts';
import { cannotChange, cannotResume, noPortal, noSubscription, samePlan } from './subscription-manager.errors.ts';
import { mainSubscription, type SubscriptionRow } from './subscription-row.ts';

const running = async ({ actor, deps }: BillingContext): Promise<SubscriptionRow> => {
  const row = await deps.db.asService('the caller\'s own subscription', (tx) => mainSubscription(tx, actor.userId, deps.clock.now()));
  if (!row || row.ended_at) throw noSubscription();
  return row;
};

/** Asks the provider how a subscription is after something was done to it, and keeps that; what it does not tell is `known`. */
const keepNow = async ({ actor, deps }: BillingContext, row: SubscriptionRow, known: Partial<ProviderSubscription>): Promise<void> => {
  const askedAt = deps.clock.now();
  const current = await providerOf(deps, row.provider).ask(row.provider_reference).catch(() => null);
  const state = { ...current, ...known };
  await deps.db.asService('a subscription was changed by its owner', async (tx) => {
    await updateStatus(tx, row.id, {
      status: current?.status ?? row.status, at: row.state_at, periodStart: state.periodStart, periodEnd: state.periodEnd, cancelAtPeriodEnd: state.cancelAtPeriodEnd ?? null, endedAt: state.endedAt, askedAt: current ? askedAt : null,
      plan: known.price?.plan ?? null, money: known.price?.money ?? null,
    });
    await tellOfTiers(tx, await settleAccount(tx, actor.userId, askedAt), actor.userId, askedAt);
  });
};

/** Ends the subscription when what was paid for is used up; until then everything stays as it is. Done twice it is done once. */
export const cancelSubscription = async (ctx: BillingContext): Promise<Subscription> => {
  const row = await running(ctx);
  if (!row.cancel_at_period_end) {
    await asking(ctx.deps, providerOf(ctx.deps, row.provider).end(row.provider_reference, 'period_end'));
    await keepNow(ctx, row, { cancelAtPeriodEnd: true });
  }
  return readSubscription(ctx);
};

/** Takes a cancellation back; 409 `subscription.cannot_resume` where the provider cannot, or what was paid for is a period that never renews. */
export const resumeSubscription = async (ctx: BillingContext): Promise<Subscription> => {
  const row = await running(ctx);
  if (row.cancel_at_period_end) {
    if (!row.renews || !(await asking(ctx.deps, providerOf(ctx.deps, row.provider).resume(row.provider_reference)))) throw cannotResume();
    await keepNow(ctx, row, { cancelAtPeriodEnd: false });
  }
  return readSubscription(ctx);
};

/** Another plan from now on; the provider sets off what was paid. 409 `subscription.same_plan`, 422 `subscription.cannot_change`. */
export const changeSubscription = async (ctx: BillingContext, input: ChangeInput): Promise<Subscription> => {
  const row = await running(ctx);
  const plan: Plan = { tier: input.plan, period: input.interval };
  if (row.tier === plan.tier && row.period === plan.period && !row.cancel_at_period_end) throw samePlan();
  const provider = providerOf(ctx.deps, row.provider);
  const currency = row.currency ?? provider.currencies[0]!;
  const money = await ctx.deps.db.asService('the price of a plan', (tx) => priceOf(tx, provider, plan, currency));
  const key = `${row.id} ${row.tier} ${row.period} ${plan.tier} ${plan.period} ${money.amount} ${row.state_at.toISOString()}`;
  if (!row.renews || !(await asking(ctx.deps, provider.change(row.provider_reference, { plan, planName: planName(plan), money, key })))) throw cannotChange();
  await keepNow(ctx, row, { cancelAtPeriodEnd: false, price: { plan, money, period: plan.period } });
  return readSubscription(ctx);
};

/** The address of the provider's page for cards and invoices. */
export const openPortal = async (ctx: BillingContext, origin: string): Promise<{ url: string }> => {
  const { deps } = ctx;
  const [customer] = await deps.db.asService('the caller\'s own customer', (tx) => tx.query<{ provider: 'stripe' | 'razorpay'; customer_id: string }>(sql`
    select p.provider, p.customer_id from private.payment_customers p where p.user_id = ${ctx.actor.userId} order by (p.provider = 'stripe') desc, p.created_at desc limit 1`));
  if (!customer) {
    await running(ctx);
    throw noPortal();
  }
  const url = await asking(deps, providerOf(deps, customer.provider).portal(customer.customer_id, `${deps.siteUrl ?? deps.publicUrl ?? origin}/settings?section=plan`));
  if (url === null) throw noPortal();
  return { url };
};

/** Asks the provider at once what has become of the caller's purchases: for who comes back from paying before its event does. */
export const refreshSubscription = async (ctx: BillingContext): Promise<Subscription> => {
  const { actor, deps } = ctx;
  const open = await deps.db.asService('the caller\'s own open purchases', (tx) =>
    tx.query<OpenCheckout>(sql`select c.id, c.provider, c.reference, c.created_at from private.checkouts c where c.user_id = ${actor.userId} and c.status = 'open' order by c.created_at desc limit 3`));
  for (const one of open) await settleCheckout(deps, one, false);
  return readSubscription(ctx);
};
