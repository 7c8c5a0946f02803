import sql from 'sql-template-tag';
import { openPostgresAdmin } from '@docuvault/db/postgres/postgres-admin.ts';
import { missingPostgres, startPostgres } from '@docuvault/testing/postgres.ts';
import { newHome, removeHome, startProduct, startWorkerProcess, type Process } from '@docuvault/testing/product.ts';
import { tally, type Fault } from './fault.ts';
import { openLedger, pause } from './ledger.ts';

const papersARound = 6;

/** A worker is halted in mid-work until its leases are another's, and then goes on with what it had in hand. */
export const twoWorkers: Fault = {
  name: 'two workers on one job: one is halted past its lease and goes on when another has done the work',
  missing: missingPostgres,
  run: async (scale) => {
    const postgres = await startPostgres(['fsync=on']);
    const home = newHome();
    const env = { DATABASE_URL: postgres.appUrl, DATABASE_ADMIN_URL: postgres.adminUrl, RATE_LIMITS: 'off', DEFAULT_TIER: 'business' };
    const started: Pick<Process, 'stop'>[] = [];
    try {
      const api = await startProduct(home, env, 'api');
      started.push(api);
      const admin = await openPostgresAdmin(postgres.adminUrl);
      const ledger = await openLedger(api, 1);
      const rounds = Math.ceil(10 * scale);
      let shared = 0;
      for (let round = 0; round < rounds; round++) {
        const slow = await startWorkerProcess(home, env);
        started.push(slow);
        await Promise.all(Array.from({ length: papersARound }, (_, i) => ledger.send(api.url, 0, round * papersARound + i + 1)));
        const held = () => admin.query<{ id: string }>(sql`select id from public.processing_queue where status = 'processing' and worker like ${`%:${slow.pid}`}`);
        while ((await held()).length === 0) await pause(5);
        process.kill(slow.pid, 'SIGSTOP');
        shared += (await held()).length;
        // The lease runs out by the clock; here the clock is helped.
        await admin.query(sql`update public.processing_queue set lease_until = now() - interval '1 second' where status = 'processing'`);
        const other = await startWorkerProcess(home, env);
        started.push(other);
        await ledger.verify(api.url);
        process.kill(slow.pid, 'SIGCONT');
        await ledger.send(api.url, 0, 10_000 + round);
        await ledger.verify(api.url);
        await Promise.all([slow.stop(), other.stop()]);
      }
      const verdict = await ledger.verify(api.url);
      const [doubles] = await admin.query<{ jobs: number; passages: number; activity: number; notices: number }>(sql`
        select (select count(*)::integer from public.processing_queue where status <> 'completed') as jobs,
          (select count(*)::integer from (select document_id, ordinal from public.document_embeddings group by 1, 2 having count(*) > 1) a) as passages,
          (select count(*)::integer from (select document_id, action from public.document_activity group by 1, 2 having count(*) > 1) a) as activity,
          (select count(*)::integer from (select user_id, title, body from public.notifications group by 1, 2, 3 having count(*) > 1) a) as notices`);
      await admin.close();
      const { jobs, ...twice } = doubles!;
      return {
        ...verdict,
        done: `${rounds} × halted, ${shared} jobs in two hands`,
        seen: `uploads: ${tally(ledger.answers)}`,
        wrong: [...(jobs > 0 ? [`${jobs} jobs were not worked off`] : []), ...Object.entries(twice).filter(([, n]) => n > 0).map(([what, n]) => `${n} ${what} twice`)],
      };
    } finally {
      await Promise.all(started.map((one) => one.stop('SIGKILL')));
      postgres.stop();
      removeHome(home);
    }
  },
};
