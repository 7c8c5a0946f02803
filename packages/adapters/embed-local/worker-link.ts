import { Worker } from 'node:worker_threads';
import { unavailable } from '@docuvault/core/errors.ts';
import { dimensions, type EmbedReply, type EmbedRequest } from './messages.ts';

/** Holds the worker thread: starts it at the first request, lets it go when idle, replaces it when it dies. */
export type WorkerLink = {
  request(texts: string[], purpose: EmbedRequest['purpose']): Promise<Float32Array[]>;
  /** Whether the model is in memory now. */
  loaded(): boolean;
  close(): Promise<void>;
};

type Pending = { resolve(vectors: Float32Array[]): void; reject(error: Error): void };

export function linkWorker(entry: URL | string, idleMs: number): WorkerLink {
  const pending = new Map<number, Pending>();
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let lastId = 0;
  let closed = false;

  return {
    loaded: () => worker !== null,
    request(texts, purpose) {
      if (closed) return Promise.reject(stopped('The embedder is closed.'));
      clearTimeout(idle);
      worker ??= start();
      worker.ref();
      const message: EmbedRequest = { id: (lastId += 1), texts, purpose };
      return new Promise((resolve, reject) => {
        worker!.postMessage(message);
        pending.set(message.id, { resolve, reject });
      });
    },
    async close() {
      closed = true;
      const last = worker;
      release(stopped('The embedder was closed.'));
      await last?.terminate();
    },
  };

  function start(): Worker {
    const started = new Worker(entry, { execArgv: [], env: {}, resourceLimits: { maxOldGenerationSizeMb: 128 }, name: 'embed' });
    let cause: unknown;
    started.on('message', settle);
    started.on('error', (error) => { cause = error; });
    started.on('exit', () => {
      if (worker === started) release(stopped('The embedding worker stopped; the next request starts another.', cause));
    });
    return started;
  }

  function settle(reply: EmbedReply): void {
    const waiting = pending.get(reply.id);
    pending.delete(reply.id);
    if ('error' in reply) waiting?.reject(unavailable('embedding.failed', 'The text could not be embedded.', { reason: reply.error }));
    else waiting?.resolve(cut(reply.vectors));
    if (pending.size === 0) rest();
  }

  /** An idle worker neither keeps the process alive nor, after a while, its memory. */
  function rest(): void {
    worker?.unref();
    idle = setTimeout(() => {
      const last = worker;
      release(stopped('The embedding worker was idle.'));
      void last?.terminate();
    }, idleMs).unref();
  }

  function release(error: Error): void {
    clearTimeout(idle);
    worker = null;
    const failed = [...pending.values()];
    pending.clear();
    failed.forEach(({ reject }) => { reject(error); });
  }
}

function cut(vectors: Float32Array): Float32Array[] {
  return Array.from({ length: vectors.length / dimensions }, (_, index) =>
    vectors.slice(index * dimensions, (index + 1) * dimensions),
  );
}

function stopped(message: string, cause?: unknown): Error {
  return Object.assign(unavailable('embedding.worker_stopped', message), { cause });
}
