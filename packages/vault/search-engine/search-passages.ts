import type { UserContext } from '../context.ts';
import { vectorText } from './embeddings.ts';
import { parseQuery } from './parse-query.ts';
import { planSearch } from './plan-search.ts';
import { factorsOf } from './ranking.ts';
import { createStemmer } from './stem-word.ts';
import { findPassages, readHeads, readTexts, runSearch } from './search.repository.ts';

/** A passage that may answer a question. `score` is comparable within one answer only. */
export type Passage = { documentId: string; title: string; documentType: string; category: string; page: number; ordinal: number; text: string; score: number };

/**
 * The passages of the caller's documents, or of `documentIds` among them, that most likely answer `text`, best first:
 * at most `limit`, and at most three of one document unless only few documents are asked about.
 */
export const searchPassages = async (ctx: UserContext, input: { text: string; documentIds?: readonly string[]; limit: number }): Promise<Passage[]> => {
  const stem = createStemmer();
  const parsed = parseQuery(input.text);
  const [vector] = await ctx.deps.embedder.embed([input.text.slice(0, 1000)], 'query');
  return ctx.deps.db.asUser(ctx.actor, async (tx) => {
    const words = await planSearch(tx, ctx.actor.userId, { parsed, limited: false, stem });
    const { hits } = await runSearch(tx, {
      ...words, vector: vector ? vectorText(vector) : null, model: vector ? ctx.deps.embedder.model : null, factors: factorsOf('hybrid'),
      wanted: input.documentIds ? { documents: [...input.documentIds] } : {}, top: Math.max(8, input.limit),
    });
    const ids = hits.map((hit) => hit.documentId);
    const places = [
      ...(await findPassages(tx, ids, [...words.weights.keys()], [...words.weights.values()], 3)).map((row) => ({ documentId: row.document_id, ordinal: row.ordinal, weight: row.weight / words.norm })),
      ...hits.filter((hit) => hit.ordinal !== null).map((hit) => ({ documentId: hit.documentId, ordinal: hit.ordinal!, weight: 0.3 })),
      ...hits.filter((hit) => hit.ordinal === null).map((hit) => ({ documentId: hit.documentId, ordinal: 0, weight: 0 })),
    ];
    const best = new Map<string, (typeof places)[number]>();
    for (const place of places) {
      const key = `${place.documentId} ${place.ordinal}`;
      const before = best.get(key);
      best.set(key, before ? { ...before, weight: before.weight + place.weight } : place);
    }
    const texts = await readTexts(tx, [...best.values()]);
    const heads = new Map((await readHeads(tx, ids)).map((head) => [head.id, head]));
    const scores = new Map(hits.map((hit) => [hit.documentId, hit.score]));
    return texts
      .flatMap((row) => {
        const head = heads.get(row.document_id);
        if (!head) return [];
        const score = (scores.get(row.document_id) ?? 0) + (best.get(`${row.document_id} ${row.ordinal}`)?.weight ?? 0);
        return [{ documentId: row.document_id, title: head.title, documentType: head.document_type, category: head.category, page: row.page, ordinal: row.ordinal, text: row.content, score }];
      })
      .sort((a, b) => b.score - a.score || (a.documentId < b.documentId ? -1 : 1) || a.ordinal - b.ordinal)
      .slice(0, input.limit);
  }, { apart: true });
};
