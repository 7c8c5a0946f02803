import { Stripe } from 'stripe';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startStripe, stripeKey, stripeSecret, type StripeServer } from '@docuvault/testing/stripe.ts';
import { createStripePayments } from './stripe-payments.ts';

const at = new Date('2026-11-25T10:00:00Z');
const plan = { tier: 'premium', period: 'month' } as const;

describe('payments by Stripe', () => {
  let server: StripeServer;
  beforeAll(async () => { server = await startStripe(); });
  afterAll(() => server.stop());
  beforeEach(() => { server.failing = () => null; });
  const open = (options = {}) => createStripePayments({ secretKey: stripeKey, webhookSecrets: [stripeSecret], apiUrl: server.url, timeoutMs: 300, ...options });
  const order = (id = crypto.randomUUID()) => ({ id, userId: 'u', email: 'asha@example.test', customerId: null, plan, planName: 'Premium', money: { amount: 499, currency: 'USD' }, returnUrl: 'https://app.example/settings?section=plan' });
  const delivered = (delivery: { headers: Record<string, string>; body: string }) => ({ headers: new Headers(delivery.headers), body: new TextEncoder().encode(delivery.body) });

  it('are tried on a server that Stripe\'s own SDK takes for Stripe: objects, errors, keys and signatures', async () => {
    const { hostname, port } = new URL(server.url);
    const sdk = (key: string) => new Stripe(key, { host: hostname, port, protocol: 'http', maxNetworkRetries: 0 });
    const stripe = sdk(stripeKey);
    const session = await stripe.checkout.sessions.create({ mode: 'subscription', success_url: 'https://a.example', subscription_data: { metadata: { interval: 'month' } }, line_items: [{ quantity: 1, price_data: { currency: 'usd', unit_amount: 499, recurring: { interval: 'month' }, product_data: { name: 'P' } } }] }, { idempotencyKey: 'k' });
    expect(session).toMatchObject({ object: 'checkout.session', status: 'open', amount_subtotal: 499 });
    await expect(stripe.checkout.sessions.create({ mode: 'payment' }, { idempotencyKey: 'k' })).rejects.toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
    await expect(sdk('sk_wrong').checkout.sessions.retrieve(session.id)).rejects.toBeInstanceOf(Stripe.errors.StripeAuthenticationError);
    await expect(stripe.subscriptions.retrieve('sub_none')).rejects.toMatchObject({ statusCode: 404, code: 'resource_missing' });
    const { subscription } = server.pay(session.id, at);
    expect((await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true })).cancel_at_period_end).toBe(true);
    expect((await stripe.subscriptions.cancel(subscription.id)).status).toBe('canceled');
    await expect(stripe.checkout.sessions.expire(session.id)).rejects.toBeInstanceOf(Stripe.errors.StripeInvalidRequestError);
    const delivery = server.deliver('invoice.paid', { id: 'in_1' }, { created: at, signedAt: new Date() });
    expect(stripe.webhooks.constructEvent(delivery.body, delivery.headers['stripe-signature']!, stripeSecret).type).toBe('invoice.paid');
  });

  it('ask for the price that was agreed, and the same session however often it is asked for one purchase', async () => {
    const payments = open();
    const one = order();
    const [first, again] = [await payments.startCheckout(one), await payments.startCheckout(one)];
    expect(again).toEqual(first);
    expect(first).toMatchObject({ money: { amount: 499, currency: 'USD' }, customerId: null });
    expect(server.things.get(first.reference)).toMatchObject({ metadata: { checkout_id: one.id, user_id: 'u', plan: 'premium', interval: 'month' }, customer_email: 'asha@example.test' });
    expect(await payments.askCheckout(first.reference)).toBeNull();
    server.pay(first.reference, at);
    expect(await payments.askCheckout(first.reference)).toMatchObject({ says: 'paid', checkoutReference: first.reference, checkoutId: one.id, money: { amount: 499, currency: 'USD' } });
  });

  it('know plans by the prices that the operator made', async () => {
    server.things.set('price_own', { id: 'price_own', object: 'price', unit_amount: 600, currency: 'usd' });
    const payments = open({ prices: { premium_month: 'price_own' } });
    const { reference, money } = await payments.startCheckout(order());
    expect(money).toEqual({ amount: 600, currency: 'USD' });
    const { subscription } = server.pay(reference, at);
    expect(await payments.ask(subscription.id)).toMatchObject({ status: 'active', price: { plan, money: { amount: 600, currency: 'USD' } } });
    expect(await payments.ask('sub_none')).toBeNull();
  });

  it('say whether asking again may help, and nothing of the buyer', async () => {
    const payments = open();
    const refused = { status: 402, body: { error: { type: 'card_error', code: 'card_declined', message: 'asha@example.test' } } };
    for (const [answer, down] of [[{ status: 500, body: { error: { type: 'api_error' } } }, true], [{ status: 200, body: {} }, true], [{ status: 502, text: '<html>' }, true], [{ status: 401, body: { error: { type: 'invalid_request_error' } } }, true], ['hang', true], ['cut', true], [refused, false]] as const) {
      server.failing = () => answer;
      const failure = await payments.startCheckout(order()).catch((error: unknown) => error as { name: string; down: boolean; message: string });
      expect([failure], JSON.stringify(answer)).toMatchObject([{ name: 'PaymentFailure', down }]);
      expect((failure as { message: string }).message).not.toContain('asha');
    }
    await expect(open({ secretKey: null }).startCheckout(order())).rejects.toMatchObject({ down: true });
  });

  it('read what accounts on older versions of the API are told, and take either of two secrets', async () => {
    const old = { id: 'in_1', object: 'invoice', customer: { id: 'cus_1' }, subscription: 'sub_1', subtotal: 499, currency: 'usd', subscription_details: { metadata: { checkout_id: 'c' } }, lines: { data: [{ period: { end: 1_800_000_000 } }, { period: { end: 1_700_000_000 } }] } };
    const payments = open({ webhookSecrets: ['whsec_old', stripeSecret] });
    expect(await payments.readEvent(delivered(server.deliver('invoice.payment_succeeded', old, { created: at, signedAt: at })), at)).toMatchObject({
      says: 'paid', at, subscription: 'sub_1', customerId: 'cus_1', checkoutId: 'c', periodEnd: new Date(1_800_000_000_000), money: { amount: 499, currency: 'USD' }, paymentId: 'in_1',
    });
    const subscription = { id: 'sub_1', object: 'subscription', status: 'trialing', customer: 'cus_1', current_period_start: 1_700_000_000, current_period_end: 1_800_000_000, cancel_at_period_end: true, plan: { id: 'p', amount: 499, currency: 'usd', interval: 'month' } };
    expect((await payments.readEvent(delivered(server.deliver('customer.subscription.updated', subscription, { created: at, signedAt: at, secret: 'whsec_old' })), at)).state).toMatchObject({
      status: 'active', periodEnd: new Date(1_800_000_000_000), cancelAtPeriodEnd: true, price: { plan: null, money: { amount: 499, currency: 'USD' }, period: 'month' },
    });
    for (const value of [[], 'x', { id: 7 }, null]) {
      expect(await payments.readEvent(delivered(server.deliver('customer.subscription.updated', value, { created: at, signedAt: at })), at)).toMatchObject({ says: 'nothing' });
    }
  });
});
