import sql from 'sql-template-tag';
import type { CheckIn } from '@docuvault/contract/emergency.ts';
import { notFound } from '@docuvault/core/errors.ts';
import type { Tx } from '@docuvault/db/types.ts';
import type { UserContext } from '../context.ts';
import { asMember } from './as-member.ts';
import { roleForbidden } from './family-vault.errors.ts';
import { getVault } from './vaults.ts';

type Row = { silent_days: number; reminder_days: number; last_sign: Date; reminds_at: Date; alerts_at: Date; stage: CheckIn['stage'] };

/** The caller's check-in in a vault; null where none is set up. */
export const findCheckIn = async (tx: Tx, vaultId: string, userId: string): Promise<CheckIn | null> => {
  const [row] = await tx.query<Row>(sql`
    select k.*, case when k.alerts_at <= now() then 'alerting' when k.reminds_at <= now() then 'reminding' else 'quiet' end as stage from (
      select c.silent_days, c.reminder_days, s.at as last_sign, s.at + make_interval(days => c.silent_days) as reminds_at,
        s.at + make_interval(days => c.silent_days + c.reminder_days) as alerts_at
      from public.emergency_check_ins c cross join (select private.my_last_sign_of_life() as at) s
      where c.vault_id = ${vaultId} and c.user_id = ${userId}) k`);
  if (!row) return null;
  return {
    silentDays: row.silent_days, reminderDays: row.reminder_days, lastSignOfLifeAt: row.last_sign.toISOString(),
    remindsAt: row.reminds_at.toISOString(), alertsAt: row.alerts_at.toISOString(), stage: row.stage,
  };
};

const mustHave = async (tx: Tx, vaultId: string, userId: string): Promise<CheckIn> => {
  const found = await findCheckIn(tx, vaultId, userId);
  if (!found) throw notFound('check_in');
  return found;
};

const log = (tx: Tx, vaultId: string, userId: string, action: string) =>
  tx.query(sql`select private.log_family(${vaultId}::uuid, ${action}, '{}'::jsonb, ${[userId]}::uuid[])`);

/** The caller's check-in; 404 `check_in.not_found` where none is set up. */
export const getCheckIn = (ctx: UserContext, vaultId: string): Promise<CheckIn> =>
  asMember(ctx, async (tx) => {
    await getVault(tx, vaultId);
    return mustHave(tx, vaultId, ctx.actor.userId);
  });

/** Sets the caller's check-in up, or changes it; doing so is a sign of life. */
export const setCheckIn = (ctx: UserContext, vaultId: string, input: { silentDays: number; reminderDays: number }): Promise<CheckIn> =>
  asMember(ctx, async (tx) => {
    const { role } = await getVault(tx, vaultId);
    if (role === 'child') throw roleForbidden();
    const { userId } = ctx.actor;
    await tx.query(sql`
      insert into public.emergency_check_ins as k (vault_id, user_id, silent_days, reminder_days) values (${vaultId}, ${userId}, ${input.silentDays}, ${input.reminderDays})
      on conflict (vault_id, user_id) do update set silent_days = excluded.silent_days, reminder_days = excluded.reminder_days, last_check_in_at = now()`);
    await log(tx, vaultId, userId, 'check_in.set');
    return mustHave(tx, vaultId, userId);
  });

/** "I am here": starts the time of silence anew, and ends what silence had opened. */
export const checkInNow = (ctx: UserContext, vaultId: string): Promise<CheckIn> =>
  asMember(ctx, async (tx) => {
    await getVault(tx, vaultId);
    const { userId } = ctx.actor;
    await mustHave(tx, vaultId, userId);
    await tx.query(sql`update public.emergency_check_ins set last_check_in_at = now() where vault_id = ${vaultId} and user_id = ${userId}`);
    await log(tx, vaultId, userId, 'check_in.given');
    return mustHave(tx, vaultId, userId);
  });

/** Ends the caller's check-in. */
export const endCheckIn = (ctx: UserContext, vaultId: string): Promise<void> =>
  asMember(ctx, async (tx) => {
    await getVault(tx, vaultId);
    const { userId } = ctx.actor;
    await mustHave(tx, vaultId, userId);
    await tx.query(sql`delete from public.emergency_check_ins where vault_id = ${vaultId} and user_id = ${userId}`);
    await log(tx, vaultId, userId, 'check_in.removed');
  });
