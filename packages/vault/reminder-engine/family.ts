import sql from 'sql-template-tag';
import { notFound } from '@docuvault/core/errors.ts';
import type { Tx } from '@docuvault/db/types.ts';

/** Only somebody else of a family that one is in may be told what one forgets; 404 `user.not_found` for anybody else. */
export const mustBeFamily = async (tx: Tx, userId: string): Promise<void> => {
  const [member] = await tx.query(sql`
    select from public.family_members m where m.user_id = ${userId} and m.user_id <> (select auth.uid()) and m.vault_id in (select private.my_vaults())`);
  if (!member) throw notFound('user');
};
