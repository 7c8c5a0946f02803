import type { Analyse } from './analyse.ts';
import { backoffMs, failureOf, isOutage } from './failures.ts';
import type { Deps } from '../context.ts';
import type { Tx } from '@docuvault/db/types.ts';
import { indexUnread } from '../search-engine/index-text.ts';
import { claimJob, failJob, giveBack, LeaseLost, renewLeases, retryLater, type Job, type JobKind } from './queue.repository.ts';
import { background, type Pace, type Work } from './work.ts';

export type LaneOptions = {
  deps: Deps;
  worker: string;
  leaseMs: number;
  analyse: Analyse;
  pace: Pace;
  kind: JobKind;
  /** Jobs at work at a time. */
  slots: number;
  /** Works a job off. `again`: there is more of it, or of others, to be claimed. */
  run: (work: Work) => Promise<'done' | 'again'>;
  /** What the work needs first, fetched with the claim to save a round trip. */
  prepare?: (tx: Tx, job: Job) => Promise<void>;
  /** Whether a job may be begun now; asked each time before one is claimed by a woken lane. */
  mayBegin?: () => boolean;
  /** Called when a job has been put down, however it went. */
  after: () => void;
};

export type Lane = {
  open(): void;
  /** Ends with every job given back. */
  close(): Promise<void>;
  wake(): void;
  /** A job was queued, as NOTIFY tells; one that was claimed already is no reason to look again. */
  hear(jobId: string): void;
  /** True while jobs are at work. */
  busy(): boolean;
  renew(): Promise<void>;
  /** Claims one job and works it off; false when there is none. */
  takeOne(): Promise<boolean>;
};

/** The reason of an abort when the processor stops. */
class Stopping extends Error {}

/** A job put off because of an outage is tried again after this long, and so is telling the database of it. */
const afterOutageMs = 5_000;
const askAgainMs = 500;
/** Outages in a row that do not count against a job; after that the job may be what makes them. */
const outagesForgiven = 50;

/** Jobs that are remembered until NOTIFY tells of them, or they are claimed. */
const remembered = 1_000;
const nobody = '00000000-0000-0000-0000-000000000000';

