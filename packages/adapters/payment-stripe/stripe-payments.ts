import type { Stripe } from 'stripe';
import { EventRefused, PaymentFailure, type PaymentProvider, type Plan } from '@docuvault/core/payments.ts';
import { checkoutEvent, eventOf, subscriptionOf } from './stripe-events.ts';

export type StripeOptions = {
  secretKey: string | null;
  /** The endpoint's own, several while one is being replaced. */
  webhookSecrets: readonly string[];
  apiUrl?: string | undefined;
  /** Prices that the operator made at Stripe, by `<tier>_<period>`; without one the price is written into the checkout. */
  prices?: Readonly<Record<string, string>> | undefined;
  timeoutMs?: number | undefined;
};

/** Stripe's own: a signature older than this is a replay. The same holds for one from the future. */
const toleranceSeconds = 300;
const decoder = new TextDecoder();

const nameOf = ({ tier, period }: Plan): string => `${tier}_${period}`;

/** Subscriptions by Stripe Checkout, in dollars and euros, over Stripe's own SDK with fetch as its transport, so that it runs under Deno too. */
export const createStripePayments = ({ secretKey, webhookSecrets, apiUrl, prices = {}, timeoutMs = 10_000 }: StripeOptions): PaymentProvider => {
  const base = apiUrl ? new URL(apiUrl) : null;
  let opened: Promise<Stripe> | null = null;
  const open = (): Promise<Stripe> => {
    opened ??= import('stripe').then(({ Stripe: Sdk }) => new Sdk(secretKey ?? 'sk_unused', {
      httpClient: Sdk.createFetchHttpClient(), timeout: timeoutMs, maxNetworkRetries: 1, telemetry: false,
      ...(base ? { host: base.hostname, port: base.port || (base.protocol === 'http:' ? '80' : '443'), protocol: base.protocol === 'http:' ? 'http' as const : 'https' as const } : {}),
    }));
    return opened;
  };
  const planOf = (priceId: string): Plan | null => {
    const name = Object.keys(prices).find((one) => prices[one] === priceId);
    const split = /^(premium|family_plus|business)_(month|year)$/.exec(name ?? '');
    return split ? { tier: split[1] as Plan['tier'], period: split[2] as Plan['period'] } : null;
  };

  const calling = async <T>(what: string, work: (stripe: Stripe) => Promise<T>): Promise<T> => {
    if (!secretKey) throw new PaymentFailure('stripe: STRIPE_SECRET_KEY is not set', true);
    try {
      return await work(await open());
    } catch (error) {
      if (error instanceof PaymentFailure) throw error;
      const { statusCode, code, type } = error as { statusCode?: number; code?: string; type?: string };
      // Its messages may hold names and addresses; status and code do not.
      throw new PaymentFailure(`stripe: ${what}: ${[statusCode, type, code].filter(Boolean).join(' ') || 'failed'}`, statusCode === undefined || statusCode >= 500 || [401, 403, 408, 409, 429].includes(statusCode));
    }
  };
  const orNull = async <T>(work: Promise<T>): Promise<T | null> => {
    try {
      return await work;
    } catch (error) {
      if ((error as { statusCode?: number }).statusCode === 404) return null;
      throw error;
    }
  };

  // The SDK takes an answer without an "error" in it for a success, whatever its status: what was asked for has to stand in it.
  const must = (done: boolean, what: string): void => {
    if (!done) throw new PaymentFailure(`stripe: ${what}: an answer that does not say so`, true);
  };

  return {
    name: 'stripe',
    currencies: ['USD', 'EUR'],
    renews: () => true,
    takesEvents: webhookSecrets.length > 0,
    readEvent: async ({ headers, body }, now) => {
      const stripe = await open();
      const payload = decoder.decode(body);
      const header = headers.get('stripe-signature') ?? '';
      const signedAt = Number(/(?:^|,)\s*t=(\d+)/.exec(header)?.[1]);
      if (signedAt > now.getTime() / 1000 + toleranceSeconds) throw new EventRefused('stripe: signed in the future');
      let parsed: unknown;
      for (const secret of webhookSecrets) {
        try {
          parsed = await stripe.webhooks.constructEventAsync(payload, header, secret, toleranceSeconds, undefined, now.getTime());
          break;
        } catch {
          // Another secret may be the one, and if none is, why does not matter.
        }
      }
      const event = parsed === undefined ? null : eventOf(parsed, planOf);
      if (!event) throw new EventRefused('stripe: not signed by the secret, too old, or no event');
      return event;
    },
    startCheckout: (order) => calling('checkout', async (stripe) => {
      const { id, userId, plan, money } = order;
      const metadata = { checkout_id: id, user_id: userId, plan: plan.tier, interval: plan.period };
      const price = prices[nameOf(plan)];
      const back = (how: string) => `${order.returnUrl}${order.returnUrl.includes('?') ? '&' : '?'}checkout=${how}`;
      const session = await stripe.checkout.sessions.create({
        mode: 'subscription', ...(order.customerId ? { customer: order.customerId } : order.email ? { customer_email: order.email } : {}), client_reference_id: userId, metadata, subscription_data: { metadata },
        line_items: [{ quantity: 1, ...(price ? { price } : { price_data: { currency: money.currency.toLowerCase(), unit_amount: money.amount, recurring: { interval: plan.period }, product_data: { name: order.planName } } }) }],
        ...(price ? { currency: money.currency.toLowerCase() } : {}), success_url: back('done'), cancel_url: back('left'),
      }, { idempotencyKey: `checkout ${id}` });
      must(typeof session.id === 'string' && typeof session.url === 'string', 'a checkout');
      const asked = typeof session.amount_subtotal === 'number' && session.currency ? { amount: session.amount_subtotal, currency: session.currency.toUpperCase() } : null;
      return { reference: session.id, url: session.url, customerId: order.customerId, money: asked };
    }),
    askCheckout: (reference) => calling('ask a checkout', async (stripe) => {
      const session = await orNull(stripe.checkout.sessions.retrieve(reference));
      if (!session) return null;
      const event = checkoutEvent(session, { id: `asked ${reference}`, type: 'checkout.asked', at: new Date(session.created * 1000) });
      return event.says === 'nothing' ? null : { ...event, id: `asked ${reference} ${event.says}` };
    }),
    closeCheckout: (reference) => calling('close a checkout', async (stripe) => {
      must((await stripe.checkout.sessions.expire(reference)).status === 'expired', 'close a checkout');
    }),
    ask: (reference) => calling('ask', async (stripe) => subscriptionOf(await orNull(stripe.subscriptions.retrieve(reference, {}, { maxNetworkRetries: 0, timeout: Math.min(timeoutMs, 4_000) })), planOf)),
    end: (reference, when) => calling('end', async (stripe) => {
      if (when === 'period_end') {
        must((await stripe.subscriptions.update(reference, { cancel_at_period_end: true })).cancel_at_period_end, 'end');
        return;
      }
      const now = await orNull(stripe.subscriptions.retrieve(reference));
      if (now !== null && now.status !== 'canceled') must((await stripe.subscriptions.cancel(reference)).status === 'canceled', 'end');
    }),
    resume: (reference) => calling('resume', async (stripe) => {
      return !(await stripe.subscriptions.update(reference, { cancel_at_period_end: false })).cancel_at_period_end;
    }),
    change: (reference, { plan, planName, money, key }) => calling('change', async (stripe) => {
      const now = await stripe.subscriptions.retrieve(reference);
      const item = now.items?.data[0];
      if (!item) throw new PaymentFailure('stripe: a subscription without an item', false);
      const own = prices[nameOf(plan)];
      const product = typeof item.price.product === 'string' ? item.price.product : item.price.product.id;
      const price = own ?? (await stripe.prices.create({ currency: money.currency.toLowerCase(), unit_amount: money.amount, recurring: { interval: plan.period }, product, nickname: planName }, { idempotencyKey: `price ${key}` })).id;
      const changed = await stripe.subscriptions.update(reference, { items: [{ id: item.id, price }], proration_behavior: 'always_invoice', payment_behavior: 'error_if_incomplete', cancel_at_period_end: false, metadata: { plan: plan.tier, interval: plan.period } }, { idempotencyKey: `change ${key}` });
      must(changed.id === reference, 'change');
      return true;
    }),
    portal: (customerId, returnUrl) => calling('portal', async (stripe) => {
      const { url } = await stripe.billingPortal.sessions.create({ customer: customerId, return_url: returnUrl });
      must(typeof url === 'string', 'portal');
      return url;
    }),
    payForm: () => null,
  };
};
