import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePdf, textAt } from '@docuvault/document-tools/testing/make-pdf.ts';
import { openPostgresAdmin } from '@docuvault/db/postgres/postgres-admin.ts';
import { missingPgbouncer, startPgbouncer } from '@docuvault/testing/pgbouncer.ts';
import { missingPostgres, startPostgres, type PostgresServer } from '@docuvault/testing/postgres.ts';
import { newHome, removeHome, settled, signUp, spawnProgram, startProduct, startWorkerProcess, uploadRaw, type Member, type Process, type Product, type Uploaded } from '@docuvault/testing/product.ts';

const missing = missingPostgres() ?? missingPgbouncer();
const invoice = (n: number) => Buffer.from(makePdf([textAt(60, 760, `Invoice number INV-${n} of Sharma Electricals, total 1${n}00.00 INR`)]));

const tokenOf = async (person: Member): Promise<string> => (await person.client.auth.getSession()).data.session!.access_token;

describe.skipIf(missing !== null)('API and worker as processes of their own, on PostgreSQL behind PgBouncer', () => {
  let server: PostgresServer;
  let bouncer: Awaited<ReturnType<typeof startPgbouncer>>;
  let home: string;
  let env: Record<string, string>;
  let apis: Product[];
  let asha: Member;
  const others: Process[] = [];
  const worker = async () => {
    const started = await startWorkerProcess(home, env);
    others.push(started);
    return started;
  };
  const upload = async (n: number): Promise<string> => ((await (await uploadRaw(asha, invoice(n), `invoice ${n}.pdf`)).json()) as Uploaded).document.id;

  beforeAll(async () => {
    server = await startPostgres();
    bouncer = await startPgbouncer(server, 6);
    home = newHome();
    env = { DATABASE_URL: bouncer.appUrl, DATABASE_DIRECT_URL: server.appUrl, DATABASE_ADMIN_URL: server.adminUrl, DEFAULT_TIER: 'business' };
    apis = await Promise.all([startProduct(home, env, 'api'), startProduct(home, env, 'api')]);
    asha = await signUp(apis[0]!);
  });
  afterAll(async () => {
    await Promise.all([...apis, ...others].map((one) => one.stop('SIGKILL')));
    bouncer.stop();
    server.stop();
    removeHome(home);
  });

  it('says why it does not start with a login that could pass by row level security', async () => {
    const refused = spawnProgram('api', home, { ...env, PORT: '0', DATABASE_URL: server.adminUrl });
    expect(await refused.exited).toBe(1);
    expect(refused.log()).toContain('superuser');
    expect(refused.log()).toContain('create role docuvault_app login noinherit');
    const homeless = spawnProgram('worker', home, { DATABASE_URL: '' });
    expect(await homeless.exited).toBe(1);
    expect(homeless.log()).toContain('DATABASE_URL');
  });

  it('tells the browser at one API what a worker has done with a paper sent to another', async () => {
    const events = await fetch(`${apis[1]!.url}/functions/v1/document-processor/events`, { headers: { authorization: `Bearer ${await tokenOf(asha)}` } });
    const reader = events.body!.pipeThrough(new TextDecoderStream()).getReader();
    let seen = '';
    const hear = async (what: string) => {
      while (!seen.includes(what)) {
        const { done, value } = await reader.read();
        if (done) throw new Error(`the stream ended before ${what}`);
        seen += value;
      }
    };
    await hear('listening');
    const id = await upload(1);
    await worker();
    await settled(asha, id);
    await hear(`"documentId":"${id}","status":"completed"`);
    await reader.cancel();
  });

  it('gives its jobs back when a worker is told to stop, and loses none when one is killed', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, (_, i) => upload(100 + i)));
    const second = await worker();
    const third = await worker();
    await third.stop('SIGKILL');
    expect(await second.stop('SIGTERM')).toBe(0);
    const admin = await openPostgresAdmin(server.adminUrl);
    const [held] = await admin.query<{ jobs: number }>(sql`select count(*) as jobs from public.processing_queue where status = 'processing' and worker like ${`%:${second.pid}`}`);
    expect(held!.jobs).toBe(0);
    // The killed one's leases run out by the clock; here the clock is helped.
    await admin.query(sql`update public.processing_queue set lease_until = now() - interval '1 second' where status = 'processing' and worker like ${`%:${third.pid}`}`);
    await worker();
    for (const id of ids) expect((await settled(asha, id)).status).toBe('completed');
    await admin.close();
  });

  it('counts calls for all API processes together', async () => {
    const remaining = async (api: Product) =>
      Number((await fetch(`${api.url}/functions/v1/documents`, { headers: { authorization: `Bearer ${await tokenOf(asha)}` } })).headers.get('ratelimit-remaining'));
    const first = await remaining(apis[0]!);
    expect(await remaining(apis[1]!)).toBe(first - 1);
    expect(await remaining(apis[0]!)).toBe(first - 2);
  });

  it('does the upkeep once for all workers', async () => {
    const admin = await openPostgresAdmin(server.adminUrl);
    await admin.query(sql`delete from private.scheduled_jobs`);
    const claims = await Promise.all(Array.from({ length: 8 }, async (_, i) => {
      const one = await openPostgresAdmin(server.adminUrl);
      const [row] = await one.query<{ mine: boolean }>(sql`select private.claim_scheduled('upkeep', ${`w${i}`}, interval '1 hour', interval '10 minutes') as mine`);
      await one.close();
      return row!.mine;
    }));
    expect(claims.filter(Boolean)).toHaveLength(1);
    await admin.query(sql`update private.scheduled_jobs set lease_until = now() - interval '1 second', started_at = now() - interval '2 hours'`);
    const [again] = await admin.query<{ mine: boolean }>(sql`select private.claim_scheduled('upkeep', 'another', interval '1 hour', interval '10 minutes') as mine`);
    expect(again!.mine, 'after its worker has died').toBe(true);
    await admin.close();
  });

  it('loses no request while one API process after the other is restarted', async () => {
    const token = await tokenOf(asha);
    let stop = false;
    const failures: string[] = [];
    let asked = 0;
    // As a load balancer does with a GET: an API that does not take the connection is passed over, also one whose listener closed
    // while the connection still waited in the system's queue, which the system resets.
    const ask = async () => {
      while (!stop) {
        let served = false;
        // The second round is for whoever went through the list just before a restarted API took its place in it.
        for (const at of [0, 1, 0, 1]) {
          const api = apis[at]!;
          const answer = await fetch(`${api.url}/functions/v1/documents?limit=1`, { headers: { authorization: `Bearer ${token}`, connection: 'close' } }).catch((error: unknown) =>
            ['ECONNREFUSED', 'ECONNRESET'].includes((error as { cause?: { code?: string } }).cause?.code ?? '') ? null : Promise.reject(error as Error));
          if (!answer) continue;
          served = true;
          if (answer.status !== 200) failures.push(String(answer.status));
          await answer.arrayBuffer();
          break;
        }
        if (!served) failures.push('nobody listens');
        asked += 1;
      }
    };
    const asking = Promise.all(Array.from({ length: 4 }, () => ask().catch((error: unknown) => failures.push(`${String(error)}: ${String((error as Error).cause)}`))));
    for (const at of [0, 1]) {
      expect(await apis[at]!.stop('SIGTERM')).toBe(0);
      apis[at] = await startProduct(home, env, 'api');
    }
    stop = true;
    await asking;
    expect(failures).toEqual([]);
    expect(asked).toBeGreaterThan(20);
  });
});
