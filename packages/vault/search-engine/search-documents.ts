import { malformed } from '@docuvault/core/errors.ts';
import type { UserContext } from '../context.ts';
import { isIdentityField } from '../understanding/identifiers/mask.ts';
import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { vectorText } from './embeddings.ts';
import { findFolder } from './find-folders.ts';
import { parseQuery, type ParsedQuery } from './parse-query.ts';
import { planSearch, type WordSearch } from './plan-search.ts';
import { factorsOf, type Mode } from './ranking.ts';
import { findPassages, readHeads, readTexts, runSearch, type DocumentHead, type Hit, type PassageRow, type Wanted } from './search.repository.ts';
import { snippetOf } from './snippet.ts';
import { createStemmer, type Stem } from './stem-word.ts';
import type { Understander } from './understand-query.ts';
import { documentsWithPhrases } from './verify-phrases.ts';
import type { Tx } from '@docuvault/db/types.ts';

export type SearchInput = {
  query: string;
  mode: Mode;
  filters: {
    category?: string | string[]; documentType?: string | string[]; tags?: string[]; person?: string; folderId?: string; status?: string;
    before?: string; after?: string; documentIds?: string[]; trashed?: boolean;
  };
  limit: number;
  cursor?: string;
};

export type MatchedBy = 'title' | 'text' | 'semantic' | 'type';
export type SearchResult = {
  documentId: string; title: string; category: string; documentType: string; score: number;
  page: number | null; snippet: string; matchedBy: MatchedBy[];
};
export type Facets = Record<'category' | 'documentType' | 'tags' | 'person' | 'year', { value: string; count: number }[]>;
export type SearchAnswer = { results: SearchResult[]; total: number; facets: Facets; nextCursor: string | null };

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const list = (value: string | string[] | undefined) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const facetNames = ['category', 'documentType', 'tags', 'person', 'year'] as const;

/** Both the operators' and the filters' limits hold; where both name types, a document must be of one of each. */
const both = (a: string[] | undefined, b: string[]): string[] | undefined => (b.length === 0 ? a : a === undefined ? b : a.filter((one) => b.includes(one)));
const later = (a: string | undefined, b: string | undefined) => (a && b ? (a > b ? a : b) : (a ?? b));
const earlier = (a: string | undefined, b: string | undefined) => (a && b ? (a < b ? a : b) : (a ?? b));

const limitsOf = async (tx: Tx, parsed: ParsedQuery, input: SearchInput): Promise<Wanted | null> => {
  const { filters } = input;
  const wanted: Wanted = { ...parsed.wanted };
  const types = both(parsed.wanted.types, list(filters.documentType));
  const categories = both(parsed.wanted.categories, list(filters.category));
  if (types) wanted.types = types;
  if (categories) wanted.categories = categories;
  const after = later(parsed.wanted.after, filters.after);
  const before = earlier(parsed.wanted.before, filters.before);
  if (after) wanted.after = after;
  if (before) wanted.before = before;
  if (filters.status) wanted.status = filters.status;
  if (filters.trashed) wanted.trashed = true;
  if (filters.documentIds) wanted.documents = filters.documentIds;
  if (filters.folderId) wanted.folder = filters.folderId;
  const [named] = parsed.folders;
  if (named !== undefined) {
    const folder = await findFolder(tx, named);
    if (folder === null || (wanted.folder !== undefined && wanted.folder !== folder)) return null;
    wanted.folder = folder;
  }
  if (input.cursor !== undefined) {
    const [score, id] = decodeCursor(input.cursor, 2);
    if (typeof score !== 'number' || typeof id !== 'string' || !uuid.test(id)) throw malformed('request.invalid_cursor', 'The cursor is not one that this search gave.');
    wanted.afterScore = score;
    wanted.afterId = id;
  }
  return wanted;
};

const facetsOf = (counts: Record<string, Record<string, number> | null>): Facets =>
  Object.fromEntries(
    facetNames.map((name) => [
      name,
      Object.entries(counts[name] ?? {}).map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
    ]),
  ) as Facets;

const empty: SearchAnswer = { results: [], total: 0, facets: facetsOf({}), nextCursor: null };

