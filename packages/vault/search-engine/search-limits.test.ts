import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import { silentLogger } from '@docuvault/core/logger.ts';
import type { UserActor } from '@docuvault/core/actor.ts';
import { createPerson, openTestDatabase, type TestDatabase } from '@docuvault/testing/database.ts';
import type { Deps } from '../context.ts';
import { findSimilar } from './find-similar.ts';
import { reindexMetadata } from './index-text.ts';
import { searchDocuments, type SearchInput } from './search-documents.ts';
import { searchPassages } from './search-passages.ts';
import { suggest } from './suggest.ts';
import { createHashingEmbedder } from './testing/hashing-embedder.ts';
import { shelve } from './testing/shelf.ts';

let test: TestDatabase;
const embedder = createHashingEmbedder();
const contextOf = (actor: UserActor) => ({ actor, deps: { db: test.db, embedder, log: silentLogger } as unknown as Deps });
const search = (actor: UserActor, query: string, more: Partial<SearchInput> = {}) => searchDocuments(contextOf(actor), { query, mode: 'hybrid', filters: {}, limit: 10, ...more });

beforeAll(async () => {
  test = await openTestDatabase();
});

describe('a completion', () => {
  it('does not spell out the number of a passport that a title bears', async () => {
    const owner = await createPerson(test.db);
    await shelve(test.db, owner, { title: 'Passport Z7654321', documentType: 'passport', category: 'identity', pages: ['Passport'] }, embedder);
    expect((await suggest(contextOf(owner), 'passp', 8)).map((one) => one.text)).toContain('Passport XXXX4321');
  });
});

describe('what is whose', () => {
  it('two owners of the same words never find, count, facet, complete, compare or correct each other', async () => {
    const [asha, bela] = [await createPerson(test.db), await createPerson(test.db)];
    const hers = await shelve(test.db, bela, { title: 'Sapphire necklace', documentType: 'invoice', category: 'bills', person: 'Bela', tags: ['Gems'], pages: ['Sapphire necklace 982590 zirconium'] }, embedder);
    const mine = await shelve(test.db, asha, { title: 'Sapphire ring', documentType: 'receipt', category: 'other', pages: ['Sapphire ring 982590'] }, embedder);
    for (const mode of ['keyword', 'hybrid', 'semantic'] as const) {
      const answer = await search(asha, 'sapphire necklace zirconium 982590', { mode });
      expect(answer.results.map((result) => result.documentId)).toEqual([mine]);
      expect(answer.total).toBe(1);
      expect(answer.facets).toEqual({ category: [{ value: 'other', count: 1 }], documentType: [{ value: 'receipt', count: 1 }], tags: [], person: [], year: [expect.anything()] });
    }
    expect((await search(asha, '"sapphire necklace"')).total).toBe(0);
    expect((await search(asha, 'zirkonium', { mode: 'keyword' })).total).toBe(0);
    expect((await search(asha, 'sapphire', { filters: { documentIds: [hers] } })).total).toBe(0);
    expect(await suggest(contextOf(asha), 'sapphire n', 8)).toEqual([]);
    expect((await suggest(contextOf(asha), 'sapph', 8)).map((one) => one.text)).toEqual(['Sapphire ring']);
    expect(await suggest(contextOf(asha), 'gem', 8)).toEqual([]);
    expect(await suggest(contextOf(asha), 'bela', 8)).toEqual([]);
    expect((await searchPassages(contextOf(asha), { text: 'sapphire necklace', documentIds: [hers], limit: 5 }))).toEqual([]);
    expect((await searchPassages(contextOf(asha), { text: 'sapphire', limit: 5 })).map((passage) => passage.documentId)).toEqual([mine]);
    expect(await findSimilar(contextOf(asha), mine, 5)).toEqual([]);
    await expect(findSimilar(contextOf(asha), hers, 5)).rejects.toMatchObject({ status: 404, code: 'document.not_found' });
  });
  it('nobody indexes another person\'s document, or reads its index', async () => {
    const [asha, bela] = [await createPerson(test.db), await createPerson(test.db)];
    const hers = await shelve(test.db, bela, { title: 'Diary', pages: ['secret'] }, embedder);
    const as = <T>(work: Parameters<typeof test.db.asUser<T>>[1]) => test.db.asUser(asha, work);
    await expect(as((tx) => tx.query(sql`select private.put_words(${hers}::uuid, ${bela.userId}::uuid, '{}', null, '''x''')`))).rejects.toMatchObject({ sqlState: '42501' });
    await expect(as((tx) => tx.query(sql`select private.put_words(${hers}::uuid, ${asha.userId}::uuid, '{}', null, '''x''')`))).rejects.toMatchObject({ sqlState: '42501' });
    await expect(as((tx) => tx.query(sql`select private.put_passages(${hers}::uuid, ${bela.userId}::uuid, array[1], array['x'])`))).rejects.toMatchObject({ sqlState: '42501' });
    for (const table of [sql`public.document_search`, sql`public.document_embeddings`, sql`public.search_words`]) {
      expect(await as((tx) => tx.query(sql`select 1 from ${table} where user_id = ${bela.userId}`))).toEqual([]);
    }
    await expect(as((tx) => tx.query(sql`select 1 from public.embedding_sketches`))).rejects.toMatchObject({ sqlState: '42501' });
  });
});

