import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLocalEmbedder } from '@docuvault/embed-local/create-local-embedder.ts';
import { silentLogger } from '@docuvault/core/logger.ts';
import { builtWorker, createPerson, openTestDatabase, type TestDatabase } from '@docuvault/testing/database.ts';
import type { UserActor } from '@docuvault/core/actor.ts';
import type { Deps } from '../context.ts';
import { searchDocuments } from './search-documents.ts';
import type { Mode } from './ranking.ts';
import { papers, searches } from './testing/household-papers.ts';
import { shelve } from './testing/shelf.ts';

let test: TestDatabase;
let owner: UserActor;
const keys = new Map<string, string>();
const embedder = createLocalEmbedder({ entry: builtWorker('embed-worker') });

beforeAll(async () => {
  test = await openTestDatabase();
  owner = await createPerson(test.db);
  for (const paper of papers) keys.set(await shelve(test.db, owner, paper, embedder), paper.key);
});
afterAll(() => embedder.close());

/** The share of searches whose paper comes first, and among the first three. */
const measure = async (mode: Mode, held: boolean): Promise<{ first: number; three: number }> => {
  const asked = searches.filter((search) => (search.held ?? false) === held);
  let [first, three] = [0, 0];
  for (const { query, wants } of asked) {
    const ctx = { actor: owner, deps: { db: test.db, embedder, log: silentLogger } as unknown as Deps };
    const { results } = await searchDocuments(ctx, { query, mode, filters: {}, limit: 3 });
    const place = results.findIndex((result) => keys.get(result.documentId) === wants);
    if (place === 0) first += 1;
    if (place >= 0) three += 1;
  }
  return { first: first / asked.length, three: three / asked.length };
};

describe('everyday wordings for a household of forty-four papers', () => {
  it.each([
    ['the searches that ranking was chosen by', false],
    ['the searches held out from that', true],
  ])('%s find their paper first in 85 of 100, and among three in 95', async (_name, held) => {
    const { first, three } = await measure('hybrid', held);
    expect(first).toBeGreaterThanOrEqual(0.85);
    expect(three).toBeGreaterThanOrEqual(0.95);
  });
  it('words and thesaurus alone, without the model, still find most', async () => {
    expect((await measure('keyword', false)).three).toBeGreaterThanOrEqual(0.9);
  });
  it.each(['zzzzqqq', 'asdfghjkl', 'blorptang', 'xkcd qwert', 'hamster cage', 'piano lessons', 'tuba', 'netflix'])('"%s", of which there is nothing, finds nothing, in hybrid and by meaning', async (query) => {
    const ctx = { actor: owner, deps: { db: test.db, embedder, log: silentLogger } as unknown as Deps };
    for (const mode of ['hybrid', 'semantic'] as const) expect(await searchDocuments(ctx, { query, mode, filters: {}, limit: 3 })).toMatchObject({ results: [], total: 0 });
  });
  it('a name that the encoder does not know is looked for as a word, by meaning too', async () => {
    const ctx = { actor: owner, deps: { db: test.db, embedder, log: silentLogger } as unknown as Deps };
    const { results } = await searchDocuments(ctx, { query: 'Livspace', mode: 'semantic', filters: {}, limit: 3 });
    expect(keys.get(results[0]!.documentId)).toBe('renovation');
  });
});
