import { afterAll, describe, expect, it } from 'vitest';
import { createLocalEmbedder } from '@docuvault/embed-local/create-local-embedder.ts';
import { builtWorker } from '@docuvault/testing/database.ts';
import { guessTypes, learnPurposes } from './guess-types.ts';

const embedder = createLocalEmbedder({ entry: builtWorker('embed-worker') });
afterAll(() => embedder.close());

const guess = async (query: string) => {
  const [vector] = await embedder.embed([query], 'query');
  return [...guessTypes(vector!, await learnPurposes(embedder))].sort((a, b) => b[1] - a[1]);
};

describe('what a search is after, by what papers are for', () => {
  it.each([
    ['who receives my possessions once I am dead', 'will'],
    ['am I permitted to steer a lorry', 'driving_licence'],
    ['appliance stopped working, will they replace it', 'warranty'],
    ['earnings from my company last month', 'payslip'],
    ['when does my plane depart', 'travel_itinerary'],
  ])('%s → %s', async (query, type) => {
    expect((await guess(query)).map(([found]) => found)).toContain(type);
  });
  it('is nothing for words that have nothing to do with papers, and never certain', async () => {
    expect(await guess('xylophone zebra')).toEqual([]);
    for (const [, weight] of await guess('passport')) expect(weight).toBeLessThanOrEqual(0.7);
  });
});
