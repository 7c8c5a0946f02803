import type { UserContext } from '../context.ts';
import { foldText } from './fold-text.ts';
import { wordsOf } from './analyse-text.ts';
import { createStemmer } from './stem-word.ts';
import { vectorText } from './embeddings.ts';
import { planWords } from './plan-words.ts';
import { countStems, findPassages, readHeads, readTexts, runSearch } from './search.repository.ts';

/** A passage that may answer a question. `score` is comparable within one answer only. */
export type Passage = { documentId: string; title: string; documentType: string; category: string; page: number; ordinal: number; text: string; score: number };

/**
 * The passages of the caller's documents, or of `documentIds` among them, that most likely answer `text`, best first:
 * at most `limit`, and at most three of one document unless only few documents are asked about.
 */
export const searchPassages = async (ctx: UserContext, input: { text: string; documentIds?: readonly string[]; limit: number }): Promise<Passage[]> => {
  const stem = createStemmer();
  const stems = [...new Set(wordsOf(foldText(input.text.slice(0, 4000)), stem).map((word) => word.stem))].slice(0, 40);
  const [vector] = await ctx.deps.embedder.embed([input.text.slice(0, 1000)], 'query');
  const { userId } = ctx.actor;
  return ctx.deps.db.asUser(ctx.actor, async (tx) => {
    const { documents, counts } = await countStems(tx, userId, stems);
    const terms = stems.filter((word) => counts.has(word)).map((word) => ({ forms: [{ stem: word, weight: 1 }], documents: counts.get(word)! }));
    const words = planWords(terms, documents);
    const { hits } = await runSearch(tx, {
      scans: words.scans, norm: words.norm, must: '', vector: vector ? vectorText(vector) : null, model: ctx.deps.embedder.model, meant: [],
      factors: { cap: 400, words: 1, titles: 0.6, related: 0.4, semantic: 1, type: 0.5, low: 0.2, high: 0.7, least: 0.05, share: 0.2 },
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
  });
};
