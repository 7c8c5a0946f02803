/* A storage server of its own process, for the test that kills it: data folder and worker script come as arguments. */
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createKeyring } from '@docuvault/core/encryption/keyring.ts';
import { silentLogger } from '@docuvault/core/logger.ts';
import { systemClock } from '@docuvault/core/clock.ts';
import { createDatabase } from '@docuvault/db/database.ts';
import { openPglite } from '@docuvault/db/pglite/pglite-driver.ts';
import { createFsBlobStore } from '@docuvault/storage-fs/fs-blob-store.ts';
import { createStorage } from '../create-storage.ts';

const [directory, workerEntry] = process.argv.slice(2) as [string, string];
const db = createDatabase(await openPglite({ dataDirectory: directory, workerEntry }));
const storage = createStorage({
  db,
  blobs: createFsBlobStore({ directory: join(directory, 'files') }),
  keyring: await createKeyring(new Map([[1, 'a master secret of the tests, long enough']])),
  jwt: { secret: 'super-secret-jwt-token-with-at-least-32-characters-long' },
  actorOf: () => ({ role: 'service_role' }),
  clock: systemClock,
  log: silentLogger,
  publicUrl: 'http://127.0.0.1:54321',
});
const root = new Hono();
root.route('/storage/v1', storage.app);
serve({ fetch: root.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  process.stdout.write(`${port}\n`);
});
