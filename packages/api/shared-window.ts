import sql from 'sql-template-tag';
import type { Clock } from '@docuvault/core/clock.ts';
import type { RateLimiter } from '@docuvault/core/rate-limiter.ts';
import type { Database } from '@docuvault/db/types.ts';
import { rateState, type WindowState } from './sliding-window.ts';

const bucketMs = 60_000;

/** The same sliding hour as `createSlidingWindow`, kept in the database: it holds for all processes together. */
export const createSharedWindow = (db: Database, clock: Clock): RateLimiter => ({
  take: async (subject, functionName, limit, { counted } = { counted: true }) => {
    const now = clock.now().getTime();
    const [taken] = await db.asService('count a call in the sliding hour', (tx) =>
      tx.query<WindowState>(sql`
        select * from private.take_rate(${`${subject} ${functionName}`.slice(0, 300)}, ${Math.floor(now / bucketMs)}::bigint, ${limit}::integer, ${counted})`), { timeoutMs: 2_000 });
    return rateState(taken!, limit, now);
  },
});

const mistrustMs = 5_000;

/**
 * Asks the shared limiter, and counts in this process while it does not answer: a limiter that is down lets nobody in
 * without limit, and refuses nobody for its own sake. `onLost` hears of it, at most once in five seconds.
 */
export const withLocalFallback = (shared: RateLimiter, local: RateLimiter, clock: Clock, onLost: (reason: string) => void): RateLimiter => {
  let mistrustedUntil = 0;
  return {
    take: async (...call) => {
      if (clock.now().getTime() < mistrustedUntil) return local.take(...call);
      try {
        return await shared.take(...call);
      } catch (error) {
        mistrustedUntil = clock.now().getTime() + mistrustMs;
        onLost(error instanceof Error ? error.message : String(error));
        return local.take(...call);
      }
    },
  };
};
