import { createSharedWindow, withLocalFallback } from '@docuvault/api/shared-window.ts';
import { createSlidingWindow } from '@docuvault/api/sliding-window.ts';
import { systemClock } from '@docuvault/core/clock.ts';
import type { Logger } from '@docuvault/core/logger.ts';
import type { RateLimiter } from '@docuvault/core/rate-limiter.ts';
import type { Database } from '@docuvault/db/types.ts';
import type { Config } from './config.ts';

/** The sliding hour: in this process where it is the only one, else in the database that all processes share. */
export const createLimiter = (config: Config, db: Database, log: Logger): RateLimiter => {
  const local = createSlidingWindow(systemClock);
  if (!config.databaseUrl) return local;
  return withLocalFallback(createSharedWindow(db, systemClock), local, systemClock, (reason) => {
    log.warn('limits are counted by this process alone', { reason });
  });
};
