import { malformed } from '@docuvault/core/errors.ts';
import type { UserContext } from '../context.ts';
import { isIdentityField, maskIdentityNumbersInText } from '../understanding/identifiers/mask.ts';
import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { vectorText } from './embeddings.ts';
import { guessTypes, learnPurposes } from './guess-types.ts';
import { findFolder } from './find-folders.ts';
import { parseQuery, type ParsedQuery } from './parse-query.ts';
import { planSearch, type WordSearch } from './plan-search.ts';
import { factorsOf, type Mode } from './ranking.ts';
import { readableText } from './readable-text.ts';
import { runSearch, type Hit, type Wanted } from './search.repository.ts';
import { snippetOf } from './snippet.ts';
import { createStemmer, type Stem } from './stem-word.ts';
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

const limitsOf = async (tx: Tx, parsed: ParsedQuery, filters: SearchInput['filters']): Promise<Wanted | null> => {
  const wanted: Wanted = { ...parsed.wanted };
  const types = both(parsed.wanted.types, list(filters.documentType));
  const categories = both(parsed.wanted.categories, list(filters.category));
  const after = later(parsed.wanted.after, filters.after);
  const before = earlier(parsed.wanted.before, filters.before);
  if (types) wanted.types = types;
  if (categories) wanted.categories = categories;
  if (after) wanted.after = after;
  if (before) wanted.before = before;
  if (filters.status) wanted.status = filters.status;
  if (filters.trashed) wanted.trashed = true;
  if (filters.documentIds) wanted.documents = filters.documentIds;
  if (filters.folderId) wanted.folder = filters.folderId;
  const [named] = parsed.folders;
  if (named === undefined) return wanted;
  const folder = await findFolder(tx, named);
  if (folder === null || (wanted.folder !== undefined && wanted.folder !== folder)) return null;
  return { ...wanted, folder };
};

/** Where the page before ended. */
const placeOf = (cursor: string | undefined): Pick<Wanted, 'afterScore' | 'afterId'> => {
  if (cursor === undefined) return {};
  const [afterScore, afterId] = decodeCursor(cursor, 2);
  if (typeof afterScore !== 'number' || typeof afterId !== 'string' || !uuid.test(afterId)) throw malformed('request.invalid_cursor', 'The cursor is not one that this search gave.');
  return { afterScore, afterId };
};

const facetsOf = (counts: Record<string, Record<string, number> | null>): Facets =>
  Object.fromEntries(
    facetNames.map((name) => [
      name,
      Object.entries(counts[name] ?? {}).map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
    ]),
  ) as Facets;

const empty: SearchAnswer = { results: [], total: 0, facets: facetsOf({}), nextCursor: null };

const reasons = (hit: Hit, low: number): MatchedBy[] => {
  const by: MatchedBy[] = [];
  const unread = hit.page === null;
  if (hit.body > 0 && !unread) by.push('text');
  if (hit.extra > 0.15 || (hit.body > 0 && unread)) by.push('title');
  if (hit.likeness !== null && hit.likeness > low) by.push('semantic');
  if ((hit.meant ?? 0) >= 0.3) by.push('type');
  return by;
};

const present = (hit: Hit, words: WordSearch, low: number, stem: Stem): SearchResult => {
  const documentType = hit.documentType as DocumentType;
  const known = (hit.numbers ?? []).filter(([name]) => isIdentityField(name, documentType)).map(([, value]) => value);
  const { documentId, category, score, page } = hit;
  const title = maskIdentityNumbersInText(hit.title, known);
  const snippet = hit.content === null ? '' : snippetOf(hit.content, words, stem, known);
  return { documentId, title, category, documentType: hit.documentType, score, page, snippet, matchedBy: reasons(hit, low) };
};

type QueryMeaning = { vector: Float32Array; types: ReadonlyMap<string, number> };

/** The query's vector, and the types of paper it may be after; null where the model is not up and words will do. */
const meaningOf = async (ctx: UserContext, text: string, mode: Mode): Promise<QueryMeaning | null> => {
  const { embedder } = ctx.deps;
  try {
    const [[vector], purposes] = await Promise.all([embedder.embed([text], 'query'), learnPurposes(embedder)]);
    return vector ? { vector, types: guessTypes(vector, purposes) } : null;
  } catch (error) {
    if (mode === 'semantic') throw error;
    ctx.deps.log.warn('search without its meaning: the query could not be embedded', { error: String(error) });
    return null;
  }
};

/**
 * Searches the caller's documents by words, meaning and type of paper. Never refuses a query for its text; a query with
 * nothing to look for finds nothing, one with limits only finds all within them. Trashed documents are left out unless asked for.
 */
export const searchDocuments = async (ctx: UserContext, input: SearchInput): Promise<SearchAnswer> => {
  const stem = createStemmer();
  const parsed = parseQuery(input.query);
  for (const tag of input.filters.tags ?? []) parsed.required.push({ key: 'tag', value: tag });
  if (input.filters.person) parsed.required.push({ key: 'person', value: input.filters.person });
  const { embedder, db } = ctx.deps;
  const readable = input.mode === 'keyword' ? '' : readableText(parsed.text, embedder.languages, stem).slice(0, 500);
  // Names alone have no meaning to go by: they are looked for as words.
  const mode = readable === '' && input.mode === 'semantic' ? 'hybrid' : input.mode;
  const meaning = readable === '' ? null : await meaningOf(ctx, readable, mode);
  const vector = meaning?.vector ?? null;
  const found = await db.asUser(ctx.actor, async (tx) => {
    const limits = await limitsOf(tx, parsed, input.filters);
    if (limits === null) return null;
    const words = await planSearch(tx, ctx.actor.userId, { parsed, limited: Object.keys(limits).length > 0, stem, ...(meaning ? { guessed: meaning.types } : {}) });
    if (parsed.phrases.length > 0 && words.must !== '') {
      limits.documents = await documentsWithPhrases(tx, words.must, parsed.phrases, limits, stem);
      if (limits.documents.length === 0) return null;
    }
    if (words.scans.length === 0 && !vector) return null;
    const place = placeOf(input.cursor);
    const factors = factorsOf(mode, words.evidence);
    const asked = { ...words, vector: vector ? vectorText(vector) : null, model: vector ? embedder.model : null, factors, wanted: { ...limits, ...place }, top: input.limit + 1 };
    return { words, low: factors.low, ...(await runSearch(tx, asked)) };
  }, { from: 'replica', apart: true });
  if (found === null) return empty;
  const { hits, words, low, total, facets } = found;
  const shown = hits.slice(0, input.limit);
  const last = shown.at(-1);
  return {
    results: shown.map((hit) => present(hit, words, low + 0.1, stem)),
    total: Math.max(total, words.documents ?? 0),
    facets: facetsOf(facets),
    nextCursor: hits.length > input.limit && last ? encodeCursor([last.score, last.documentId]) : null,
  };
};
