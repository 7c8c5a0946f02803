import sql from 'sql-template-tag';
import type { Tx } from '@docuvault/db/types.ts';

/** Of these documents, those whose owners agreed that they may go to the recipient, and whether they are the caller's own. */
export const mayLeave = async (tx: Tx, documentIds: readonly string[], recipient: string): Promise<Map<string, { own: boolean }>> => {
  const rows = await tx.query<{ id: string; own: boolean }>(sql`
    select d.id, d.user_id = (select auth.uid()) as own from private.may_leave(${[...documentIds]}::uuid[], 'language_models', ${recipient}) l (id) join public.documents d on d.id = l.id`);
  return new Map(rows.map(({ id, own }) => [id, { own }]));
};
