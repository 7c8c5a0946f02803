import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runBilling } from './run-billing.ts';
import { openShop, planOf, send, told } from './test/shop.ts';

describe('plans around the one who pays', () => {
  let shop: Awaited<ReturnType<typeof openShop>>;
  beforeAll(async () => { shop = await openShop(); });
  afterAll(() => shop.close());
  const now = () => shop.vault.clock.now();
  const asService = (query: ReturnType<typeof sql>) => shop.vault.db.asService('test', (tx) => tx.query(query));
  const bought = async (plan: string) => {
    const person = await shop.person();
    const { body } = await send(person.call, 'POST', '/checkout', { plan, interval: 'month', provider: 'stripe' });
    const paid = shop.stripe.pay(body.sessionId as string, now());
    await told(shop.nobody, shop.stripe.deliver('checkout.session.completed', paid.session, { created: now(), signedAt: now() }));
    return { ...person, ...paid };
  };
  const family = async (owner: string, members: readonly string[]) => {
    const id = crypto.randomUUID();
    await asService(sql`insert into public.family_vaults (id, name, created_by) values (${id}, 'Family', ${owner})`);
    await asService(sql`insert into public.family_members (vault_id, user_id, role) values (${id}, ${owner}, 'owner')`);
    for (const one of members) await asService(sql`insert into public.family_members (vault_id, user_id, role, joined_at) values (${id}, ${one}, 'member', clock_timestamp())`);
    return id;
  };

  it('Family Plus gives its members premium limits, the first six of them, and takes them back with the plan, removing nothing', async () => {
    const owner = await bought('family_plus');
    const members = [];
    for (let k = 0; k < 7; k++) members.push(await shop.person(`member${k}`));
    const vaultId = await family(owner.actor.userId, members.map(({ actor }) => actor.userId));
    expect((await planOf(owner.call)).usage.members).toBe(8);
    expect((await Promise.all(members.map(({ call }) => planOf(call)))).map(({ tier }) => tier)).toEqual([...Array<string>(6).fill('premium'), 'free']);
    expect(await planOf(members[0]!.call)).toMatchObject({ status: 'active', provider: null, coveredByFamily: true, usage: { members: 1, storageLimit: 53687091200 } });
    await asService(sql`delete from public.family_members where vault_id = ${vaultId} and user_id = ${members[0]!.actor.userId}`);
    expect((await planOf(members[0]!.call)).tier, 'who leaves').toBe('free');
    await told(shop.nobody, shop.stripe.deliver('customer.subscription.deleted', { ...owner.subscription, status: 'canceled' }, { created: now(), signedAt: now() }));
    expect((await Promise.all(members.map(({ call }) => planOf(call)))).map(({ tier }) => tier)).toEqual(Array<string>(7).fill('free'));
    expect((await shop.inbox(members[1]!.actor.userId)).map(({ kind }) => kind)).toEqual(['billing.ended']);
    const [left] = await shop.vault.db.asService('test', (tx) => tx.query<{ n: number }>(sql`select count(*)::integer as n from public.family_members f where f.vault_id = ${vaultId}`));
    expect(left!.n, 'everybody stays in the family').toBe(7);
  });

  it('who goes is not charged on, nor who has paid twice', async () => {
    const gone = await bought('premium');
    await asService(sql`delete from auth.users where id = ${gone.actor.userId}`);
    const twice = await bought('premium');
    const second = structuredClone(twice.subscription);
    shop.stripe.things.set('sub_second', { ...second, id: 'sub_second' });
    await told(shop.nobody, shop.stripe.deliver('customer.subscription.created', { ...second, id: 'sub_second' }, { created: now(), signedAt: now() }));
    expect((await shop.inbox(twice.actor.userId)).map(({ kind }) => kind)).toEqual(['billing.started', 'billing.second_ended']);
    shop.stripe.failing = () => ({ status: 500, body: {} });
    await runBilling(shop.deps);
    shop.stripe.failing = () => null;
    expect(gone.subscription.status, 'while Stripe is down').toBe('active');
    await runBilling(shop.deps);
    expect([gone.subscription.status, shop.stripe.things.get('sub_second')!.status, twice.subscription.status]).toEqual(['canceled', 'canceled', 'active']);
    expect((await told(shop.nobody, shop.stripe.deliver('invoice.payment_succeeded', shop.stripe.invoiceOf(gone.subscription.id, 'in_late', now()), { created: now(), signedAt: now() }))).body.outcome).toBe('unknown');
  });

  it('who has asked to be erased in a month is not charged for the next period', async () => {
    const { actor, call, subscription } = await bought('premium');
    const end = new Date((await planOf(call)).currentPeriodEnd!);
    await asService(sql`insert into public.account_deletions (user_id, requested_at, erase_after) values (${actor.userId}, ${now()}, ${new Date(end.getTime() + 86_400_000)})`);
    await runBilling(shop.deps);
    expect([subscription.cancel_at_period_end, await planOf(call)]).toMatchObject([true, { tier: 'premium', cancelAtPeriodEnd: true }]);
  });

  it('the tier that an operator gave comes back when a subscription ends', async () => {
    const { actor, call } = await shop.person();
    await asService(sql`update public.users set subscription_tier = 'business', storage_limit = 1099511627776 where id = ${actor.userId}`);
    const { body } = await send(call, 'POST', '/checkout', { plan: 'premium', interval: 'month', provider: 'stripe' });
    const paid = shop.stripe.pay(body.sessionId as string, now());
    await told(shop.nobody, shop.stripe.deliver('checkout.session.completed', paid.session, { created: now(), signedAt: now() }));
    expect(await planOf(call)).toMatchObject({ tier: 'premium', tierAfterwards: 'business' });
    await told(shop.nobody, shop.stripe.deliver('customer.subscription.deleted', { ...paid.subscription, status: 'canceled' }, { created: now(), signedAt: now() }));
    expect(await planOf(call)).toMatchObject({ tier: 'business', status: 'canceled', provider: null, usage: { storageLimit: 1099511627776 } });
  });

  it('a renewal of which nothing was told is asked for; a provider that never answers leaves the tier for a fortnight', async () => {
    const { call, subscription } = await bought('premium');
    const [item] = (subscription.items as { data: { current_period_end: number }[] }).data;
    const renewed = item!.current_period_end + 31 * 86_400;
    shop.vault.clock.advance(32 * 86_400_000);
    item!.current_period_end = renewed;
    await runBilling(shop.deps);
    expect((await planOf(call)).currentPeriodEnd).toBe(new Date(renewed * 1000).toISOString());
    shop.stripe.failing = () => 'cut';
    shop.vault.clock.advance(40 * 86_400_000);
    await runBilling(shop.deps);
    expect(await planOf(call)).toMatchObject({ tier: 'premium', status: 'active' });
    shop.vault.clock.advance(10 * 86_400_000);
    await runBilling(shop.deps);
    expect((await planOf(call)).tier).toBe('free');
    shop.stripe.failing = () => null;
  });

  it('cron is told to run it only while something is due', async () => {
    const isDue = async () => (await shop.vault.db.asService('test', (tx) => tx.query<{ due: boolean }>(sql`select private.billing_is_due(${now()}::timestamptz) as due`)))[0]!.due;
    await runBilling(shop.deps);
    expect(await isDue()).toBe(false);
    const { call } = await shop.person();
    const { body } = await send(call, 'POST', '/checkout', { plan: 'premium', interval: 'month', provider: 'stripe' });
    expect(await isDue(), 'it was begun just now').toBe(false);
    shop.vault.clock.advance(3 * 60_000);
    expect(await isDue()).toBe(true);
    await runBilling(shop.deps);
    expect(await isDue(), 'nobody has paid yet').toBe(false);
    shop.stripe.pay(body.sessionId as string, now());
    shop.vault.clock.advance(11 * 60_000);
    expect([await isDue(), await runBilling(shop.deps), await isDue(), (await planOf(call)).tier]).toMatchObject([true, { asked: 1 }, false, 'premium']);
  });

  it('with no provider configured says what is there, sells nothing, and takes no webhook', async () => {
    const none = { ...shop.deps, payments: [] };
    const { call } = await shop.person('asha', none);
    expect(await planOf(call)).toMatchObject({ tier: 'free', status: 'active', provider: null, currentPeriodEnd: null, cancelAtPeriodEnd: false, providers: [] });
    const { body } = await send(call, 'GET', '/plans');
    expect((body.items as { plan: string; prices: unknown[] }[]).map(({ plan, prices }) => [plan, prices])).toEqual([['free', []], ['premium', []], ['family_plus', []], ['business', []]]);
    expect((await send(shop.nobody, 'GET', '/plans')).body).toMatchObject({ items: [{ plan: 'free', prices: [] }, { plan: 'premium', storageLimit: 53687091200, prices: expect.arrayContaining([{ interval: 'year', currency: 'INR', amount: 199000, provider: 'razorpay', renews: false }]) as unknown }, {}, {}], nextCursor: null });
    for (const provider of ['stripe', 'razorpay']) expect(await send(call, 'POST', '/checkout', { plan: 'premium', interval: 'year', provider })).toMatchObject({ status: 503, body: { error: { code: 'payment.not_configured' } } });
    expect((await told(call, shop.stripe.deliver('customer.subscription.deleted', {}, { created: now(), signedAt: now() }))).status).toBe(503);
    expect((await send(call, 'POST', '/cancel')).body.error?.code).toBe('subscription.not_found');
    expect((await send(shop.nobody, 'GET', '/')).status).toBe(401);
  });
});
