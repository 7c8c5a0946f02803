import type { Logger } from '@docuvault/core/logger.ts';

/** Runs `work` again and again, `intervalMs` after the last run ended. A failure is logged and the next run comes. Returns how to stop, which waits for a run under way. */
export const every = (name: string, intervalMs: number, log: Logger, work: () => Promise<void>): (() => Promise<void>) => {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const run = () => {
    running = work()
      .catch((error: unknown) => {
        log.error('scheduled work failed', { name, cause: error instanceof Error ? error.message : String(error) });
      })
      .finally(() => {
        if (!stopped) schedule();
      });
  };
  const schedule = () => {
    timer = setTimeout(run, intervalMs);
    timer.unref();
  };
  schedule();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
};
