import type { Logger } from '@docuvault/core/logger.ts';

/** Runs `work` first after `firstAfterMs`, then again and again, `intervalMs` after the last run ended. A failure is logged and the next run comes. Returns how to stop, which waits for a run under way. */
export const every = (name: string, intervalMs: number, log: Logger, work: () => Promise<void>, firstAfterMs = intervalMs): (() => Promise<void>) => {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const run = () => {
    running = work()
      .catch((error: unknown) => {
        log.error('scheduled work failed', { name, cause: error instanceof Error ? error.message : String(error) });
      })
      .finally(() => {
        if (!stopped) schedule(intervalMs);
      });
  };
  const schedule = (afterMs: number) => {
    timer = setTimeout(run, afterMs);
    timer.unref();
  };
  schedule(firstAfterMs);
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
};
