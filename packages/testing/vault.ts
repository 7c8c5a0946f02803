import { Hono } from 'hono';
import { join } from 'node:path';
import { errorEdge } from '@docuvault/api/error-edge.ts';
import type { Actor } from '@docuvault/core/actor.ts';
import { createKeyring } from '@docuvault/core/encryption/keyring.ts';
import { silentLogger } from '@docuvault/core/logger.ts';
import type { Database } from '@docuvault/db/types.ts';
import { createPdfSheetPrinter } from '@docuvault/print-pdf/pdf-sheet-printer.ts';
import { createPasswords } from '@docuvault/supabase-local/auth/passwords.ts';
import { createFsBlobStore } from '@docuvault/storage-fs/fs-blob-store.ts';
import type { Deps } from '@docuvault/vault/context.ts';
import type { Env } from '@docuvault/vault/http/env.ts';
import type { Room } from '@docuvault/vault/http/room.ts';
import { openTestDatabase } from './database.ts';
import { createHashingEmbedder } from './hashing-embedder.ts';
import { createPlainTextTools, type PlainTextToolsOptions } from './plain-text-tools.ts';

/** The time, standing still from the test's start until it is moved. */
export const createMovableClock = () => {
  let at = Date.now();
  return {
    now: () => new Date(at),
    advance: (ms: number) => {
      at += ms;
    },
  };
};

export type TestVault = Deps & { clock: ReturnType<typeof createMovableClock>; embedder: ReturnType<typeof createHashingEmbedder>; directory: string };

/** Everything the rooms need, on the given database, with files below the folder. */
export const vaultOn = async (db: Database, directory: string, tools: PlainTextToolsOptions = {}): Promise<TestVault> => ({
  db, directory,
  clock: createMovableClock(),
  blobs: createFsBlobStore({ directory: join(directory, 'files') }),
  keyring: await createKeyring(new Map([[1, 'a master secret for tests, of 32 bytes and more']])),
  tools: createPlainTextTools(tools),
  outside: null,
  models: [],
  translator: null,
  embedder: createHashingEmbedder(),
  scanner: null,
  printer: createPdfSheetPrinter(),
  passwords: createPasswords(),
  log: silentLogger,
  version: '0.0.0',
});

/** Everything the rooms need, on a database and a store of this test file's own. */
export const openTestVault = async (tools: PlainTextToolsOptions = {}): Promise<TestVault> => {
  const { db, directory } = await openTestDatabase();
  return vaultOn(db, directory, tools);
};

export type Caller = (path: string, init?: RequestInit & { duplex?: 'half' }) => Promise<Response>;

/** Calls a room over HTTP as somebody, errors answered as the API answers them. */
export const callerOf = (room: Room, actor: Actor): Caller => {
  const app = new Hono<Env>();
  app.onError(errorEdge(silentLogger));
  app.use(async (c, next) => {
    c.set('actor', actor);
    c.set('requestId', 'test');
    await next();
  });
  app.route('/', room.hono);
  return async (path, init) => app.request(path, init);
};