describe('the trash, changes and paging', () => {
  it('a trashed document is not found unless asked for, and is found again when restored', async () => {
    const asha = await createPerson(test.db);
    const id = await shelve(test.db, asha, { title: 'Old lease', pages: ['tenant'] }, embedder);
    const trash = (at: Date | null) => test.db.asUser(asha, (tx) => tx.query(sql`update public.documents set deleted_at = ${at} where id = ${id}`));
    await trash(new Date());
    for (const mode of ['keyword', 'hybrid', 'semantic'] as const) expect((await search(asha, 'tenant', { mode })).total).toBe(0);
    expect((await search(asha, 'in:trash tenant')).total).toBe(1);
    expect(await suggest(contextOf(asha), 'old', 8)).toEqual([]);
    await trash(null);
    expect((await search(asha, 'tenant', { mode: 'semantic' })).total).toBe(1);
  });
  it('follows a change of title, person and type, and forgets the words of a deleted document', async () => {
    const asha = await createPerson(test.db);
    const id = await shelve(test.db, asha, { title: 'Scan 42', pages: ['nothing much'] });
    await test.db.asUser(asha, async (tx) => {
      await tx.query(sql`update public.documents set title = 'Grandfather’s medals', person = 'Kamala', document_type = 'warranty' where id = ${id}`);
      await reindexMetadata(tx, id);
    });
    expect((await search(asha, 'medal', { mode: 'keyword' })).total).toBe(1);
    expect((await search(asha, 'scan', { mode: 'keyword' })).total).toBe(0);
    expect((await search(asha, 'person:kamala type:warranty much')).facets).toMatchObject({ person: [{ value: 'Kamala', count: 1 }] });
    await test.db.asUser(asha, (tx) => tx.query(sql`delete from public.documents where id = ${id}`));
    expect(await test.db.asUser(asha, (tx) => tx.query(sql`select word from public.search_words`))).toEqual([]);
    expect(await test.db.asService('test', (tx) => tx.query(sql`select 1 from public.document_embeddings where document_id = ${id}`))).toEqual([]);
  });
  it('gives every result once, page by page, with one total', async () => {
    const asha = await createPerson(test.db);
    for (let i = 0; i < 23; i += 1) await shelve(test.db, asha, { title: `Receipt ${i}`, pages: [i % 2 ? 'coffee' : 'coffee and cake'] });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await search(asha, 'coffee', { mode: 'keyword', limit: 5, cursor });
      expect(page.total).toBe(23);
      seen.push(...page.results.map((result) => result.documentId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toHaveLength(23);
    expect(new Set(seen).size).toBe(23);
    await expect(search(asha, 'coffee', { cursor: 'nonsense' })).rejects.toMatchObject({ status: 400, code: 'request.invalid_cursor' });
  });
  it('looks in a folder by its name or id, and by status', async () => {
    const asha = await createPerson(test.db);
    const inside = await shelve(test.db, asha, { title: 'Umbrella', pages: ['rain'] }, embedder);
    await shelve(test.db, asha, { title: 'Raincoat', pages: ['rain'] }, embedder);
    const folder = crypto.randomUUID();
    await test.db.asUser(asha, async (tx) => {
      await tx.query(sql`insert into public.folders (id, user_id, name) values (${folder}, ${asha.userId}, 'Wet Days')`);
      await tx.query(sql`update public.documents set folder_id = ${folder} where id = ${inside}`);
    });
    for (const query of ['rain folder:"wet days"', `folder:${folder}`, 'rain folder:"Wet Days" status:completed']) {
      expect((await search(asha, query)).results.map((result) => result.documentId), query).toEqual([inside]);
    }
    for (const mode of ['hybrid', 'semantic'] as const) expect((await search(asha, 'rain', { mode, filters: { folderId: folder } })).total).toBe(1);
    expect((await search(asha, 'rain folder:nowhere')).total).toBe(0);
    expect((await search(asha, 'rain status:failed')).total).toBe(0);
  });
  it('counts one word exactly, however common', async () => {
    const asha = await createPerson(test.db);
    for (let i = 0; i < 215; i += 1) await shelve(test.db, asha, { title: `Slip ${i}`, pages: ['ditto'] });
    expect((await search(asha, 'ditto', { mode: 'keyword', limit: 3 })).total).toBe(215);
  });
  it('does not compare vectors of another model', async () => {
    const asha = await createPerson(test.db);
    await shelve(test.db, asha, { title: 'Note', pages: ['umbrella'] }, { ...embedder, model: 'another/1' });
    expect((await search(asha, 'umbrella', { mode: 'semantic' })).results.filter((result) => result.matchedBy.includes('semantic'))).toEqual([]);
    expect((await search(asha, 'umbrella', { mode: 'hybrid' })).total).toBe(1);
  });
  it('searches by words when the model is down', async () => {
    const asha = await createPerson(test.db);
    await shelve(test.db, asha, { title: 'Note', pages: ['umbrella'] });
    const down = { ...embedder, embed: () => Promise.reject(new Error('down')) };
    const ctx = { actor: asha, deps: { db: test.db, embedder: down, log: silentLogger } as unknown as Deps };
    expect((await searchDocuments(ctx, { query: 'umbrella', mode: 'hybrid', filters: {}, limit: 5 })).total).toBe(1);
  });
});
