import sql from 'sql-template-tag';
import { notFound } from '@docuvault/core/errors.ts';
import type { UserContext } from '../context.ts';
import { queryWords } from './understand-query.ts';
import { planWords } from './plan-words.ts';
import { attributeLexeme, ownerLexeme } from './document-vector.ts';
import { vectorText } from './embeddings.ts';
import { factorsOf } from './ranking.ts';
import { countLexemes, runSearch } from './search.repository.ts';
import { createStemmer } from './stem-word.ts';

export type Similar = { documentId: string; title: string; category: string; documentType: string; score: number };

const passagesRead = 12;

/** The direction of a document: the mean of its first passages, of length 1; null where none is embedded. */
const directionOf = (vectors: readonly string[]): Float32Array | null => {
  const parsed = vectors.map((vector) => JSON.parse(vector) as number[]);
  const [first] = parsed;
  if (!first) return null;
  const sum = Float32Array.from(first, (_, index) => parsed.reduce((total, vector) => total + vector[index]!, 0));
  const length = Math.hypot(...sum);
  return length > 0 ? sum.map((value) => value / length) : null;
};

/**
 * The caller's documents most like one of theirs, best first: near in meaning, of the same type, with words of its title.
 * 404 `document.not_found` where the document is not theirs.
 */
export const findSimilar = async (ctx: UserContext, documentId: string, limit: number): Promise<Similar[]> => {
  const { userId } = ctx.actor;
  return ctx.deps.db.asUser(ctx.actor, async (tx) => {
    const [document] = await tx.query<{ title: string; document_type: string }>(sql`select d.title, d.document_type from public.documents d where d.id = ${documentId}`);
    if (!document) throw notFound('document');
    const passages = await tx.query<{ model: string; embedding: string }>(sql`
      select e.model, e.embedding::text as embedding from public.document_embeddings e
      where e.document_id = ${documentId} and e.embedding is not null order by e.ordinal limit ${passagesRead}`);
    const model = passages[0]?.model ?? null;
    const direction = directionOf(passages.filter((passage) => passage.model === model).map((passage) => passage.embedding));
    const stems = queryWords(document.title, createStemmer(), 12).map((word) => word.stem);
    const counts = await countLexemes(tx, [ownerLexeme(userId), ...stems, ...stems.flatMap((stem) => [`^${stem}`, `=${stem}`])]);
    const terms = stems.filter((stem) => (counts.get(stem) ?? 0) > 1).map((stem) => ({ forms: [{ stem, weight: 1 }], documents: counts.get(stem)! }));
    const words = planWords(terms, counts.get(ownerLexeme(userId)) ?? 0, counts);
    const typed = document.document_type === 'other' ? [] : [{ type: document.document_type, weight: 1 }];
    const ofType = typed.map(({ type }) => ({ query: `'${attributeLexeme('type', type)}'`, weight: 0, kind: 'c' as const, cap: 100 }));
    const { hits } = await runSearch(tx, {
      scans: [...words.scans, ...ofType], norm: words.norm, must: '', vector: direction ? vectorText(direction) : null, model: direction ? model : null,
      meant: typed, weights: new Map(), factors: { ...factorsOf('hybrid'), words: 0.4, titles: 0.3, semantic: 1, type: 0.3, low: 0.3, high: 1, share: 0.3 }, wanted: {}, top: limit + 1,
    });
    return hits
      .filter((hit) => hit.documentId !== documentId)
      .slice(0, limit)
      .map(({ documentId: other, title, category, documentType, score }) => ({ documentId: other, title, category, documentType, score }));
  }, { apart: true });
};
