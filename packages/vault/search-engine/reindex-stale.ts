import type { Tx } from '@docuvault/db/types.ts';
import type { Deps } from '../context.ts';
import { findStale, type StaleDocument } from './index.repository.ts';
import { indexAnew } from './index-text.ts';

const background = { priority: 'background', timeoutMs: 60_000 } as const;
const foundAtOnce = 50;
/** After each document as long as it took is left to others, at most this. */
const longestRestMs = 500;

/** How many documents were indexed anew, and how many could not be. */
export type Reindexed = { done: number; failed: number };

/**
 * Indexes anew, one after the other, all documents whose words an older version of the analysis made, so that papers of before
 * an upgrade are found as new ones are. Reads no file: the passages are stored. Runs behind what people wait for, half of the
 * time at most, until none is left or `signal` aborts it. May run in many processes at once and be killed anywhere: each
 * document is done whole or not at all, and the next run takes up what is left. One that fails is logged and passed over.
 */
export const reindexStale = async (deps: Pick<Deps, 'db' | 'log'>, signal: AbortSignal): Promise<Reindexed> => {
  const step = <T>(work: (tx: Tx) => Promise<T>) => deps.db.asService('index anew after an upgrade', work, background);
  const all: Reindexed = { done: 0, failed: 0 };
  let after: StaleDocument | null = null;
  for (;;) {
    const stale: StaleDocument[] = await step((tx) => findStale(tx, after, foundAtOnce));
    for (const document of stale) {
      if (signal.aborted) return all;
      const begun = performance.now();
      try {
        if (await indexAnew(step, document.documentId)) all.done += 1;
      } catch (error) {
        all.failed += 1;
        deps.log.warn('a document was not indexed anew', { documentId: document.documentId, error: String(error) });
      }
      const restMs = Math.min(longestRestMs, performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, restMs));
    }
    after = stale.at(-1) ?? after;
    if (stale.length < foundAtOnce) break;
  }
  if (all.done + all.failed > 0) deps.log.info('documents of an older index were indexed anew', all);
  return all;
};
