import sql from 'sql-template-tag';
import type { Tx } from '@docuvault/db/types.ts';
import { documentMissing, ownerOnly } from './documents.errors.ts';

/** Parts what the person sees of the ids into their own documents and those that others share with them. */
export const partByOwner = async (tx: Tx, userId: string, ids: readonly string[]): Promise<{ own: string[]; shared: string[] }> => {
  const rows = await tx.query<{ id: string; own: boolean }>(sql`
    select d.id, d.user_id = ${userId} as own from public.documents d where d.id = any(${[...ids]}::uuid[])`);
  return { own: rows.filter((row) => row.own).map((row) => row.id), shared: rows.filter((row) => !row.own).map((row) => row.id) };
};

/** Lets the owner pass: 404 `document.not_found` to those who do not see the document, 403 `document.owner_only` to those with whom it is shared. */
export const mustOwn = async (tx: Tx, userId: string, documentId: string): Promise<void> => {
  const { own, shared } = await partByOwner(tx, userId, [documentId]);
  if (shared.length > 0) throw ownerOnly('document');
  if (own.length === 0) throw documentMissing();
};
