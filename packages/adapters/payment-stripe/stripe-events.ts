import type { Money, PaymentEvent, Period, Plan, ProviderSubscription, SubscriptionStatus } from '@docuvault/core/payments.ts';

/** An object as Stripe writes it. Accounts are on different versions of its API, so nothing is taken to be there. */
export type StripeObject = Record<string, unknown>;

const object = (value: unknown): StripeObject => (value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as StripeObject) : {});
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
/** An id, or the object of that id where it was expanded. */
const idOf = (value: unknown): string | null => text(value) ?? text(object(value).id);
const time = (value: unknown): Date | null => (typeof value === 'number' && Number.isFinite(value) ? new Date(value * 1000) : null);
const list = (value: unknown): StripeObject[] => (Array.isArray(object(value).data) ? (object(value).data as unknown[]).map(object) : []);
const money = (amount: unknown, currency: unknown): Money | null =>
  (typeof amount === 'number' && Number.isSafeInteger(amount) && typeof currency === 'string' ? { amount, currency: currency.toUpperCase() } : null);
const period = (value: unknown): Period | null => (value === 'month' || value === 'year' ? value : null);

const statuses: Record<string, SubscriptionStatus> = {
  active: 'active', trialing: 'active', past_due: 'past_due', unpaid: 'past_due', incomplete: 'incomplete', incomplete_expired: 'canceled', canceled: 'canceled', paused: 'paused',
};

/** A subscription; null for what is none. Periods stand with its items since 2025-03-31, with itself before. */
export const subscriptionOf = (value: unknown, planOf: (priceId: string) => Plan | null): ProviderSubscription | null => {
  const it = object(value);
  const [reference, status] = [text(it.id), statuses[text(it.status) ?? '']];
  if (!reference || !status || (it.object !== undefined && it.object !== 'subscription')) return null;
  const item = list(it.items)[0] ?? {};
  const price = object(item.price ?? it.plan);
  const priceId = text(price.id);
  const cancelAt = time(it.cancel_at);
  const periodEnd = time(item.current_period_end) ?? time(it.current_period_end);
  return {
    reference, status, customerId: idOf(it.customer), checkoutId: text(object(it.metadata).checkout_id),
    periodStart: time(item.current_period_start) ?? time(it.current_period_start), periodEnd,
    cancelAtPeriodEnd: it.cancel_at_period_end === true || (cancelAt !== null && periodEnd !== null && cancelAt <= periodEnd),
    endedAt: status === 'canceled' ? (time(it.ended_at) ?? time(it.canceled_at)) : null,
    price: { plan: priceId ? planOf(priceId) : null, money: money(price.unit_amount ?? price.amount, price.currency), period: period(object(price.recurring).interval ?? price.interval) },
  };
};

const blank = { checkoutReference: null, checkoutId: null, subscription: null, customerId: null, state: null, periodEnd: null, money: null, paymentId: null };

/** What a session of Checkout says: paid, left, or nothing yet. */
export const checkoutEvent = (value: unknown, told: { id: string; type: string; at: Date }): PaymentEvent => {
  const it = object(value);
  const completed = (it.status === undefined ? told.type.endsWith('completed') || told.type.endsWith('succeeded') : it.status === 'complete') && it.payment_status !== 'unpaid';
  return {
    ...blank, ...told, says: completed ? 'paid' : it.status === 'expired' || told.type.endsWith('expired') ? 'expired' : 'nothing',
    checkoutReference: text(it.id), checkoutId: text(object(it.metadata).checkout_id), subscription: idOf(it.subscription), customerId: idOf(it.customer),
    // Taxes that come on top are not part of our price.
    money: money(it.amount_subtotal ?? it.amount_total, it.currency), paymentId: idOf(it.invoice),
  };
};

const invoiceEvent = (value: unknown, told: { id: string; type: string; at: Date }, says: 'paid' | 'failed'): PaymentEvent => {
  const it = object(value);
  const parent = object(object(it.parent).subscription_details);
  const ends = list(it.lines).map((line) => time(object(line.period).end)).filter((end) => end !== null);
  return {
    ...blank, ...told, says, customerId: idOf(it.customer), paymentId: text(it.id), subscription: idOf(it.subscription) ?? idOf(parent.subscription),
    checkoutId: text(object(parent.metadata ?? object(it.subscription_details).metadata).checkout_id),
    periodEnd: ends.length > 0 ? new Date(Math.max(...ends.map((end) => end.getTime()))) : null,
    money: money(it.subtotal ?? it.amount_paid ?? it.amount_due, it.currency),
  };
};

/** What an event of Stripe says; null for what is no event at all. Kinds that say nothing of a plan are kept as that. */
export const eventOf = (value: unknown, planOf: (priceId: string) => Plan | null): PaymentEvent | null => {
  const it = object(value);
  const [id, type, at] = [text(it.id), text(it.type), time(it.created)];
  if (!id || !type || !at) return null;
  const told = { id, type, at };
  const of = object(it.data).object;
  if (type.startsWith('checkout.session.')) return checkoutEvent(of, told);
  if (type === 'invoice.payment_succeeded' || type === 'invoice.paid') return invoiceEvent(of, told, 'paid');
  if (type === 'invoice.payment_failed') return invoiceEvent(of, told, 'failed');
  if (type.startsWith('customer.subscription.')) {
    const said = subscriptionOf(of, planOf);
    const state: ProviderSubscription | null = said && type === 'customer.subscription.deleted' ? { ...said, status: 'canceled', endedAt: said.endedAt ?? at } : said;
    return { ...blank, ...told, says: state ? 'state' : 'nothing', subscription: state?.reference ?? null, customerId: state?.customerId ?? null, checkoutId: state?.checkoutId ?? null, state };
  }
  return { ...blank, ...told, says: 'nothing', customerId: idOf(object(of).customer) };
};
