import sql from 'sql-template-tag';
import { createRazorpayPayments, type RazorpayOptions } from '@docuvault/payment-razorpay/razorpay-payments.ts';
import { createStripePayments, type StripeOptions } from '@docuvault/payment-stripe/stripe-payments.ts';
import { createPerson } from '@docuvault/testing/database.ts';
import { razorpayKey, razorpaySecret, startRazorpay } from '@docuvault/testing/razorpay.ts';
import { startStripe, stripeKey, stripeSecret } from '@docuvault/testing/stripe.ts';
import { callerOf, openTestVault, type Caller, type TestVault } from '@docuvault/testing/vault.ts';
import type { Subscription } from '@docuvault/contract/subscription.ts';
import type { BillingDeps } from '../billing.ts';
import { subscriptionManagerRoom } from '../subscription-manager.routes.ts';

type Body = Record<string, unknown> & { error?: { code: string; details: Record<string, unknown> } };
type Options = { stripe?: Partial<StripeOptions>; razorpay?: Partial<RazorpayOptions> };

/** A vault that sells plans, with both providers stood in for. */
export const openShop = async () => {
  const vault: TestVault = await openTestVault();
  const [stripe, razorpay] = await Promise.all([startStripe(), startRazorpay()]);
  const depsWith = (options: Options = {}): BillingDeps => ({
    ...vault, publicUrl: 'https://vault.example', siteUrl: 'https://app.example',
    payments: [
      createStripePayments({ secretKey: stripeKey, webhookSecrets: [stripeSecret], apiUrl: stripe.url, timeoutMs: 1_000, ...options.stripe }),
      createRazorpayPayments({ keyId: razorpayKey.id, keySecret: razorpayKey.secret, webhookSecret: razorpaySecret, apiUrl: razorpay.url, timeoutMs: 1_000, ...options.razorpay }),
    ],
  });
  const deps = depsWith();
  const nobody = callerOf(subscriptionManagerRoom(deps), { role: 'anon' });
  const person = async (name = 'asha', on = deps) => {
    const actor = await createPerson(vault.db, name);
    return { actor, call: callerOf(subscriptionManagerRoom(on), actor) };
  };
  const inbox = (userId: string) => vault.db.asService('test', (tx) => tx.query<{ kind: string; title: string; body: string }>(sql`select n.kind, n.title, n.body from public.notifications n where n.user_id = ${userId} order by n.created_at, n.id`));
  return { vault, deps, depsWith, stripe, razorpay, nobody, person, inbox, close: () => Promise.all([stripe.stop(), razorpay.stop()]) };
};

/** One call: its status, and its body. */
export const send = async (call: Caller, method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<{ status: number; body: Body }> => {
  const answer = await call(path, { method, headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  return { status: answer.status, body: (await answer.json().catch(() => ({}))) as Body };
};

export const planOf = async (call: Caller): Promise<Subscription> => (await send(call, 'GET', '/')).body as unknown as Subscription;

/** A delivery, and what it was answered. */
export const told = async (call: Caller, delivery: RequestInit): Promise<{ status: number; body: Body }> => {
  const answer = await call('/', delivery as RequestInit & { duplex?: 'half' });
  return { status: answer.status, body: (await answer.json()) as Body };
};
