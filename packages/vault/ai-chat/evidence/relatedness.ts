/** Vectors of length 1 of some texts; null where the encoder is away. */
export type Encode = (texts: readonly string[]) => Promise<readonly Float32Array[] | null>;

/** How near two texts are by the encoder: the cosine of vectors of length 1. */
export const cosine = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

/** Cosines of single words below the first mean nothing, those above the second are of one subject ("gym", "climbing": 0.50; "gym", "boiler": 0.25). */
const [stranger, kin] = [0.38, 0.66];
const mostWords = 500;

/** True for a word whose vector tells something: Latin letters, no number, no initials. */
const tells = (word: string): boolean => /^[a-z]{3,24}$/.test(word);

/** How far a text speaks of what a word is about though the word is not in it: 0 not at all, 1 it is as good as said. */
export type Relatedness = (word: string, words: Iterable<string>) => number;

/** Compares the words looked for with the words that there are. Without an encoder nothing is related. */
export const relate = async (sought: readonly string[], there: ReadonlySet<string>, encode: Encode): Promise<Relatedness> => {
  const wanted = [...new Set(sought)].filter(tells);
  const words = [...there].filter(tells).slice(0, mostWords);
  const vectors = wanted.length > 0 && words.length > 0 ? await encode([...wanted, ...words]) : null;
  if (!vectors) return () => 0;
  const of = new Map(words.map((word, i) => [word, vectors[wanted.length + i]!]));
  const near = new Map(wanted.map((word, i) => [word, new Map([...of].map(([other, vector]) => [other, Math.min(1, Math.max(0, (cosine(vectors[i]!, vector) - stranger) / (kin - stranger)))]))]));
  return (word, others) => {
    const known = near.get(word);
    let best = 0;
    if (known) for (const other of others) best = Math.max(best, known.get(other) ?? 0);
    return best;
  };
};
