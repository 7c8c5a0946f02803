import sql from 'sql-template-tag';
import { openPostgresAdmin } from '@docuvault/db/postgres/postgres-admin.ts';
import { missingPostgres, startPostgres } from '@docuvault/testing/postgres.ts';
import { newHome, removeHome, startProduct, startWorkerProcess, type Process, type Product } from '@docuvault/testing/product.ts';
import { tally, type Fault } from './fault.ts';
import { openLedger, pause } from './ledger.ts';

/** API, worker and database are killed in turn, by kill -9, while four people send papers. */
export const killCluster: Fault = {
  name: 'kill -9 of API, worker and database in turn, under load',
  missing: missingPostgres,
  run: async (scale) => {
    const postgres = await startPostgres(['fsync=on']);
    const home = newHome();
    const env = { DATABASE_URL: postgres.appUrl, DATABASE_ADMIN_URL: postgres.adminUrl, RATE_LIMITS: 'off', DEFAULT_TIER: 'business' };
    const apis: Product[] = [];
    const workers: Process[] = [];
    try {
      apis.push(...(await Promise.all([startProduct(home, env, 'api'), startProduct(home, env, 'api')])));
      workers.push(...(await Promise.all([startWorkerProcess(home, env), startWorkerProcess(home, env)])));
      const ledger = await openLedger(apis[0]!, 4);
      const kills = { api: 0, worker: 0, database: 0 };
      let stop = false;
      const sending = ledger.keepSending((attempt) => apis[attempt % 2]!.url, () => stop, 700);
      for (let turn = 0; turn < Math.ceil(30 * scale); turn++) {
        await pause(1_500);
        const at = Math.floor(turn / 3) % 2;
        if (turn % 3 === 0) {
          await apis[at]!.stop('SIGKILL');
          apis[at] = await startProduct(home, env, 'api');
          kills.api += 1;
        } else if (turn % 3 === 1) {
          await workers[at]!.stop('SIGKILL');
          workers[at] = await startWorkerProcess(home, env);
          kills.worker += 1;
        } else {
          await postgres.kill();
          postgres.restart('crash');
          kills.database += 1;
        }
      }
      stop = true;
      await sending;
      // Leases of killed workers run out within a minute, and nobody helps them here.
      const verdict = await ledger.verify(apis[0]!.url);
      const admin = await openPostgresAdmin(postgres.adminUrl);
      const [jobs] = await admin.query<{ open: number; twice: number }>(sql`
        select count(*) filter (where status in ('queued', 'processing'))::integer as open, (count(*) - count(distinct document_id))::integer as twice from public.processing_queue`);
      await admin.close();
      return {
        ...verdict,
        done: `${kills.api} × API, ${kills.worker} × worker, ${kills.database} × database, all its processes`,
        seen: `uploads: ${tally(ledger.answers)}`,
        wrong: [...(jobs!.open > 0 ? [`${jobs!.open} jobs were not worked off`] : []), ...(jobs!.twice > 0 ? [`${jobs!.twice} jobs too many`] : [])],
      };
    } finally {
      await Promise.all([...apis, ...workers].map((one) => one.stop('SIGKILL')));
      postgres.stop();
      removeHome(home);
    }
  },
};
