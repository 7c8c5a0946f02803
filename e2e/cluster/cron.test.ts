import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgresAdmin } from '@docuvault/db/postgres/postgres-admin.ts';
import { cronSettings, missingCron } from '@docuvault/testing/pg-cron.ts';
import { missingPostgres, preparePostgres, startPostgres, type PostgresServer } from '@docuvault/testing/postgres.ts';
import { newHome, removeHome, startProduct, startWorkerProcess } from '@docuvault/testing/product.ts';

const missing = missingPostgres() ?? missingCron();
type Login = Awaited<ReturnType<typeof openPostgresAdmin>>;
type Job = { jobname: string; schedule: string; username: string };

/** pg_cron looks at its jobs once a minute; each test waits for one such minute at most. */
const aMinute = 90_000;
const until = async (holds: () => boolean | Promise<boolean>) => {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 100));
};

describe.skipIf(missing !== null)('pg_cron, where the database has it', () => {
  let server: PostgresServer;
  let admin: Login;
  let jobs: Login;
  const scheduledBy = (login: string) => admin.query<Job>(sql`select jobname, schedule, username from cron.job where username = ${login} order by jobname`);
  const lastUpkeep = async () =>
    (await admin.query<{ holder: string; started: Date; over: boolean }>(sql`
      select holder, started_at as started, finished_at is not null and lease_until is null as over from private.scheduled_jobs where name = 'sql upkeep'`))[0];
  const makeDocument = async (status: string) => {
    const [person, blob, id] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
    await admin.query(sql`insert into auth.users (id, email) values (${person}, ${`${person}@example.test`})`);
    await admin.query(sql`insert into private.blobs (id, owner_id, storage_key, stored_bytes, key_version, wrapped_key) values (${blob}, ${person}, ${`documents/${blob}`}, 1, 1, '\\x00')`);
    await admin.query(sql`insert into public.documents (id, user_id, title, file_name, file_path, mime_type, size_bytes, sha256, blob_id, status)
      values (${id}, ${person}, 'A paper', 'f', ${`${person}/f`}, 'application/pdf', 1, ${blob.replaceAll('-', '').repeat(2)}, ${blob}, ${status})`);
    return { person, id };
  };

  beforeAll(async () => {
    server = await startPostgres(cronSettings);
    admin = await openPostgresAdmin(server.adminUrl);
    await admin.exec('create extension pg_cron');
    await preparePostgres(server);
    // Neither superuser nor owner: it may use cron, and do what the service may.
    await admin.exec('create role docuvault_jobs login nosuperuser nobypassrls; grant usage on schema cron to docuvault_jobs; grant service_role to docuvault_jobs');
    jobs = await openPostgresAdmin(server.adminUrl.replace('postgres@', 'docuvault_jobs@'));
  });
  afterAll(async () => {
    await jobs.close();
    await admin.close();
    server.stop();
  });

  it('has the migrations schedule the upkeep, once, and no calls of functions that nobody configured', async () => {
    const names = ['docuvault run history', 'docuvault upkeep'];
    expect((await scheduledBy('postgres')).map((job) => job.jobname)).toEqual(names);
    expect(await admin.query(sql`select private.schedule_with_cron() as jobs`)).toEqual([{ jobs: 2 }]);
    expect((await scheduledBy('postgres')).map((job) => job.jobname)).toEqual(names);
    await admin.query(sql`select cron.schedule('another', '0 0 * * *', 'select 1')`);
    expect(await admin.query(sql`select private.unschedule_cron() as jobs`)).toEqual([{ jobs: 2 }]);
    expect((await scheduledBy('postgres')).map((job) => job.jobname)).toEqual(['another']);
  });

  it('schedules nothing under a role that pg_cron could not log in as', async () => {
    await admin.exec('grant usage on schema cron to service_role; set role service_role');
    await expect(admin.query(sql`select private.schedule_with_cron()`)).rejects.toThrow(/may not log in/);
    await admin.exec('reset role; revoke usage on schema cron from service_role');
  });

  it('runs the upkeep under a plain login, once, and the guide\'s monitoring as written', async () => {
    expect(await jobs.query(sql`select private.schedule_with_cron() as jobs`)).toEqual([{ jobs: 2 }]);
    await admin.exec("SELECT cron.schedule('system-health-check', '*/5 * * * *', 'SELECT monitor_system_health();');");
    // The clock is helped: every minute instead of every tenth and fifth.
    await admin.query(sql`update cron.job set schedule = '* * * * *' where jobname in ('docuvault upkeep', 'system-health-check')`);
    const { person, id } = await makeDocument('processing');
    await admin.query(sql`insert into public.idempotency_keys (user_id, key, function_name, request_hash, created_at) values (${person}, 'k', 'f', 'h', now() - interval '2 days')`);
    await admin.query(sql`insert into public.processing_queue (id, document_id, user_id, status, attempts, max_attempts, lease_until, lease_token)
      values (${crypto.randomUUID()}, ${id}, ${person}, 'processing', 5, 5, now() - interval '1 hour', ${crypto.randomUUID()})`);

    const runs = () => admin.query<{ jobname: string; username: string; status: string; said: string }>(sql`
      select j.jobname, d.username, d.status, d.return_message as said from cron.job_run_details d join cron.job j using (jobid) where d.end_time is not null order by j.jobname`);
    await until(async () => new Set((await runs()).map((run) => run.jobname)).size === 2);
    expect(await runs()).toEqual([
      expect.objectContaining({ jobname: 'docuvault upkeep', username: 'docuvault_jobs', status: 'succeeded' }),
      expect.objectContaining({ jobname: 'system-health-check', username: 'postgres', status: 'succeeded' }),
    ]);
    expect(await lastUpkeep()).toMatchObject({ holder: 'pg_cron', over: true });
    expect(await admin.query(sql`select 1 from public.idempotency_keys`)).toEqual([]);
    expect(await admin.query(sql`select status, failure_code as code from public.documents where id = ${id}`)).toEqual([{ status: 'failed', code: 'processing.worker_lost' }]);

    // The history of our runs is kept for a week; that of others is theirs.
    await admin.query(sql`update cron.job_run_details set end_time = now() - interval '8 days'`);
    const [history] = await admin.query<{ command: string }>(sql`select command from cron.job where jobname = 'docuvault run history' and username = 'docuvault_jobs'`);
    await jobs.exec(history!.command);
    expect((await runs()).map((run) => run.jobname)).toEqual(['system-health-check']);
  }, aMinute);

  it('leaves nothing for a worker to do again, and does nothing again after a worker', async () => {
    const before = await lastUpkeep();
    const home = newHome();
    const worker = await startWorkerProcess(home, { DATABASE_URL: server.appUrl, DATABASE_ADMIN_URL: server.adminUrl });
    // Its schedules look for the first time together, a minute after its start, in this order.
    await until(async () => (await admin.query(sql`select 1 from private.scheduled_jobs where name in ('upkeep', 'reminders', 'emergencies')`)).length >= 2);

    // An alert that the database raises is a warning of the worker that hears it.
    for (let i = 0; i < 11; i += 1) await makeDocument('failed');
    await admin.exec('select monitor_system_health()');
    await until(() => worker.log().includes('high_failure_rate'));
    expect(worker.log()).toMatch(/"level":"warn","message":"the database raises an alert".*\\"count\\" ?: 12/);
    expect(await worker.stop('SIGTERM')).toBe(0);
    removeHome(home);
    // Meanwhile a minute has passed, and cron has asked again as well.
    expect(await lastUpkeep()).toEqual(before);

    await admin.query(sql`update private.scheduled_jobs set started_at = now() - interval '2 hours' where name = 'sql upkeep'`);
    const askers = await Promise.all(Array.from({ length: 8 }, () => openPostgresAdmin(server.adminUrl)));
    const did = await Promise.all(askers.map((one, i) => (i % 2 ? one.query<{ did: boolean }>(sql`select private.run_sql_upkeep() as did`)
      : one.query<{ did: boolean }>(sql`select private.claim_scheduled('sql upkeep', 'a worker', interval '1 hour', interval '10 minutes') as did`))));
    expect(did.filter(([row]) => row!.did)).toHaveLength(1);
    await Promise.all(askers.map((one) => one.close()));
  }, aMinute);

  it('calls the functions where no worker runs, by the signature of pg_net', async () => {
    // pg_net is in no package of Debian: its function is played by one that writes down what it is asked, and the test sends it.
    await admin.exec(`create schema net; create table net.asked (id bigint generated always as identity, url text, headers jsonb, body jsonb);
      create function net.http_post(url text, body jsonb default '{}', params jsonb default '{}', headers jsonb default '{}', timeout_milliseconds integer default 5000)
        returns bigint language sql as $$ insert into net.asked (url, headers, body) values (url, headers, body) returning id $$`);
    const home = newHome();
    const api = await startProduct(home, { DATABASE_URL: server.appUrl, DATABASE_ADMIN_URL: server.adminUrl }, 'api');
    const { serviceRoleKey } = JSON.parse(readFileSync(join(home, 'secrets.json'), 'utf8')) as { serviceRoleKey: string };
    await admin.query(sql`insert into private.settings (key, value) values ('functions_url', ${`${api.url}/functions/v1/`}), ('functions_key', ${serviceRoleKey})`);
    expect(await jobs.query(sql`select private.schedule_with_cron() as jobs`)).toEqual([{ jobs: 3 }]);
    expect((await scheduledBy('docuvault_jobs')).map((job) => [job.jobname, job.schedule])).toEqual([
      ['docuvault functions', '* * * * *'], ['docuvault run history', '23 4 * * *'], ['docuvault upkeep', '*/10 * * * *']]);

    await admin.query(sql`update private.scheduled_jobs set started_at = clock_timestamp() where name = 'reminders'`);
    expect(await jobs.query(sql`select private.call_functions() as called`), 'a worker lives').toEqual([{ called: 0 }]);
    await admin.query(sql`update private.scheduled_jobs set started_at = now() - interval '1 hour', lease_until = null where name = 'reminders'`);
    expect(await jobs.query(sql`select private.call_functions() as called`), 'nothing is queued').toEqual([{ called: 1 }]);
    const { person, id } = await makeDocument('queued');
    await admin.query(sql`insert into public.processing_queue (id, document_id, user_id) values (${crypto.randomUUID()}, ${id}, ${person})`);
    expect(await jobs.query(sql`select private.call_functions() as called`)).toEqual([{ called: 2 }]);

    await admin.query(sql`insert into private.payments_to_end (provider, reference, reason) values ('stripe', 'sub_gone', 'account gone')`);
    expect(await jobs.query(sql`select private.call_functions() as called`)).toEqual([{ called: 3 }]);

    const asked = await admin.query<{ url: string; headers: Record<string, string>; body: unknown }>(sql`select url, headers, body from net.asked order by id`);
    expect(asked.map((one) => new URL(one.url).pathname)).toEqual(['/functions/v1/reminder-engine/run', '/functions/v1/reminder-engine/run', '/functions/v1/document-processor/run',
      '/functions/v1/reminder-engine/run', '/functions/v1/document-processor/run', '/functions/v1/subscription-manager/run']);
    for (const one of asked) expect((await fetch(one.url, { method: 'POST', headers: one.headers, body: JSON.stringify(one.body) })).status, one.url).toBe(200);
    await api.stop('SIGTERM');
    removeHome(home);

    await admin.query(sql`delete from private.settings where key = 'functions_url'`);
    expect(await jobs.query(sql`select private.schedule_with_cron() as jobs`)).toEqual([{ jobs: 2 }]);
    expect(await jobs.query(sql`select private.call_functions() as called`)).toEqual([{ called: 0 }]);
  });
});
