import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingPostgres, startPostgres, type PostgresServer } from '@docuvault/testing/postgres.ts';
import { migrate } from '../migrate.ts';
import { openPostgresAdmin } from './postgres-admin.ts';

const migrations = [
  { version: '20990101000100', name: 'first', sql: 'create table public.first (id integer);' },
  { version: '20990101000200', name: 'second', sql: 'create table public.second (id integer); select pg_sleep(30); insert into public.second values (1);' },
];

describe.skipIf(missingPostgres() !== null)('a migration that is interrupted', () => {
  let server: PostgresServer;
  let admin: Awaited<ReturnType<typeof openPostgresAdmin>>;
  const state = async () => {
    const [row] = await admin.query(sql`select to_regclass('public.first')::text as first, to_regclass('public.second')::text as second,
      array(select version from supabase_migrations.schema_migrations order by 1) as applied`);
    return row;
  };
  beforeAll(async () => {
    server = await startPostgres();
    admin = await openPostgresAdmin(server.adminUrl);
  });
  afterAll(async () => {
    await admin.close();
    server.stop();
  });

  it.each(['its process', 'the server'])('by the death of %s leaves whole migrations only, lets go of its lock, and goes on where it stopped', async (what) => {
    const migrator = await openPostgresAdmin(server.adminUrl);
    const interrupted = migrate(migrator, migrations).then(() => null, (error: unknown) => error);
    const asleep = sql`select pid from pg_catalog.pg_stat_activity where query like '%pg_sleep(30)%' and pid <> pg_backend_pid() and wait_event = 'PgSleep'`;
    let pids: { pid: number }[] = [];
    while (pids.length === 0) pids = await admin.query<{ pid: number }>(asleep);
    if (what === 'the server') {
      await admin.close();
      server.restart('crash');
      admin = await openPostgresAdmin(server.adminUrl);
    } else await admin.query(sql`select pg_terminate_backend(${pids[0]!.pid})`);
    expect(await interrupted).toBeInstanceOf(Error);
    expect(await state()).toEqual({ first: 'first', second: null, applied: ['20990101000100'] });
    await migrator.close().catch(() => undefined);
    const quick = [migrations[0]!, { ...migrations[1]!, sql: migrations[1]!.sql.replace('30', '0') }];
    expect(await migrate(admin, quick)).toEqual(['20990101000200']);
    expect(await state()).toEqual({ first: 'first', second: 'second', applied: ['20990101000100', '20990101000200'] });
    await admin.exec('drop table public.first, public.second; drop schema supabase_migrations cascade');
  });
});
