import type { Money, PaymentEvent, Plan, ProviderSubscription, SubscriptionStatus } from '@docuvault/core/payments.ts';

type RazorpayObject = Record<string, unknown>;

const object = (value: unknown): RazorpayObject => (value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as RazorpayObject) : {});
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const time = (value: unknown): Date | null => (typeof value === 'number' && Number.isFinite(value) && value > 0 ? new Date(value * 1000) : null);
const money = (amount: unknown, currency: unknown): Money | null =>
  (typeof amount === 'number' && Number.isSafeInteger(amount) && typeof currency === 'string' ? { amount, currency: currency.toUpperCase() } : null);

/** `authenticated`: the mandate stands and nothing was charged yet; `halted`: all tries at a charge have failed. */
const statuses: Record<string, SubscriptionStatus> = {
  created: 'incomplete', authenticated: 'incomplete', active: 'active', pending: 'past_due', halted: 'past_due', paused: 'paused', cancelled: 'canceled', completed: 'canceled', expired: 'canceled',
};

/** A subscription; null for what is none. */
export const subscriptionOf = (value: unknown, planOf: (planId: string) => Plan | null): ProviderSubscription | null => {
  const it = object(value);
  const [reference, status, planId] = [text(it.id), statuses[text(it.status) ?? ''], text(it.plan_id)];
  if (!reference || !status) return null;
  const plan = planId ? planOf(planId) : null;
  return {
    reference, status, customerId: text(it.customer_id), checkoutId: text(object(it.notes).checkout_id), periodStart: time(it.current_start), periodEnd: time(it.current_end),
    cancelAtPeriodEnd: null,
    endedAt: status === 'canceled' ? time(it.ended_at) : null, price: { plan, money: null, period: plan?.period ?? null },
  };
};

const blank = { checkoutReference: null, checkoutId: null, subscription: null, customerId: null, state: null, periodEnd: null, money: null, paymentId: null };

/** What a payment says of the order that it was made for. */
export const paymentEvent = (value: unknown, told: { id: string; type: string; at: Date }, says: 'paid' | 'failed'): PaymentEvent => {
  const it = object(value);
  return {
    ...blank, ...told, says, checkoutReference: text(it.order_id), checkoutId: text(object(it.notes).checkout_id), customerId: text(it.customer_id),
    money: money(it.amount, it.currency), paymentId: text(it.id),
  };
};

/** What an event of Razorpay says; null for what is no event. `id` is the one of its header, or its body's hash. */
export const eventOf = (value: unknown, id: string, planOf: (planId: string) => Plan | null): PaymentEvent | null => {
  const it = object(value);
  const [type, at] = [text(it.event), time(it.created_at)];
  if (!type || !at) return null;
  const told = { id, type, at };
  const entity = (name: string) => object(object(it.payload)[name]).entity;
  if (type === 'payment.captured' || type === 'order.paid') return paymentEvent(entity('payment'), told, 'paid');
  if (type === 'payment.failed') return paymentEvent(entity('payment'), told, 'failed');
  if (type.startsWith('subscription.')) {
    const said = subscriptionOf(entity('subscription'), planOf);
    const ended = type === 'subscription.cancelled' || type === 'subscription.completed';
    const state: ProviderSubscription | null = said && ended ? { ...said, status: 'canceled', endedAt: said.endedAt ?? at } : said;
    const paid = object(entity('payment'));
    return {
      ...blank, ...told, says: state ? 'state' : 'nothing', subscription: state?.reference ?? null, checkoutId: state?.checkoutId ?? null, customerId: state?.customerId ?? null, state,
      money: money(paid.amount, paid.currency), paymentId: text(paid.id),
    };
  }
  return { ...blank, ...told, says: 'nothing' };
};
