import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localMigrations, productMigrations } from '@docuvault/testing/migrations.ts';
import { missingPgbouncer, startPgbouncer } from '@docuvault/testing/pgbouncer.ts';
import { missingPostgres, preparePostgres, startPostgres, type PostgresServer } from '@docuvault/testing/postgres.ts';
import { createDatabase } from '../database.ts';
import { migrate } from '../migrate.ts';
import type { Database } from '../types.ts';
import { openPostgresAdmin } from './postgres-admin.ts';
import { openPostgres } from './postgres-driver.ts';
import { withReplica } from './read-replica.ts';

const until = async (what: () => boolean | Promise<boolean>): Promise<void> => {
  for (let i = 0; i < 1000; i++) {
    if (await what()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('it did not come about');
};

const role = sql`select current_user::text as who, current_setting('request.jwt.claims') as claims`;
const userId = crypto.randomUUID();
const person = { role: 'authenticated', userId, sessionId: null, email: null, aal: 'aal1', claims: { sub: userId, role: 'authenticated' } } as const;

describe.skipIf(missingPostgres() !== null)('PostgreSQL as an engine', () => {
  let server: PostgresServer;
  const open: Database[] = [];
  const connect = (options: Partial<Parameters<typeof openPostgres>[0]> = {}): Database => {
    const db = createDatabase(openPostgres({ connectionString: server.appUrl, maxConnections: 4, ...options }));
    open.push(db);
    return db;
  };
  beforeAll(async () => {
    server = await startPostgres();
    await preparePostgres(server);
  });
  afterAll(async () => {
    await Promise.all(open.map((db) => db.close()));
    server.stop();
  });

  it('runs a transaction again after a deadlock, so that both come through', async () => {
    const db = connect();
    await db.asService('test', (tx) => tx.query(sql`insert into private.settings (key, value) values ('a', '0'), ('b', '0')`));
    const add = (key: string) => sql`update private.settings set value = (value::integer + 1)::text where key = ${key}`;
    let met = 0;
    const both = async (first: string, second: string) =>
      db.asService('test', async (tx) => {
        await tx.query(add(first));
        met += 1;
        await until(() => met >= 2);
        await tx.query(add(second));
      });
    await Promise.all([both('a', 'b'), both('b', 'a')]);
    const rows = await db.asService('test', (tx) => tx.query<{ value: string }>(sql`select value from private.settings where key in ('a', 'b')`));
    expect(rows.map((row) => row.value)).toEqual(['2', '2']);
    expect(met).toBeGreaterThan(2);
  });

  it('gives up on a lock that is held, in time', async () => {
    const db = connect({ lockTimeoutMs: 100 });
    await db.asService('test', async (tx) => {
      await tx.query(sql`update private.settings set value = 'held' where key = 'default_tier'`);
      await expect(db.asService('test', (other) => other.query(sql`update private.settings set value = 'x' where key = 'default_tier'`))).rejects.toMatchObject({ sqlState: '55P03' });
    });
  });

  it('serves and listens on after the server was killed, without a new process', async () => {
    const db = connect();
    const heard: string[] = [];
    await db.listen('test_channel', (payload) => heard.push(payload));
    const say = (text: string) => db.asService('test', (tx) => tx.query(sql`select pg_notify('test_channel', ${text})`));
    await say('before');
    await until(() => heard.includes('before'));
    server.restart('crash');
    await db.check();
    await until(async () => {
      await say('after');
      return heard.includes('after');
    });
  });

  it.skipIf(missingPgbouncer() !== null)('keeps role and claims to their transaction behind PgBouncer, and listens past it', async () => {
    const bouncer = await startPgbouncer(server, 2);
    const db = connect({ connectionString: bouncer.appUrl, directConnectionString: server.appUrl, maxConnections: 20 });
    const heard = new Set<string>();
    await db.listen('test_bounced', (payload) => heard.add(payload));
    const asked = await Promise.all(Array.from({ length: 200 }, async (_, i) => {
      const actor = i % 2 ? person : ({ role: 'anon' } as const);
      const [row] = await db.asUser(actor, (tx) => tx.query<{ who: string; claims: string }>(role));
      return row!.who === actor.role && (JSON.parse(row!.claims) as { role: string }).role === actor.role;
    }));
    expect(asked.every(Boolean)).toBe(true);
    await db.asService('test', (tx) => tx.query(sql`select pg_notify('test_bounced', 'past it')`));
    await until(() => heard.has('past it'));
    const plain = await openPostgresAdmin(bouncer.appUrl);
    const [left] = await plain.query<{ who: string; claims: string | null; timeout: string }>(sql`
      select current_user::text as who, nullif(current_setting('request.jwt.claims', true), '') as claims, current_setting('statement_timeout') as timeout`);
    expect(left).toEqual({ who: 'docuvault_app', claims: null, timeout: '0' });
    await plain.close();
    await db.close();
    open.splice(open.indexOf(db), 1);
    bouncer.stop();
  });

  it('reads from a standby what may be a little old, and from the primary once the standby is gone', async () => {
    const standby = await server.startStandby();
    const db = createDatabase(withReplica(openPostgres({ connectionString: server.appUrl }), openPostgres({ connectionString: standby.appUrl, readOnly: true })));
    open.push(db);
    const where = (from: 'primary' | 'replica') =>
      db.asUser(person, (tx) => tx.query<{ standby: boolean }>(sql`select pg_is_in_recovery() as standby`), { from }).then((rows) => rows[0]!.standby);
    await until(() => where('replica'));
    expect(await where('primary')).toBe(false);
    await expect(db.asUser(person, (tx) => tx.query(sql`select count(*) from public.documents`), { from: 'replica' })).resolves.toHaveLength(1);
    standby.stop();
    expect(await where('replica')).toBe(false);
  });

  it('migrates once when many processes start together', async () => {
    const fresh = await startPostgres();
    const all = [...localMigrations(), ...productMigrations()];
    const admins = await Promise.all([1, 2, 3, 4].map(() => openPostgresAdmin(fresh.adminUrl)));
    const applied = await Promise.all(admins.map((admin) => migrate(admin, all)));
    expect(applied.map((one) => one.length).sort((a, b) => a - b)).toEqual([0, 0, 0, all.length]);
    await Promise.all(admins.map((admin) => admin.close()));
    fresh.stop();
  });
});
