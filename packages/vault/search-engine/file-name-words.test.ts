import { beforeAll, describe, expect, it } from 'vitest';
import type { UserActor } from '@docuvault/core/actor.ts';
import { silentLogger } from '@docuvault/core/logger.ts';
import { createPerson, openTestDatabase, type TestDatabase } from '@docuvault/testing/database.ts';
import type { Deps } from '../context.ts';
import { readFileName } from './file-name-words.ts';
import { searchDocuments } from './search-documents.ts';
import { createHashingEmbedder } from './testing/hashing-embedder.ts';
import { shelve } from './testing/shelf.ts';

describe('the name of a file', () => {
  it.each([
    ['azure_interior.pdf', 'azure interior pdf'],
    ['AzureInterior.pdf', 'Azure Interior AzureInterior pdf'],
    ['rent2023-flat.final.docx', 'rent rent2023 flat 2023 docx'],
    ['Scan_20240105_passport.jpg', 'passport jpg'],
    ['बिजली बिल.pdf', 'बिजली बिल pdf'],
    ['租赁.pdf', '租赁 pdf'],
  ])('%s says %j', (name, words) => {
    expect(readFileName(name).words).toBe(words);
  });
  it.each(['scan0001.pdf', 'IMG_2034.JPG', 'DSC_0042 (2).jpg', 'P1010023.jpg', 'IMG-20230105-WA0012.jpg', '20240105_123456.jpg', 'document.pdf', 'Screenshot 2023-01-05 at 10.12.33.png', '3f2a9c1e-77b0-4d1c-9e55-0a1b2c3d4e5f.pdf', ''])(
    '%j is a machine\'s and says nothing',
    (name) => {
      expect(readFileName(name).words).toBe('');
    },
  );
});

describe('searching by the name of the file', () => {
  let test: TestDatabase;
  let owner: UserActor;
  const embedder = createHashingEmbedder();
  const titles = async (query: string) =>
    (await searchDocuments({ actor: owner, deps: { db: test.db, embedder, log: silentLogger } as unknown as Deps }, { query, mode: 'keyword', filters: {}, limit: 10 })).results.map((result) => result.title);

  beforeAll(async () => {
    test = await openTestDatabase();
    owner = await createPerson(test.db);
    for (const [title, fileName, text] of [
      ['Hotel stay', 'oyo.pdf', 'One night in Bengaluru'], ['Furniture bill', 'azure_interior.pdf', 'Acoustic screens'], ['Bought online', 'CoolBlueOrder.pdf', 'A monitor'],
      ['Photo of a card', 'IMG_2034.JPG', 'Member card'], ['Old letter', 'scan0001.pdf', 'Dear aunt'], ['Tax of 2034', 'x1.pdf', 'For the year 2034'],
    ] as const) await shelve(test.db, owner, { title, fileName, pages: [text] });
  });

  it.each([
    ['oyo.pdf', 'Hotel stay'], ['oyo', 'Hotel stay'], ['azure_interior', 'Furniture bill'], ['azure_interior.pdf', 'Furniture bill'], ['AZURE INTERIOR', 'Furniture bill'],
    ['coolblueorder', 'Bought online'], ['blue order', 'Bought online'], ['IMG_2034.JPG', 'Photo of a card'], ['img_2034', 'Photo of a card'], ['scan0001', 'Old letter'], ['scan0001.pdf', 'Old letter'],
  ])('"%s" puts the paper first', async (query, title) => {
    expect((await titles(query))[0]).toBe(title);
  });
  it('numbers that cameras give do not come up for years and words', async () => {
    expect(await titles('2034')).toEqual(['Tax of 2034']);
    expect(await titles('scan')).toEqual([]);
  });
});
