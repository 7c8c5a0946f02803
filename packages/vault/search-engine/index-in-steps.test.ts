import { beforeAll, describe, expect, it } from 'vitest';
import sql from 'sql-template-tag';
import type { UserActor } from '@docuvault/core/actor.ts';
import { createPerson, openTestDatabase, type TestDatabase } from '@docuvault/testing/database.ts';
import type { Tx } from '@docuvault/db/types.ts';
import { indexInSteps, reindexMetadata } from './index-text.ts';
import { shelve } from './testing/shelf.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});

const service = <T>(work: (tx: Tx) => Promise<T>) => test.db.asService('test', work);
const chunks = (texts: string[]) => texts.map((text, ordinal) => ({ ordinal, page: ordinal + 1, text }));
const long = (mark: string) => chunks(Array.from({ length: 150 }, (_, i) => `${mark}${i} page with words number${i % 40} lease`));

/** What the person's words and passages are, as an observer can tell. */
const state = async (owner: UserActor, id: string) => {
  const words = await service((tx) => tx.query<{ word: string; documents: number }>(sql`select w.word, w.documents from public.search_words w where w.user_id = ${owner.userId} order by w.word`));
  const passages = await service((tx) => tx.query(sql`select e.ordinal, e.page, e.content from public.document_embeddings e where e.document_id = ${id} order by e.ordinal`));
  const underway = await service((tx) => tx.query(sql`select 1 from private.word_counts_underway`));
  return { words: words.map((row) => `${row.word} ${row.documents}`), passages, underway };
};

/** A document in the index with this text at once, for comparison. */
const atOnce = async (texts: ReturnType<typeof chunks>) => {
  const owner = await createPerson(test.db);
  const id = await shelve(test.db, owner, { title: 'Book', pages: texts.map((chunk) => chunk.text) });
  return { owner, id };
};

const withoutOwner = (words: string[]) => words.filter((word) => !word.startsWith('@'));

describe('indexing a long document in steps', () => {
  it('ends as indexing at once does, also where it was indexed before', async () => {
    const { owner, id } = await atOnce(chunks(['an older text about nothing']));
    await indexInSteps(service, id, long('a'));
    await indexInSteps(service, id, long('b').slice(0, 130));
    const whole = await atOnce(long('b').slice(0, 130));
    const [stepped, once] = [await state(owner, id), await state(whole.owner, whole.id)];
    expect(withoutOwner(stepped.words)).toEqual(withoutOwner(once.words));
    expect(stepped.passages).toEqual(once.passages);
    expect(stepped.underway).toEqual([]);
  });

  it('cut off after any step and called again counts no word twice', async () => {
    const { owner, id } = await atOnce(chunks(['an older text about nothing']));
    for (const last of [2, 5, 6, 7]) {
      let steps = 0;
      const cut = <T>(work: (tx: Tx) => Promise<T>) => ((steps += 1) > last ? Promise.reject(new Error('the power went')) : service(work));
      await expect(indexInSteps(cut, id, long(`cut${last}x`))).rejects.toThrow('the power went');
    }
    await indexInSteps(service, id, long('b'));
    const whole = await atOnce(long('b'));
    expect(withoutOwner((await state(owner, id)).words)).toEqual(withoutOwner((await state(whole.owner, whole.id)).words));
  });

  it('counts as at once also where somebody edits the document at any moment of it', async () => {
    const whole = await atOnce(long('b'));
    const once = withoutOwner((await state(whole.owner, whole.id)).words);
    for (const moment of [5, 6, 7, 8, 9]) {
      const { owner, id } = await atOnce(chunks(['an older text about nothing']));
      let steps = 0;
      const edited = async <T>(work: (tx: Tx) => Promise<T>) => {
        if ((steps += 1) === moment) await service((tx) => reindexMetadata(tx, id));
        return service(work);
      };
      await indexInSteps(edited, id, long('b'));
      const { words, underway } = await state(owner, id);
      expect([moment, withoutOwner(words), underway]).toEqual([moment, once, []]);
    }
  });

  it('and deleted in the midst of it leaves no word behind', async () => {
    const owner = await createPerson(test.db);
    const kept = await shelve(test.db, owner, { title: 'Kept', pages: ['one page'] });
    const before = await state(owner, kept);
    const id = await shelve(test.db, owner, { title: 'Book', pages: ['lease'] });
    let steps = 0;
    const cut = <T>(work: (tx: Tx) => Promise<T>) => ((steps += 1) > 7 ? Promise.reject(new Error('the power went')) : service(work));
    await expect(indexInSteps(cut, id, long('c'))).rejects.toThrow('the power went');
    await service((tx) => tx.query(sql`delete from public.documents where id = ${id}`));
    expect((await state(owner, kept)).words).toEqual(before.words);
  });
});
