import sql from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import type { Checkout, CheckoutInput } from '@docuvault/contract/subscription.ts';
import type { Money, PaymentProvider, Plan } from '@docuvault/core/payments.ts';
import type { Tx } from '@docuvault/db/types.ts';
import { asking, providerOf, type BillingContext, type BillingDeps } from './billing.ts';
import { planName, priceOf } from './plans.ts';
import { settleCheckout, type OpenCheckout } from './settle-checkout.ts';
import { alreadyRunning, paidAhead } from './subscription-manager.errors.ts';
import { mainSubscription, type SubscriptionRow } from './subscription-row.ts';

type Buyer = { email: string | null; country: string | null; customer: string | null };
type Order = { id: string; money: Money; buyer: Buyer; renews: boolean };

const dayMs = 24 * 3600_000;
const euroLands = new Set('AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' '));

/** The currency that nobody named: the euro where it is the buyer's, else the provider's usual one. */
const usualCurrency = ({ currencies }: PaymentProvider, country: string | null): string => (country && euroLands.has(country.toUpperCase()) && currencies.includes('EUR') ? 'EUR' : currencies[0]!);

/** What is left of a paid period, in its money; nothing in another currency. */
const creditOf = (row: SubscriptionRow, currency: string, now: Date): number => {
  if (row.currency !== currency || row.amount === null || row.current_period_start === null) return 0;
  const whole = row.current_period_end.getTime() - row.current_period_start.getTime();
  return whole > 0 ? Math.floor(Number(row.amount) * Math.max(0, Math.min(1, (row.current_period_end.getTime() - now.getTime()) / whole))) : 0;
};

/** Whether another purchase fits beside what is running: a second subscription does not; a paid period may be made longer, or exchanged for another plan. Answers the period to exchange. */
const replaced = (running: SubscriptionRow | null, plan: Plan, renews: boolean, now: Date): SubscriptionRow | null => {
  if (!running || running.ended_at || (!running.gives && running.status !== 'past_due')) return null;
  if (running.renews && !(running.cancel_at_period_end && !running.gives)) throw alreadyRunning({ tier: running.tier, provider: running.provider, currentPeriodEnd: running.current_period_end.toISOString() });
  if (renews) return null;
  if (running.tier !== plan.tier) return running;
  if (running.current_period_end.getTime() > now.getTime() + 45 * dayMs) throw paidAhead();
  return null;
};

const smallest = 100;

const openOrder = async (tx: Tx, userId: string, provider: PaymentProvider, plan: Plan, wantedCurrency: string | undefined, now: Date): Promise<Order> => {
  const [buyer] = await tx.query<Buyer>(sql`
    select u.email, u.country, (select p.customer_id from private.payment_customers p where p.user_id = u.id and p.provider = ${provider.name} order by p.created_at desc limit 1) as customer
    from public.users u where u.id = ${userId} for update of u`);
  const renews = provider.renews(plan);
  const exchanged = replaced(await mainSubscription(tx, userId, now), plan, renews, now);
  const price = await priceOf(tx, provider, plan, wantedCurrency ?? usualCurrency(provider, buyer?.country ?? null));
  const money = exchanged ? { ...price, amount: Math.max(smallest, price.amount - creditOf(exchanged, price.currency, now)) } : price;
  const id = uuidv7();
  await tx.query(sql`
    insert into private.checkouts (id, user_id, provider, tier, period, currency, amount, replaces, created_at)
    values (${id}, ${userId}, ${provider.name}, ${plan.tier}, ${plan.period}, ${money.currency}, ${money.amount}, ${exchanged?.id ?? null}, ${now})`);
  return { id, money, buyer: buyer ?? { email: null, country: null, customer: null }, renews };
};

/** A person has one open checkout: an earlier one is asked whether it was paid after all, and else closed, so that nothing is paid twice. */
const closeEarlier = async (deps: BillingDeps, userId: string): Promise<void> => {
  const open = await deps.db.asService('checkouts that somebody left', (tx) =>
    tx.query<OpenCheckout>(sql`select c.id, c.provider, c.reference, c.created_at from private.checkouts c where c.user_id = ${userId} and c.status = 'open' order by c.created_at desc limit 5`));
  for (const one of open) await settleCheckout(deps, one, true);
};

/**
 * Begins a purchase: 409 `subscription.running` while a subscription that renews is running, 503 where the provider is not set up or
 * does not answer. The price is kept, and a payment of another amount or currency changes nothing.
 */
export const startCheckout = async ({ actor, deps }: BillingContext, input: CheckoutInput, origin: string): Promise<Checkout> => {
  const provider = providerOf(deps, input.provider);
  const plan: Plan = { tier: input.plan, period: input.interval };
  const now = deps.clock.now();
  await closeEarlier(deps, actor.userId);
  const order = await deps.db.asService('a purchase begins', (tx) => openOrder(tx, actor.userId, provider, plan, input.currency, now));
  const functions = `${deps.publicUrl ?? origin}/functions/v1/subscription-manager`;
  const returnUrl = `${deps.siteUrl ?? deps.publicUrl ?? origin}/settings?section=plan`;
  const { id, money, buyer, renews } = order;
  let begun;
  try {
    begun = await asking(deps, provider.startCheckout({ id, userId: actor.userId, email: buyer.email?.endsWith('.invalid') ? null : buyer.email, customerId: buyer.customer, plan, planName: planName(plan), money, returnUrl }));
  } catch (error) {
    await deps.db.asService('a purchase that could not begin', (tx) => tx.query(sql`update private.checkouts set status = 'expired' where id = ${id}`));
    throw error;
  }
  const agreed = begun.money ?? money;
  await deps.db.asService('a purchase is open', async (tx) => {
    await tx.query(sql`update private.checkouts set status = case status when 'opening' then 'open' else status end, reference = ${begun.reference}, amount = ${agreed.amount}, currency = ${agreed.currency} where id = ${id}`);
    if (begun.customerId) await tx.query(sql`insert into private.payment_customers (provider, customer_id, user_id, created_at) values (${provider.name}, ${begun.customerId}, ${actor.userId}, ${now}) on conflict (provider, customer_id) do nothing`);
  });
  const keyId = provider.payForm({ reference: begun.reference, money: agreed, planName: '', email: null, callbackUrl: '', cancelUrl: '' })?.fields.key_id;
  return {
    checkoutId: id, provider: provider.name, url: begun.url ?? `${functions}/pay/${id}`, amount: agreed.amount, currency: agreed.currency, renews,
    ...(provider.name === 'stripe' ? { sessionId: begun.reference } : renews ? { subscriptionId: begun.reference } : { orderId: begun.reference }), ...(keyId ? { keyId } : {}),
  };
};
