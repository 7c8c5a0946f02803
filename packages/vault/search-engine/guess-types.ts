import type { Embedder } from '@docuvault/core/embedder.ts';
import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import { typePurposes } from './type-purposes.ts';

type Purpose = { type: DocumentType; vector: Float32Array };

/** Likeness of a query to what a type is for: below the first nothing is guessed, at the second as much as there can be. */
const low = 0.4;
const high = 0.68;
/** A type further than this behind the best is no guess. */
const within = 0.1;
const mostTypes = 3;
const best = 0.7;

const known = new WeakMap<Embedder, Promise<readonly Purpose[]>>();

const embedPurposes = async (embedder: Embedder): Promise<readonly Purpose[]> => {
  const said = Object.entries(typePurposes).flatMap(([type, text]) => text.split('|').map((purpose) => ({ type: type as DocumentType, purpose: purpose.trim() })));
  const vectors = await embedder.embed(said.map(({ purpose }) => purpose), 'passage');
  return said.map(({ type }, index) => ({ type, vector: vectors[index]! }));
};

/** The vectors of what each type is for, made once for an embedder (half a second, behind searches). Call it ahead to have them ready. */
export const learnPurposes = (embedder: Embedder): Promise<readonly Purpose[]> => {
  const ready = known.get(embedder);
  if (ready) return ready;
  const made = embedPurposes(embedder);
  known.set(embedder, made);
  made.catch(() => known.delete(embedder));
  return made;
};

const likeness = (a: Float32Array, b: Float32Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
};

/**
 * The types of paper that a query may be after, by what each is for rather than by its words: 0 to 0.7, at most three. A type is
 * as near as its best purpose, and a little by the next best.
 */
export const guessTypes = (query: Float32Array, purposes: readonly Purpose[]): Map<DocumentType, number> => {
  const near = new Map<DocumentType, number[]>();
  for (const { type, vector } of purposes) near.set(type, [...(near.get(type) ?? []), likeness(query, vector)]);
  const ranked = [...near]
    .map(([type, all]) => {
      const [first = 0, second = 0] = all.sort((a, b) => b - a);
      return { type, score: 0.7 * first + 0.3 * second };
    })
    .sort((a, b) => b.score - a.score);
  const top = ranked[0]?.score ?? 0;
  return new Map(
    ranked
      .slice(0, mostTypes)
      .filter(({ score }) => score > low && score >= top - within)
      .map(({ type, score }) => [type, best * Math.min(1, (score - low) / (high - low)) * (1 - (top - score) / within / 2)]),
  );
};
