import sql from 'sql-template-tag';
import type { Tx } from '@docuvault/db/types.ts';

export type Kept = { hash: string; provider: string; translation: string };
export type Languages = { source: string; target: string };

/** What was translated before of these texts, by whomever; the latest of each. */
export const findKept = async (tx: Tx, userId: string, hashes: readonly string[], { source, target }: Languages): Promise<Map<string, Kept>> => {
  const rows = await tx.query<Kept>(sql`
    select distinct on (t.text_hash) t.text_hash as hash, t.provider, t.translation from public.translations t
    where t.user_id = ${userId} and t.text_hash = any(${[...hashes]}::text[]) and t.source_language = ${source} and t.target_language = ${target}
    order by t.text_hash, t.created_at desc`);
  return new Map(rows.map((row) => [row.hash, row]));
};

export const keep = async (tx: Tx, userId: string, kept: Kept & Languages & { documentId: string | null }, now: Date): Promise<void> => {
  await tx.query(sql`
    insert into public.translations (user_id, text_hash, source_language, target_language, provider, document_id, translation, created_at)
    values (${userId}, ${kept.hash}, ${kept.source}, ${kept.target}, ${kept.provider}, ${kept.documentId}, ${kept.translation}, ${now}) on conflict do nothing`);
};

/** A document as it is to be translated; null where the transaction's person does not see it, or it lies in the trash. */
export const findDocument = async (tx: Tx, documentId: string): Promise<{ status: string; language: string | null } | null> => {
  const [row] = await tx.query<{ status: string; language: string | null }>(sql`
    select d.status, d.language from public.documents d where d.id = ${documentId} and d.deleted_at is null`);
  return row ?? null;
};
