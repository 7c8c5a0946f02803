import type { Tx } from '@docuvault/db/types.ts';
import { pendingEmbeddings, storeEmbeddings } from '../search-engine/embeddings.ts';
import { completeJob, noteProgress, type Job } from './queue.repository.ts';
import { background, unlessAborted, type Work } from './work.ts';

const batchSize = 32;
/** Storing a vector takes about a millisecond, for which the embedded engine answers nobody else. */
const storedAtOnce = 8;

/** Fetches a job's first passages with its claim. */
export const firstPassages = async (tx: Tx, job: Job): Promise<void> => {
  job.passages = await pendingEmbeddings(tx, job.documentId, batchSize);
};

/** Embeds the passages that have no vector yet, a batch at a time, each stored as it is made; then the document is completed. */
export const embedDocument = async (work: Work): Promise<'done'> => {
  const { deps, job, signal } = work;
  let pending = job.passages;
  for (let done = 0; ; ) {
    const vectors = pending.length > 0 ? await unlessAborted(signal, deps.embedder.embed(pending.map((passage) => passage.text), 'passage')) : [];
    done += pending.length;
    const last = pending.length < batchSize;
    const store = (tx: Tx, from: number, to = pending.length) => storeEmbeddings(tx, {
      documentId: job.documentId, userId: job.userId, model: deps.embedder.model,
      vectors: pending.slice(from, to).map(({ ordinal, fingerprint }, i) => ({ ordinal, fingerprint, vector: vectors[from + i]! })),
    });
    let stored = 0;
    for (; stored + storedAtOnce < pending.length; stored += storedAtOnce) {
      await deps.db.asService('vectors of a document', (tx) => store(tx, stored, stored + storedAtOnce), background);
    }
    pending = await deps.db.asService('vectors of a document', async (tx) => {
      const now = deps.clock.now();
      if (!last) await noteProgress(tx, job, { stage: 'embedding', progress: 0.75 + 0.25 * (done / (done + batchSize * 4)), advanced: true, now });
      await store(tx, stored);
      if (last) await completeJob(tx, job, now);
      return last ? [] : pendingEmbeddings(tx, job.documentId, batchSize);
    }, background);
    if (last) return 'done';
  }
};
