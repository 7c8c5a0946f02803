import sql from 'sql-template-tag';
import type { UserContext } from '../context.ts';
import { asMember } from './as-member.ts';
import { timedPage, type Page } from '../http/timed-page.ts';
import { getVault } from './vaults.ts';

type ActivityRow = { id: string; action: string; actor_id: string | null; details: Record<string, unknown>; created_at: Date; at: string };

/** What happened in a vault as far as it concerns the caller, newest first. */
export const listActivity = (ctx: UserContext, vaultId: string, page: Page) =>
  asMember(ctx, async (tx) => {
    await getVault(tx, vaultId);
    return timedPage<ActivityRow, unknown>(tx, page, (after, limit) => sql`
      select a.id, a.action, a.actor_id, a.details, a.created_at, a.created_at::text as at from public.family_activity a
      where a.vault_id = ${vaultId} and ${after(sql`a.created_at`, sql`a.id`)} order by a.created_at desc, a.id desc limit ${limit}`,
    (row) => ({ id: row.id, action: row.action, actorId: row.actor_id, details: row.details, createdAt: row.created_at.toISOString() }));
  });
