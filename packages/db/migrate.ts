import sql from 'sql-template-tag';
import type { AdminConnection } from './types.ts';

/** One migration file: a 14-digit version, a name, and its SQL. */
export type Migration = { version: string; name: string; sql: string };

/** Reads `20260101000000_subject.sql` into its parts; throws on any other name. */
export const parseMigration = (fileName: string, text: string): Migration => {
  const match = /^(\d{14})_([a-z0-9_]+)\.sql$/.exec(fileName);
  if (!match) throw new Error(`${fileName} is not named like 20260101000000_subject.sql`);
  return { version: match[1]!, name: match[2]!, sql: text };
};

/** Any number that nobody else uses: the first eight bytes of "docuvault migrations" in ASCII. */
const lockKey = '7237112482356098412';

const history = `
create schema if not exists supabase_migrations;
create table if not exists supabase_migrations.schema_migrations (
  version text primary key,
  statements text[],
  name text
);`;

/**
 * Applies the migrations that the database has not had, in order, each in a transaction of its own with its
 * record, so that a crash leaves whole migrations only. The record is the Supabase CLI's own table, hence
 * `supabase db push` knows what is applied. Processes that start together take turns: the first applies, the others find
 * it done. Returns the versions applied now.
 */
export const migrate = async (admin: AdminConnection, migrations: readonly Migration[]): Promise<string[]> => {
  // Held by the session: a process that dies in the middle lets go of it, and its open migration is rolled back.
  await admin.query(sql`select pg_advisory_lock(${lockKey}::bigint)`);
  try {
    return await applyMissing(admin, migrations);
  } finally {
    await admin.query(sql`select pg_advisory_unlock(${lockKey}::bigint)`).catch(() => undefined);
  }
};

const applyMissing = async (admin: AdminConnection, migrations: readonly Migration[]): Promise<string[]> => {
  await admin.exec(history);
  const done = await admin.query<{ version: string }>(sql`select version from supabase_migrations.schema_migrations`);
  const applied = new Set(done.map((row) => row.version));
  const ordered = [...migrations].sort((a, b) => (a.version < b.version ? -1 : 1));
  const fresh: string[] = [];
  for (const migration of ordered) {
    if (applied.has(migration.version)) continue;
    const record = `insert into supabase_migrations.schema_migrations (version, name) values ('${migration.version}', '${migration.name}');`;
    try {
      await admin.exec(`begin;\n${migration.sql}\n;${record}\ncommit;`);
    } catch (error) {
      await admin.exec('rollback').catch(() => undefined);
      throw new Error(`migration ${migration.version}_${migration.name} failed: ${(error as Error).message}`, { cause: error });
    }
    fresh.push(migration.version);
  }
  return fresh;
};
