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
  words: number;
  titles: number;
  related: number;
  /** How much less related words count with each e-fold of pages. */
  length: number;
  semantic: number;
  /** By how much the semantic leg gives way where some document has the query's own words. */
  trust: number;
  type: number;
  low: number;
  high: number;
  least: number;
  share: number;
};

/** One look into the index: a tsquery and what finding it is worth. `b` counts as a word of the query, `a` as all of them, `x` as one in title or fields, `g` as related, `c` only brings candidates. At most `cap` documents are taken. */
export type Scan = { query: string; weight: number; kind: 'a' | 'b' | 'x' | 'g' | 'c'; cap: number };

/** A found document: what it scored by, and the passage that shows it best. `numbers` are its fields with digits, by name. */
export type Hit = {
  documentId: string; title: string; category: string; documentType: string;
  score: number; body: number; extra: number; related: number; likeness: number | null; ordinal: number | null; meant: number | null;
  page: number | null; content: string | null; numbers: [name: string, value: string][] | null;
};
export type Found = { hits: Hit[]; total: number; facets: Record<string, Record<string, number> | null> };

export type SearchPlan = {
  scans: readonly Scan[];
  norm: number;
  must: string;
  vector: string | null;
  model: string | null;
  meant: readonly { type: string; weight: number }[];
  /** What stems a passage is chosen by. */
  weights: ReadonlyMap<string, number>;
  factors: Factors;
  wanted: Wanted;
  top: number;
};

/** Runs a planned search over the documents that the caller sees. */
export const runSearch = async (tx: Tx, plan: SearchPlan): Promise<Found> => {
  const { scans, meant, weights } = plan;
  const [row] = await tx.query<{ results: Hit[] | null; total: number; facets: Found['facets'] }>(sql`
    select * from private.search_documents(
      ${scans.map((scan) => scan.query)}::text[], ${scans.map((scan) => scan.weight)}::real[], ${scans.map((scan) => scan.kind)}::text[], ${scans.map((scan) => scan.cap)}::integer[],
      ${plan.norm}::real, ${plan.must}::text, ${plan.vector}::text, ${plan.model}::text,
      ${meant.map((m) => m.type)}::text[], ${meant.map((m) => m.weight)}::real[], ${[...weights.keys()]}::text[], ${[...weights.values()]}::real[],
      ${JSON.stringify(plan.factors)}::jsonb, ${JSON.stringify(plan.wanted)}::jsonb, ${plan.top}::integer)`);
  return { hits: row?.results ?? [], total: row?.total ?? 0, facets: row?.facets ?? {} };
};

/** In how many of the documents that the caller sees each lexeme stands; the ones in none are left out. */
export const countLexemes = async (tx: Tx, lexemes: readonly string[]): Promise<Map<string, number>> => {
  const rows = await tx.query<{ word: string; documents: number }>(sql`select c.word, c.documents from private.count_lexemes(${[...lexemes]}::text[]) c`);
  return new Map(rows.map((row) => [row.word, row.documents]));
};

/** A range in the order of bytes; with `longest`, only lexemes of that many letters down to four fewer. */
export type LexemeRange = { from: string; to: string; longest: number | null };

/** The caller's lexemes in each range, the commonest `most` of each; `place` counts the ranges from 1. */
export const lexemesBetween = (tx: Tx, ranges: readonly LexemeRange[], most: number) =>
  tx.query<{ place: number; word: string; documents: number }>(sql`
    select n.place, n.word, n.documents
    from private.words_near(${ranges.map((range) => range.from)}::text[], ${ranges.map((range) => range.to)}::text[], ${ranges.map((range) => range.longest)}::integer[], ${most}::integer) n`);

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

/** Titles and types of documents, under the caller's own policies. */
export const readHeads = (tx: Tx, documentIds: readonly string[]) =>
  tx.query<{ id: string; title: string; category: string; document_type: string }>(sql`
    select d.id, d.title, d.category, d.document_type from public.documents d where d.id = any (${[...documentIds]}::uuid[])`);
