import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sql, { type Sql } from 'sql-template-tag';
import type { BlobStore } from '@docuvault/core/blob-store.ts';
import { createDatabase } from '@docuvault/db/database.ts';
import { dumpTables, type DumpedRows } from '@docuvault/db/dump/dump-tables.ts';
import { DirectoryInUse } from '@docuvault/db/pglite/directory-lock.ts';
import { openPglite } from '@docuvault/db/pglite/pglite-driver.ts';
import { openPostgresAdmin } from '@docuvault/db/postgres/postgres-admin.ts';
import { openPostgres } from '@docuvault/db/postgres/postgres-driver.ts';
import type { AdminConnection, Database } from '@docuvault/db/types.ts';
import { keyringSecrets } from '../server/build-keyring.ts';
import { readConfig, type Config } from '../server/config.ts';
import { openBlobs } from '../server/open-blobs.ts';
import { loadSecrets, type Secrets } from '../server/secrets.ts';

/** What a dump brings: first the migrations that its schema has had, then rows. */
export type Dumped = { migrations: string[] } | DumpedRows;

/** The database opened by this program alone, or beside others on a server. */
export type OpenedEngine = { admin: AdminConnection; db: Database; close(): Promise<void> };

/** The vault that the environment names, and how to get at its parts. */
export type House = {
  config: Config;
  secrets: Secrets;
  root: string;
  workers: string;
  engine: 'embedded' | 'postgres';
  blobs: BlobStore;
  /** Master secrets by version. */
  masterKeys(): Map<number, string>;
  /** One consistent state of every table: of the running server where there is one, without stopping it. */
  dump(): AsyncGenerator<Dumped>;
  /** For changing things. Throws where a running server holds an embedded database, or DATABASE_ADMIN_URL is wanting. */
  open(): Promise<OpenedEngine>;
  /** Where the running server of an embedded vault is, null when none runs. */
  server(): { url: string; pid: number } | null;
};

/** The migrations that a schema has had, oldest first. */
export const appliedMigrations = sql`select version from private.applied_migrations() version order by 1`;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
};

/** Reads the environment as the server does, and the keys of the home folder. */
export const openHouse = async (env: Record<string, string | undefined>, root: string, workers: string): Promise<House> => {
  const config = readConfig(env, process.cwd());
  const secrets = await loadSecrets(config.home, env);
  const marker = join(config.home, 'server.json');
  const server = (): { url: string; pid: number } | null => {
    if (config.databaseUrl || !existsSync(marker)) return null;
    const found = JSON.parse(readFileSync(marker, 'utf8')) as { url: string; pid: number };
    return isAlive(found.pid) ? found : null;
  };

  const openEmbedded = async (): Promise<OpenedEngine> => {
    const driver = await openPglite({ dataDirectory: join(config.home, 'database'), workerEntry: join(workers, 'pglite-worker.js') }).catch((error: unknown) => {
      if (error instanceof DirectoryInUse) throw new Error(`${error.message}. This command changes the database and wants it for itself.`);
      throw error;
    });
    const db = createDatabase(driver);
    return { admin: driver.admin, db, close: () => db.close() };
  };
  const openServer = async (): Promise<OpenedEngine> => {
    if (!config.databaseAdminUrl) throw new Error('This command wants DATABASE_ADMIN_URL: a login that may change the schema.');
    const admin = await openPostgresAdmin(config.databaseAdminUrl);
    const db = createDatabase(openPostgres({ connectionString: config.databaseUrl!, maxConnections: 4 }));
    return {
      admin, db,
      close: async () => {
        await db.close();
        await admin.close();
      },
    };
  };

  async function* dumpOfServer(url: string): AsyncGenerator<Dumped> {
    const answer = await fetch(`${url}/operations/v1/dump`, { headers: { apikey: secrets.serviceRoleKey } });
    if (!answer.ok || !answer.body) throw new Error(`the running server refused its data: ${answer.status} ${await answer.text()}`);
    let whole = false;
    for await (const line of createInterface({ input: Readable.fromWeb(answer.body as never), crlfDelay: Infinity })) {
      const record = JSON.parse(line) as Dumped | { end: true };
      if ('end' in record) whole = true;
      else yield record;
    }
    if (!whole) throw new Error('the running server stopped in the middle of its data');
  }
  async function* dumpOf(admin: AdminConnection, begin: string): AsyncGenerator<Dumped> {
    const query = <Row>(q: Sql) => admin.query<Row>(q);
    await admin.exec(begin);
    yield { migrations: (await query<{ version: string }>(appliedMigrations)).map((row) => row.version) };
    yield* dumpTables(query);
  }
  async function* dump(): AsyncGenerator<Dumped> {
    const running = server();
    if (running) {
      yield* dumpOfServer(running.url);
      return;
    }
    const opened = config.databaseUrl ? await openPostgresAdmin(config.databaseAdminUrl ?? config.databaseUrl) : null;
    const embedded = opened ? null : await openEmbedded();
    try {
      const become = config.databaseAdminUrl ? '' : 'set local role service_role;';
      yield* dumpOf(opened ?? embedded!.admin, opened ? `begin isolation level repeatable read read only; ${become}` : 'begin');
    } finally {
      await (opened ?? embedded)!.close();
    }
  }

  return {
    config, secrets, root, workers,
    engine: config.databaseUrl ? 'postgres' : 'embedded',
    blobs: await openBlobs(config),
    masterKeys: () => keyringSecrets(secrets.encryptionKey, config.masterKeys ?? secrets.encryptionKeysPrevious ?? null),
    server,
    open: () => (config.databaseUrl ? openServer() : openEmbedded()),
    dump,
  };
};
