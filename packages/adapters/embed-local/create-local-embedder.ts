import type { Embedder } from '@docuvault/core/embedder.ts';
import { dimensions } from './messages.ts';
import { createQueryCache } from './query-cache.ts';
import { linkWorker } from './worker-link.ts';

export type LocalEmbedderOptions = {
  /** The built script of embed-worker.ts. */
  entry: URL | string;
  /** How many searches' vectors are kept, 2 KiB each. */
  cacheSize?: number;
  /** After so long without a request the model leaves memory; the next request loads it again in about 0.2 s. */
  idleMs?: number;
};

/** `loaded` tells whether the model is in memory now. */
export type LocalEmbedder = Embedder & { readonly loaded: boolean };

/**
 * Embeds texts on this machine, in a worker thread that loads at the first request: English, 512 numbers, length 1.
 * A text is read up to about 1,200 words, in windows of about 40 whose vectors are averaged, so passages of up to
 * 40 words are told apart best. An empty text is the first axis. Case does not matter. Queries go before passages.
 * Fails with 503 `embedding.worker_stopped` when the worker dies or the embedder is closed; a retry starts another.
 */
export function createLocalEmbedder({ entry, cacheSize = 1000, idleMs = 300_000 }: LocalEmbedderOptions): LocalEmbedder {
  const worker = linkWorker(entry, idleMs);
  const cache = createQueryCache(cacheSize);
  return {
    model: 'use-lite-en/1',
    dimensions,
    languages: ['en'],
    get loaded() {
      return worker.loaded();
    },
    embed: (texts, purpose) => (purpose === 'passage' ? worker.request(texts, purpose) : embedQueries(texts)),
    close: () => worker.close(),
  };

  async function embedQueries(texts: string[]): Promise<Float32Array[]> {
    const vectors = await Promise.all(texts.map((text) => cache.get(text) ?? embedQuery(text)));
    return vectors.map((vector) => vector.slice());
  }

  function embedQuery(text: string): Promise<Float32Array> {
    const vector = worker.request([text], 'query').then(([only]) => only!);
    cache.set(text, vector);
    return vector;
  }
}
