import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase } from '@docuvault/db/database.ts';
import { migrate } from '@docuvault/db/migrate.ts';
import { openPostgresAdmin } from '@docuvault/db/postgres/postgres-admin.ts';
import { openPostgres } from '@docuvault/db/postgres/postgres-driver.ts';
import { localMigrations, productMigrations } from '@docuvault/testing/migrations.ts';
import { missingPostgres, preparePostgres, startPostgres, type PostgresServer } from '@docuvault/testing/postgres.ts';
import { describeAccess } from './access-suite.ts';
import { authenticatorLogin, becomePerson } from './direct.ts';

describe.skipIf(missingPostgres() !== null)('native PostgreSQL, logged in as a plain role', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => {
    server.stop();
  });

  it('takes every migration, one after the other, and each of them only once', async () => {
    const all = [...localMigrations(), ...productMigrations()];
    const admin = await openPostgresAdmin(server.adminUrl);
    for (let length = 1; length <= all.length; length++) {
      expect(await migrate(admin, all.slice(0, length)), all[length - 1]!.name).toEqual([all[length - 1]!.version]);
    }
    expect(await migrate(admin, all)).toEqual([]);
    await admin.close();
  });

  it('gives the application a login that can become nothing but the three roles', async () => {
    await preparePostgres(server);
    const app = await openPostgresAdmin(server.appUrl);
    const [role] = await app.query(sql`select rolsuper, rolbypassrls, rolcreaterole from pg_catalog.pg_roles where rolname = current_user`);
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false });
    await expect(app.exec('set role postgres')).rejects.toMatchObject({ sqlState: '42501' });
    await expect(app.query(sql`select 1 from public.documents`)).rejects.toMatchObject({ sqlState: '42501' });
    await app.close();
  });

  describeAccess('PostgreSQL', async () => {
    await preparePostgres(server);
    const admin = await openPostgresAdmin(server.adminUrl);
    const db = createDatabase(openPostgres({ connectionString: server.appUrl, maxConnections: 4 }));
    await admin.exec(authenticatorLogin);
    const outside = await openPostgresAdmin(server.adminUrl.replace('postgres@', 'authenticator@'));
    afterAll(async () => {
      await db.close();
      await admin.close();
      await outside.close();
    });
    return {
      db, admin,
      direct: async (actor, statement) => {
        await outside.exec('begin');
        try {
          await outside.query(becomePerson(actor));
          return await outside.query(statement);
        } finally {
          await outside.exec('rollback');
        }
      },
    };
  });
});
