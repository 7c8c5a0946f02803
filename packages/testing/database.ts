import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { afterAll, inject } from 'vitest';
import type { UserActor } from '@docuvault/core/actor.ts';
import { createDatabase } from '@docuvault/db/database.ts';
import { openPglite, type PgliteDriver } from '@docuvault/db/pglite/pglite-driver.ts';
import type { Database } from '@docuvault/db/types.ts';

/** Path of a worker script that the test run has built, e.g. `pglite-worker`. */
export const builtWorker = (name: string): string => join(inject('workersDirectory'), `${name}.js`);

export type TestDatabase = { db: Database; driver: PgliteDriver; directory: string };

/** A migrated embedded database of this test file's own, removed after it. Tests keep apart by making their own people. */
export const openTestDatabase = async (): Promise<TestDatabase> => {
  const directory = mkdtempSync(join(tmpdir(), 'docuvault-db-'));
  cpSync(inject('databaseTemplate'), join(directory, 'pg'), { recursive: true });
  const driver = await openPglite({ dataDirectory: directory, workerEntry: builtWorker('pglite-worker') });
  const db = createDatabase(driver);
  afterAll(async () => {
    await db.close();
    rmSync(directory, { recursive: true, force: true });
  });
  return { db, driver, directory };
};

let people = 0;

/** A new person with an account, as the policies see them. */
export const createPerson = async (db: Database, name = 'asha'): Promise<UserActor> => {
  people += 1;
  const userId = crypto.randomUUID();
  const email = `${name}-${people}-${userId.slice(0, 8)}@example.test`;
  await db.asService('test person', (tx) => tx.query(sql`insert into auth.users (id, email, email_confirmed_at) values (${userId}, ${email}, now())`));
  const claims = { sub: userId, role: 'authenticated', email, aal: 'aal1', session_id: crypto.randomUUID() };
  return { role: 'authenticated', userId, sessionId: claims.session_id, email, aal: 'aal1', claims };
};
