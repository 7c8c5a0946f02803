import { beforeAll, describe, expect, it } from 'vitest';
import sql from 'sql-template-tag';
import type { UserActor } from '@docuvault/core/actor.ts';
import { silentLogger } from '@docuvault/core/logger.ts';
import type { Database, Tx } from '@docuvault/db/types.ts';
import { createPerson, openTestDatabase, type TestDatabase } from '@docuvault/testing/database.ts';
import type { Deps } from '../context.ts';
import { analysisVersion, ownerLexeme } from './document-vector.ts';
import { indexAnew, indexInSteps, reindexMetadata } from './index-text.ts';
import { reindexStale } from './reindex-stale.ts';
import { searchDocuments } from './search-documents.ts';
import { createHashingEmbedder } from './testing/hashing-embedder.ts';
import { shelve } from './testing/shelf.ts';

let test: TestDatabase;
const embedder = createHashingEmbedder();
const never = new AbortController().signal;
beforeAll(async () => {
  test = await openTestDatabase();
});

const service = <T>(work: (tx: Tx) => Promise<T>) => test.db.asService('test', work);
const run = (signal = never, db: Database = test.db) => reindexStale({ db, log: silentLogger }, signal);

/** Puts words in the index as a release of before versions did: without one. */
const indexAsBefore = (owner: UserActor, id: string, words: string) =>
  service((tx) => tx.query(sql`select private.put_words(${id}::uuid, ${owner.userId}::uuid, '{}'::text[], null::date, ${`${words} '${ownerLexeme(owner.userId)}'`})`));

const found = async (owner: UserActor, query: string) =>
  (await searchDocuments({ actor: owner, deps: { db: test.db, embedder, log: silentLogger } as unknown as Deps }, { query, mode: 'keyword', filters: {}, limit: 10 })).results.map((result) => result.documentId);

const versionOf = async (id: string) => (await service((tx) => tx.query<{ analysis: number }>(sql`select analysis from public.document_search where document_id = ${id}`)))[0]!.analysis;
const vectorsOf = (id: string) => service((tx) => tx.query(sql`select e.ordinal, e.content, e.model, e.created_at, e.xmin::text as row from public.document_embeddings e where e.document_id = ${id} order by 1`));
const countsOf = async (owner: UserActor) =>
  (await service((tx) => tx.query<{ word: string; documents: number }>(sql`select w.word, w.documents from public.search_words w where w.user_id = ${owner.userId} and w.word not like '@%' order by w.word`)))
    .map((row) => `${row.word} ${row.documents}`);

const paper = { title: 'Versicherung', fileName: 'azure_interior.pdf', pages: ['Ihre Hausratversicherung gilt weiter'] };
const longPages = Array.from({ length: 130 }, (_, i) => `page${i} of a book with words number${i % 40} lease`);

describe('after an upgrade', () => {
  it('a paper indexed by an older release is found by the new words, its passages and vectors untouched', async () => {
    const owner = await createPerson(test.db);
    const id = await shelve(test.db, owner, paper, embedder);
    await indexAsBefore(owner, id, "'hausratversicher':1");
    expect([await versionOf(id), await found(owner, 'azure_interior')]).toEqual([0, []]);
    const before = await vectorsOf(id);
    expect(await run()).toEqual({ done: 1, failed: 0 });
    expect(await found(owner, 'azure_interior')).toEqual([id]);
    expect(await versionOf(id)).toBe(analysisVersion);
    expect(await vectorsOf(id)).toEqual(before);
    expect(await run()).toEqual({ done: 0, failed: 0 });
  });

  it('counts words as if they had been indexed so from the start, of long documents and with several at it at once', async () => {
    const [owner, fresh] = [await createPerson(test.db), await createPerson(test.db)];
    for (const pages of [longPages, ['one page'], ['another page'], longPages.slice(0, 70)]) {
      await shelve(test.db, fresh, { title: 'Book', pages });
      await indexAsBefore(owner, await shelve(test.db, owner, { title: 'Book', pages }), "'outdat':1 'leas':2");
    }
    await Promise.all([run(), run(), run()]);
    expect(await countsOf(owner)).toEqual(await countsOf(fresh));
    expect(await service((tx) => tx.query(sql`select 1 from private.word_counts_underway`))).toEqual([]);
  });

  it('is taken up where it was cut off, at any step', async () => {
    const fresh = await createPerson(test.db);
    await shelve(test.db, fresh, { title: 'Book', pages: longPages });
    const owner = await createPerson(test.db);
    const id = await shelve(test.db, owner, { title: 'Book', pages: longPages });
    await indexAsBefore(owner, id, "'outdat':1");
    for (const last of [1, 2, 3, 4]) {
      let steps = 0;
      const cut = <T>(work: (tx: Tx) => Promise<T>) => ((steps += 1) > last ? Promise.reject(new Error('killed')) : service(work));
      await expect(indexAnew(cut, id)).rejects.toThrow('killed');
      expect(await versionOf(id)).toBe(0);
    }
    await run();
    expect(await countsOf(owner)).toEqual(await countsOf(fresh));
  });

  it('does not put old words over those of a paper that is read anew meanwhile', async () => {
    for (const pages of [['the first text'], longPages]) {
      const owner = await createPerson(test.db);
      const id = await shelve(test.db, owner, { title: 'Book', pages });
      await indexAsBefore(owner, id, "'first':1");
      let steps = 0;
      const between = async <T>(work: (tx: Tx) => Promise<T>) => {
        if ((steps += 1) === 2) await indexInSteps(service, id, [{ ordinal: 0, page: 1, text: 'a kangaroo' }]);
        return service(work);
      };
      await indexAnew(between, id);
      expect(await found(owner, 'kangaroo')).toEqual([id]);
      expect([await found(owner, 'first'), await found(owner, 'lease')]).toEqual([[], []]);
      expect(await versionOf(id)).toBe(analysisVersion);
    }
  });

  it('passes over a paper that cannot be done, and stops when it is told to', async () => {
    const owner = await createPerson(test.db);
    const ids: string[] = [];
    for (const title of ['Kept', 'Other']) ids.push(await shelve(test.db, owner, { title, pages: ['words'] }));
    for (const id of ids) await indexAsBefore(owner, id, "'old':1");
    const [bad] = [...ids].sort();
    const failing: Database = { ...test.db, asService: (reason, work, options) => test.db.asService(reason, async (tx) => {
      // What the document's own row answers with when its page is damaged.
      const guarded: Tx = { query: (query) => (query.values.includes(bad!) ? Promise.reject(new Error('a broken row')) : tx.query(query)) };
      return work(guarded);
    }, options) };
    const stopped = new AbortController();
    stopped.abort();
    expect(await run(stopped.signal)).toEqual({ done: 0, failed: 0 });
    expect(await run(never, failing)).toEqual({ done: 1, failed: 1 });
    expect(await run()).toEqual({ done: 1, failed: 0 });
  });

  it('leaves alone what a newer release indexed', async () => {
    const owner = await createPerson(test.db);
    const id = await shelve(test.db, owner, { title: 'Book', pages: ['words'] });
    await service((tx) => tx.query(sql`update public.document_search set analysis = ${analysisVersion + 1} where document_id = ${id}`));
    expect(await run()).toEqual({ done: 0, failed: 0 });
    await service((tx) => reindexMetadata(tx, id));
    expect(await versionOf(id)).toBe(analysisVersion);
  });
});
