import sql, { type Sql } from 'sql-template-tag';
import type { PaidTier, Period, ProviderName, SubscriptionStatus } from '@docuvault/core/payments.ts';
import type { Tx } from '@docuvault/db/types.ts';

export type SubscriptionRow = {
  id: string; user_id: string; provider: ProviderName; provider_reference: string; provider_customer_id: string | null; tier: PaidTier; period: Period; currency: string | null; amount: number | null; renews: boolean;
  status: SubscriptionStatus; current_period_start: Date | null; current_period_end: Date; cancel_at_period_end: boolean; grace_until: Date | null; ended_at: Date | null; last_paid: string | null; state_at: Date; asked_at: Date | null;
  gives: boolean;
};

/** The columns of a subscription `s`, and whether it gives its tier at that moment. */
export const subscriptionColumns = (at: Date): Sql => sql`s.id, s.user_id, s.provider, s.provider_reference, s.provider_customer_id, s.tier, s.period, s.currency, s.amount, s.renews, s.status, s.current_period_start,
  s.current_period_end, s.cancel_at_period_end, s.grace_until, s.ended_at, s.last_paid, s.state_at, s.asked_at, private.gives_tier(s, ${at}) as gives`;

/** The subscription that counts for a person: the best that gives its tier, else one that may come back, else the last. Null: never had one. As the service. */
export const mainSubscription = async (tx: Tx, userId: string, at: Date): Promise<SubscriptionRow | null> => {
  const [row] = await tx.query<SubscriptionRow>(sql`
    select ${subscriptionColumns(at)} from public.subscriptions s where s.user_id = ${userId} and s.status <> 'incomplete'
    order by private.gives_tier(s, ${at}) desc, (s.ended_at is null) desc, private.tier_rank(s.tier) desc, s.current_period_end desc, s.created_at desc limit 1`);
  return row ?? null;
};
