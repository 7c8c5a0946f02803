import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtWorker, createPerson, openTestDatabase, type TestDatabase } from '@docuvault/testing/database.ts';
import { openPglite } from './pglite-driver.ts';
import { DirectoryInUse } from './directory-lock.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});

describe('the embedded database', () => {
  it('refuses what was to follow a statement that did not begin a transaction', async () => {
    for (let round = 0; round < 3; round += 1) {
      const [, second] = await test.db.asService('test', (tx) => Promise.allSettled([
        tx.query(sql`select ${'neither true nor false'}::boolean`), tx.query<{ is: string }>(sql`select current_user::text as is`),
      ]));
      if (second.status === 'fulfilled') expect(second.value).toEqual([{ is: 'service_role' }]);
    }
  });

  it('acts as the person, not as the superuser it is connected as', async () => {
    const asha = await createPerson(test.db);
    const [row] = await test.db.asUser(asha, (tx) => tx.query<{ u: string; id: string }>(sql`select current_user::text as u, auth.uid()::text as id`));
    expect(row).toEqual({ u: 'authenticated', id: asha.userId });
    const accounts = await test.db.asUser(asha, (tx) => tx.query<{ id: string }>(sql`select id from public.users`));
    expect(accounts).toEqual([{ id: asha.userId }]);
  });

  it('rolls back when the work throws, and goes on', async () => {
    const asha = await createPerson(test.db);
    await expect(
      test.db.asUser(asha, async (tx) => {
        await tx.query(sql`update public.users set full_name = 'Changed'`);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    const [row] = await test.db.asUser(asha, (tx) => tx.query<{ full_name: string | null }>(sql`select full_name from public.users`));
    expect(row!.full_name).toBeNull();
  });

  it('cuts off a statement past its time, and has everything acknowledged afterwards', async () => {
    const asha = await createPerson(test.db);
    await test.db.asUser(asha, (tx) => tx.query(sql`update public.users set full_name = 'Asha'`));
    await expect(
      test.db.asUser(asha, (tx) => tx.query(sql`select count(*) from generate_series(1, 1000000000) a`), { timeoutMs: 200 }),
    ).rejects.toMatchObject({ code: 'database.timeout', status: 503 });
    const [row] = await test.db.asUser(asha, (tx) => tx.query<{ full_name: string }>(sql`select full_name from public.users`));
    expect(row!.full_name).toBe('Asha');
  });

  it('lets no second process open its folder', async () => {
    await expect(openPglite({ dataDirectory: test.directory, workerEntry: builtWorker('pglite-worker') })).rejects.toThrow(DirectoryInUse);
  });

  it('serves interactive work before background work', async () => {
    const asha = await createPerson(test.db);
    const order: string[] = [];
    const note = (name: string) => () => Promise.resolve(void order.push(name));
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const first = test.db.asUser(asha, () => gate);
    const slow = test.db.asUser(asha, note('background'), { priority: 'background' });
    const fast = test.db.asUser(asha, note('interactive'));
    open();
    await Promise.all([first, slow, fast]);
    expect(order).toEqual(['interactive', 'background']);
  });

  it('reads apart as the person, one moment a statement, and writes nothing', async () => {
    const [asha, ben] = [await createPerson(test.db), await createPerson(test.db)];
    const name = sql`select u.id, u.full_name as name, current_user::text as role from public.users u`;
    for (let round = 0; round < 3; round += 1) {
      for (const person of [asha, ben]) {
        const seen = await test.db.asUser(person, async (tx) => {
          const [before] = await tx.query<{ id: string; name: string; role: string }>(name);
          // Would wait for itself for ever inside one transaction.
          await test.db.asUser(person, (other) => other.query(sql`update public.users set full_name = ${`${person.userId} ${round}`} where id = ${person.userId}`));
          const [after] = await tx.query<{ id: string; name: string }>(name);
          return [before!.id, before!.role, after!.name];
        }, { apart: true });
        expect(seen).toEqual([person.userId, 'authenticated', `${person.userId} ${round}`]);
      }
    }
    const update = sql`update public.users set full_name = 'x'`;
    for (let round = 0; round < 2; round += 1) await expect(test.db.asUser(asha, (tx) => tx.query(update), { apart: true })).rejects.toMatchObject({ sqlState: '25006' });
    await expect(test.db.asUser(asha, (tx) => tx.query(sql`select 1 / ${0}::integer`), { apart: true })).rejects.toMatchObject({ sqlState: '22012' });
    expect(await test.db.asService('test', (tx) => tx.query(sql`select current_user::text as role, current_setting('transaction_read_only') as reading`))).toEqual([{ role: 'service_role', reading: 'off' }]);
    const [bare] = await test.driver.admin.query<{ role: string }>(sql`select current_user::text as role`);
    expect(bare!.role).not.toBe('authenticated');
  });

  it('hears notifications', async () => {
    const heard = new Promise<string>((resolve) => void test.db.listen('test_channel', resolve));
    await test.db.asService('test', (tx) => tx.query(sql`select pg_notify('test_channel', 'hello')`));
    expect(await heard).toBe('hello');
  });

  it('gives values in the same types as PostgreSQL does', async () => {
    const [row] = await test.db.asService('test', (tx) =>
      tx.query(sql`select 5::int8 as big, 1.50::numeric as amount, '2026-02-28'::date as day, '2026-01-01T00:00:00Z'::timestamptz as at,
        '{"a":1}'::jsonb as doc, '\\x01ff'::bytea as bytes, array['a','b'] as list, ${JSON.stringify({ x: [1] })}::jsonb as given`),
    );
    expect(row).toEqual({
      big: 5, amount: '1.50', day: '2026-02-28', at: new Date('2026-01-01T00:00:00Z'), doc: { a: 1 },
      bytes: new Uint8Array([1, 255]), list: ['a', 'b'], given: { x: [1] },
    });
  });

  it('makes a new database where there is none', async () => {
    const dataDirectory = mkdtempSync(join(tmpdir(), 'docuvault-new-'));
    const driver = await openPglite({ dataDirectory, workerEntry: builtWorker('pglite-worker') });
    expect(await driver.admin.query(sql`select 1 as one`)).toEqual([{ one: 1 }]);
    await driver.close();
  });
});
