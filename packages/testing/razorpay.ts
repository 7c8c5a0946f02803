import { createHmac } from 'node:crypto';
import { startHttpProvider, type Call, type HttpProvider } from './http-provider.ts';

export type RazorpayThing = Record<string, unknown> & { id: string };
type Answer = ReturnType<HttpProvider['answers']>;

export const razorpayKey = { id: 'rzp_test_key', secret: 'secret_of_the_tests' };
export const razorpaySecret = 'webhook_secret_of_the_tests';
const unix = (at: Date) => Math.floor(at.getTime() / 1000);
const bad = (description: string, status = 400): Answer => ({ status, body: { error: { code: 'BAD_REQUEST_ERROR', description, source: 'NA', step: 'NA', reason: 'NA', metadata: {} } } });

export type RazorpayServer = Pick<HttpProvider, 'url' | 'calls' | 'stop'> & {
  failing: (call: Call) => Answer | null;
  things: Map<string, RazorpayThing>;
  /** Somebody pays an order; the payment. */
  payOrder(orderId: string, at: Date, how?: Partial<RazorpayThing>): RazorpayThing;
  /** The mandate of a subscription is given, or its next period charged. */
  charge(subscriptionId: string, from: Date, until: Date): RazorpayThing;
  deliver(event: string, payload: Record<string, RazorpayThing>, options: { id?: string | null; created: Date; secret?: string }): RequestInit & { headers: Record<string, string>; body: string };
};

/** Stands where Razorpay's API does, as far as plans go: orders, payments, subscriptions; its errors, and its webhooks. */
export const startRazorpay = async (): Promise<RazorpayServer> => {
  const things = new Map<string, RazorpayThing>();
  const state = { failing: (() => null) as RazorpayServer['failing'] };
  let made = 0;
  const make = (prefix: string, entity: string, body: Record<string, unknown>): RazorpayThing => {
    const thing: RazorpayThing = { id: `${prefix}_${String(++made).padStart(14, '0')}`, entity, ...body };
    things.set(thing.id, thing);
    return thing;
  };
  const route = ({ method, path, body }: Call): Answer => {
    const given = body.length > 0 ? (JSON.parse(body.toString()) as Record<string, unknown>) : {};
    if (method === 'POST' && path === '/v1/orders') {
      if (!Number.isInteger(given.amount) || (given.amount as number) < 100) return bad('Order amount less than minimum amount allowed');
      if (String(given.receipt).length > 40) return bad('The receipt may not be greater than 40 characters.');
      return { status: 200, body: make('order', 'order', { ...given, amount_paid: 0, status: 'created', attempts: 0 }) };
    }
    if (method === 'POST' && path === '/v1/plans') return { status: 200, body: make('plan', 'plan', given) };
    if (method === 'POST' && path === '/v1/subscriptions') {
      if (!String(given.plan_id).startsWith('plan_')) return bad('The id provided does not exist');
      const one = make('sub', 'subscription', { ...given, status: 'created', current_start: null, current_end: null, ended_at: null, customer_id: null });
      one.short_url = `https://rzp.example/i/${one.id}`;
      return { status: 200, body: one };
    }
    const [, kind, id, verb] = /^\/v1\/(orders|subscriptions|payments)\/([^/]+)(?:\/(\w+))?$/.exec(path) ?? [];
    const thing = things.get(id ?? '');
    if (!kind) return bad('The requested URL was not found on the server.', 404);
    if (!thing) return bad('The id provided does not exist');
    if (method === 'GET' && verb === 'payments') {
      const items = [...things.values()].filter((one) => one.entity === 'payment' && one.order_id === id);
      return { status: 200, body: { entity: 'collection', count: items.length, items } };
    }
    if (method === 'GET' && verb === undefined) return { status: 200, body: thing };
    if (method === 'POST' && kind === 'subscriptions' && verb === 'cancel') {
      if (['cancelled', 'completed'].includes(String(thing.status))) return bad('Subscription is not cancellable in cancelled status.');
      if (given.cancel_at_cycle_end === 1 || given.cancel_at_cycle_end === true) thing.end_at = thing.current_end;
      else Object.assign(thing, { status: 'cancelled', ended_at: 1_800_000_000 });
      return { status: 200, body: thing };
    }
    if (method === 'PATCH' && kind === 'subscriptions') {
      thing.plan_id = given.plan_id;
      return { status: 200, body: thing };
    }
    return bad('The requested URL was not found on the server.', 404);
  };
  const server = await startHttpProvider((call) => {
    const failure = state.failing(call);
    if (failure) return failure;
    if (call.headers.authorization !== `Basic ${Buffer.from(`${razorpayKey.id}:${razorpayKey.secret}`).toString('base64')}`) return bad('Authentication failed', 401);
    return route(call);
  });
  return Object.assign(state, {
    url: server.url, calls: server.calls, stop: server.stop, things,
    payOrder: (orderId: string, at: Date, how: Partial<RazorpayThing> = {}) => {
      const order = things.get(orderId)!;
      const payment = make('pay', 'payment', { amount: order.amount, currency: order.currency, status: 'captured', order_id: orderId, method: 'upi', captured: true, notes: order.notes, email: 'buyer@example.test', contact: '+919999999999', created_at: unix(at), ...how });
      if (payment.status === 'captured') Object.assign(order, { status: 'paid', amount_paid: order.amount });
      return payment;
    },
    charge: (subscriptionId: string, from: Date, until: Date) => Object.assign(things.get(subscriptionId)!, { status: 'active', current_start: unix(from), current_end: unix(until), customer_id: 'cust_00000000000001' }),
    deliver: (event: string, payload: Record<string, RazorpayThing>, { id = `evt_${++made}`, created, secret = razorpaySecret }: Parameters<RazorpayServer['deliver']>[2]) => {
      const body = JSON.stringify({ entity: 'event', account_id: 'acc_1', event, contains: Object.keys(payload), payload: Object.fromEntries(Object.entries(payload).map(([name, entity]) => [name, { entity }])), created_at: unix(created) });
      return { method: 'POST', body, headers: { 'content-type': 'application/json', 'x-razorpay-signature': createHmac('sha256', secret).update(body).digest('hex'), ...(id === null ? {} : { 'x-razorpay-event-id': id }) } };
    },
  });
};
