import sql from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import type { Deletion, DeletionInput } from '@docuvault/contract/account.ts';
import type { Tx } from '@docuvault/db/types.ts';
import type { UserContext } from '../../context.ts';
import { deletionUnconfirmed, erasureByGuardian } from '../account.errors.ts';
import { noteEvent } from '../note-event.ts';
import { eraseAccount, type EraseDeps } from './erase-account.ts';
import { erasureNotice } from './erasure-words.ts';

/** So long may an erasure be called off, in days. */
export const graceDays = 30;
const dayMs = 86_400_000;

const isConfirmed = (confirm: DeletionInput['confirm'], email: string | null): boolean =>
  confirm === true || (typeof confirm === 'string' && (confirm.trim().toUpperCase() === 'DELETE' || (email !== null && confirm.trim().toLowerCase() === email.toLowerCase())));

const tellPerson = async (tx: Tx, userId: string, eraseAfter: Date, now: Date): Promise<void> => {
  const [person] = await tx.query<{ locale: string; time_zone: string }>(sql`select u.locale, u.time_zone from public.users u where u.id = ${userId}`);
  const said = erasureNotice(person?.locale ?? 'en', eraseAfter, person?.time_zone ?? 'UTC');
  await tx.query(sql`select private.notify(${JSON.stringify([{ id: uuidv7(), user_id: userId, kind: 'account.deletion', ...said, data: {}, dedupe_key: `account.deletion:${eraseAfter.toISOString()}`, created_at: now.toISOString() }])}::jsonb)`);
};

/**
 * Has the caller's account erased: in 30 days, until when it may be called off and all stays as it is, or `immediately`.
 * Asked again, the first date stands. 422 `account.confirm_deletion` without one of the confirmations, 403 `account.child` for an account that others look after.
 */
export const askToErase = async ({ actor, deps }: UserContext, input: DeletionInput, erase: EraseDeps): Promise<Deletion> => {
  if (!isConfirmed(input.confirm, actor.email)) throw deletionUnconfirmed();
  const [child] = await deps.db.asUser(actor, (tx) => tx.query<{ here: boolean }>(sql`select private.is_looked_after() as here`));
  if (child!.here) throw erasureByGuardian();
  const now = deps.clock.now();
  if (input.immediately) {
    const { documents } = await eraseAccount(erase, actor.userId);
    return { status: 'erased', requestedAt: now.toISOString(), eraseAfter: now.toISOString(), documents };
  }
  return deps.db.asUser(actor, async (tx) => {
    const eraseAfter = new Date(now.getTime() + graceDays * dayMs);
    const added = await tx.query(sql`
      insert into public.account_deletions (user_id, requested_at, erase_after) values (${actor.userId}, ${now}, ${eraseAfter}) on conflict (user_id) do nothing returning user_id`);
    if (added.length > 0) {
      await noteEvent(tx, actor.userId, 'deletion.requested', now);
      await tellPerson(tx, actor.userId, eraseAfter, now);
    }
    const [row] = await tx.query<{ requested_at: Date; erase_after: Date; documents: number }>(sql`
      select e.requested_at, e.erase_after, (select count(*)::int from public.documents d where d.user_id = ${actor.userId}) as documents from public.account_deletions e where e.user_id = ${actor.userId}`);
    return { status: 'scheduled', requestedAt: row!.requested_at.toISOString(), eraseAfter: row!.erase_after.toISOString(), documents: row!.documents };
  });
};

/** Calls an erasure off; where none was asked for, nothing happens. */
export const callErasureOff = ({ actor, deps }: UserContext): Promise<{ status: 'none' }> =>
  deps.db.asUser(actor, async (tx) => {
    const gone = await tx.query(sql`delete from public.account_deletions where user_id = ${actor.userId} returning user_id`);
    if (gone.length > 0) await noteEvent(tx, actor.userId, 'deletion.called_off', deps.clock.now());
    return { status: 'none' as const };
  });
