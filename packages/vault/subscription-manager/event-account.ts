import sql from 'sql-template-tag';
import type { PaidTier, PaymentEvent, Period, ProviderName } from '@docuvault/core/payments.ts';
import type { Tx } from '@docuvault/db/types.ts';
import { subscriptionColumns, type SubscriptionRow } from './subscription-row.ts';

export type CheckoutRow = { id: string; user_id: string; provider: ProviderName; reference: string | null; tier: PaidTier; period: Period; currency: string; amount: number; status: string; replaces: string | null };

/** Who an event is of, and what of theirs it speaks of. */
export type EventAccount = { userId: string; row: SubscriptionRow | null; checkout: CheckoutRow | null };

const checkoutColumns = sql`c.id, c.user_id, c.provider, c.reference, c.tier, c.period, c.currency, c.amount, c.status, c.replaces`;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Finds whose an event is: by the subscription, by the checkout, by the customer. `unknown` where all are strangers; `mismatch`
 * where they are of different people, or the subscription is not of this customer: such an event changes nothing.
 */
export const accountOf = async (tx: Tx, provider: ProviderName, event: PaymentEvent, now: Date): Promise<EventAccount | 'unknown' | 'mismatch'> => {
  // What is sold by the period stands under the order that it was bought with.
  const reference = event.subscription ?? event.checkoutReference;
  const ours = event.checkoutId !== null && uuid.test(event.checkoutId) ? event.checkoutId : null;
  const [row] = await tx.query<SubscriptionRow>(sql`select ${subscriptionColumns(now)} from public.subscriptions s where s.provider = ${provider} and s.provider_reference = ${reference} for update`);
  const [named] = await tx.query<CheckoutRow>(sql`
    select ${checkoutColumns} from private.checkouts c where c.provider = ${provider} and (c.reference = ${event.checkoutReference ?? event.subscription} or c.id = ${ours}::uuid)
    order by (c.reference = ${event.checkoutReference ?? event.subscription}) desc nulls last limit 1`);
  const [customer] = await tx.query<{ user_id: string }>(sql`select p.user_id from private.payment_customers p where p.provider = ${provider} and p.customer_id = ${event.customerId}`);
  const people = new Set([row?.user_id, named?.user_id, customer?.user_id].filter((id) => id !== undefined));
  const [userId] = people;
  if (userId === undefined) return 'unknown';
  if (people.size > 1 || (row?.provider_customer_id && event.customerId && row.provider_customer_id !== event.customerId)) return 'mismatch';
  if (named || row) return { userId, row: row ?? null, checkout: named ?? null };
  // An invoice that comes before its checkout is told of knows the customer alone; what they were about to buy last is what it is for.
  const [last] = event.subscription === null ? [] : await tx.query<CheckoutRow>(sql`
    select ${checkoutColumns} from private.checkouts c where c.provider = ${provider} and c.user_id = ${userId} and c.status in ('opening', 'open') order by c.created_at desc limit 1`);
  return { userId, row: null, checkout: last ?? null };
};
