import { PGlite } from '@electric-sql/pglite';
import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import { createPerson, openTestDatabase, type TestDatabase } from '@docuvault/testing/database.ts';
import { createPreparedStatements } from './prepared-statements.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});

describe('a statement that the embedded engine keeps ready', () => {
  it('shows each person their own rows, and the service all', async () => {
    const [asha, ben] = [await createPerson(test.db), await createPerson(test.db)];
    const ids = (rows: { id: string }[]) => rows.map((row) => row.id);
    const read = sql`select u.id from public.users u order by u.id`;
    for (let round = 0; round < 8; round += 1) {
      for (const person of [asha, ben]) expect(ids(await test.db.asUser(person, (tx) => tx.query<{ id: string }>(read)))).toEqual([person.userId]);
      expect(ids(await test.db.asService('test', (tx) => tx.query<{ id: string }>(read)))).toEqual(expect.arrayContaining([asha.userId, ben.userId]));
    }
  });

  it('is planned anew after the schema changed under it', async () => {
    const read = () => test.db.asService('test', (tx) => tx.query(sql`select * from public.growing`));
    await test.driver.admin.exec('create table public.growing (a integer); grant select on public.growing to service_role; insert into public.growing values (1)');
    expect(await read()).toEqual([{ a: 1 }]);
    await test.driver.admin.exec(`alter table public.growing add column b text default 'x'`);
    expect(await read()).toEqual([{ a: 1, b: 'x' }]);
  });

  it('works on after it failed, inside the transaction that rolls back and outside', async () => {
    const asha = await createPerson(test.db);
    const divide = (by: number) => test.db.asUser(asha, (tx) => tx.query<{ n: number }>(sql`select 10 / ${by}::integer as n`));
    expect(await divide(5)).toEqual([{ n: 2 }]);
    await expect(divide(0)).rejects.toMatchObject({ sqlState: '22012' });
    expect(await divide(2)).toEqual([{ n: 5 }]);
    await expect(test.db.asUser(asha, (tx) => tx.query(sql`select nothing from nowhere`))).rejects.toMatchObject({ sqlState: '42P01' });
    expect(await divide(1)).toEqual([{ n: 10 }]);
  });

  it('takes null, lists, JSON, bytes and times, and statements that answer nothing', async () => {
    const at = new Date('2026-03-01T10:00:00Z');
    const [row] = await test.db.asService('test', (tx) =>
      tx.query(sql`select ${null}::text as none, ${['a"b', 'c,d', null]}::text[] as list, ${JSON.stringify({ x: 'ü' })}::jsonb as doc, ${new Uint8Array([0, 255])}::bytea as bytes, ${at}::timestamptz as at, ${true}::boolean as yes`));
    expect(row).toEqual({ none: null, list: ['a"b', 'c,d', null], doc: { x: 'ü' }, bytes: new Uint8Array([0, 255]), at, yes: true });
    expect(await test.db.asService('test', (tx) => tx.query(sql`update public.users set full_name = full_name where false`))).toEqual([]);
  });

  it('is one of a bounded number', async () => {
    for (let i = 0; i < 300; i += 1) {
      const columns = sql([`select ${i}::integer as n`]);
      expect(await test.db.asService('test', (tx) => tx.query(columns))).toEqual([{ n: i }]);
    }
    const kept = await test.driver.admin.query<{ n: number }>(sql`select count(*)::integer as n from pg_catalog.pg_prepared_statements`);
    expect(kept[0]!.n).toBeLessThanOrEqual(251);
  });

  it('is planned anew as its tables may have grown, and ever more seldom, because they grow ever more slowly', async () => {
    const db = await PGlite.create();
    let seconds = 0;
    const statements = createPreparedStatements(db, () => seconds * 1000);
    const plannedAt: number[] = [];
    for (let names = ''; seconds <= 250; seconds += 1) {
      await statements.query('select 1 as n', []);
      const kept = (await db.query<{ name: string }>('select name from pg_prepared_statements')).rows.map((row) => row.name).join();
      if (kept !== names) plannedAt.push(seconds);
      names = kept;
    }
    expect(plannedAt).toEqual([0, 15, 45, 105, 225]);
    await db.close();
  });
});
