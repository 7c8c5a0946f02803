import { missingPostgres, startPostgres } from '@docuvault/testing/postgres.ts';
import { newHome, removeHome, startProduct, startWorkerProcess, type Process } from '@docuvault/testing/product.ts';
import { missingRedis, startRedis } from '@docuvault/testing/redis.ts';
import { tally, type Fault } from './fault.ts';
import { openLedger, pause } from './ledger.ts';

/** Redis is killed and started again and again; nobody may notice but the health check. */
export const redisGone: Fault = {
  name: 'Redis killed and back',
  missing: () => missingRedis() ?? missingPostgres(),
  run: async (scale) => {
    const [postgres, redis] = [await startPostgres(['fsync=on']), await startRedis()];
    const home = newHome();
    const env = { DATABASE_URL: postgres.appUrl, DATABASE_ADMIN_URL: postgres.adminUrl, REDIS_URL: redis.url, DEFAULT_TIER: 'business' };
    const started: Pick<Process, 'stop'>[] = [];
    try {
      const apis = await Promise.all([startProduct(home, env, 'api'), startProduct(home, env, 'api')]);
      started.push(...apis, await startWorkerProcess(home, env));
      const ledger = await openLedger(apis[0]!, 4);
      const wrong: string[] = [];
      const health = async () => ((await (await fetch(`${apis[0]!.url}/functions/v1/health-check`)).json()) as { status: string }).status;
      const until = async (status: string) => {
        for (const began = performance.now(); (await health()) !== status; await pause(50)) {
          if (performance.now() - began > 20_000) {
            wrong.push(`the health check does not say ${status}`);
            return;
          }
        }
      };
      let stop = false;
      const sending = ledger.keepSending((attempt) => apis[attempt % 2]!.url, () => stop, 300);
      const rounds = Math.ceil(10 * scale);
      for (let round = 0; round < rounds; round++) {
        await redis.stop();
        await until('degraded');
        await pause(1_500);
        await redis.start();
        await until('healthy');
      }
      stop = true;
      await sending;
      const refused = [...ledger.answers].filter(([how]) => how !== '201');
      if (refused.length > 0) wrong.push(`uploads felt it: ${tally(new Map(refused))}`);
      return { ...(await ledger.verify(apis[0]!.url)), done: `${rounds} × killed and started`, seen: `uploads: ${tally(ledger.answers)}; the health check said degraded and healthy each time`, wrong };
    } finally {
      await Promise.all(started.map((one) => one.stop('SIGKILL')));
      await redis.stop();
      postgres.stop();
      removeHome(home);
    }
  },
};
