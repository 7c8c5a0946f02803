import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Sql } from 'sql-template-tag';
import { databaseUnavailable } from '../errors.ts';
import type { AdminConnection, Driver, Session, Tx, TxOptions } from '../types.ts';
import { lockDirectory } from './directory-lock.ts';
import type { PlainRequest } from './protocol.ts';
import { createTurns } from './turns.ts';
import { startWorker, type WorkerLink } from './worker-link.ts';

export type PgliteOptions = {
  /** Folder of the database; made when missing, locked while open. */
  dataDirectory: string;
  /** The built worker script. */
  workerEntry: URL | string;
  sharedBuffersMb?: number;
};

export type PgliteDriver = Driver & { readonly admin: AdminConnection };

const adminTimeoutMs = 15 * 60_000;

/**
 * The embedded engine: PGlite in a worker thread, one transaction at a time. Every commit is fsynced.
 * A statement past its time ends the worker; it is opened again from disk before the next transaction,
 * and what was acknowledged is there. Throws `DirectoryInUse` when another process has the folder.
 */
export const openPglite = async (options: PgliteOptions): Promise<PgliteDriver> => {
  const dataDirectory = join(options.dataDirectory, 'pg');
  mkdirSync(options.dataDirectory, { recursive: true, mode: 0o700 });
  const unlock = lockDirectory(join(options.dataDirectory, 'lock'));
  const turns = createTurns();
  const listeners = new Map<string, Set<(payload: string) => void>>();
  let closed = false;
  let link: WorkerLink | null = null;

  const notify = (channel: string, payload: string) => {
    for (const callback of listeners.get(channel) ?? []) callback(payload);
  };

  const start = async (): Promise<WorkerLink> => {
    const settings = { dataDirectory, sharedBuffersMb: options.sharedBuffersMb ?? 32 };
    const started = (await startWorker(options.workerEntry, settings, notify)) ?? (await startWorker(options.workerEntry, settings, notify));
    if (!started) throw databaseUnavailable();
    void started.ended.then(() => {
      if (link === started) link = null;
    });
    for (const channel of listeners.keys()) await started.call({ op: 'listen', channel }, 10_000);
    return started;
  };

  /** Only called by the holder of the turn, so it never starts two workers. */
  const current = async (): Promise<WorkerLink> => {
    if (closed) throw databaseUnavailable();
    link ??= await start();
    return link;
  };

  const withTurn = async <T>(priority: 'interactive' | 'background', work: (worker: WorkerLink) => Promise<T>): Promise<T> => {
    const release = await turns.take(priority);
    try {
      return await work(await current());
    } finally {
      release();
    }
  };

  const inOneTurn = <T>(session: Session, work: (tx: Tx) => Promise<T>, { priority, timeoutMs }: Required<TxOptions>): Promise<T> =>
    withTurn(priority, async (worker) => {
      let begun = false;
      let open = true;
      const tx: Tx = {
        query: async <Row>({ text, values }: Sql) => {
          if (!open) throw new Error('this transaction has ended');
          // Every message wakes a thread, so a transaction begins with its first statement.
          const request: PlainRequest = begun ? { op: 'next', text, values } : { op: 'first', session, text, values };
          begun = true;
          return (await worker.call(request, timeoutMs)) as Row[];
        },
      };
      try {
        const result = await work(tx);
        open = false;
        if (begun) await worker.call({ op: 'commit' }, timeoutMs);
        return result;
      } catch (error) {
        open = false;
        if (begun) await worker.call({ op: 'rollback' }, timeoutMs).catch(() => undefined);
        throw error;
      }
    });

  /** Every statement of `work` takes a turn for itself. */
  const readApart = async <T>(session: Session, work: (tx: Tx) => Promise<T>, { priority, timeoutMs }: Required<TxOptions>): Promise<T> => {
    let open = true;
    const tx: Tx = {
      query: async <Row>(q: Sql) => {
        if (!open) throw new Error('this transaction has ended');
        return withTurn(priority, async (worker) => (await worker.call({ op: 'read', session, text: q.text, values: q.values }, timeoutMs)) as Row[]);
      },
    };
    try {
      return await work(tx);
    } finally {
      open = false;
    }
  };

  try {
    link = await start();
  } catch (error) {
    unlock();
    throw error;
  }

  return {
    engine: 'pglite',
    transaction: (session, work, options) => (options.apart ? readApart(session, work, options) : inOneTurn(session, work, options)),
    listen: async (channel, callback) => {
      const known = listeners.get(channel);
      if (known) known.add(callback);
      else {
        listeners.set(channel, new Set([callback]));
        await withTurn('interactive', (worker) => worker.call({ op: 'listen', channel }, 10_000));
      }
      return async () => {
        const left = listeners.get(channel);
        left?.delete(callback);
        if (left?.size !== 0) return;
        listeners.delete(channel);
        if (!closed) await withTurn('interactive', (worker) => worker.call({ op: 'unlisten', channel }, 10_000));
      };
    },
    close: async () => {
      if (closed) return;
      const release = await turns.take('background');
      closed = true;
      try {
        if (link) {
          await link.call({ op: 'close' }, 60_000).catch(() => undefined);
          await link.terminate();
        }
      } finally {
        release();
        unlock();
      }
    },
    admin: {
      exec: (script) => withTurn('background', async (worker) => void (await worker.call({ op: 'exec', text: script }, adminTimeoutMs))),
      query: <Row>({ text, values }: Sql) => withTurn('background', async (worker) => (await worker.call({ op: 'query', text, values }, adminTimeoutMs)) as Row[]),
    },
  };
};
