import * as z from 'zod/mini';
import { listQuery } from '@docuvault/contract/common.ts';
import { billingRun, changeInput, checkout, checkoutInput, eventTaken, paymentList, planList, portalAnswer, subscription } from '@docuvault/contract/subscription.ts';
import type { UserContext } from '../context.ts';
import { onceByKey } from '../http/idempotency.ts';
import { readBytes } from '../http/read-input.ts';
import { createRoom, type Room } from '../http/room.ts';
import { providerOf, type BillingContext, type BillingDeps } from './billing.ts';
import { cancelSubscription, changeSubscription, openPortal, refreshSubscription, resumeSubscription } from './manage-subscription.ts';
import { backFromPaying, payPage } from './pay-page.ts';
import { listPayments } from './payments-made.ts';
import { listPlans } from './plans.ts';
import { readSubscription } from './read-subscription.ts';
import { runBilling } from './run-billing.ts';
import { startCheckout } from './start-checkout.ts';
import { noSignature, twoSignatures } from './subscription-manager.errors.ts';
import { takeEvent } from './take-event.ts';

/** Stripe's events are at most a quarter of this. */
const webhookLimit = 1024 * 1024;

/** Plans, the caller's subscription, and the webhooks of those who are paid. */
export const subscriptionManagerRoom = (deps: BillingDeps): Room => {
  const { room, route } = createRoom('subscription-manager');
  const ctx = (actor: UserContext['actor']): BillingContext => ({ actor, deps });
  const once = (call: Omit<Parameters<typeof onceByKey>[1], 'functionName'>, status: number, run: () => Promise<unknown>) =>
    onceByKey(deps, { ...call, functionName: room.name }, async () => ({ status, body: await run() }));
  const origin = (url: string) => new URL(url).origin;

  route({ method: 'get', path: '/plans', access: 'public', summary: 'What the plans give, and what they cost here', response: planList }, () => listPlans(deps));
  route({ method: 'get', path: '/', access: 'user', summary: 'The caller\'s plan and what they use of it', response: subscription }, ({ actor }) => readSubscription(ctx(actor)));
  route({ method: 'get', path: '/payments', access: 'user', summary: 'The caller\'s payments, newest first', query: z.object(listQuery), response: paymentList }, ({ actor, query }) => listPayments(ctx(actor), query));
  route({ method: 'post', path: '/checkout', access: 'user', summary: 'Begin to buy a plan', body: checkoutInput, response: checkout }, ({ c, actor, body }) => once({ c, actor, body }, 200, () => startCheckout(ctx(actor), body, origin(c.req.url))));
  route({ method: 'post', path: '/portal', access: 'user', summary: 'The provider\'s page for cards and invoices', response: portalAnswer }, ({ c, actor }) => once({ c, actor }, 200, () => openPortal(ctx(actor), origin(c.req.url))));
  route({ method: 'post', path: '/cancel', access: 'user', summary: 'End the subscription when its period ends', response: subscription }, ({ c, actor }) => once({ c, actor }, 200, () => cancelSubscription(ctx(actor))));
  route({ method: 'post', path: '/resume', access: 'user', summary: 'Take a cancellation back', response: subscription }, ({ c, actor }) => once({ c, actor }, 200, () => resumeSubscription(ctx(actor))));
  route({ method: 'post', path: '/change', access: 'user', summary: 'Change the running subscription to another plan', body: changeInput, response: subscription }, ({ c, actor, body }) => once({ c, actor, body }, 200, () => changeSubscription(ctx(actor), body)));
  route({ method: 'post', path: '/refresh', access: 'user', summary: 'Ask the provider now what has become of the caller\'s purchases', response: subscription }, ({ actor }) => refreshSubscription(ctx(actor)));

  route({ method: 'get', path: '/pay/{checkoutId}', access: 'public', summary: 'The page that leads to Razorpay', responseType: 'text/html' }, async ({ c, params }) =>
    c.html(await payPage(deps, params.checkoutId!, origin(c.req.url)), 200, { 'content-security-policy': "default-src 'none'; form-action https: http:; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'", 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }));
  for (const method of ['get', 'post'] as const) {
    route({ method, path: '/pay/{checkoutId}/done', access: 'public', summary: 'Where the browser comes back from Razorpay', status: 303 }, async ({ c, params }) => c.redirect(await backFromPaying(deps, params.checkoutId!, origin(c.req.url)), 303));
  }

  route({ method: 'post', path: '/run', access: 'service', summary: 'Ask providers what nobody told of, and settle what is due, where no worker runs', response: billingRun }, () => runBilling(deps));

  route({ method: 'post', path: '/', access: 'public', summary: 'A webhook of Stripe (`stripe-signature`) or Razorpay (`x-razorpay-signature`)', bodyType: 'application/json', response: eventTaken, uncounted: true }, async ({ c }) => {
    const [stripe, razorpay] = [c.req.header('stripe-signature'), c.req.header('x-razorpay-signature')];
    if (stripe !== undefined && razorpay !== undefined) throw twoSignatures();
    if (stripe === undefined && razorpay === undefined) throw noSignature();
    const provider = providerOf(deps, stripe === undefined ? 'razorpay' : 'stripe');
    const outcome = await takeEvent(deps, provider, { headers: c.req.raw.headers, body: await readBytes(c.req.raw, webhookLimit) });
    return { received: true, duplicate: outcome === 'duplicate', outcome };
  });
  return room;
};
