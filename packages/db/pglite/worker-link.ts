import { Worker } from 'node:worker_threads';
import { AppError } from '@docuvault/core/errors.ts';
import { databaseTimeout, databaseUnavailable, fromDriver } from '../errors.ts';
import type { PlainRequest, Reply, Request, WorkerSettings } from './protocol.ts';

/** A live database worker: requests are answered in the order sent. */
export type WorkerLink = {
  /** Sends one request; past `timeoutMs` the worker is ended and `database.timeout` is raised. */
  call(request: PlainRequest, timeoutMs: number): Promise<unknown[]>;
  /** Settles when the worker has ended, for whatever reason. */
  readonly ended: Promise<void>;
  terminate(): Promise<void>;
};

type Pending = { resolve: (rows: unknown[]) => void; reject: (error: unknown) => void };

/**
 * Starts the worker and waits until its database is open. Resolves to null when the worker only made a new
 * database and ended, in which case it has to be started once more.
 */
export const startWorker = (
  entry: URL | string,
  settings: WorkerSettings,
  onNotification: (channel: string, payload: string) => void,
): Promise<WorkerLink | null> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(entry, { workerData: settings, name: 'database' });
    const pending = new Map<number, Pending>();
    let nextId = 1;
    let ready = false;
    let reason: unknown = null;
    let endedResolve: () => void = () => undefined;
    const ended = new Promise<void>((done) => {
      endedResolve = done;
    });

    const link: WorkerLink = {
      ended,
      call: (request, timeoutMs) =>
        new Promise((done, fail) => {
          if (reason !== null) {
            fail(databaseUnavailable());
            return;
          }
          const id = nextId++;
          const timer = setTimeout(() => {
            reason = databaseTimeout();
            void worker.terminate();
          }, timeoutMs);
          const settle = <T>(finish: (value: T) => void) => (value: T) => {
            clearTimeout(timer);
            finish(value);
          };
          pending.set(id, { resolve: settle(done), reject: settle(fail) });
          worker.postMessage({ ...request, id } as Request);
        }),
      terminate: async () => {
        await worker.terminate();
      },
    };

    worker.on('message', (reply: Reply) => {
      if (reply.kind === 'ready') {
        ready = true;
        resolve(link);
      } else if (reply.kind === 'failed') {
        reason = new Error(reply.error.message);
        void worker.terminate();
      } else if (reply.kind === 'notification') {
        onNotification(reply.channel, reply.payload);
      } else {
        const waiting = pending.get(reply.id);
        pending.delete(reply.id);
        if (reply.kind === 'result') waiting?.resolve(reply.rows);
        else waiting?.reject(fromDriver(Object.assign(new Error(reply.error.message), reply.error)));
      }
    });
    worker.on('error', (error) => {
      reason ??= error;
    });
    worker.on('exit', (code) => {
      const why = reason;
      reason ??= databaseUnavailable();
      // A worker that fell over has committed what was under way, or it has not; who asked is told that the database is away.
      for (const waiting of pending.values()) waiting.reject(why instanceof AppError ? why : Object.assign(databaseUnavailable(), { cause: why }));
      pending.clear();
      endedResolve();
      if (ready) return;
      if (code === 0 && why === null) resolve(null);
      else reject(why instanceof Error ? why : new Error('the database worker ended before it was ready'));
    });
  });
