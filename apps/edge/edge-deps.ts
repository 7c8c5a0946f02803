import process from 'node:process';
import type { BlobStore } from '@docuvault/core/blob-store.ts';
import { systemClock } from '@docuvault/core/clock.ts';
import type { DocumentTools } from '@docuvault/core/document-tools.ts';
import type { Embedder } from '@docuvault/core/embedder.ts';
import { createKeyring, type Keyring } from '@docuvault/core/encryption/keyring.ts';
import { unavailable } from '@docuvault/core/errors.ts';
import { createJsonLogger } from '@docuvault/core/logger.ts';
import type { PasswordHasher } from '@docuvault/core/password-hasher.ts';
import type { SheetPrinter } from '@docuvault/core/sheet-printer.ts';
import { createDatabase } from '@docuvault/db/database.ts';
import { openPostgres } from '@docuvault/db/postgres/postgres-driver.ts';
import { createSupabaseBlobStore } from '@docuvault/storage-supabase/supabase-blob-store.ts';
import type { QueueDeps } from '@docuvault/vault/document-processor/wake.ts';
import { keyringSecrets } from '../server/build-keyring.ts';

export const version = '0.1.0';

/** A variable of the function's environment (`supabase secrets set`), null where it is not set. */
export const setting = (name: string): string | null => process.env[name] || null;

/** No model fits an edge function's memory and time; search by meaning says so, and hybrid search goes on by words. */
const noEmbedder: Embedder = {
  model: 'none',
  dimensions: 512,
  embed: () => Promise.reject(unavailable('embedding.not_configured', 'Search by meaning is not available here.')),
  close: () => Promise.resolve(),
};

/** Nothing is read here: jobs stay queued for the Node worker on the same database. */
const noTools: DocumentTools = {
  open: () => Promise.reject(unavailable('processing.no_reader', 'Documents are read by the worker.')),
  close: () => Promise.resolve(),
};

/** Fonts are files, which an edge function has none of. */
const noPrinter: SheetPrinter = { print: () => Promise.reject(unavailable('print.not_configured', 'Papers are printed by the Node server.')) };

/** argon2id is native code, which an edge function cannot load. */
const noPasswords: PasswordHasher = {
  hash: () => Promise.reject(unavailable('password.not_configured', 'Links with a password are served by the Node server.')),
  matches: () => Promise.reject(unavailable('password.not_configured', 'Links with a password are served by the Node server.')),
};

/** The keyring, made when it is first needed: a function that opens no file needs no ENCRYPTION_KEY. */
const lateKeyring = (): Keyring => {
  let made: Promise<Keyring> | null = null;
  const get = () => {
    const current = setting('ENCRYPTION_KEY');
    if (!current) throw unavailable('storage.key_unavailable', 'ENCRYPTION_KEY is not set for this function.');
    made ??= createKeyring(keyringSecrets(current, setting('ENCRYPTION_KEYS_PREVIOUS')));
    return made;
  };
  return {
    current: 0,
    wrap: async (...call) => (await get()).wrap(...call),
    unwrap: async (...call) => (await get()).unwrap(...call),
  };
};

/** Files lie where the worker finds them too: in a private bucket of the project's storage. */
const blobs = (): BlobStore => {
  const [url, serviceKey] = [setting('SUPABASE_URL'), setting('SUPABASE_SERVICE_ROLE_KEY')];
  if (url && serviceKey) return createSupabaseBlobStore({ url, serviceKey, bucket: setting('SUPABASE_STORAGE_BUCKET') ?? 'vault' });
  const missing = () => Promise.reject(unavailable('storage.not_configured', 'SUPABASE_URL and SUPABASE_SERVICE_ROLE_KEY are not set for this function.'));
  return { put: missing, get: missing, size: missing, delete: missing, check: missing, list: async function* () { yield await missing(); } };
};

/** What rooms need, from what an edge function may use: the database, the project's storage, the clock. */
export const edgeDeps = (): QueueDeps => {
  const connectionString = setting('DATABASE_URL') ?? setting('SUPABASE_DB_URL');
  if (!connectionString) throw new Error('DATABASE_URL or SUPABASE_DB_URL must be set');
  return {
    db: createDatabase(openPostgres({ connectionString, maxConnections: 3 })),
    clock: systemClock,
    blobs: blobs(),
    keyring: lateKeyring(),
    tools: noTools,
    outside: null,
    models: [],
    translator: null,
    embedder: noEmbedder,
    scanner: null,
    printer: noPrinter,
    passwords: noPasswords,
    log: createJsonLogger((line) => {
      console.error(line);
    }),
    version,
    readsHere: false,
  };
};
