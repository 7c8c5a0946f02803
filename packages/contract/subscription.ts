import * as z from 'zod/mini';
import { listOf, timestamp } from './common.ts';

export const tiers = ['free', 'premium', 'family_plus', 'business'] as const;
export const tier = z.enum(tiers);
export type Tier = (typeof tiers)[number];
const paidTier = z.enum(['premium', 'family_plus', 'business']);
const provider = z.enum(['stripe', 'razorpay']);
export type PaymentProviderName = z.infer<typeof provider>;
const interval = z.enum(['month', 'year']);
/** Three letters, in either case. */
const currency = z.pipe(z.string().check(z.regex(/^[A-Za-z]{3}$/)), z.transform((code) => code.toUpperCase()));

/** Amounts in minor units (cents, paise). `renews` false: a period that is paid for once. */
export const price = z.object({ interval, currency: z.string(), amount: z.int(), provider, renews: z.boolean() });
export type Price = z.infer<typeof price>;
/** `prices` holds what can be bought here: nothing where no provider is configured. `membersCovered`: family members with premium limits of their own. */
export const plan = z.object({ plan: tier, tier, storageLimit: z.number(), aiLimit: z.int(), requestsPerHour: z.int(), membersCovered: z.int(), prices: z.array(price) });
export type Plan = z.infer<typeof plan>;
export const planList = listOf(plan);

/** `aiUsed`: calls of language models this calendar month, in UTC; what this server answers itself is not counted. `members`: people in the family vaults that the caller runs, the caller included. */
const usage = z.object({ storageUsed: z.number(), storageLimit: z.number(), aiUsed: z.int(), aiLimit: z.int(), members: z.int() });

/**
 * `status` is the subscription's: `active` also where none was ever needed, `past_due` while a failed payment is tried again (the tier
 * stands until `graceUntil`), `canceled` once it has ended. `provider` null: nobody is paid. `currentPeriodEnd`: paid until then.
 * `coveredByFamily`: the tier comes from the plan of a family's owner. `providers`: who can be paid here.
 */
export const subscription = z.object({
  tier, status: z.enum(['active', 'past_due', 'paused', 'canceled']), provider: z.nullable(provider), currentPeriodEnd: z.nullable(timestamp), cancelAtPeriodEnd: z.boolean(), usage,
  interval: z.nullable(interval), amount: z.nullable(z.int()), currency: z.nullable(z.string()), renews: z.boolean(), graceUntil: z.nullable(timestamp), canResume: z.boolean(), hasPortal: z.boolean(),
  tierAfterwards: tier, overLimit: z.boolean(), coveredByFamily: z.boolean(), providers: z.array(provider),
});
export type Subscription = z.infer<typeof subscription>;

/** `monthly` and `yearly` are taken as well. `currency` where a provider takes several. */
const intervalInput = z.pipe(z.enum(['month', 'year', 'monthly', 'yearly']), z.transform((given): 'month' | 'year' => (given.startsWith('month') ? 'month' : 'year')));
export const checkoutInput = z.object({ plan: paidTier, interval: intervalInput, provider, currency: z.optional(currency) });
export type CheckoutInput = z.output<typeof checkoutInput>;
/** `url` is where to pay. `orderId` (with `keyId`) is for those who open Razorpay's own dialog, `subscriptionId` where what is bought there renews. */
export const checkout = z.object({
  checkoutId: z.uuid(), provider, url: z.string(), orderId: z.optional(z.string()), subscriptionId: z.optional(z.string()), sessionId: z.optional(z.string()), keyId: z.optional(z.string()),
  amount: z.int(), currency: z.string(), renews: z.boolean(),
});
export type Checkout = z.infer<typeof checkout>;

export const changeInput = z.object({ plan: paidTier, interval: intervalInput });
export type ChangeInput = z.output<typeof changeInput>;
export const portalAnswer = z.object({ url: z.string() });

/** `duplicate`: it came before. `outcome` `unknown`: of nobody here; `mismatch`: of another amount, currency or customer than was agreed; `stale`: older than what is known. */
export const eventTaken = z.object({ received: z.literal(true), duplicate: z.boolean(), outcome: z.enum(['applied', 'nothing', 'stale', 'unknown', 'mismatch', 'duplicate']) });
export const billingRun = z.object({ asked: z.int(), ended: z.int(), settled: z.int() });

/** A payment that was told of. */
export const payment = z.object({ type: z.string(), provider, amount: z.nullable(z.int()), currency: z.nullable(z.string()), outcome: z.string(), occurredAt: timestamp });
export const paymentList = listOf(payment);
