import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { periodAfter } from './begin-subscription.ts';
import { runBilling } from './run-billing.ts';
import { openShop, planOf, send, told } from './test/shop.ts';

const day = 24 * 3600_000;

describe('a plan by Razorpay', () => {
  let shop: Awaited<ReturnType<typeof openShop>>;
  beforeAll(async () => { shop = await openShop(); });
  afterAll(() => shop.close());
  const now = () => shop.vault.clock.now();
  const buy = async (plan = 'premium', interval = 'month', person?: Awaited<ReturnType<typeof shop.person>>) => {
    const who = person ?? (await shop.person());
    const { status, body } = await send(who.call, 'POST', '/checkout', { plan, interval, provider: 'razorpay' });
    expect([status, body]).toMatchObject([200, { provider: 'razorpay', currency: 'INR' }]);
    return { ...who, body, orderId: body.orderId as string };
  };
  const captured = (orderId: string, how = {}) => {
    const payment = shop.razorpay.payOrder(orderId, now(), how);
    return told(shop.nobody, shop.razorpay.deliver(payment.status === 'captured' ? 'payment.captured' : 'payment.failed', { payment }, { created: now() }));
  };

  it('is a period that is paid for once: it is told before it ends, ends by itself, and is made longer by another payment', async () => {
    const asha = await buy();
    expect(asha.body).toMatchObject({ amount: 19900, renews: false, keyId: 'rzp_test_key', url: `https://vault.example/functions/v1/subscription-manager/pay/${asha.body.checkoutId as string}` });
    expect((await captured(asha.orderId)).body).toMatchObject({ outcome: 'applied' });
    const first = await planOf(asha.call);
    expect(first).toMatchObject({ tier: 'premium', status: 'active', provider: 'razorpay', cancelAtPeriodEnd: true, renews: false, amount: 19900, currency: 'INR' });
    expect(first.currentPeriodEnd).toBe(periodAfter(new Date(Math.floor(now().getTime() / 1000) * 1000), 'month').toISOString());
    expect((await send(asha.call, 'POST', '/cancel')).body, 'there is nothing left to cancel').toMatchObject({ cancelAtPeriodEnd: true });
    expect((await send(asha.call, 'POST', '/resume')).body.error?.code).toBe('subscription.cannot_resume');
    expect((await send(asha.call, 'POST', '/portal')).body.error?.code).toBe('subscription.no_portal');
    await captured((await buy('premium', 'month', asha)).orderId);
    expect((await planOf(asha.call)).currentPeriodEnd).toBe(periodAfter(new Date(first.currentPeriodEnd!), 'month').toISOString());
    expect((await send(asha.call, 'POST', '/checkout', { plan: 'premium', interval: 'month', provider: 'razorpay' })).body.error?.code).toBe('subscription.paid_ahead');
    shop.vault.clock.advance(56 * day);
    await runBilling(shop.deps);
    expect((await planOf(asha.call)).tier).toBe('premium');
    shop.vault.clock.advance(8 * day);
    await runBilling(shop.deps);
    expect(await planOf(asha.call)).toMatchObject({ tier: 'free', status: 'canceled', provider: null });
    expect((await shop.inbox(asha.actor.userId)).map(({ kind }) => kind)).toEqual(['billing.started', 'billing.started', 'billing.ending', 'billing.ended']);
  });

  it('sets the rest of a paid period off when a larger plan is bought', async () => {
    const ravi = await buy('premium', 'year');
    await captured(ravi.orderId);
    shop.vault.clock.advance(100 * day);
    const larger = await buy('family_plus', 'year', ravi);
    const { amount } = larger.body as { amount: number };
    expect(amount).toBeGreaterThan(399000 - 199000);
    expect(amount).toBeLessThan(399000 - 140000);
    await captured(larger.orderId);
    expect(await planOf(ravi.call)).toMatchObject({ tier: 'family_plus', amount });
  });

  it('does not begin by a payment that failed, of another amount or currency, or of somebody else\'s order', async () => {
    const { call, orderId } = await buy();
    expect((await captured(orderId, { status: 'failed' })).body.outcome).toBe('nothing');
    for (const how of [{ amount: 100 }, { amount: -19900 }, { currency: 'USD' }]) expect((await captured(orderId, how)).body.outcome, JSON.stringify(how)).toBe('mismatch');
    const payment = { ...shop.razorpay.payOrder(orderId, now()), order_id: 'order_of_a_stranger', notes: {} };
    expect((await told(shop.nobody, shop.razorpay.deliver('payment.captured', { payment }, { created: now() }))).body.outcome).toBe('unknown');
    expect((await planOf(call)).tier).toBe('free');
    expect((await captured(orderId)).body.outcome).toBe('applied');
    expect((await captured(orderId, { status: 'failed' })).body.outcome, 'a late word of a failed attempt').toBe('stale');
    expect((await planOf(call)).tier).toBe('premium');
  });

  it('is told of once: by an event without an id, by the same body under another id, by two events of one payment', async () => {
    const { actor, call, orderId } = await buy();
    const payment = shop.razorpay.payOrder(orderId, now());
    const delivery = shop.razorpay.deliver('payment.captured', { payment }, { created: now(), id: null });
    expect((await Promise.all([told(shop.nobody, delivery), told(shop.nobody, delivery)])).map(({ body }) => body.outcome).sort()).toEqual(['applied', 'duplicate']);
    expect((await told(shop.nobody, { ...delivery, headers: { ...delivery.headers, 'x-razorpay-event-id': 'evt_made_up' } })).body.outcome).toBe('duplicate');
    expect((await told(shop.nobody, shop.razorpay.deliver('order.paid', { payment }, { created: now() }))).body.outcome).toBe('nothing');
    const [row] = await shop.vault.db.asService('test', (tx) => tx.query<{ n: number }>(sql`select count(*)::integer as n from public.subscriptions s where s.user_id = ${actor.userId}`));
    expect([row!.n, (await planOf(call)).tier]).toEqual([1, 'premium']);
  });

  it('is refused what is not signed by the secret', async () => {
    const { call, orderId } = await buy();
    const payment = shop.razorpay.payOrder(orderId, now());
    const good = shop.razorpay.deliver('payment.captured', { payment }, { created: now() });
    const signed = (signature: string) => ({ ...good, headers: { ...good.headers, 'x-razorpay-signature': signature } });
    for (const delivery of [signed(''), signed('00'), signed('zz'.repeat(32)), signed(`${good.headers['x-razorpay-signature']!}00`), { ...good, body: `${good.body} ` }, shop.razorpay.deliver('payment.captured', { payment }, { created: now(), secret: 'another' })]) {
      expect(await told(shop.nobody, delivery)).toMatchObject({ status: 400, body: { error: { code: 'webhook.bad_signature' } } });
    }
    expect((await planOf(call)).tier).toBe('free');
  });

  it('leads to Razorpay by a page without scripts, and asks it who has paid when the browser comes back', async () => {
    const { call, body, orderId } = await buy();
    const page = await shop.nobody(`/pay/${body.checkoutId as string}`);
    const text = await page.text();
    expect([page.status, page.headers.get('content-security-policy')]).toEqual([200, expect.stringContaining("default-src 'none'") as string]);
    expect(text).toContain(`name="order_id" value="${orderId}"`);
    expect(text).toContain('/v1/checkout/embedded');
    expect((await shop.nobody(`/pay/${crypto.randomUUID()}`)).status).toBe(404);
    const back = () => shop.nobody(`/pay/${body.checkoutId as string}/done`, { method: 'POST', body: 'razorpay_payment_id=pay_forged&razorpay_order_id=x&razorpay_signature=y', headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    expect((await back()).headers.get('location')).toBe('https://app.example/settings?section=plan&checkout=waiting');
    expect((await planOf(call)).tier).toBe('free');
    shop.razorpay.payOrder(orderId, now());
    const answer = await back();
    expect([answer.status, answer.headers.get('location')]).toEqual([303, 'https://app.example/settings?section=plan&checkout=done']);
    expect((await planOf(call)).tier).toBe('premium');
    expect(await (await shop.nobody(`/pay/${body.checkoutId as string}`)).text()).not.toContain('<form');
  });

  it('renews by a mandate where the operator has made plans at Razorpay', async () => {
    const deps = shop.depsWith({ razorpay: { plans: { premium_month: 'plan_premium' } } });
    const { call } = await shop.person('meera', deps);
    const { body } = await send(call, 'POST', '/checkout', { plan: 'premium', interval: 'month', provider: 'razorpay' });
    expect(body).toMatchObject({ renews: true, subscriptionId: expect.stringMatching(/^sub_/) as string, url: expect.stringContaining('https://rzp.example/i/') as string });
    const until = new Date(now().getTime() + 30 * day);
    const subscription = shop.razorpay.charge(body.subscriptionId as string, now(), until);
    const tell = (event: string, entity: typeof subscription, at: Date) => told(call, shop.razorpay.deliver(event, { subscription: entity }, { created: at }));
    expect((await tell('subscription.charged', subscription, now())).body.outcome).toBe('applied');
    expect(await planOf(call)).toMatchObject({ tier: 'premium', status: 'active', cancelAtPeriodEnd: false, renews: true });
    expect((await send(call, 'POST', '/cancel')).body).toMatchObject({ cancelAtPeriodEnd: true, status: 'active' });
    expect((await tell('subscription.updated', subscription, now())).body.outcome).toBe('applied');
    expect((await planOf(call)).cancelAtPeriodEnd, 'Razorpay does not say, so what was done here stands').toBe(true);
    subscription.status = 'cancelled';
    expect((await tell('subscription.cancelled', { ...subscription }, until)).body.outcome).toBe('applied');
    expect((await tell('subscription.charged', { ...subscription, status: 'active' }, new Date(now().getTime() + 1000))).body.outcome).toBe('stale');
    expect(await planOf(call)).toMatchObject({ tier: 'free', status: 'canceled' });
  });
});
