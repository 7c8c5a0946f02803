import { createSharedWindow, withLocalFallback } from '@docuvault/api/shared-window.ts';
import { createSlidingWindow, rateState } from '@docuvault/api/sliding-window.ts';
import type { Clock } from '@docuvault/core/clock.ts';
import type { Logger } from '@docuvault/core/logger.ts';
import type { RateLimiter } from '@docuvault/core/rate-limiter.ts';
import type { Database } from '@docuvault/db/types.ts';
import { createRedisLimiter } from '@docuvault/redis/redis-limiter.ts';
import type { RedisLink } from '@docuvault/redis/redis-link.ts';
import type { Config } from './config.ts';

/** The sliding hour: in Redis, else in the database that all processes share, else in this process, the only one. */
export const createLimiter = (config: Config, db: Database, clock: Clock, redis: RedisLink | null, log: Logger): RateLimiter => {
  const local = createSlidingWindow(clock);
  if (!config.databaseUrl && !redis) return local;
  const shared = redis ? createRedisLimiter(redis, clock, rateState) : createSharedWindow(db, clock);
  return withLocalFallback(shared, local, clock, (reason) => {
    log.warn('limits are counted by this process alone', { reason });
  });
};
