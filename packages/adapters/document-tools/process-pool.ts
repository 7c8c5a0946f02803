import { ToolFailure } from '@docuvault/core/document-tools.ts';
import { startProcess, type ProcessOptions, type ToolProcess } from './tool-process.ts';

export type PoolOptions = ProcessOptions & {
  maxProcesses: number;
  /** How long an unused process is kept. */
  idleMs: number;
  /** A process that holds more than this after a document is replaced: WASM memory grows and never shrinks. */
  recycleAboveMb: number;
};

/** Processes for sessions: one session a process, in the order of asking. */
export type ProcessPool = {
  /** `fresh`: one that has read nothing yet. */
  acquire(signal?: AbortSignal, fresh?: boolean): Promise<ToolProcess>;
  /** Gives a process back; one that ended, grew too large or is not `healthy` is replaced. */
  release(process: ToolProcess, healthy: boolean): void;
  warm(): Promise<void>;
  close(): void;
};

type Waiting = { fresh: boolean; resolve(process: ToolProcess): void; reject(error: ToolFailure): void };

const CLOSED = (): ToolFailure => new ToolFailure('cancelled', 'The server is stopping. The document will be read after its restart.', true);

export function createProcessPool(options: PoolOptions): ProcessPool {
  const free = new Map<ToolProcess, NodeJS.Timeout | undefined>();
  const busy = new Set<ToolProcess>();
  const queue: Waiting[] = [];
  let keepWarm = false;
  let closed = false;

  const take = (fresh: boolean): ToolProcess | null => {
    for (const [process, timer] of free) {
      clearTimeout(timer);
      free.delete(process);
      if (process.alive && !fresh) { busy.add(process); return process; }
      process.kill(CLOSED());
    }
    if (busy.size >= options.maxProcesses) return null;
    const process = startProcess(options);
    busy.add(process);
    return process;
  };
  const serveQueue = (): void => {
    while (queue.length > 0) {
      const process = take(queue[0]!.fresh);
      if (!process) return;
      queue.shift()!.resolve(process);
    }
  };
  const park = (process: ToolProcess): void => {
    const idle = (): void => { free.delete(process); process.kill(CLOSED()); };
    free.set(process, Number.isFinite(options.idleMs) ? setTimeout(idle, options.idleMs).unref() : undefined);
  };
  const startWarm = async (): Promise<void> => {
    const process = take(false);
    if (!process) return;
    const healthy = await process.call({ ask: 'warm' }, { timeoutMs: 30_000 }).then(() => true, () => false);
    pool.release(process, healthy);
  };
  const pool: ProcessPool = {
    acquire(signal, fresh = false) {
      if (closed) return Promise.reject(CLOSED());
      if (signal?.aborted) return Promise.reject(cancelled());
      const process = take(fresh);
      if (process) return Promise.resolve(process);
      return new Promise((resolve, reject) => {
        const abort = (): void => {
          const at = queue.indexOf(waiting);
          if (at >= 0) queue.splice(at, 1);
          reject(cancelled());
        };
        const waiting: Waiting = {
          fresh,
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
        process.kill(CLOSED());
        if (keepWarm && !closed && queue.length === 0 && free.size === 0) void startWarm();
      } else park(process);
      serveQueue();
    },
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
