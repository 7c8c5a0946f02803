import { DatabaseError } from './errors.ts';

/** Rolled back whole by the server because of what others did at the same time: it may simply be run again. */
const passing = new Set(['40001', '40P01']);
const attempts = 4;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs a transaction, and again after a serialisation failure or a deadlock: at most four times, after growing random waits. */
export const retryConflicts = async <T>(run: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof DatabaseError) || !passing.has(error.sqlState) || attempt === attempts) throw error;
      await pause(Math.random() * 20 * 2 ** attempt);
    }
  }
};
