import { createHmac } from 'node:crypto';
import { startHttpProvider, type Call, type HttpProvider } from './http-provider.ts';

export type StripeThing = Record<string, unknown> & { id: string };
type Answer = ReturnType<HttpProvider['answers']>;

/** `a[b][0]` forms as Stripe takes them, as objects. Throws on what Stripe would not read. */
const parseForm = (text: string): Record<string, unknown> => {
  const root: Record<string, unknown> = {};
  for (const [key, value] of new URLSearchParams(text)) {
    const path = [...key.matchAll(/([^[\]]+)/g)].map(([, part]) => part!);
    let at = root;
    for (const part of path.slice(0, -1)) at = (at[part] ??= {}) as Record<string, unknown>;
    at[path.at(-1)!] = value;
  }
  return root;
};

const refusal = (status: number, type: string, code: string | undefined, message: string): Answer => ({ status, body: { error: { type, code, message } }, headers: { 'request-id': 'req_1' } });
const missing = (id: string): Answer => refusal(404, 'invalid_request_error', 'resource_missing', `No such object: '${id}'`);

export type StripeServer = Pick<HttpProvider, 'url' | 'calls' | 'stop'> & {
  /** Answers whole calls instead, as long as it gives something. */
  failing: (call: Call) => Answer | null;
  things: Map<string, StripeThing>;
  /** Somebody pays a session: its subscription begins. Answers the session and the subscription. */
  pay(sessionId: string, at: Date): { session: StripeThing; subscription: StripeThing; invoice: StripeThing };
  /** The invoice of a subscription's next period, as an event carries it. */
  invoiceOf(subscriptionId: string, id: string, end: Date): StripeThing;
  /** A delivery of Stripe's: the event, signed now. `version` old: as accounts before 2025-03-31 are told. */
  deliver(type: string, object: unknown, options: { id?: string; created: Date; signedAt: Date; secret?: string }): RequestInit & { headers: Record<string, string>; body: string };
};

export const stripeKey = 'sk_test_of_the_tests';
export const stripeSecret = 'whsec_of_the_tests';
const unix = (at: Date) => Math.floor(at.getTime() / 1000);

