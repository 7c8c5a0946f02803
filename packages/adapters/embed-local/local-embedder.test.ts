import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildTestWorker } from './build-test-worker.ts';
import { createLocalEmbedder, type LocalEmbedder } from './create-local-embedder.ts';
import { householdPairs } from './household-pairs.ts';

let entry: URL;
let embedder: LocalEmbedder;

beforeAll(async () => {
  entry = await buildTestWorker();
  embedder = createLocalEmbedder({ entry });
});
afterAll(() => embedder.close());

const passages = householdPairs.map(({ passage }) => passage);
const queries = householdPairs.map(({ query }) => query);
const likeness = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, index) => sum + value * b[index]!, 0);
const query = async (text: string) => (await embedder.embed([text], 'query'))[0]!;

describe('the local embedder', () => {
  it('finds papers by words that they do not contain', async () => {
    const [papers, searches] = [await embedder.embed(passages, 'passage'), await embedder.embed(queries, 'query')];
    const ranks = searches.map((search, wanted) => {
      const scores = papers.map((paper) => likeness(search, paper));
      return scores.filter((score) => score > scores[wanted]!).length;
    });
    expect(ranks.filter((rank) => rank === 0).length).toBeGreaterThanOrEqual(23);
    expect(ranks.filter((rank) => rank < 3).length).toBeGreaterThanOrEqual(27);
  });

  it('gives every text a vector of 512 finite numbers and length 1, in the order of the texts', async () => {
    const odd = ['', ' \n\t', '\0', 'a\0b', '\ud800 lone', '🙂', 'पासपोर्ट कहाँ है', 'word '.repeat(100_000), 'a'.repeat(50_000), 'passport'];
    const vectors = await embedder.embed(odd, 'passage');
    expect(vectors).toHaveLength(odd.length);
    for (const vector of vectors) {
      expect(vector).toBeInstanceOf(Float32Array);
      expect(vector).toHaveLength(embedder.dimensions);
      expect(likeness(vector, vector)).toBeCloseTo(1, 4);
    }
    expect(likeness(vectors.at(-1)!, await query('passport'))).toBeCloseTo(1, 5);
    expect(await embedder.embed([], 'passage')).toEqual([]);
  });

  it('gives a text the same vector alone, among others, and in capitals', async () => {
    const alone = await embedder.embed([passages[0]!], 'passage');
    const together = await embedder.embed([...passages, passages[0]!.toUpperCase()], 'passage');
    expect(likeness(alone[0]!, together[0]!)).toBeCloseTo(1, 5);
    expect(likeness(alone[0]!, together.at(-1)!)).toBeCloseTo(1, 5);
  });

  it('reads a long text beyond its first page', async () => {
    const [plain, longer] = await embedder.embed([passages[0]!.repeat(10), passages[0]!.repeat(10) + passages[9]!.repeat(10)], 'passage');
    const deed = await query('sale deed of a plot');
    expect(likeness(deed, longer!)).toBeGreaterThan(likeness(deed, plain!) + 0.05);
  });

  it('answers a search before the passages that were waiting', async () => {
    const order: string[] = [];
    const bulk = embedder.embed(Array.from({ length: 100 }, () => passages.slice(0, 6).join(' ')), 'passage').then(() => order.push('passages'));
    await query('a search which nobody made before').then(() => order.push('search'));
    await bulk;
    expect(order).toEqual(['search', 'passages']);
  });

  it('hands out a vector of a repeated search that the caller may change', async () => {
    (await query('electricity bill')).fill(0);
    const again = await query('  Electricity   BILL ');
    expect(likeness(again, again)).toBeCloseTo(1, 5);
  });
});
