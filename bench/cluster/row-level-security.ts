import pg from 'pg';
import sql, { type Sql } from 'sql-template-tag';
import type { UserActor } from '@docuvault/core/actor.ts';
import { createDatabase } from '@docuvault/db/database.ts';
import { openPostgres } from '@docuvault/db/postgres/postgres-driver.ts';
import { preparePostgres } from '@docuvault/testing/postgres.ts';
import { percentile } from '../statistics.ts';
import { onCluster } from './processes.ts';

const owners = 200;
const each = 50;
const rounds = 1_500;

const fill = (admin: pg.Client): Promise<unknown> => admin.query(`
  insert into auth.users (id, email) select md5('u' || n)::uuid, 'u' || n || '@example.test' from generate_series(1, ${owners}) n;
  insert into private.blobs (id, owner_id, storage_key, stored_bytes, key_version, wrapped_key)
    select md5('d' || n || '.' || m)::uuid, md5('u' || n)::uuid, 'bench/' || n || '/' || m, 1, 1, '\\x00' from generate_series(1, ${owners}) n, generate_series(1, ${each}) m;
  insert into public.documents (id, user_id, title, file_name, file_path, mime_type, size_bytes, sha256, blob_id, status)
    select md5('d' || n || '.' || m)::uuid, md5('u' || n)::uuid, 'Paper ' || m, 'f.pdf', md5('u' || n)::uuid || '/' || m, 'application/pdf', 1, md5('a' || n || '.' || m) || md5('b' || n || '.' || m), md5('d' || n || '.' || m)::uuid, 'completed'
    from generate_series(1, ${owners}) n, generate_series(1, ${each}) m;
  analyze public.documents;`);

/** What policies and the change of role add to a request, by the same query put in four ways in turn. */
export const measureRowLevelSecurity = (print: (line: string) => void): Promise<void> => onCluster(async (cluster) => {
  await preparePostgres(cluster.server);
  const owner = new pg.Client({ connectionString: cluster.server.adminUrl });
  await owner.connect();
  await fill(owner);
  const { rows: [person] } = await owner.query<{ id: string; document: string }>(`select md5('u7')::uuid::text as id, md5('d7.3')::uuid::text as document`);
  const { id: userId, document } = person!;
  const db = createDatabase(openPostgres({ connectionString: cluster.server.appUrl, maxConnections: 2 }));
  const actor: UserActor = { role: 'authenticated', userId, sessionId: null, email: null, aal: 'aal1', claims: { sub: userId, role: 'authenticated' } };
  const bare = (query: Sql) => owner.query({ text: query.text, values: query.values });
  const queries: [string, Sql][] = [
    ['one row by its key', sql`select d.id, d.title, d.status from public.documents d where d.id = ${document}`],
    ['a page of 20', sql`select d.id, d.title, d.status from public.documents d where d.user_id = ${userId} and d.deleted_at is null order by d.created_at desc, d.id desc limit 20`],
  ];
  for (const [what, query] of queries) {
    const ways: [string, () => Promise<unknown>][] = [
      ['as the owner, bare: no transaction, no role, no policy', () => bare(query)],
      ['as the owner, in a transaction', async () => {
        await owner.query('begin');
        await bare(query);
        await owner.query('commit');
      }],
      ['as service_role: transaction and change of role, no policy', () => db.asService('bench', (tx) => tx.query(query))],
      ['as the person: transaction, change of role with claims, policies', () => db.asUser(actor, (tx) => tx.query(query))],
    ];
    const times = ways.map((): number[] => []);
    // In turn, and each as often behind each other one, so that what else the machine does falls on all of them alike.
    for (let n = -200; n < rounds; n++) {
      for (let turn = 0; turn < ways.length; turn++) {
        const at = (turn + n + 200) % ways.length;
        const began = performance.now();
        await ways[at]![1]();
        if (n >= 0) times[at]!.push(performance.now() - began);
      }
    }
    const bareMs = percentile(times[0]!, 50);
    for (const [at, [how]] of ways.entries()) {
      const [p50, p95, p99] = [50, 95, 99].map((p) => percentile(times[at]!, p)) as [number, number, number];
      print(`| ${what} of ${(owners * each).toLocaleString('en')}, ${how} | ${p50.toFixed(2)} / ${p95.toFixed(2)} / ${p99.toFixed(2)} ms | ${at === 0 ? '' : `+ ${(p50 - bareMs).toFixed(2)} ms at the middle`} |`);
    }
  }
  await db.close();
  await owner.end();
});
