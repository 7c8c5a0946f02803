import type { Deps } from '../context.ts';
import { analyseHere, type Analyse } from './analyse.ts';
import { embedDocument, firstPassages } from './embed-document.ts';
import { createLane, type Lane } from './lane.ts';
import { firstHousehold, readDocument } from './read-document.ts';
import { reclaimJobs } from './queue.repository.ts';
import { background, usualPace, type Pace } from './work.ts';

export type ProcessorOptions = {
  /** Name of this worker, for operators. */
  worker: string;
  /** Documents read at a time. Default 2, so that a long one does not hold up a short one. */
  readers?: number;
  /** Documents embedded at a time. Default 1. */
  embedders?: number;
  /** True where this process is the only worker there can be: jobs of a process that was killed are taken up at once. */
  alone?: boolean;
  /** How often the queue is looked at without being told. Default 5,000. */
  pollMs?: number;
  /** A job whose worker has not been heard of for this long is another's. Default 60,000. */
  leaseMs?: number;
  analyse?: Analyse;
  pace?: Partial<Pace>;
};

export type Processor = {
  /** Begins to take jobs, after taking back those of workers that died. */
  start(): Promise<void>;
  /** Takes no more jobs, gives back those at work with what they have read, and resolves when all is put down. */
  stop(): Promise<void>;
  /** There may be work: look now. */
  wake(): void;
  /** Takes up to `limit` jobs off the queue, one after another, and resolves to how many were done. */
  runOnce(limit?: number): Promise<number>;
};

/** Works through the queue of documents: reading in one lane, embedding in another, so that neither waits for the other. */
export const createProcessor = (deps: Deps, options: ProcessorOptions): Processor => {
  const leaseMs = options.leaseMs ?? 60_000;
  const common = { deps, worker: options.worker, leaseMs, analyse: options.analyse ?? analyseHere, pace: { ...usualPace, ...options.pace } };
  let embeddedAt = 0;
  let lookAgain: NodeJS.Timeout | undefined;
  // Embedding takes more of the machine than reading; while papers come in by the dozen, those behind wait for words, not for meaning.
  const mayEmbed = (): boolean => {
    // A clock that was set back is as good a reason as time that has passed.
    if (!reading.busy() || Math.abs(deps.clock.now().getTime() - embeddedAt) >= common.pace.embedEveryMs) return true;
    clearTimeout(lookAgain);
    lookAgain = setTimeout(() => { embedding.wake(); }, common.pace.embedEveryMs).unref();
    return false;
  };
  const embedding: Lane = createLane({
    ...common, kind: 'embed', slots: options.embedders ?? 1, prepare: firstPassages, after: () => undefined,
    mayBegin: mayEmbed,
    run: (work) => {
      embeddedAt = deps.clock.now().getTime();
      return embedDocument(work);
    },
  });
  const reading: Lane = createLane({
    ...common, kind: 'process', slots: options.readers ?? 2, prepare: firstHousehold, run: readDocument,
    after: () => {
      // The next document is claimed first, where there is one.
      setTimeout(() => { embedding.wake(); }, common.pace.embedAfterMs).unref();
    },
  });
  const lanes = [reading, embedding];
  const timers: NodeJS.Timeout[] = [];
  let unlisten: (() => Promise<void>) | null = null;

  const wake = () => {
    for (const lane of lanes) lane.wake();
  };
  const guarded = (what: string, work: () => Promise<unknown>) => () => {
    work().catch((error: unknown) => {
      deps.log.error(`${what} failed`, { reason: error instanceof Error ? error.message : String(error) });
    });
  };
  const reclaim = async (everything: boolean) => {
    const freed = await deps.db.asService('take back jobs of dead workers', (tx) => reclaimJobs(tx, deps.clock.now(), everything), background);
    if (freed > 0) {
      deps.log.warn('jobs of dead workers were taken back', { freed });
      wake();
    }
  };
  const renew = () => Promise.all(lanes.map((lane) => lane.renew()));
  const every = (ms: number, what: string, work: () => Promise<unknown>) => {
    const timer = setInterval(guarded(what, work), ms);
    timer.unref();
    timers.push(timer);
  };

  return {
    wake,
    start: async () => {
      await reclaim(options.alone ?? false);
      for (const lane of lanes) lane.open();
      unlisten = await deps.db.listen('processing_queue', (jobId) => {
        reading.hear(jobId);
      });
      every(options.pollMs ?? 5_000, 'polling the queue', () => {
        wake();
        return Promise.resolve();
      });
      // Its own leases first: after a leap of the clock they have run out, and nobody is dead.
      every(leaseMs / 2, 'taking back jobs', async () => {
        await renew();
        await reclaim(false);
      });
      every(leaseMs / 4, 'renewing leases', renew);
      wake();
    },
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      timers.length = 0;
      clearTimeout(lookAgain);
      await Promise.all(lanes.map((lane) => lane.close()));
      await unlisten?.();
      unlisten = null;
    },
    runOnce: async (limit = Number.POSITIVE_INFINITY) => {
      await reclaim(false);
      const renewal = setInterval(guarded('renewing leases', renew), leaseMs / 4);
      try {
        let done = 0;
        for (let found = true; found && done < limit; ) {
          found = false;
          for (const lane of lanes) {
            if (done < limit && (await lane.takeOne())) {
              done += 1;
              found = true;
            }
          }
        }
        return done;
      } finally {
        clearInterval(renewal);
      }
    },
  };
};