/** Stands where Stripe's API does, as far as subscriptions go: customers, sessions, subscriptions, prices, the portal; keys of idempotency; errors in its shape. */
export const startStripe = async (): Promise<StripeServer> => {
  const things = new Map<string, StripeThing>();
  const answered = new Map<string, { form: string; answer: Answer }>();
  const state = { failing: (() => null) as StripeServer['failing'] };
  let made = 0;
  const make = (prefix: string, object: string, body: Record<string, unknown>): StripeThing => {
    const thing: StripeThing = { id: `${prefix}_${++made}`, object, ...body };
    things.set(thing.id, thing);
    return thing;
  };
  const create = (path: string, form: Record<string, unknown>): Answer => {
    switch (path) {
      case '/v1/customers': return { status: 200, body: make('cus', 'customer', form) };
      case '/v1/prices': return { status: 200, body: make('price', 'price', { ...form, unit_amount: Number(form.unit_amount) }) };
      case '/v1/billing_portal/sessions':
        return things.has(String(form.customer)) ? { status: 200, body: make('bps', 'billing_portal.session', { ...form, url: 'https://billing.stripe.example/p/session' }) } : missing(String(form.customer));
      case '/v1/checkout/sessions': {
        if (form.customer !== undefined && !things.has(String(form.customer))) return missing(String(form.customer));
        if (form.customer !== undefined && form.customer_email !== undefined) return refusal(400, 'invalid_request_error', 'parameter_invalid', 'You may only specify one of these parameters: customer, customer_email.');
        const [line] = Object.values(form.line_items as Record<string, { price?: string; price_data?: { currency: string; unit_amount: string } }>);
        const price = line?.price ? things.get(line.price) : line?.price_data;
        if (!price) return missing(String(line?.price));
        const amount = Number((price as { unit_amount: string | number }).unit_amount);
        return { status: 200, body: make('cs', 'checkout.session', { ...form, url: `https://checkout.stripe.example/c/${made}`, status: 'open', payment_status: 'unpaid', created: 1_700_000_000, subscription: null, amount_subtotal: amount, amount_total: amount, currency: (price as { currency: string }).currency }) };
      }
      default: return refusal(404, 'invalid_request_error', undefined, `Unrecognized request URL (POST: ${path})`);
    }
  };
  const change = (thing: StripeThing, verb: string | undefined, form: Record<string, unknown>): Answer => {
    if (thing.object === 'checkout.session' && verb === 'expire') {
      if (thing.status !== 'open') return refusal(400, 'invalid_request_error', undefined, 'Only Checkout Sessions with a status in ["open"] can be expired.');
      thing.status = 'expired';
    } else if (thing.object === 'subscription') {
      if (thing.status === 'canceled') return refusal(400, 'invalid_request_error', undefined, 'A canceled subscription can only update its cancellation_details and metadata.');
      if (form.cancel_at_period_end !== undefined) thing.cancel_at_period_end = form.cancel_at_period_end === 'true';
      const [item] = Object.values((form.items ?? {}) as Record<string, { price: string }>);
      if (item) {
        const price = things.get(item.price);
        if (!price) return missing(item.price);
        ((thing.items as { data: Record<string, unknown>[] }).data[0]!).price = price;
      }
    } else return refusal(404, 'invalid_request_error', undefined, 'Unrecognized request URL');
    return { status: 200, body: thing };
  };
  const route = (call: Call): Answer => {
    const path = call.path.split('?')[0]!;
    const named = /^\/v1\/(?:checkout\/sessions|subscriptions|customers|prices)\/([^/]+)(?:\/(\w+))?$/.exec(path);
    const thing = named ? things.get(decodeURIComponent(named[1]!)) : undefined;
    if (named && !thing) return missing(named[1]!);
    if (call.method === 'GET' && thing) return { status: 200, body: thing };
    if (call.method === 'DELETE' && thing?.object === 'subscription') {
      Object.assign(thing, { status: 'canceled', canceled_at: 1_800_000_000, ended_at: 1_800_000_000 });
      return { status: 200, body: thing };
    }
    if (call.method !== 'POST') return refusal(404, 'invalid_request_error', undefined, 'Unrecognized request URL');
    const form = parseForm(call.body.toString());
    return thing ? change(thing, named![2], form) : create(path, form);
  };
  const server = await startHttpProvider((call) => {
    const failure = state.failing(call);
    if (failure) return failure;
    if (call.headers.authorization !== `Bearer ${stripeKey}`) return refusal(401, 'invalid_request_error', undefined, 'Invalid API Key provided');
    const key = call.headers['idempotency-key'];
    if (typeof key !== 'string' || call.method !== 'POST') return route(call);
    const form = `${call.path} ${call.body.toString()}`;
    const before = answered.get(key);
    if (before && before.form !== form) return refusal(400, 'idempotency_error', undefined, 'Keys for idempotent requests can only be used with the same parameters they were first used with.');
    const answer = before?.answer ?? route(call);
    answered.set(key, { form, answer });
    return answer;
  });
  return Object.assign(state, {
    url: server.url, calls: server.calls, stop: server.stop, things,
    pay: (sessionId: string, at: Date) => {
      const session = things.get(sessionId)!;
      session.customer ??= make('cus', 'customer', { email: session.customer_email }).id;
      const { metadata } = session.subscription_data as { metadata: Record<string, string> };
      const [line] = Object.values(session.line_items as Record<string, { price?: string; price_data?: Record<string, unknown> & { unit_amount: string } }>);
      const price = line!.price ? things.get(line!.price)! : { id: `price_${++made}`, object: 'price', ...line!.price_data, unit_amount: Number(line!.price_data!.unit_amount), product: 'prod_1' };
      const end = new Date(at);
      if (metadata.interval === 'year') end.setUTCFullYear(end.getUTCFullYear() + 1);
      else end.setUTCMonth(end.getUTCMonth() + 1);
      const subscription = make('sub', 'subscription', {
        status: 'active', customer: session.customer, metadata, cancel_at_period_end: false, cancel_at: null, ended_at: null, canceled_at: null,
        items: { object: 'list', data: [{ id: `si_${made}`, object: 'subscription_item', price, current_period_start: unix(at), current_period_end: unix(end) }] },
      });
      Object.assign(session, { status: 'complete', payment_status: 'paid', subscription: subscription.id });
      return { session, subscription, invoice: { ...invoiceOf(subscription.id, `in_${made}`, end) } };
    },
    invoiceOf: (subscriptionId: string, id: string, end: Date) => invoiceOf(subscriptionId, id, end),
    deliver: (type: string, object: unknown, { id = `evt_${++made}`, created, signedAt, secret = stripeSecret }: Parameters<StripeServer['deliver']>[2]) => {
      const body = JSON.stringify({ id, object: 'event', api_version: '2026-10-28.endive', created: unix(created), type, livemode: false, data: { object } });
      const time = unix(signedAt);
      return { method: 'POST', body, headers: { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': `t=${time},v1=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')},v0=${'0'.repeat(64)}` } };
    },
  });
  function invoiceOf(subscriptionId: string, id: string, end: Date): StripeThing {
    const subscription = things.get(subscriptionId)!;
    const { unit_amount: amount, currency } = (subscription.items as { data: { price: { unit_amount: number; currency: string } }[] }).data[0]!.price;
    return {
      id, object: 'invoice', customer: subscription.customer, currency, subtotal: amount, total: amount, amount_paid: amount, amount_due: amount,
      parent: { type: 'subscription_details', subscription_details: { subscription: subscriptionId, metadata: subscription.metadata } }, lines: { object: 'list', data: [{ period: { end: unix(end) } }] },
    };
  }
};
