import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { EventRefused, PaymentFailure, type PaymentProvider, type Plan } from '@docuvault/core/payments.ts';
import { eventOf, paymentEvent, subscriptionOf } from './razorpay-events.ts';

export type RazorpayOptions = {
  keyId: string | null;
  keySecret: string | null;
  webhookSecret: string | null;
  apiUrl?: string | undefined;
  /** Plans that the operator made at Razorpay, by `<tier>_<period>`: those renew. What has none is sold by the period, as an order. */
  plans?: Readonly<Record<string, string>> | undefined;
  timeoutMs?: number | undefined;
};

type Entity = Record<string, unknown> & { id?: unknown };
type Send = (method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown) => Promise<Entity | null>;

/** Razorpay lets a mandate run for ten years at most. */
const cycles = { month: 120, year: 10 } as const;

const sender = ({ keyId, keySecret, apiUrl = 'https://api.razorpay.com', timeoutMs = 10_000 }: RazorpayOptions): Send => async (method, path, body) => {
  if (!keyId || !keySecret) throw new PaymentFailure('razorpay: RAZORPAY_KEY_ID and RAZORPAY_KEY_SECRET are not set', true);
  const what = `razorpay: ${method} ${path.replace(/\/(order|sub|pay)_\w+/g, '/…')}`;
  let answer: Response;
  let read: unknown;
  try {
    answer = await fetch(`${apiUrl.replace(/\/+$/, '')}/v1${path}`, {
      method, signal: AbortSignal.timeout(timeoutMs), redirect: 'error',
      headers: { authorization: `Basic ${Buffer.from(`${keyId}:${keySecret}`).toString('base64')}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    read = await answer.json().catch(() => null);
  } catch (error) {
    throw new PaymentFailure(`${what}: ${error instanceof Error ? error.name : 'failed'}`, true);
  }
  if (answer.status === 404) return null;
  const { error } = (read ?? {}) as { error?: { code?: string; description?: string } };
  // An id that it does not know is answered as a bad request.
  if (answer.status === 400 && method === 'GET' && /does not exist/i.test(error?.description ?? '')) return null;
  if (!answer.ok || read === null || typeof read !== 'object') throw new PaymentFailure(`${what}: ${answer.status} ${error?.code ?? ''}`.trim(), answer.ok || answer.status >= 500 || [401, 403, 408, 429].includes(answer.status));
  return read as Entity;
};

const must = (entity: Entity | null, what: string): Entity & { id: string } => {
  if (typeof entity?.id !== 'string') throw new PaymentFailure(`razorpay: ${what}: an answer without an id`, true);
  return entity as Entity & { id: string };
};

/**
 * Razorpay, in rupees, over its HTTP API: its SDK has no time-outs, fails on a lost connection with an error of its own, and compares
 * signatures in a way that can be timed. A plan that the operator made there renews by a mandate; else a period is sold as an order.
 */
export const createRazorpayPayments = (options: RazorpayOptions): PaymentProvider => {
  const { keyId, webhookSecret, plans = {} } = options;
  const send = sender(options);
  const quick = sender({ ...options, timeoutMs: Math.min(options.timeoutMs ?? 10_000, 4_000) });
  const planOf = (planId: string): Plan | null => {
    const split = /^(premium|family_plus|business)_(month|year)$/.exec(Object.keys(plans).find((name) => plans[name] === planId) ?? '');
    return split ? { tier: split[1] as Plan['tier'], period: split[2] as Plan['period'] } : null;
  };
  return {
    name: 'razorpay',
    currencies: ['INR'],
    renews: ({ tier, period }) => plans[`${tier}_${period}`] !== undefined,
    takesEvents: webhookSecret !== null,
    readEvent: ({ headers, body }) => {
      const given = Buffer.from(headers.get('x-razorpay-signature') ?? '', 'hex');
      const wanted = createHmac('sha256', webhookSecret!).update(body).digest();
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return Promise.reject(new EventRefused('razorpay: not signed by the secret'));
      try {
        const id = headers.get('x-razorpay-event-id') ?? createHash('sha256').update(body).digest('hex');
        const event = eventOf(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)), id.slice(0, 300), planOf);
        if (event) return Promise.resolve(event);
      } catch {
        // What is signed and no JSON is no event either.
      }
      return Promise.reject(new EventRefused('razorpay: no event'));
    },
    startCheckout: async ({ id, userId, plan, money }) => {
      const notes = { checkout_id: id, user_id: userId, plan: plan.tier, interval: plan.period };
      const planId = plans[`${plan.tier}_${plan.period}`];
      if (planId) {
        const made = must(await send('POST', '/subscriptions', { plan_id: planId, total_count: cycles[plan.period], quantity: 1, customer_notify: true, notes }), 'a subscription');
        return { reference: made.id, url: typeof made.short_url === 'string' ? made.short_url : null, customerId: null, money: null };
      }
      const made = must(await send('POST', '/orders', { amount: money.amount, currency: money.currency, receipt: id, notes }), 'an order');
      if ((made.amount !== undefined && made.amount !== money.amount) || (made.currency !== undefined && made.currency !== money.currency)) throw new PaymentFailure('razorpay: an order over another amount', false);
      return { reference: made.id, url: null, customerId: null, money: null };
    },
    askCheckout: async (reference) => {
      if (reference.startsWith('sub_')) {
        const state = subscriptionOf(await send('GET', `/subscriptions/${encodeURIComponent(reference)}`), planOf);
        if (!state || state.status === 'incomplete') return null;
        const at = state.periodStart ?? state.endedAt ?? new Date(0);
        return { id: `asked ${reference} ${state.status}`, type: 'subscription.asked', at, says: 'state', checkoutReference: reference, checkoutId: state.checkoutId, subscription: reference, customerId: state.customerId, state, periodEnd: null, money: null, paymentId: null };
      }
      const paid = await send('GET', `/orders/${encodeURIComponent(reference)}/payments`);
      const captured = (Array.isArray(paid?.items) ? (paid.items as Entity[]) : []).find(({ status }) => status === 'captured');
      return captured ? paymentEvent(captured, { id: `asked ${String(captured.id)}`, type: 'payment.asked', at: new Date(Number(captured.created_at) * 1000 || 0) }, 'paid') : null;
    },
    // An order cannot be closed: one that is paid after all is a period bought, and counts.
    closeCheckout: async (reference) => {
      if (reference.startsWith('sub_')) await send('POST', `/subscriptions/${encodeURIComponent(reference)}/cancel`, { cancel_at_cycle_end: 0 });
    },
    ask: async (reference) => (reference.startsWith('sub_') ? subscriptionOf(await quick('GET', `/subscriptions/${encodeURIComponent(reference)}`), planOf) : null),
    end: async (reference, when) => {
      await send('POST', `/subscriptions/${encodeURIComponent(reference)}/cancel`, { cancel_at_cycle_end: when === 'now' ? 0 : 1 });
    },
    // It has no call that takes a cancellation back.
    resume: () => Promise.resolve(false),
    change: async (reference, { plan }) => {
      const planId = plans[`${plan.tier}_${plan.period}`];
      if (!planId || !reference.startsWith('sub_')) return false;
      must(await send('PATCH', `/subscriptions/${encodeURIComponent(reference)}`, { plan_id: planId, schedule_change_at: 'now', customer_notify: true }), 'a change');
      return true;
    },
    portal: () => Promise.resolve(null),
    payForm: ({ reference, money, planName, email, callbackUrl, cancelUrl }) => (reference.startsWith('sub_') ? null : {
      action: `${(options.apiUrl ?? 'https://api.razorpay.com').replace(/\/+$/, '')}/v1/checkout/embedded`,
      fields: { key_id: keyId ?? '', order_id: reference, amount: String(money.amount), currency: money.currency, name: 'DocuVault AI', description: planName, callback_url: callbackUrl, cancel_url: cancelUrl, ...(email ? { 'prefill[email]': email } : {}) },
    }),
  };
};
