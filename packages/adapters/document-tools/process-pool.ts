import { ToolFailure } from '@docuvault/core/document-tools.ts';
import { startProcess, type ProcessOptions, type ToolProcess } from './tool-process.ts';

export type PoolOptions = ProcessOptions & {
  maxProcesses: number;
  /** How many of them may recognise pictures: that takes several times the memory of all else. */
  maxRecognisers: number;
  /** How long an unused process is kept. */
  idleMs: number;
  /** A process that holds more than this after a document is replaced: WASM memory grows and never shrinks. */
  recycleAboveMb: number;
};

/** `fresh`: one that has read nothing yet. `recognises`: one that may recognise pictures; it keeps the networks until it ends. */
export type Wanted = { fresh: boolean; recognises: boolean };

/** Processes for sessions: one session a process, in the order of asking, but whoever only wants text passes those who wait to recognise. */
export type ProcessPool = {
  acquire(wanted: Wanted, signal?: AbortSignal): Promise<ToolProcess>;
  mayRecognise(process: ToolProcess): boolean;
  /** Whether somebody waits for a process that may recognise. */
  readonly recognitionAwaited: boolean;
  /** Gives a process back; one that ended, grew too large or is not `healthy` is replaced. */
  release(process: ToolProcess, healthy: boolean): void;
  warm(): Promise<void>;
  close(): void;
};

type Waiting = { wanted: Wanted; resolve(process: ToolProcess): void; reject(error: ToolFailure): void };

const CLOSED = (): ToolFailure => new ToolFailure('cancelled', 'The server is stopping. The document will be read after its restart.', true);

export function createProcessPool(options: PoolOptions): ProcessPool {
  const free = new Map<ToolProcess, NodeJS.Timeout | undefined>();
  const busy = new Set<ToolProcess>();
  /** Those that hold the networks, free or busy. */
  const recognisers = new Set<ToolProcess>();
  const queue: Waiting[] = [];
  let keepWarm = false;
  let closed = false;

  const end = (process: ToolProcess): void => {
    clearTimeout(free.get(process));
    free.delete(process);
    recognisers.delete(process);
    process.kill(CLOSED());
  };
  const take = ({ fresh, recognises }: Wanted): ToolProcess | null => {
    for (const process of [...free.keys()]) if (fresh || !process.alive) end(process);
    for (const process of recognisers) if (!process.alive) recognisers.delete(process);
    // Its own kind first: who reads text leaves the networks to others while there is another, who recognises does not load them twice.
    const kept = [...free.keys()].sort((a, b) => Number(recognisers.has(a) !== recognises) - Number(recognisers.has(b) !== recognises))[0];
    if (recognises && !(kept && recognisers.has(kept)) && recognisers.size >= options.maxRecognisers) return null;
    if (!kept && busy.size >= options.maxProcesses) return null;
    const process = kept ?? startProcess(options);
    clearTimeout(free.get(process));
    free.delete(process);
    busy.add(process);
    if (recognises) recognisers.add(process);
    return process;
  };
  const serveQueue = (): void => {
    for (const waiting of [...queue]) {
      const process = take(waiting.wanted);
      if (!process) continue;
      queue.splice(queue.indexOf(waiting), 1);
      waiting.resolve(process);
    }
  };
  const park = (process: ToolProcess): void => {
    free.set(process, Number.isFinite(options.idleMs) ? setTimeout(() => { end(process); }, options.idleMs).unref() : undefined);
  };
  const startWarm = async (): Promise<void> => {
    const process = take({ fresh: false, recognises: false });
    if (!process) return;
    const healthy = await process.call({ ask: 'warm' }, { timeoutMs: 30_000 }).then(() => true, () => false);
    pool.release(process, healthy);
  };
  const pool: ProcessPool = {
    acquire(wanted, signal) {
      if (closed) return Promise.reject(CLOSED());
      if (signal?.aborted) return Promise.reject(cancelled());
      const process = take(wanted);
      if (process) return Promise.resolve(process);
      return new Promise((resolve, reject) => {
        const abort = (): void => {
          const at = queue.indexOf(waiting);
          if (at >= 0) queue.splice(at, 1);
          reject(cancelled());
        };
        const waiting: Waiting = {
          wanted,
          resolve: (given) => { signal?.removeEventListener('abort', abort); resolve(given); },
          reject: (error) => { signal?.removeEventListener('abort', abort); reject(error); },
        };
        signal?.addEventListener('abort', abort, { once: true });
        queue.push(waiting);
      });
    },
    release(process, healthy) {
      if (!busy.delete(process)) return;
      if (closed || !healthy || !process.alive || process.rssMb > options.recycleAboveMb) {
        end(process);
        if (keepWarm && !closed && queue.length === 0 && free.size === 0) void startWarm();
      } else park(process);
      serveQueue();
    },
    mayRecognise: (process) => recognisers.has(process),
    get recognitionAwaited() { return queue.some(({ wanted }) => wanted.recognises); },
    async warm() {
      if (closed) return;
      keepWarm = true;
      if (free.size === 0) await startWarm();
    },
    close() {
      closed = true;
      for (const waiting of queue.splice(0)) waiting.reject(CLOSED());
      for (const [process, timer] of free) { clearTimeout(timer); process.kill(CLOSED()); }
      for (const process of busy) process.kill(CLOSED());
      free.clear();
      busy.clear();
    },
  };
  return pool;
}

/** The failure of work that its own caller gave up. */
export function cancelled(): ToolFailure {
  return new ToolFailure('cancelled', 'Reading was cancelled.', true);
}
