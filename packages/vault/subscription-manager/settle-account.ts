import sql from 'sql-template-tag';
import type { Tier } from '@docuvault/contract/subscription.ts';
import type { Tx } from '@docuvault/db/types.ts';

export type TierChange = { userId: string; before: Tier; after: Tier };

const settle = async (tx: Tx, userId: string, now: Date): Promise<TierChange | null> => {
  const [row] = await tx.query<{ before: Tier | null; after: Tier | null }>(sql`select before, after from private.settle_plan(${userId}::uuid, ${now}::timestamptz)`);
  return row?.before && row.after && row.before !== row.after ? { userId, before: row.before, after: row.after } : null;
};

/** Gives an account the tier that it is due, and then those whom it covers: the people of the family vaults that it runs. Answers whose tier is another now. */
export const settleAccount = async (tx: Tx, userId: string, now: Date): Promise<TierChange[]> => {
  const own = await settle(tx, userId, now);
  const covered = await tx.query<{ user_id: string }>(sql`
    select distinct f.user_id from public.family_members f where f.user_id <> ${userId} and f.role <> 'owner' and f.vault_id in (
      select o.vault_id from public.family_members o where o.user_id = ${userId} and o.role = 'owner') order by f.user_id`);
  const changes = own ? [own] : [];
  for (const { user_id } of covered) {
    const change = await settle(tx, user_id, now);
    if (change) changes.push(change);
  }
  return changes;
};
