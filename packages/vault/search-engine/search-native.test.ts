import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UserActor } from '@docuvault/core/actor.ts';
import { silentLogger } from '@docuvault/core/logger.ts';
import { createDatabase } from '@docuvault/db/database.ts';
import { openPostgres } from '@docuvault/db/postgres/postgres-driver.ts';
import type { Database } from '@docuvault/db/types.ts';
import { createPerson } from '@docuvault/testing/database.ts';
import { missingPostgres, preparePostgres, startPostgres, type PostgresServer } from '@docuvault/testing/postgres.ts';
import type { Deps } from '../context.ts';
import { findSimilar } from './find-similar.ts';
import { searchDocuments } from './search-documents.ts';
import { searchPassages } from './search-passages.ts';
import { suggest } from './suggest.ts';
import { createHashingEmbedder } from './testing/hashing-embedder.ts';
import { papers } from './testing/household-papers.ts';
import { shelve } from './testing/shelf.ts';

const embedder = createHashingEmbedder();

describe.skipIf(missingPostgres() !== null)('search on native PostgreSQL, logged in as a plain role', () => {
  let server: PostgresServer;
  let db: Database;
  let owner: UserActor;
  let other: UserActor;
  const keys = new Map<string, string>();
  const contextOf = (actor: UserActor) => ({ actor, deps: { db, embedder, log: silentLogger } as unknown as Deps });
  const found = async (query: string, actor = owner, mode: 'hybrid' | 'keyword' | 'semantic' = 'hybrid') =>
    (await searchDocuments(contextOf(actor), { query, mode, filters: {}, limit: 5 })).results.map((result) => keys.get(result.documentId));

  beforeAll(async () => {
    server = await startPostgres();
    await preparePostgres(server);
    db = createDatabase(openPostgres({ connectionString: server.appUrl }));
    owner = await createPerson(db);
    other = await createPerson(db);
    // Eight at once, as uploads come: the counts of words are shared, and nobody may wait in a ring.
    const waiting = [...papers];
    await Promise.all(Array.from({ length: 8 }, async () => {
      for (let paper = waiting.shift(); paper; paper = waiting.shift()) keys.set(await shelve(db, owner, paper, embedder), paper.key);
    }));
  });
  afterAll(async () => {
    await db.close();
    server.stop();
  });

  it('finds by words, numbers, typing errors, phrases and meaning', async () => {
    expect((await found('982590'))[0]).toBe('garage');
    expect((await found('azure intrior'))[0]).toBe('azure');
    expect(await found('"lawful attorney"')).toEqual(['poa']);
    expect((await found('papers for the car', owner, 'keyword'))[0]).toBe('rc-swift');
    expect((await found('moderate disc bulge', owner, 'semantic'))[0]).toBe('mri-spine');
    expect(await found('type:lease rent')).toEqual(['lease']);
  });
  it('gives passages, completions and similar documents', async () => {
    const passages = await searchPassages(contextOf(owner), { text: 'closing balance', limit: 3 });
    expect(passages[0]).toMatchObject({ title: 'Account summary', page: 2 });
    expect((await suggest(contextOf(owner), 'info', 5)).map((one) => one.text)).toContain('Infosys offer');
    const may = [...keys].find(([, key]) => key === 'payslip-may')![0];
    expect(keys.get((await findSimilar(contextOf(owner), may, 3))[0]!.documentId)).toBe('payslip-june');
  });
  it('shows another person none of it', async () => {
    expect(await found('azure', other)).toEqual([]);
    expect(await searchPassages(contextOf(other), { text: 'closing balance', limit: 3 })).toEqual([]);
    expect(await suggest(contextOf(other), 'info', 5)).toEqual([]);
  });
});
