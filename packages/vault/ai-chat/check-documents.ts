import sql from 'sql-template-tag';
import { notFound } from '@docuvault/core/errors.ts';
import type { UserContext } from '../context.ts';

/** 404 `document.not_found` unless every id is a document that the caller may read. Trashed ones pass, and are not used. */
export const checkDocuments = async ({ actor, deps }: UserContext, documentIds: readonly string[] | null | undefined): Promise<void> => {
  const asked = [...new Set((documentIds ?? []).map((id) => id.toLowerCase()))];
  if (asked.length === 0) return;
  const [row] = await deps.db.asUser(actor, (tx) =>
    tx.query<{ count: number }>(sql`select count(*)::int as count from public.documents d where d.id = any(${asked}::uuid[])`));
  if (row?.count !== asked.length) throw notFound('document');
};
