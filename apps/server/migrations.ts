import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import type { Logger } from '@docuvault/core/logger.ts';
import { DatabaseError } from '@docuvault/db/errors.ts';
import { migrate, parseMigration, type Migration } from '@docuvault/db/migrate.ts';
import type { AdminConnection, Database } from '@docuvault/db/types.ts';

const readFolder = (folder: string): Migration[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => parseMigration(name, readFileSync(join(folder, name), 'utf8')));

const productMigrations = (root: string): Migration[] => readFolder(join(root, 'supabase', 'migrations'));

/** True where auth.users was there before us: then auth and storage belong to Supabase. */
export const isSupabase = async (admin: AdminConnection): Promise<boolean> => {
  const [found] = await admin.query<{ users: boolean; history: boolean }>(sql`
    select to_regclass('auth.users') is not null as users, to_regclass('supabase_migrations.schema_migrations') is not null as history`);
  if (!found?.users) return false;
  if (!found.history) return true;
  const ours = await admin.query(sql`select 1 from supabase_migrations.schema_migrations where name = 'auth'`);
  return ours.length === 0;
};

/**
 * Brings the schema up to date, or to the state that had just the migrations of `only`. Supabase's own auth and storage
 * schemas are left alone where they are. Answers the versions applied.
 */
export const migrateAll = async (admin: AdminConnection, root: string, log: Logger, only?: ReadonlySet<string>): Promise<string[]> => {
  const local = (await isSupabase(admin)) ? [] : readFolder(join(root, 'packages', 'supabase-local', 'migrations'));
  const wanted = [...local, ...productMigrations(root)].filter(({ version }) => only?.has(version) ?? true);
  const applied = await migrate(admin, wanted);
  if (applied.length > 0) log.info('migrations applied', { count: applied.length, last: applied.at(-1) });
  return applied;
};

/** Codes of what is not there: schema, function, table; or not granted, as an empty database refuses it. */
const absent = new Set(['3F000', '42883', '42P01', '22023', '42704']);

/** Throws when the schema is older than this program. A newer one is fine: each release runs on the schema of the next. */
export const checkSchema = async (db: Database, root: string): Promise<void> => {
  const remedy = 'Set DATABASE_ADMIN_URL to a login that may change the schema, or run `npm run vault -- migrate` (on Supabase: `supabase db push`).';
  const rows = await db.asService('which migrations are applied', (tx) => tx.query<{ version: string }>(sql`select version from private.applied_migrations() version`)).catch((error: unknown) => {
    if (error instanceof DatabaseError && absent.has(error.sqlState)) throw new Error(`The database has no schema of DocuVault AI, or an old one. ${remedy}`, { cause: error });
    throw error;
  });
  const applied = new Set(rows.map((row) => row.version));
  const missing = productMigrations(root).filter(({ version }) => !applied.has(version));
  if (missing.length > 0) throw new Error(`The database lacks ${missing.length} migrations, the first is ${missing[0]!.version}_${missing[0]!.name}. ${remedy}`);
};