/** The passage shown for each hit: the one with most of the words, else the nearest in meaning, else the first. */
const passagesOf = async (tx: Tx, hits: readonly Hit[], words: WordSearch): Promise<Map<string, PassageRow>> => {
  const stems = [...words.weights.keys()];
  const worded = stems.length === 0 ? [] : await findPassages(tx, hits.map((hit) => hit.documentId), stems, [...words.weights.values()], 1);
  const byWords = new Map(worded.map((row) => [row.document_id, row]));
  const places = hits.map((hit) => {
    const found = byWords.get(hit.documentId);
    const telling = found && (hit.ordinal === null || found.weight >= words.norm * 0.3);
    return { documentId: hit.documentId, ordinal: telling ? found.ordinal : (hit.ordinal ?? found?.ordinal ?? 0) };
  });
  return new Map((await readTexts(tx, places)).map((row) => [row.document_id, row]));
};

const reasons = (hit: Hit, low: number): MatchedBy[] => {
  const by: MatchedBy[] = [];
  if (hit.body > 0) by.push('text');
  if (hit.extra > 0.15) by.push('title');
  if (hit.likeness !== null && hit.likeness > low) by.push('semantic');
  if ((hit.meant ?? 0) >= 0.3) by.push('type');
  return by;
};

const present = (hit: Hit, head: DocumentHead, row: PassageRow | undefined, words: WordSearch, low: number, stem: Stem): SearchResult => {
  const known = head.numbers.flatMap((pair) => {
    const at = pair.indexOf('=');
    return isIdentityField(pair.slice(0, at), head.document_type as DocumentType) ? [pair.slice(at + 1)] : [];
  });
  return {
    documentId: head.id, title: head.title, category: head.category, documentType: head.document_type, score: Number(hit.score),
    page: row?.page ?? null, snippet: row ? snippetOf(row.content, words.weights, stem, known, words.numbers) : '', matchedBy: reasons(hit, low),
  };
};

/** Makes the search of one server: it keeps the compiled thesaurus. */
export const createSearch = (understand: Understander) =>
  /**
   * Searches the caller's documents by words, meaning and type of paper. Never refuses a query for its text; a query with
   * nothing to look for finds nothing, one with limits only finds all within them. Trashed documents are left out unless asked for.
   */
  async (ctx: UserContext, input: SearchInput): Promise<SearchAnswer> => {
    const stem = createStemmer();
    const parsed = parseQuery(input.query);
    for (const tag of input.filters.tags ?? []) parsed.required.push({ key: 'tag', value: tag });
    if (input.filters.person) parsed.required.push({ key: 'person', value: input.filters.person });
    const { embedder, db } = ctx.deps;
    const asksMeaning = input.mode !== 'keyword' && /[\p{L}\p{N}]/u.test(parsed.text);
    const [vector] = asksMeaning ? await embedder.embed([parsed.text.slice(0, 500)], 'query') : [];
    const factors = factorsOf(input.mode);
    return db.asUser(ctx.actor, async (tx) => {
      const wanted = await limitsOf(tx, parsed, input);
      if (wanted === null) return empty;
      if (parsed.text.trim() === '' && Object.keys(input.filters).length > 0) parsed.wanted = { ...parsed.wanted, ...wanted };
      const words = await planSearch(tx, ctx.actor.userId, parsed, stem, understand);
      if (parsed.phrases.length > 0 && words.must !== '') {
        const { afterScore: _score, afterId: _id, ...limits } = wanted;
        const found = await documentsWithPhrases(tx, words.must, parsed.phrases, limits, stem);
        if (found.length === 0) return empty;
        wanted.documents = found;
      }
      if (words.scans.length === 0 && !vector) return empty;
      const { hits, total, facets } = await runSearch(tx, {
        ...words, vector: vector ? vectorText(vector) : null, model: vector ? embedder.model : null, factors, wanted, top: input.limit + 1,
      });
      const shown = hits.slice(0, input.limit);
      const heads = new Map((await readHeads(tx, shown.map((hit) => hit.documentId))).map((head) => [head.id, head]));
      const passages = await passagesOf(tx, shown, words);
      const results = shown.flatMap((hit) => {
        const head = heads.get(hit.documentId);
        return head ? [present(hit, head, passages.get(hit.documentId), words, factors.low + 0.1, stem)] : [];
      });
      const last = shown.at(-1);
      const nextCursor = hits.length > input.limit && last ? encodeCursor([last.score, last.documentId]) : null;
      return { results, total, facets: facetsOf(facets), nextCursor };
    });
  };
