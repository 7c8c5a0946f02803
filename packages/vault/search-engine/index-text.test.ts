import { beforeAll, describe, expect, it } from 'vitest';
import sql from 'sql-template-tag';
import { createPerson, openTestDatabase, type TestDatabase } from '@docuvault/testing/database.ts';
import { createHashingEmbedder } from './testing/hashing-embedder.ts';
import { shelve } from './testing/shelf.ts';
import { searchPassages } from './search-passages.ts';
import type { Deps } from '../context.ts';

let test: TestDatabase;
const embedder = createHashingEmbedder();
beforeAll(async () => {
  test = await openTestDatabase();
});

describe('indexing', () => {
  it('makes a document findable by its words as soon as the transaction commits', async () => {
    const asha = await createPerson(test.db);
    const id = await shelve(test.db, asha, { title: 'Azure Interior', documentType: 'invoice', pages: ['Invoice INV/2023/03/0008 for an office chair', 'Total due 1,939.00'] });
    const passages = await searchPassages({ actor: asha, deps: { db: test.db, embedder } as Deps }, { text: 'office chair', limit: 5 });
    expect(passages[0]).toMatchObject({ documentId: id, page: 1, title: 'Azure Interior' });
  });
  it('gives passages their vectors later, and drops the vector of a passage that has changed', async () => {
    const asha = await createPerson(test.db);
    const id = await shelve(test.db, asha, { title: 'Lease', pages: ['The tenant pays rent'] }, embedder);
    const [row] = await test.db.asUser(asha, (tx) => tx.query(sql`select model, embedding is not null as embedded from public.document_embeddings where document_id = ${id}`));
    expect(row).toEqual({ model: 'hashing/1', embedded: true });
  });
});
