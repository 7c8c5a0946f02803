import sql, { empty } from 'sql-template-tag';
import type { Tx } from '@docuvault/db/types.ts';
import { analysisVersion } from './document-vector.ts';

export type DocumentRow = { user_id: string; title: string; category: string; document_type: string; person: string | null; folder_id: string | null; expires_on: string | null; language: string | null; file_name: string };

/** The document's own row and tags, as far as search needs them; null where the caller cannot see it. */
export const readDocument = async (tx: Tx, documentId: string): Promise<(DocumentRow & { tags: string[]; fields: { name: string; value: string }[] }) | null> => {
  const [row] = await tx.query<DocumentRow & { tags: string[]; fields: { name: string; value: string }[] }>(sql`
    select d.user_id, d.title, d.category, d.document_type, d.person, d.folder_id, d.expires_on, d.language, d.file_name,
      coalesce((select array_agg(t.name order by t.name) from public.document_tags dt join public.tags t on t.id = dt.tag_id where dt.document_id = d.id), '{}') as tags,
      coalesce((select jsonb_agg(jsonb_build_object('name', f.name, 'value', f.value)) from public.document_fields f where f.document_id = d.id), '[]') as fields
    from public.documents d where d.id = ${documentId}`);
  return row ?? null;
};

export const putWords = (tx: Tx, documentId: string, userId: string, tags: readonly string[], datedOn: string | null, vector: string) =>
  tx.query(sql`select private.put_words(${documentId}::uuid, ${userId}::uuid, ${[...tags]}::text[], ${datedOn}::date, ${vector}, ${analysisVersion}::integer)`);

/** Puts the words and the passages of a document in the index, at once. */
export const putWordsAndPassages = (
  tx: Tx, documentId: string, userId: string, tags: readonly string[], datedOn: string | null, vector: string, pages: readonly number[], contents: readonly string[],
) =>
  tx.query(sql`
    select private.put_words(${documentId}::uuid, ${userId}::uuid, ${[...tags]}::text[], ${datedOn}::date, ${vector}, ${analysisVersion}::integer),
      private.put_passages(${documentId}::uuid, ${userId}::uuid, ${[...pages]}::integer[], ${[...contents]}::text[])`);

export const putSomePassages = (tx: Tx, documentId: string, userId: string, first: number, pages: readonly number[], contents: readonly string[]) =>
  tx.query(sql`select private.put_some_passages(${documentId}::uuid, ${userId}::uuid, ${first}::integer, ${[...pages]}::integer[], ${[...contents]}::text[])`);

export const cutPassages = (tx: Tx, documentId: string, userId: string, count: number) =>
  tx.query(sql`select private.cut_passages(${documentId}::uuid, ${userId}::uuid, ${count}::integer)`);

/** Keeps the words that a document will have, for the three below. */
export const stageWords = (tx: Tx, documentId: string, userId: string, vector: string) =>
  tx.query(sql`select private.stage_words(${documentId}::uuid, ${userId}::uuid, ${vector}, ${analysisVersion}::integer)`);

/** Plans the change of the counts for the words kept; how many there are. */
export const planWordCounts = async (tx: Tx, documentId: string, userId: string): Promise<number> => {
  const [row] = await tx.query<{ left: number }>(sql`select private.plan_word_counts(${documentId}::uuid, ${userId}::uuid) as left`);
  return row!.left;
};

/** Changes at most `most` of the planned counts; how many are left. */
export const countSomeWords = async (tx: Tx, documentId: string, userId: string, most: number): Promise<number> => {
  const [row] = await tx.query<{ left: number }>(sql`select private.count_some_words(${documentId}::uuid, ${userId}::uuid, ${most}::integer) as left`);
  return row!.left;
};

/** Puts the words kept in the index; false where none are. */
export const putStagedWords = async (tx: Tx, documentId: string, userId: string, tags: readonly string[], datedOn: string | null): Promise<boolean> => {
  const [row] = await tx.query<{ put: boolean }>(sql`select private.put_staged_words(${documentId}::uuid, ${userId}::uuid, ${[...tags]}::text[], ${datedOn}::date) as put`);
  return row!.put;
};

/** The texts of a document's passages, in order. */
export const readTexts = async (tx: Tx, documentId: string): Promise<string[]> => {
  const rows = await tx.query<{ content: string }>(sql`
    select e.content from public.document_embeddings e where e.document_id = ${documentId} order by e.ordinal`);
  return rows.map((row) => row.content);
};

/** A document whose words an older version of the analysis made. */
export type StaleDocument = { analysis: number; documentId: string };

/** The first `most` documents, after the one given, whose words an older version than this one made, oldest versions first. */
export const findStale = (tx: Tx, after: StaleDocument | null, most: number): Promise<StaleDocument[]> =>
  tx.query<StaleDocument>(sql`
    select s.analysis, s.document_id as "documentId" from public.document_search s
    where s.analysis < ${analysisVersion}::integer and (s.analysis, s.document_id) > (${after?.analysis ?? -1}::integer, ${after?.documentId ?? '00000000-0000-0000-0000-000000000000'}::uuid)
    order by s.analysis, s.document_id limit ${most}`);

/** When a stale document was indexed, to the microsecond, as text; null where it is not stale, or gone. With `held`, nobody indexes it until the transaction ends. */
export const staleSince = async (tx: Tx, documentId: string, held: boolean): Promise<string | null> => {
  const [row] = await tx.query<{ since: string }>(sql`
    select extract(epoch from s.indexed_at)::text as since from public.document_search s
    where s.document_id = ${documentId} and s.analysis < ${analysisVersion}::integer ${held ? sql`for update` : empty}`);
  return row?.since ?? null;
};

export const isIndexed = async (tx: Tx, documentId: string): Promise<boolean> =>
  (await tx.query(sql`select 1 from public.document_search s where s.document_id = ${documentId}`)).length > 0;

export const removeRows = async (tx: Tx, documentId: string): Promise<void> => {
  await tx.query(sql`delete from public.document_embeddings where document_id = ${documentId}`);
  await tx.query(sql`delete from public.document_search where document_id = ${documentId}`);
};
