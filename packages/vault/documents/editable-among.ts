import sql from 'sql-template-tag';
import type { Tx } from '@docuvault/db/types.ts';

/** Which of other people's documents the transaction's person may put right. Asks nothing for none. */
export const editableAmong = async (tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set();
  const rows = await tx.query<{ id: string }>(sql`
    select d.id from public.documents d where d.id = any(${[...ids]}::uuid[]) and d.id in (select private.editable_documents())`);
  return new Set(rows.map(({ id }) => id));
};
