import sql from 'sql-template-tag';
import type { Tx } from '@docuvault/db/types.ts';

/** Limits that hold for a whole search; absent means anything. */
export type Wanted = {
  types?: string[];
  categories?: string[];
  documents?: string[];
  folder?: string;
  status?: string;
  /** First day, inclusive, and last day, exclusive, of the document's date. */
  after?: string;
  before?: string;
  trashed?: true;
  afterScore?: number;
  afterId?: string;
};

/** How the legs are put together; see docs/adr/0007-ranking.md. */
export type Factors = {
  cap: number;
  words: number;
  titles: number;
  related: number;
  semantic: number;
  type: number;
  low: number;
  high: number;
  least: number;
  share: number;
};

/** One look into the index: a tsquery and what finding it is worth. `b` counts as a word of the query, `x` as one in title or fields, `g` as related, `c` only brings candidates. */
export type Scan = { query: string; weight: number; kind: 'b' | 'x' | 'g' | 'c' };

export type Hit = { documentId: string; score: number; body: number; extra: number; related: number; likeness: number | null; ordinal: number | null; meant: number | null };
export type Found = { hits: Hit[]; total: number; facets: Record<string, Record<string, number> | null> };

export type SearchPlan = {
  scans: readonly Scan[];
  norm: number;
  must: string;
  vector: string | null;
  model: string | null;
  meant: readonly { type: string; weight: number }[];
  factors: Factors;
  wanted: Wanted;
  top: number;
};

/** Runs a planned search over the caller's own documents. */
export const runSearch = async (tx: Tx, plan: SearchPlan): Promise<Found> => {
  const [row] = await tx.query<{ results: Hit[] | null; total: number; facets: Found['facets'] }>(sql`
    select * from private.search_documents(
      ${plan.scans.map((scan) => scan.query)}::text[], ${plan.scans.map((scan) => scan.weight)}::real[], ${plan.scans.map((scan) => scan.kind)}::text[],
      ${plan.norm}::real, ${plan.must}::text, ${plan.vector}::text, ${plan.model}::text,
      ${plan.meant.map((m) => m.type)}::text[], ${plan.meant.map((m) => m.weight)}::real[],
      ${JSON.stringify(plan.factors)}::jsonb, ${JSON.stringify(plan.wanted)}::jsonb, ${plan.top}::integer)`);
  return { hits: row?.results ?? [], total: row?.total ?? 0, facets: row?.facets ?? {} };
};

/** In how many of the caller's documents each stem stands, and how many documents there are (counted up to 2,000). */
export const countStems = async (tx: Tx, userId: string, stems: readonly string[]): Promise<{ documents: number; counts: Map<string, number> }> => {
  const [row] = await tx.query<{ documents: number; counts: Record<string, number> | null }>(sql`
    select (select count(*)::integer from (select from public.document_search s where s.user_id = ${userId}::uuid limit 2000) n) as documents,
      (select jsonb_object_agg(w.word, w.documents) from public.search_words w where w.user_id = ${userId}::uuid and w.word = any (${[...stems]}::text[])) as counts`);
  return { documents: row?.documents ?? 0, counts: new Map(Object.entries(row?.counts ?? {})) };
};

/** The caller's stems between two bounds in the order of bytes, the commonest first where there are more than `limit`. */
export const stemsBetween = (tx: Tx, userId: string, from: string, to: string, limit: number): Promise<{ word: string; documents: number }[]> =>
  tx.query(sql`
    select w.word, w.documents from public.search_words w
    where w.user_id = ${userId}::uuid and w.word >= ${from} and w.word < ${to} order by w.documents desc, w.word limit ${limit}`);

/** The passages of each document that hold most of the stems by weight, best first. */
export const findPassages = (tx: Tx, documentIds: readonly string[], stems: readonly string[], weights: readonly number[], best: number) =>
  tx.query<{ document_id: string; ordinal: number; weight: number }>(sql`
    select p.document_id, p.ordinal, p.weight from private.find_passages(${[...documentIds]}::uuid[], ${[...stems]}::text[], ${[...weights]}::real[], ${best}::integer) p`);

export type PassageRow = { document_id: string; ordinal: number; page: number; content: string };

/** The texts of passages given as pairs of document and ordinal. */
export const readTexts = (tx: Tx, places: readonly { documentId: string; ordinal: number }[]): Promise<PassageRow[]> =>
  tx.query<PassageRow>(sql`
    select e.document_id, e.ordinal, e.page, e.content
    from unnest(${places.map((p) => p.documentId)}::uuid[], ${places.map((p) => p.ordinal)}::integer[]) p (document_id, ordinal)
    join public.document_embeddings e on e.document_id = p.document_id and e.ordinal = p.ordinal`);

export type DocumentHead = { id: string; title: string; category: string; document_type: string; numbers: string[] };

/** What a result shows of its document, under the caller's own policies; `numbers` are the field values that must be masked. */
export const readHeads = (tx: Tx, documentIds: readonly string[]): Promise<DocumentHead[]> =>
  tx.query<DocumentHead>(sql`
    select d.id, d.title, d.category, d.document_type,
      coalesce((select array_agg(f.name || '=' || f.value) from public.document_fields f where f.document_id = d.id and f.value ~ '[0-9]'), '{}') as numbers
    from public.documents d where d.id = any (${[...documentIds]}::uuid[])`);
