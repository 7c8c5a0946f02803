import { Worker } from 'node:worker_threads';
import { ToolFailure } from '@docuvault/core/document-tools.ts';
import type { Analyse, Analysis } from '@docuvault/vault/document-processor/analyse.ts';

type Hints = Parameters<Analyse>[1];
type Pages = Parameters<Analyse>[0];

export type AnalysisRequest = { id: number; pages: Pages; hints: Hints };
export type AnalysisReply = { id: number; analysis: Analysis } | { id: number; error: string };

const timeLimitMs = 60_000;

type Pending = { resolve: (analysis: Analysis) => void; reject: (error: unknown) => void; timer: NodeJS.Timeout };

/**
 * Analyses pages on a thread of its own, one document after another. A document that takes longer than a minute ends
 * the thread and fails with `too_complex`; those behind it fail as retryable, and the next call starts a new thread.
 */
export const createAnalysisThread = (entry: URL | string): { analyse: Analyse; close(): Promise<void> } => {
  let worker: Worker | null = null;
  let nextId = 1;
  const pending = new Map<number, Pending>();

  const settle = (id: number, finish: (waiting: Pending) => void) => {
    const waiting = pending.get(id);
    if (!waiting) return;
    pending.delete(id);
    clearTimeout(waiting.timer);
    finish(waiting);
    if (pending.size === 0) worker?.unref();
  };
  const failAll = (message: string) => {
    for (const id of [...pending.keys()]) settle(id, ({ reject }) => { reject(new ToolFailure('unreadable', message, true)); });
  };
  const start = (): Worker => {
    const made = new Worker(entry, { name: 'analysis', resourceLimits: { maxOldGenerationSizeMb: 256 } });
    made.on('message', (reply: AnalysisReply) => {
      settle(reply.id, ({ resolve, reject }) => {
        if ('analysis' in reply) resolve(reply.analysis);
        else reject(new Error(`analysis failed: ${reply.error}`));
      });
    });
    const gone = () => {
      if (worker !== made) return;
      worker = null;
      failAll('The analysis was interrupted and will be tried again.');
    };
    made.on('error', gone);
    made.on('exit', gone);
    made.unref();
    return made;
  };

  return {
    analyse: (pages, hints) =>
      new Promise((resolve, reject) => {
        const id = nextId++;
        const timer = setTimeout(() => {
          settle(id, (waiting) => { waiting.reject(new ToolFailure('too_complex', 'This document took too long to analyse.')); });
          void worker?.terminate();
        }, timeLimitMs);
        pending.set(id, { resolve, reject, timer });
        worker ??= start();
        worker.ref();
        worker.postMessage({ id, pages, hints } satisfies AnalysisRequest);
      }),
    close: async () => {
      const open = worker;
      worker = null;
      failAll('The server is stopping.');
      await open?.terminate();
    },
  };
};
