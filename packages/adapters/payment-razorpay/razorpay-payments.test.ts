import Razorpay from 'razorpay';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { razorpayKey, razorpaySecret, startRazorpay, type RazorpayServer } from '@docuvault/testing/razorpay.ts';
import { createRazorpayPayments } from './razorpay-payments.ts';

const at = new Date('2026-11-25T10:00:00Z');
const plan = { tier: 'premium', period: 'month' } as const;
type Sdk = Razorpay & { api: { rq: { defaults: { baseURL: string } } } };

describe('payments by Razorpay', () => {
  let server: RazorpayServer;
  beforeAll(async () => { server = await startRazorpay(); });
  afterAll(() => server.stop());
  beforeEach(() => { server.failing = () => null; });
  const open = (options = {}) => createRazorpayPayments({ keyId: razorpayKey.id, keySecret: razorpayKey.secret, webhookSecret: razorpaySecret, apiUrl: server.url, timeoutMs: 300, ...options });
  const order = () => ({ id: crypto.randomUUID(), userId: 'u', email: null, customerId: null, plan, planName: 'Premium', money: { amount: 19900, currency: 'INR' }, returnUrl: 'https://app.example' });

  it('are tried on a server that Razorpay\'s own SDK takes for Razorpay: orders, payments, subscriptions, errors and signatures', async () => {
    const sdk = (secret: string) => {
      const made = new Razorpay({ key_id: razorpayKey.id, key_secret: secret }) as Sdk;
      made.api.rq.defaults.baseURL = server.url;
      return made;
    };
    const razorpay = sdk(razorpayKey.secret);
    const made = await razorpay.orders.create({ amount: 19900, currency: 'INR', receipt: 'r', notes: { checkout_id: 'c' } });
    const payment = server.payOrder(made.id, at);
    expect((await razorpay.orders.fetchPayments(made.id)).items.map(({ id }) => id)).toEqual([payment.id]);
    expect((await razorpay.payments.fetch(payment.id)).status).toBe('captured');
    await expect(razorpay.orders.create({ amount: 10, currency: 'INR' })).rejects.toMatchObject({ statusCode: 400, error: { code: 'BAD_REQUEST_ERROR' } });
    await expect(razorpay.orders.fetch('order_none')).rejects.toMatchObject({ statusCode: 400 });
    await expect(sdk('wrong').orders.fetch(made.id)).rejects.toMatchObject({ statusCode: 401 });
    const subscription = await razorpay.subscriptions.create({ plan_id: 'plan_1', total_count: 120 });
    expect((await razorpay.subscriptions.cancel(subscription.id)).status).toBe('cancelled');
    const { body, headers } = server.deliver('payment.captured', { payment }, { created: at });
    expect(Razorpay.validateWebhookSignature(body, headers['x-razorpay-signature']!, razorpaySecret)).toBe(true);
  });

  it('sell a period as an order over what was agreed, and say who has paid it', async () => {
    const payments = open();
    const one = order();
    const { reference, url } = await payments.startCheckout(one);
    expect([reference.startsWith('order_'), url]).toEqual([true, null]);
    expect(await payments.askCheckout(reference)).toBeNull();
    server.payOrder(reference, at, { status: 'failed' });
    expect(await payments.askCheckout(reference)).toBeNull();
    server.payOrder(reference, at);
    expect(await payments.askCheckout(reference)).toMatchObject({ says: 'paid', at, checkoutReference: reference, checkoutId: one.id, money: { amount: 19900, currency: 'INR' } });
    expect(await payments.askCheckout('order_none')).toBeNull();
  });

  it('renew by a mandate where a plan was made there, and end at once or with the period', async () => {
    const payments = open({ plans: { premium_month: 'plan_p', business_year: 'plan_b' } });
    expect([payments.renews(plan), payments.renews({ tier: 'premium', period: 'year' })]).toEqual([true, false]);
    const { reference, url } = await payments.startCheckout(order());
    expect([url, await payments.askCheckout(reference)]).toEqual([`https://rzp.example/i/${reference}`, null]);
    server.charge(reference, at, new Date('2026-12-25T10:00:00Z'));
    expect(await payments.ask(reference)).toMatchObject({ status: 'active', periodEnd: new Date('2026-12-25T10:00:00Z'), price: { plan } });
    expect(await payments.change(reference, { plan: { tier: 'business', period: 'year' }, planName: 'B', money: { amount: 1, currency: 'INR' }, key: 'k' })).toBe(true);
    expect((await payments.ask(reference))?.price.plan).toEqual({ tier: 'business', period: 'year' });
    await payments.end(reference, 'period_end');
    expect((await payments.ask(reference))?.status).toBe('active');
    await payments.end(reference, 'now');
    expect((await payments.ask(reference))?.status).toBe('canceled');
    expect(await payments.ask('sub_none')).toBeNull();
  });

  it('say whether asking again may help', async () => {
    for (const [answer, down] of [[{ status: 500, body: {} }, true], [{ status: 200, body: {} }, true], [{ status: 200, text: '<html>' }, true], [{ status: 401, body: { error: { code: 'BAD_REQUEST_ERROR' } } }, true], ['hang', true], ['cut', true], [{ status: 400, body: { error: { code: 'BAD_REQUEST_ERROR' } } }, false]] as const) {
      server.failing = () => answer;
      await expect(open().startCheckout(order()), JSON.stringify(answer)).rejects.toMatchObject({ name: 'PaymentFailure', down });
    }
  });
});
