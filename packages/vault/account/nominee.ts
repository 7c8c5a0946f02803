import sql from 'sql-template-tag';
import type { Nominee, NomineeChange } from '@docuvault/contract/account.ts';
import type { Tx } from '@docuvault/db/types.ts';
import type { UserContext } from '../context.ts';
import { noteEvent } from './note-event.ts';

type Row = Omit<Nominee, 'updatedAt'> & { updatedAt: Date };

const find = async (tx: Tx, userId: string): Promise<{ nominee: Nominee | null }> => {
  const [row] = await tx.query<Row>(sql`
    select n.full_name as "fullName", n.email, n.phone, n.relation, n.instructions, n.updated_at as "updatedAt" from public.account_nominees n where n.user_id = ${userId}`);
  return { nominee: row ? { ...row, updatedAt: row.updatedAt.toISOString() } : null };
};

/** Whom the caller named for the time after them. */
export const readNominee = ({ actor, deps }: UserContext): Promise<{ nominee: Nominee | null }> => deps.db.asUser(actor, (tx) => find(tx, actor.userId));

/** Names somebody in place of whoever was named before, or nobody. */
export const nameNominee = ({ actor, deps }: UserContext, change: NomineeChange): Promise<{ nominee: Nominee | null }> => {
  const named = 'nominee' in change ? change.nominee : change;
  const now = deps.clock.now();
  return deps.db.asUser(actor, async (tx) => {
    if (named === null) await tx.query(sql`delete from public.account_nominees where user_id = ${actor.userId}`);
    else {
      await tx.query(sql`
        insert into public.account_nominees (user_id, full_name, email, phone, relation, instructions, updated_at)
        values (${actor.userId}, ${named.fullName}, ${named.email ?? null}, ${named.phone ?? null}, ${named.relation ?? null}, ${named.instructions ?? null}, ${now})
        on conflict (user_id) do update set full_name = excluded.full_name, email = excluded.email, phone = excluded.phone, relation = excluded.relation,
          instructions = excluded.instructions, updated_at = excluded.updated_at`);
    }
    await noteEvent(tx, actor.userId, named === null ? 'nominee.removed' : 'nominee.named', now);
    return find(tx, actor.userId);
  });
};
