import type { Deps } from '../context.ts';
import type { Analyse } from './analyse.ts';
import type { Job } from './queue.repository.ts';

/** What working on one job needs: the vault, the job, and when to let go of it. */
export type Work = {
  deps: Deps;
  job: Job;
  /** Aborted when the processor stops or the lease is lost. */
  signal: AbortSignal;
  analyse: Analyse;
  pace: Pace;
};

/** How often things are stored, indexed and given up, in milliseconds of work or in pages. */
export type Pace = {
  /** Pages read so far are stored at least this often. */
  storeEveryMs: number;
  /** A long document's first pages become searchable after this many pages, later ones as the number grows by a quarter, or after `indexEveryMs`. */
  indexEveryPages: number;
  indexEveryMs: number;
  /** After this long a job lets one pass that has never been begun, and after `longSliceMs` any other. */
  sliceMs: number;
  longSliceMs: number;
  /** While documents are read, one is embedded at least this often; when none is, so long after the last. */
  embedEveryMs: number;
  embedAfterMs: number;
};

export const usualPace: Pace = { storeEveryMs: 2_000, indexEveryPages: 10, indexEveryMs: 15_000, sliceMs: 2_000, longSliceMs: 20_000, embedEveryMs: 700, embedAfterMs: 20 };

/** Processing writes pass behind what people wait for. */
export const background = { priority: 'background', timeoutMs: 60_000 } as const;

/** The promise, or a rejection as soon as the signal is aborted; the work goes on unheard then. */
export const unlessAborted = <T>(signal: AbortSignal, promise: Promise<T>): Promise<T> => {
  promise.catch(() => undefined);
  return new Promise((resolve, reject) => {
    const abort = () => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) {
      abort();
      return;
    }
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', abort);
    });
  });
};
