import { hostname } from 'node:os';
import sql from 'sql-template-tag';
import type { Logger } from '@docuvault/core/logger.ts';
import type { Database } from '@docuvault/db/types.ts';
import { every } from './every.ts';

/** Runs `work` every `intervalMs`, in one process of the cluster each time. Returns how to stop, which waits for a run under way. */
export type Schedule = (name: string, intervalMs: number, work: () => Promise<void>) => () => Promise<void>;

const lookMs = 60_000;
const leaseMs = 10 * 60_000;
const background = { priority: 'background' } as const;

/**
 * A schedule that the processes on one database share: each looks once a minute, and the database lets one of them have a
 * job that is due. A process that dies in the middle loses its lease and another takes the job up. `alone` is for the
 * process that knows itself to be the only one: it runs everything once soon after its start.
 */
export const createSchedule = (db: Database, log: Logger, alone: boolean): Schedule => {
  const holder = `${hostname()}:${process.pid}`;
  return (name, intervalMs, work) => {
    let first = alone;
    const claim = async (): Promise<boolean> => {
      const dueMs = first ? 0 : intervalMs;
      const [row] = await db.asService('claim a scheduled job', (tx) =>
        tx.query<{ mine: boolean }>(sql`
          select private.claim_scheduled(${name}, ${holder}, ${`${dueMs} milliseconds`}::interval, ${`${alone ? 0 : leaseMs} milliseconds`}::interval) as mine`), background);
      first = false;
      return row!.mine;
    };
    const renew = () =>
      db.asService('renew a scheduled job', (tx) => tx.query(sql`
        update private.scheduled_jobs set lease_until = clock_timestamp() + ${`${leaseMs} milliseconds`}::interval where name = ${name} and holder = ${holder}`), background);
    const finish = (error: string | null) =>
      db.asService('end a scheduled job', (tx) => tx.query(sql`
        update private.scheduled_jobs set lease_until = null, finished_at = clock_timestamp(), last_error = ${error} where name = ${name} and holder = ${holder}`), background);
    return every(name, Math.min(lookMs, intervalMs), log, async () => {
      if (!(await claim())) return;
      const renewal = setInterval(() => {
        renew().catch(() => undefined);
      }, leaseMs / 3);
      try {
        await work();
        await finish(null);
      } catch (error) {
        await finish(error instanceof Error ? error.message.slice(0, 500) : 'failed').catch(() => undefined);
        throw error;
      } finally {
        clearInterval(renewal);
      }
    });
  };
};
