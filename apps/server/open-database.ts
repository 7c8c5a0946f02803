import { join } from 'node:path';
import sql from 'sql-template-tag';
import type { Logger } from '@docuvault/core/logger.ts';
import { createDatabase } from '@docuvault/db/database.ts';
import { checkpointWhenDue } from '@docuvault/db/pglite/checkpoint.ts';
import { openPglite } from '@docuvault/db/pglite/pglite-driver.ts';
import { checkLogin } from '@docuvault/db/postgres/check-login.ts';
import { loginOf, makeLogin } from '@docuvault/db/postgres/make-login.ts';
import { openPostgresAdmin } from '@docuvault/db/postgres/postgres-admin.ts';
import { openPostgres } from '@docuvault/db/postgres/postgres-driver.ts';
import { withReplica } from '@docuvault/db/postgres/read-replica.ts';
import type { AdminConnection, Database, Driver } from '@docuvault/db/types.ts';
import type { Config } from './config.ts';
import { checkSchema, migrateAll } from './migrations.ts';

export type OpenedDatabase = {
  db: Database;
  /** Upkeep that an engine without autovacuum needs; null where the engine looks after itself. */
  vacuum: (() => Promise<void>) | null;
  /** Cuts off the log of an engine that does not do so itself, once it is long; null where the engine does. */
  checkpoint: (() => Promise<void>) | null;
};

/** A checkpoint keeps everybody waiting for some tenths of a second: with this much log (about 700 papers' worth) it waits until no paper is being read, with so much more for nothing. */
const longLogBytes = 256 * 2 ** 20;
const longestLogBytes = 2 ** 30;

/** The login, looked at before anything is trusted to it. */
const checkedLogin = async (databaseUrl: string): Promise<void> => {
  const connection = await openPostgresAdmin(databaseUrl);
  try {
    await checkLogin(connection);
  } finally {
    await connection.close();
  }
};

/** With the administrator's URL: applies migrations, and makes the application's login where it is missing. */
const prepare = async (adminUrl: string, databaseUrl: string, root: string, log: Logger): Promise<void> => {
  const admin = await openPostgresAdmin(adminUrl);
  try {
    await migrateAll(admin, root, log);
    const login = loginOf(databaseUrl);
    if (login && (await makeLogin(admin, login)) === 'made') log.info('the login of DATABASE_URL was made', { login: login.name });
  } finally {
    await admin.close();
  }
};

const openServer = async (config: Config, databaseUrl: string, root: string, log: Logger): Promise<Driver> => {
  if (config.databaseAdminUrl) await prepare(config.databaseAdminUrl, databaseUrl, root, log);
  await checkedLogin(databaseUrl);
  const limits = { maxConnections: config.databaseConnections, lockTimeoutMs: config.lockTimeoutMs };
  const primary = openPostgres({ connectionString: databaseUrl, directConnectionString: config.databaseDirectUrl ?? undefined, ...limits });
  if (!config.databaseReplicaUrl) return primary;
  return withReplica(primary, openPostgres({ connectionString: config.databaseReplicaUrl, readOnly: true, ...limits }));
};

/** Opens PGlite in the home folder, or PostgreSQL where `DATABASE_URL` is set, migrated. Throws a sentence that says what to mend. */
export const openDatabase = async (config: Config, root: string, workers: string, log: Logger): Promise<OpenedDatabase> => {
  let driver: Driver;
  let vacuum: OpenedDatabase['vacuum'] = null;
  let checkpoint: OpenedDatabase['checkpoint'] = null;
  if (config.databaseUrl) {
    driver = await openServer(config, config.databaseUrl, root, log);
  } else {
    const embedded = await openPglite({ dataDirectory: join(config.home, 'database'), workerEntry: join(workers, 'pglite-worker.js') });
    await migrateAll(embedded.admin, root, log);
    vacuum = () => vacuumBusyTables(embedded.admin);
    checkpoint = async () => void (await checkpointWhenDue(embedded.admin, (await isBusy(embedded.admin)) ? longestLogBytes : longLogBytes));
    driver = embedded;
  }
  const db = createDatabase(driver, { statementTimeoutMs: config.statementTimeoutMs });
  try {
    if (config.databaseUrl) await checkSchema(db, root);
    await db.asService('default tier', (tx) =>
      tx.query(sql`update private.settings set value = ${config.defaultTier}, updated_at = now() where key = 'default_tier' and value <> ${config.defaultTier}`),
    );
  } catch (error) {
    await db.close();
    throw error;
  }
  return { db, vacuum, checkpoint };
};

/** Whether papers are being read, or wait to be. */
const isBusy = async (admin: AdminConnection): Promise<boolean> => {
  const [row] = await admin.query<{ busy: boolean }>(sql`select exists (select from public.processing_queue q where q.status in ('queued', 'processing')) as busy`);
  return row!.busy;
};

/** One table a call of VACUUM ANALYZE, the ones with a fifth or more of dead rows, so that none blocks for long. */
const vacuumBusyTables = async (admin: AdminConnection): Promise<void> => {
  const busy = await admin.query<{ name: string }>(sql`
    select format('%I.%I', s.schemaname, s.relname) as name
    from pg_catalog.pg_stat_user_tables s
    where s.n_dead_tup > 200 + 0.2 * s.n_live_tup or s.n_mod_since_analyze > 200 + 0.1 * s.n_live_tup
    order by s.n_dead_tup desc`);
  for (const { name } of busy) await admin.exec(`vacuum (analyze) ${name}`);
};
