import sql from 'sql-template-tag';
import type { Tx } from '@docuvault/db/types.ts';
import { documentColumns, identityNumbers, toMaskedSummary, type DocumentRow } from './document-row.ts';

/** The titles of those of the documents that the transaction's person sees, by id, with identity numbers masked as in every list. */
export const titlesOf = async (tx: Tx, ids: readonly string[]): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<DocumentRow & { numbers: string[] }>(sql`
    select ${documentColumns}, ${identityNumbers} as numbers from public.documents d where d.id = any(${[...new Set(ids)]}::uuid[])`);
  return new Map(rows.map((row) => [row.id, toMaskedSummary(row, row.numbers).title]));
};
