import type { Tx } from '@docuvault/db/types.ts';
import type { UserContext } from '../context.ts';
import { searchPassages, type Passage } from '../search-engine/search-passages.ts';
import { findCandidates, readPages } from './evidence/candidates.repository.ts';
import { readDocument, type ReadDocument } from './evidence/document-terms.ts';
import { namePattern, patternOf } from './question/filters.ts';
import { typesOf, type Question } from './question/parse-question.ts';

const mostCandidates = 60;
const mostRead = 16;
const pagesEach = 14;

/** The passages that the room of search puts first; none where its encoder is away, for then words and fields must do. */
export const findPassages = async (ctx: UserContext, text: string, documentIds: readonly string[] | null): Promise<Passage[]> => {
  try {
    return await searchPassages(ctx, { text, limit: 40, ...(documentIds ? { documentIds } : {}) });
  } catch (error) {
    ctx.deps.log.warn('chat goes on without passages', { cause: error instanceof Error ? error.name : String(error) });
    return [];
  }
};

/**
 * Reads what may answer the question: the documents of the types it names, those with its words in the title, those
 * that search found, those last spoken of, and `widely` the latest, each with its fields and the pages that hold the question's words.
 */
export const gatherEvidence = async (tx: Tx, userId: string, question: Question, passages: readonly Passage[], options: { names: readonly string[]; within: readonly string[] | null; recent: readonly string[]; without: readonly string[]; widely: boolean }): Promise<ReadDocument[]> => {
  const order = [...new Set(passages.map((passage) => passage.documentId))];
  const telling = question.terms.filter((term) => !term.light || term.proper);
  const hinted = question.nouns.length === 0 ? [...new Set(question.hints.flatMap((hint) => hint.types))] : [];
  const candidates = (await findCandidates(tx, userId, {
    types: [...typesOf(question), ...hinted], ids: [...new Set([...options.recent, ...order])], days: question.period, order: question.order,
    names: namePattern(options.names), within: options.within, limit: mostCandidates, ...(options.widely ? { latest: mostRead } : {}),
  })).filter((candidate) => !options.without.includes(candidate.id));
  const types = new Set<string>([...typesOf(question), ...hinted]);
  const names = options.names.map((name) => name.toLowerCase().split(/\s+/)[0]!);
  const worth = (candidate: (typeof candidates)[number]): number => {
    const place = order.indexOf(candidate.id);
    const own = `${candidate.title} ${candidate.holder ?? ''} ${candidate.person ?? ''} ${candidate.fields.map((field) => field.value).join(' ')}`.toLowerCase();
    return (types.has(candidate.type) ? 3 : 0) + (options.recent.includes(candidate.id) ? 3 : 0) + (place >= 0 ? 2.5 - place * 0.08 : 0)
      + telling.filter((term) => term.alike.some((stem) => own.includes(stem))).length + (names.some((name) => own.includes(name)) ? 2 : 0);
  };
  const chosen = candidates.map((candidate) => ({ candidate, worth: worth(candidate) })).sort((a, b) => b.worth - a.worth).slice(0, mostRead).map(({ candidate }) => candidate);
  const stems = [...telling.flatMap((term) => term.alike), ...question.asked.flatMap((ask) => ask.labels)].filter((stem) => stem.length >= 3);
  const wanted = passages.map((passage) => `${passage.documentId} ${String(passage.page)}`);
  const pages = await readPages(tx, chosen.map((candidate) => candidate.id), stems.length > 0 ? patternOf(stems) : '', wanted, pagesEach);
  return chosen.map((candidate) => {
    const rank = order.indexOf(candidate.id);
    return readDocument(candidate, pages, rank < 0 ? 20 : rank);
  });
};
