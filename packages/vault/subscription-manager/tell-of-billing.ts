import sql from 'sql-template-tag';
import type { Tier } from '@docuvault/contract/subscription.ts';
import type { Tx } from '@docuvault/db/types.ts';
import { notify, type Notice } from '../notifications/notify.ts';
import { covered, paymentFailed, planEnded, secondEnded, started } from './billing-words.ts';
import type { TierChange } from './settle-account.ts';
import type { SubscriptionRow } from './subscription-row.ts';

const rank = (tier: Tier): number => ['free', 'premium', 'family_plus', 'business'].indexOf(tier);

/** What people are told when their tier is another: those who pay, that it ended; those whom a family's plan covers, that it does or does no more. */
export const tellOfTiers = async (tx: Tx, changes: readonly TierChange[], payer: string | null, now: Date): Promise<void> => {
  const notices: Notice[] = [];
  for (const { userId, before, after } of changes) {
    const occasion = `${before}:${after}:${now.toISOString()}`;
    if (rank(after) < rank(before)) {
      const [use] = await tx.query<{ over: boolean }>(sql`select u.storage_used > u.storage_limit as over from public.users u where u.id = ${userId}`);
      notices.push({ userId, kind: 'billing.ended', ...planEnded(before, after, use?.over ?? false), dedupeKey: `billing.ended:${occasion}` });
    } else if (userId !== payer) {
      notices.push({ userId, kind: 'billing.covered', ...covered(after), dedupeKey: `billing.covered:${occasion}` });
    }
  }
  await notify(tx, notices, now);
};

/** Tells of what has just become of a subscription. Told once: an occasion has a name of its own. */
export const tellOfChange = async (tx: Tx, { userId, before, after, changes }: { userId: string; before: SubscriptionRow | null; after: SubscriptionRow | null; changes: readonly TierChange[] }, now: Date): Promise<void> => {
  const notices: Notice[] = [];
  if (after?.gives && !before?.gives && after.status === 'active') {
    const [second] = await tx.query(sql`select 1 from private.payments_to_end p where p.provider = ${after.provider} and p.reference = ${after.provider_reference}`);
    notices.push(second
      ? { userId, kind: 'billing.second_ended', ...secondEnded(), dedupeKey: `billing.second:${after.id}` }
      : { userId, kind: 'billing.started', ...started(after.tier), dedupeKey: `billing.started:${after.id}:${after.state_at.toISOString()}` });
  }
  if (after?.status === 'past_due' && before?.status !== 'past_due' && after.grace_until) {
    notices.push({ userId, kind: 'billing.payment_failed', ...paymentFailed(after.tier, after.grace_until), data: { graceUntil: after.grace_until.toISOString() }, dedupeKey: `billing.failed:${after.id}:${after.grace_until.toISOString()}` });
  }
  await notify(tx, notices, now);
  await tellOfTiers(tx, changes, userId, now);
};