/** Takes jobs of one kind, `slots` at a time, and settles each: done, put off, given back or dead. */
export const createLane = (options: LaneOptions): Lane => {
  const { deps, leaseMs } = options;
  const atWork = new Map<string, { controller: AbortController; ended: Promise<void> }>();
  let isOpen = false;
  let pumping = false;
  let again = false;
  /** Jobs that NOTIFY told of while the queue was looked at, and that were not found in it yet. */
  const news = new Set<string>();
  /** True when the last look left nothing to be found and nobody has called since: then the end of a job is no reason to look again. */
  let isDry = false;
  let lastOwner = nobody;
  /** Jobs claimed before NOTIFY told of them, and the other way round; each telling stands for one claim. */
  const claimed = new Set<string>();
  const outages = new Map<string, number>();
  const heard = new Set<string>();

  const remember = (set: Set<string>, jobId: string) => {
    set.add(jobId);
    if (set.size > remembered) set.delete(set.values().next().value!);
  };
  const claim = async (): Promise<Job | null> => {
    const now = deps.clock.now();
    isDry = false;
    const job = await deps.db.asService('claim a job', async (tx) => {
      const found = await claimJob(tx, { kind: options.kind, token: crypto.randomUUID(), worker: options.worker, now, leaseUntil: new Date(now.getTime() + leaseMs), lastOwner });
      if (found) await options.prepare?.(tx, found);
      return found;
    }, background);
    if (job) {
      lastOwner = job.userId;
      news.delete(job.id);
      if (!heard.delete(job.id)) remember(claimed, job.id);
    }
    isDry = !job?.othersWait && !again && news.size === 0;
    return job;
  };

  const settle = async (job: Job, error: unknown): Promise<void> => {
    const now = deps.clock.now();
    if (error instanceof LeaseLost) return;
    if (error instanceof Stopping) {
      await deps.db.asService('give a job back', (tx) => giveBack(tx, job, now, now));
      return;
    }
    if (isOutage(error) && (outages.get(job.id) ?? 0) < outagesForgiven) {
      await deps.db.asService('give a job back', (tx) => giveBack(tx, job, new Date(now.getTime() + afterOutageMs), now), background);
      outages.set(job.id, (outages.get(job.id) ?? 0) + 1);
      if (outages.size > remembered) outages.delete(outages.keys().next().value!);
      return;
    }
    const failure = failureOf(error);
    const facts = { documentId: job.documentId, kind: job.kind, attempt: job.attempts, code: failure.code, cause: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
    if (failure.retryable && job.attempts < job.maxAttempts) {
      deps.log.warn('a job is put off', facts);
      const runAt = new Date(now.getTime() + backoffMs(job.attempts, Math.random()));
      await deps.db.asService('put a job off', (tx) => retryLater(tx, job, failure.code, runAt, now), background);
      return;
    }
    deps.log.warn('a job has failed', facts);
    await deps.db.asService('a job has failed', async (tx) => {
      await failJob(tx, job, failure, now);
      await indexUnread(tx, job.documentId);
    }, background);
  };

  /** Settles as soon as the database answers again, while the lease may still be this worker's; after that another takes the job up. */
  const settleWhenHeard = async (job: Job, error: unknown): Promise<void> => {
    const until = deps.clock.now().getTime() + leaseMs;
    for (;;) {
      try {
        await settle(job, error);
        return;
      } catch (failure) {
        if (failure instanceof LeaseLost) return;
        if (isOutage(failure) && isOpen && deps.clock.now().getTime() < until) {
          await new Promise((resolve) => setTimeout(resolve, askAgainMs));
          continue;
        }
        deps.log.error('a job could not be settled; its lease will run out', { reason: failure instanceof Error ? failure.message : String(failure) });
        return;
      }
    }
  };

  const work = async (job: Job, controller: AbortController): Promise<void> => {
    try {
      const ended = await options.run({ deps, job, signal: controller.signal, analyse: options.analyse, pace: options.pace });
      outages.delete(job.id);
      if (ended === 'again') isDry = false;
    } catch (error) {
      // An abort shows up as whatever it interrupted; its reason is what counts.
      await settleWhenHeard(job, controller.signal.aborted ? controller.signal.reason : error);
    }
  };

  const begin = (job: Job): Promise<void> => {
    const controller = new AbortController();
    const ended = work(job, controller).finally(() => {
      atWork.delete(job.token);
      options.after();
    });
    atWork.set(job.token, { controller, ended });
    return ended;
  };

  const pump = async (): Promise<void> => {
    if (pumping) {
      again = true;
      return;
    }
    pumping = true;
    try {
      do {
        again = false;
        news.clear();
        while (isOpen && atWork.size < options.slots && (options.mayBegin?.() ?? true)) {
          const job = await claim();
          if (!job) break;
          void begin(job).then(() => {
            if (!isDry) wake();
          });
          if (!job.othersWait) break;
        }
      } while ((again || news.size > 0) && isOpen && atWork.size < options.slots);
    } catch (error) {
      deps.log.error('claiming a job failed', { kind: options.kind, reason: error instanceof Error ? error.message : String(error) });
    } finally {
      pumping = false;
    }
  };
  const wake = () => {
    isDry = false;
    if (isOpen) void pump();
  };

  return {
    wake,
    hear: (jobId) => {
      if (claimed.delete(jobId)) return;
      remember(heard, jobId);
      if (pumping) news.add(jobId);
      else wake();
    },
    busy: () => atWork.size > 0,
    open: () => {
      isOpen = true;
    },
    close: async () => {
      isOpen = false;
      while (pumping || atWork.size > 0) {
        for (const { controller } of atWork.values()) controller.abort(new Stopping('the processor stops'));
        await Promise.all([...atWork.values()].map(({ ended }) => ended));
        if (pumping) await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    renew: async () => {
      const tokens = [...atWork.keys()];
      if (tokens.length === 0) return;
      const until = new Date(deps.clock.now().getTime() + leaseMs);
      const held = await deps.db.asService('renew leases', (tx) => renewLeases(tx, tokens, until));
      for (const token of tokens) if (!held.has(token)) atWork.get(token)?.controller.abort(new LeaseLost());
    },
    takeOne: async () => {
      const job = await claim();
      if (!job) return false;
      await begin(job);
      return true;
    },
  };
};
