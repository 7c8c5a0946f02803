import type { Logger } from '@docuvault/core/logger.ts';
import type { Database } from '@docuvault/db/types.ts';

/** Whoever may log in to the database may notify: what is longer than an alert of ours is cut. */
const longest = 1_000;

/** Logs what the database raises on `system_alert` (the guide's monitoring) as a warning. Returns how to stop. */
export const hearAlerts = (db: Pick<Database, 'listen'>, log: Logger): (() => Promise<void>) => {
  const listening = db.listen('system_alert', (payload) => {
    log.warn('the database raises an alert', { alert: payload.slice(0, longest) });
  });
  listening.catch((error: unknown) => {
    log.warn('alerts of the database are not heard', { reason: error instanceof Error ? error.message : String(error) });
  });
  return async () => {
    await listening.then((stop) => stop(), () => undefined);
  };
};
