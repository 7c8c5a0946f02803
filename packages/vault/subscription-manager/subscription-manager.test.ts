import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runBilling } from './run-billing.ts';
import { openShop, planOf, send, told } from './test/shop.ts';

const day = 24 * 3600_000;

describe('a plan by Stripe', () => {
  let shop: Awaited<ReturnType<typeof openShop>>;
  beforeAll(async () => { shop = await openShop(); });
  afterAll(() => shop.close());
  beforeEach(() => { shop.stripe.failing = () => null; });

  const now = () => shop.vault.clock.now();
  const ago = (seconds: number) => new Date(now().getTime() - seconds * 1000);
  const buy = async (plan = 'premium', interval = 'month') => {
    const person = await shop.person();
    const { status, body } = await send(person.call, 'POST', '/checkout', { plan, interval, provider: 'stripe' });
    expect([status, body]).toMatchObject([200, { provider: 'stripe' }]);
    return { ...person, body, sessionId: body.sessionId as string };
  };
  const event = (type: string, object: unknown, created: Date, id?: string) => told(shop.nobody, shop.stripe.deliver(type, object, { created, signedAt: now(), ...(id ? { id } : {}) }));
  const bought = async (plan?: string, interval?: string) => {
    const person = await buy(plan, interval);
    const paid = shop.stripe.pay(person.sessionId, now());
    expect(await event('checkout.session.completed', paid.session, now())).toMatchObject({ status: 200, body: { received: true, outcome: 'applied' } });
    return { ...person, ...paid };
  };

  it('begins when the checkout was paid, and gives its limits', async () => {
    const { call, body, session, inboxOf, actor } = { ...(await bought('premium', 'monthly')), inboxOf: shop.inbox };
    expect(body.url).toMatch(/^https:\/\/checkout\.stripe\.example\//);
    expect(session).toMatchObject({ mode: 'subscription', client_reference_id: actor.userId, success_url: 'https://app.example/settings?section=plan&checkout=done', amount_subtotal: 499 });
    const plan = await planOf(call);
    expect(plan).toMatchObject({ tier: 'premium', status: 'active', provider: 'stripe', cancelAtPeriodEnd: false, interval: 'month', amount: 499, currency: 'USD', renews: true, tierAfterwards: 'free', usage: { storageUsed: 0, storageLimit: 53687091200, aiUsed: 0, aiLimit: 1000, members: 1 } });
    expect(new Date(plan.currentPeriodEnd!).getTime() - now().getTime()).toBeGreaterThan(27 * day);
    await shop.vault.db.asService('test', (tx) => tx.query(sql`update public.users set ai_used = 7, ai_month = ${`${now().toISOString().slice(0, 7)}-01`}::date where id = ${actor.userId}`));
    expect((await planOf(call)).usage.aiUsed).toBe(7);
    expect((await inboxOf(actor.userId)).map(({ kind, title }) => [kind, title])).toEqual([['billing.started', 'Your plan is Premium now']]);
    expect((await send(call, 'GET', '/payments')).body).toMatchObject({ items: [{ type: 'checkout.session.completed', amount: 499, currency: 'USD' }] });
  });

  it('takes each event once, also when it is delivered twice at the same time or under another id', async () => {
    const { call, sessionId, actor } = await buy();
    const { session } = shop.stripe.pay(sessionId, now());
    const delivery = shop.stripe.deliver('checkout.session.completed', session, { created: now(), signedAt: now() });
    const answers = await Promise.all(Array.from({ length: 4 }, () => told(shop.nobody, delivery)));
    expect(answers.map(({ status, body }) => [status, body.outcome]).sort()).toEqual([[200, 'applied'], [200, 'duplicate'], [200, 'duplicate'], [200, 'duplicate']]);
    expect((await told(shop.nobody, delivery)).body).toEqual({ received: true, duplicate: true, outcome: 'duplicate' });
    const [row] = await shop.vault.db.asService('test', (tx) => tx.query<{ n: number }>(sql`select count(*)::integer as n from public.subscriptions s where s.user_id = ${actor.userId}`));
    expect([row!.n, (await planOf(call)).tier, (await shop.inbox(actor.userId)).length]).toEqual([1, 'premium', 1]);
  });

  it('refuses what is not signed, signed by another, too old, from the future, or by two', async () => {
    const { call, sessionId } = await buy();
    const { session } = shop.stripe.pay(sessionId, now());
    const good = shop.stripe.deliver('checkout.session.completed', session, { created: now(), signedAt: now() });
    const signedAt = (at: Date, secret?: string) => shop.stripe.deliver('checkout.session.completed', session, { created: now(), signedAt: at, ...(secret ? { secret } : {}) });
    const bad: RequestInit[] = [
      signedAt(now(), 'whsec_another'), signedAt(ago(301)), signedAt(ago(86_400 * 400)), signedAt(ago(-400)), { ...good, body: good.body.replace('paid', 'past') }, { ...good, headers: { ...good.headers, 'stripe-signature': 't=,v1=' } },
      { ...good, headers: { ...good.headers, 'stripe-signature': '' } }, { ...good, body: '' }, { ...good, headers: { 'content-type': 'application/json' } }, { ...good, headers: { ...good.headers, 'x-razorpay-signature': 'a' } },
    ];
    for (const delivery of bad) expect((await told(shop.nobody, delivery)).status, JSON.stringify(delivery.headers)).toBe(400);
    expect((await told(shop.nobody, { ...good, body: `${good.body}${' '.repeat(1024 * 1024)}` })).status).toBe(413);
    const [row] = await shop.vault.db.asService('test', (tx) => tx.query<{ n: number }>(sql`select count(*)::integer as n from public.payment_events e where e.type = 'checkout.session.completed' and e.received_at >= ${now()} and e.user_id is null`));
    expect([(await planOf(call)).tier, row!.n]).toEqual(['free', 0]);
    expect((await told(shop.nobody, good)).body.outcome).toBe('applied');
  });

  it.each([['with an answer from Stripe', false], ['while Stripe does not answer', true]])('ends in the right state whatever the order of its events, %s', async (_how, silent) => {
    const later = new Date(now().getTime() + 60 * day);
    const reorder = async (order: readonly number[], ends: boolean) => {
      const { call, sessionId } = await buy();
      const { session, subscription, invoice } = shop.stripe.pay(sessionId, now());
      const first = structuredClone(subscription);
      const renewed = shop.stripe.invoiceOf(subscription.id, 'in_2', later);
      if (silent) shop.stripe.failing = () => ({ status: 500, body: {} });
      const events: [string, unknown, Date][] = [
        ['customer.subscription.created', { ...first, status: 'incomplete' }, ago(50)], ['invoice.payment_succeeded', invoice, ago(49)], ['checkout.session.completed', session, ago(48)], ['customer.subscription.updated', first, ago(47)],
        ['invoice.payment_failed', renewed, ago(40)], ['customer.subscription.updated', { ...first, status: 'past_due' }, ago(39)], ['invoice.payment_succeeded', renewed, ago(30)],
        ...(ends ? [['customer.subscription.deleted', { ...first, status: 'canceled', ended_at: Math.floor(ago(20).getTime() / 1000) }, ago(20)] as [string, unknown, Date]] : []),
      ];
      if (ends) Object.assign(subscription, { status: 'canceled', ended_at: Math.floor(ago(20).getTime() / 1000) });
      else ((subscription.items as { data: { current_period_end: number }[] }).data[0]!).current_period_end = Math.floor(later.getTime() / 1000);
      for (const at of order.filter((k) => k < events.length)) expect((await event(...events[at]!)).status).toBe(200);
      shop.stripe.failing = () => null;
      const { tier, status, currentPeriodEnd } = await planOf(call);
      return [tier, status, currentPeriodEnd?.slice(0, 10) ?? null];
    };
    const orders = [[0, 1, 2, 3, 4, 5, 6, 7], [7, 6, 5, 4, 3, 2, 1, 0], [6, 4, 2, 0, 7, 5, 3, 1], [2, 7, 4, 6, 5, 1, 3, 0], [5, 6, 1, 2, 7, 0, 4, 3]];
    for (const order of orders) {
      expect(await reorder(order, true), `ended: ${order.join(' ')}`).toEqual(['free', 'canceled', null]);
      const [tier, status, end] = await reorder(order, false);
      expect([tier, status], `running: ${order.join(' ')}`).toEqual(['premium', 'active']);
      expect(end).toBe(later.toISOString().slice(0, 10));
    }
  });

  it('keeps the tier for a fortnight when a payment fails, says so, and takes it away then without removing anything', async () => {
    const { call, subscription, actor } = await bought();
    await shop.vault.db.asService('test', (tx) => tx.query(sql`update public.users set storage_used = 2000000000 where id = ${actor.userId}`));
    subscription.status = 'past_due';
    await event('invoice.payment_failed', shop.stripe.invoiceOf(subscription.id, 'in_next', now()), now());
    const failing = await planOf(call);
    expect(failing).toMatchObject({ tier: 'premium', status: 'past_due', overLimit: false });
    expect(Math.round((new Date(failing.graceUntil!).getTime() - now().getTime()) / day)).toBe(14);
    for (const days of [12, 1, 2]) {
      shop.vault.clock.advance(days * day);
      await runBilling(shop.deps);
    }
    expect(await planOf(call)).toMatchObject({ tier: 'free', status: 'past_due', overLimit: true, usage: { storageUsed: 2000000000, storageLimit: 1073741824, aiLimit: 50 } });
    expect((await shop.inbox(actor.userId)).map(({ kind }) => kind)).toEqual(['billing.started', 'billing.payment_failed', 'billing.ending', 'billing.ended']);
    subscription.status = 'active';
    await event('invoice.payment_succeeded', shop.stripe.invoiceOf(subscription.id, 'in_next', new Date(now().getTime() + 30 * day)), new Date(now().getTime() + 1000));
    expect(await planOf(call)).toMatchObject({ tier: 'premium', status: 'active', graceUntil: null, overLimit: false });
  });

  it('is cancelled in one step at the end of what was paid, and taken up again', async () => {
    const { call, subscription } = await bought();
    expect((await send(call, 'POST', '/cancel')).body).toMatchObject({ tier: 'premium', status: 'active', cancelAtPeriodEnd: true, renews: false, canResume: true });
    expect((await send(call, 'POST', '/cancel')).status, 'twice is once').toBe(200);
    expect(subscription.cancel_at_period_end).toBe(true);
    expect((await send(call, 'POST', '/resume')).body).toMatchObject({ cancelAtPeriodEnd: false, renews: true });
    expect((await send(call, 'POST', '/portal')).body).toEqual({ url: 'https://billing.stripe.example/p/session' });
  });

  it('is changed to another plan, and no second one is sold beside it', async () => {
    const { call } = await bought();
    expect(await send(call, 'POST', '/checkout', { plan: 'business', interval: 'year', provider: 'stripe' })).toMatchObject({ status: 409, body: { error: { code: 'subscription.running', details: { tier: 'premium', provider: 'stripe' } } } });
    expect((await send(call, 'POST', '/change', { plan: 'premium', interval: 'month' })).body.error?.code).toBe('subscription.same_plan');
    expect(await send(call, 'POST', '/change', { plan: 'family_plus', interval: 'year' })).toMatchObject({ status: 200, body: { tier: 'family_plus', interval: 'year', amount: 9990, usage: { aiLimit: 5000 } } });
  });

  it('is of the account whose checkout, subscription and customer it is: events of strangers, of two people or of another amount change nothing', async () => {
    const [mine, other] = [await bought(), await bought()];
    const foreign = { ...structuredClone(mine.subscription), status: 'canceled', customer: other.session.customer };
    expect((await event('customer.subscription.deleted', foreign, now())).body).toMatchObject({ outcome: 'mismatch' });
    expect((await event('customer.subscription.deleted', { ...foreign, id: 'sub_stranger', customer: 'cus_stranger', metadata: {} }, now())).body).toMatchObject({ received: true, outcome: 'unknown' });
    expect((await event('charge.refunded', { id: 'ch_1', customer: 'cus_stranger' }, now())).body.outcome).toBe('unknown');
    const cheap = await buy();
    const { session } = shop.stripe.pay(cheap.sessionId, now());
    for (const change of [{ amount_subtotal: 1, amount_total: 1 }, { currency: 'inr' }, { amount_subtotal: -499 }]) {
      expect((await event('checkout.session.completed', { ...session, ...change }, now())).body.outcome).toBe('mismatch');
    }
    expect((await Promise.all([mine, other, cheap].map(({ call }) => planOf(call)))).map(({ tier }) => tier)).toEqual(['premium', 'premium', 'free']);
  });

  it('refuses plans, intervals, currencies and providers that are none, and says 503 while Stripe is down, without a trace', async () => {
    const { call } = await shop.person();
    for (const body of [{ plan: 'gold' }, { plan: 'free' }, { plan: '' }, { plan: -1 }, { plan: null }, { interval: 'week' }, { interval: -1 }, { provider: 'paypal' }, { currency: 'dollars' }]) {
      expect((await send(call, 'POST', '/checkout', { plan: 'premium', interval: 'month', provider: 'stripe', ...body })).status, JSON.stringify(body)).toBe(400);
    }
    expect((await send(call, 'POST', '/checkout', { plan: 'premium', interval: 'month', provider: 'stripe', currency: 'INR' })).body.error?.code).toBe('subscription.no_price');
    for (const answer of [{ status: 500, body: {} }, { status: 429, body: { error: {} } }, 'cut', 'hang'] as const) {
      shop.stripe.failing = () => answer;
      expect(await send(call, 'POST', '/checkout', { plan: 'premium', interval: 'month', provider: 'stripe' })).toMatchObject({ status: 503, body: { error: { code: 'payment.unavailable' } } });
    }
    shop.stripe.failing = () => ({ status: 402, body: { error: { type: 'card_error', code: 'card_declined', message: 'Asha Rao, 4242' } } });
    expect(await send(call, 'POST', '/checkout', { plan: 'premium', interval: 'month', provider: 'stripe' })).toMatchObject({ status: 422, body: { error: { code: 'payment.refused' } } });
    shop.stripe.failing = () => null;
    expect((await send(call, 'POST', '/checkout', { plan: 'premium', interval: 'month', provider: 'stripe' })).status).toBe(200);
    for (const path of ['/cancel', '/resume', '/portal']) expect((await send((await shop.person()).call, 'POST', path)).body.error?.code, path).toBe('subscription.not_found');
  });

  it('has one open checkout a person, and the same Idempotency-Key gets the same one', async () => {
    const { call } = await shop.person();
    const body = { plan: 'premium', interval: 'month', provider: 'stripe' };
    const [first, again] = [await send(call, 'POST', '/checkout', body, { 'idempotency-key': 'one' }), await send(call, 'POST', '/checkout', body, { 'idempotency-key': 'one' })];
    expect(again.body).toEqual(first.body);
    const second = await send(call, 'POST', '/checkout', { ...body, plan: 'business' });
    expect([shop.stripe.things.get(first.body.sessionId as string)!.status, shop.stripe.things.get(second.body.sessionId as string)!.status]).toEqual(['expired', 'open']);
    shop.stripe.pay(second.body.sessionId as string, now());
    expect((await send(call, 'POST', '/checkout', body)).body.error?.code, 'paid meanwhile, and nobody has told').toBe('subscription.running');
    expect((await planOf(call)).tier).toBe('business');
  });

  it('comes to those whom no webhook reaches: they ask, or the upkeep does', async () => {
    const [asks, waits] = [await buy(), await buy('family_plus', 'year')];
    for (const { sessionId } of [asks, waits]) shop.stripe.pay(sessionId, now());
    expect((await send(asks.call, 'POST', '/refresh')).body).toMatchObject({ tier: 'premium' });
    expect((await planOf(waits.call)).tier).toBe('free');
    shop.vault.clock.advance(3 * 60_000);
    await runBilling(shop.deps);
    expect(await planOf(waits.call)).toMatchObject({ tier: 'family_plus', interval: 'year', amount: 9990 });
  });
});
