import sql from 'sql-template-tag';
import type { Clock } from '@docuvault/core/clock.ts';
import type { Database } from './types.ts';

const askAgainMs = 30_000;
/** An answer that took longer than this says too little about when it was true. */
const slowestMs = 1_000;

/**
 * The database's time, as one clock for all processes on it: leases, limits and tokens agree, whatever the clock of one
 * machine says or does. Between two looks at the database time goes on by this process's monotonic clock, which nobody sets.
 * Throws when the database cannot be asked at the start; later it goes on by what it knows. `close` ends its asking.
 */
export const openDatabaseClock = async (db: Database): Promise<Clock & { close(): void }> => {
  /** The database's time at the zero of `performance.now()`. */
  let origin = 0;
  const look = async (): Promise<void> => {
    const asked = performance.now();
    const [row] = await db.asService('the time of the database', (tx) => tx.query<{ at: number }>(sql`select extract(epoch from clock_timestamp()) * 1000 as at`));
    const answered = performance.now();
    const found = Number(row!.at) - (asked + answered) / 2;
    if (origin === 0 || answered - asked <= slowestMs || Math.abs(found - origin) > answered - asked) origin = found;
  };
  await look();
  const timer = setInterval(() => {
    look().catch(() => undefined);
  }, askAgainMs);
  timer.unref();
  return {
    now: () => new Date(origin + performance.now()),
    close: () => {
      clearInterval(timer);
    },
  };
};
