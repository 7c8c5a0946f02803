import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import type { Logger } from '@docuvault/core/logger.ts';
import { createDatabase } from '@docuvault/db/database.ts';
import { migrate, parseMigration, type Migration } from '@docuvault/db/migrate.ts';
import { openPglite } from '@docuvault/db/pglite/pglite-driver.ts';
import { openPostgresAdmin } from '@docuvault/db/postgres/postgres-admin.ts';
import { openPostgres } from '@docuvault/db/postgres/postgres-driver.ts';
import type { AdminConnection, Database, Driver } from '@docuvault/db/types.ts';
import type { Config } from './config.ts';

const readFolder = (folder: string): Migration[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => parseMigration(name, readFileSync(join(folder, name), 'utf8')));

/** True where auth.users was there before us: then auth and storage belong to Supabase. */
const hasSupabaseSchemas = async (admin: AdminConnection): Promise<boolean> => {
  const [found] = await admin.query<{ users: boolean; history: boolean }>(sql`
    select to_regclass('auth.users') is not null as users, to_regclass('supabase_migrations.schema_migrations') is not null as history`);
  if (!found?.users) return false;
  if (!found.history) return true;
  const ours = await admin.query(sql`select 1 from supabase_migrations.schema_migrations where name = 'auth'`);
  return ours.length === 0;
};

/** Brings the schema up to date. Supabase's own auth and storage schemas are left alone where they are. */
const migrateAll = async (admin: AdminConnection, root: string, log: Logger): Promise<void> => {
  const local = (await hasSupabaseSchemas(admin)) ? [] : readFolder(join(root, 'packages', 'supabase-local', 'migrations'));
  const applied = await migrate(admin, [...local, ...readFolder(join(root, 'supabase', 'migrations'))]);
  if (applied.length > 0) log.info('migrations applied', { count: applied.length, last: applied.at(-1) });
};

export type OpenedDatabase = {
  db: Database;
  /** Upkeep that an engine without autovacuum needs; null where the engine looks after itself. */
  vacuum: (() => Promise<void>) | null;
};

/** Opens PGlite in the home folder, or PostgreSQL where `DATABASE_URL` is set, migrated. */
export const openDatabase = async (config: Config, root: string, workers: string, log: Logger): Promise<OpenedDatabase> => {
  let driver: Driver;
  let vacuum: OpenedDatabase['vacuum'] = null;
  if (config.databaseUrl) {
    if (config.databaseAdminUrl) {
      const admin = await openPostgresAdmin(config.databaseAdminUrl);
      try {
        await migrateAll(admin, root, log);
      } finally {
        await admin.close();
      }
    }
    driver = openPostgres({ connectionString: config.databaseUrl });
  } else {
    const embedded = await openPglite({ dataDirectory: join(config.home, 'database'), workerEntry: join(workers, 'pglite-worker.js') });
    await migrateAll(embedded.admin, root, log);
    vacuum = () => vacuumBusyTables(embedded.admin);
    driver = embedded;
  }
  const db = createDatabase(driver);
  await db.asService('default tier', (tx) =>
    tx.query(sql`update private.settings set value = ${config.defaultTier}, updated_at = now() where key = 'default_tier' and value <> ${config.defaultTier}`),
  );
  return { db, vacuum };
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
