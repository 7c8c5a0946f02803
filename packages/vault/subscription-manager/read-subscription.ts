import sql from 'sql-template-tag';
import type { Subscription, Tier } from '@docuvault/contract/subscription.ts';
import { notFound } from '@docuvault/core/errors.ts';
import type { BillingContext } from './billing.ts';
import { mainSubscription } from './subscription-row.ts';

type AccountRow = { tier: Tier; granted: Tier | null; storage_used: number; storage_limit: number; ai_limit: number; plan_from: string | null; ai_used: number; members: number };

/** The caller's plan, and what they use of it. */
export const readSubscription = ({ actor, deps }: BillingContext): Promise<Subscription> =>
  deps.db.asService('the caller\'s own plan', async (tx) => {
    const now = deps.clock.now();
    const [account] = await tx.query<AccountRow>(sql`
      select u.subscription_tier as tier, u.granted_tier as granted, u.storage_used, u.storage_limit, u.ai_limit, u.plan_from,
        case when u.ai_month = date_trunc('month', ${now}::timestamptz at time zone 'UTC')::date then u.ai_used else 0 end as ai_used,
        (select count(distinct f.user_id)::integer from public.family_members f where f.vault_id in (
          select o.vault_id from public.family_members o where o.user_id = u.id and o.role = 'owner') and f.user_id <> u.id) + 1 as members
      from public.users u where u.id = ${actor.userId}`);
    if (!account) throw notFound('profile');
    const found = await mainSubscription(tx, actor.userId, now);
    const row = found?.ended_at ? null : found;
    const [used, limit] = [Number(account.storage_used), Number(account.storage_limit)];
    const iso = (at: Date | null | undefined) => at?.toISOString() ?? null;
    return {
      tier: account.tier, status: found && found.status !== 'incomplete' ? found.status : 'active', provider: row?.provider ?? null, currentPeriodEnd: iso(row?.current_period_end),
      cancelAtPeriodEnd: row?.cancel_at_period_end ?? false,
      usage: { storageUsed: used, storageLimit: limit, aiUsed: account.ai_used, aiLimit: account.ai_limit, members: account.members },
      interval: row?.period ?? null, amount: row?.amount === null || row === null ? null : Number(row.amount), currency: row?.currency ?? null, renews: row !== null && row.renews && !row.cancel_at_period_end,
      graceUntil: row?.status === 'past_due' ? iso(row.grace_until) : null,
      canResume: row !== null && row.renews && row.cancel_at_period_end && row.provider === 'stripe', hasPortal: row?.provider === 'stripe' && row.provider_customer_id !== null,
      tierAfterwards: account.granted ?? account.tier, overLimit: used > limit, coveredByFamily: account.plan_from !== null && found?.gives !== true, providers: deps.payments.map(({ name }) => name),
    };
  }, { apart: true });
