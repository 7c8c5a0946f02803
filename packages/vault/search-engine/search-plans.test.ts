import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import type { UserActor } from '@docuvault/core/actor.ts';
import { silentLogger } from '@docuvault/core/logger.ts';
import { createPerson, openTestDatabase, type TestDatabase } from '@docuvault/testing/database.ts';
import type { Deps } from '../context.ts';
import { searchDocuments } from './search-documents.ts';
import { createHashingEmbedder } from './testing/hashing-embedder.ts';
import { shelve } from './testing/shelf.ts';

let test: TestDatabase;
let asha: UserActor;
beforeAll(async () => {
  test = await openTestDatabase();
  asha = await createPerson(test.db);
  for (let i = 0; i < 300; i += 1) await shelve(test.db, asha, { title: `Paper ${i}`, pages: [`word${i} common words here`] });
});

/** How often the index of words and the table it leads to have been read, as the statistics of this session have it. */
const reads = async () => {
  await test.driver.admin.query(sql`select pg_stat_force_next_flush()`);
  const [row] = await test.driver.admin.query<{ scans: number; sequential: number }>(sql`
    select i.idx_scan::int as scans, t.seq_scan::int as sequential from pg_stat_user_indexes i join pg_stat_user_tables t using (relid)
    where i.indexrelname = 'document_search_words_idx'`);
  return row!;
};

describe('how the words are looked up', () => {
  it('a search as its owner goes through the index, and never reads the whole table', async () => {
    const before = await reads();
    const ctx = { actor: asha, deps: { db: test.db, embedder: createHashingEmbedder(), log: silentLogger } as unknown as Deps };
    expect((await searchDocuments(ctx, { query: 'word17 common', mode: 'keyword', filters: {}, limit: 5 })).results[0]!.title).toBe('Paper 17');
    const after = await reads();
    expect(after.scans).toBeGreaterThan(before.scans);
    expect(after.sequential).toBe(before.sequential);
  });
  it('the same words looked for in the table by the owner cannot use the index, which is why it is asked through a function', async () => {
    const plan = await test.db.asUser(asha, async (tx) => {
      await tx.query(sql`set local enable_seqscan = off`);
      return tx.query<{ 'QUERY PLAN': string }>(sql`explain select 1 from public.document_search where words @@ 'word17'::tsquery`);
    });
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).not.toContain('document_search_words_idx');
  });
});
