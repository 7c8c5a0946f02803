import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localMigrations } from '@docuvault/testing/migrations.ts';
import { missingPostgres, startPostgres, type PostgresServer } from '@docuvault/testing/postgres.ts';
import { migrate } from '../migrate.ts';
import { checkLogin } from './check-login.ts';
import { loginOf, makeLogin } from './make-login.ts';
import { openPostgresAdmin } from './postgres-admin.ts';

describe.skipIf(missingPostgres() !== null)('the login of the application', () => {
  let server: PostgresServer;
  let admin: Awaited<ReturnType<typeof openPostgresAdmin>>;
  const complaint = async (name: string): Promise<string> => {
    const connection = await openPostgresAdmin(`postgres://${name}@127.0.0.1:${server.port}/postgres`);
    try {
      return await checkLogin(connection).then(() => '', (error: unknown) => (error as Error).message);
    } finally {
      await connection.close();
    }
  };
  beforeAll(async () => {
    server = await startPostgres();
    admin = await openPostgresAdmin(server.adminUrl);
    await migrate(admin, localMigrations());
  });
  afterAll(async () => {
    await admin.close();
    server.stop();
  });

  it('is made once by processes that start at the same moment, and none of them falls over it', async () => {
    const others = await Promise.all(Array.from({ length: 6 }, () => openPostgresAdmin(server.adminUrl)));
    for (let round = 0; round < 10; round += 1) {
      const login = { name: `racer_${String(round)}`, password: null };
      const made = await Promise.all(others.map((one) => makeLogin(one, login)));
      expect(made.filter((one) => one === 'made')).toHaveLength(1);
      expect(await complaint(login.name)).toBe('');
    }
    await Promise.all(others.map((one) => one.close()));
  });

  it('is made with a password that may hold anything, and passes', async () => {
    const login = loginOf("postgres://docuvault_app:it's%20%22odd%22@127.0.0.1/postgres")!;
    expect(login).toEqual({ name: 'docuvault_app', password: 'it\'s "odd"' });
    expect(await makeLogin(admin, login)).toBe('made');
    expect(await makeLogin(admin, login)).toBe('kept');
    expect(await complaint('docuvault_app')).toBe('');
  });

  it.each([
    ['postgres', null, ['superuser'], 'create role docuvault_app'],
    ['passes_by', 'create role passes_by login noinherit bypassrls', ['bypassrls', 'may not become anon, authenticated, service_role'], 'alter role "passes_by" nobypassrls'],
    ['heir', 'create role heir login inherit', ['inherits the rights of anon, authenticated, service_role'], 'alter role "heir" noinherit'],
    ['climber', 'create role climber login noinherit', ['may become pg_read_all_data'], 'revoke "pg_read_all_data" from "climber"'],
    ['owner', 'create role owner login noinherit', ['owns'], 'create role docuvault_app'],
  ])('is refused when it is %s, and told what to do', async (name, make, complaints, remedy) => {
    if (make) await admin.exec(make);
    if (name === 'heir' || name === 'climber' || name === 'owner') await admin.exec(`grant anon, authenticated, service_role to ${name}`);
    if (name === 'climber') await admin.exec('grant pg_read_all_data to climber');
    if (name === 'owner') await admin.exec('create table public.hers (id integer); alter table public.hers owner to owner');
    const said = await complaint(name);
    for (const part of complaints) expect(said).toContain(part);
    expect(said).toContain(remedy);
  });

  it('passes once the advice is followed', async () => {
    await admin.exec('alter role "heir" noinherit; revoke "pg_read_all_data" from "climber"');
    expect(await complaint('heir')).toBe('');
    expect(await complaint('climber')).toBe('');
  });
});
