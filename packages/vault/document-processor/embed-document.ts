import { pendingEmbeddings, storeEmbeddings } from '../search-engine/embeddings.ts';
import { completeJob, noteProgress } from './queue.repository.ts';
import { background, unlessAborted, type Work } from './work.ts';

const batchSize = 32;

/** Embeds the passages that have no vector yet, a batch at a time, each stored as it is made; then the document is completed. */
export const embedDocument = async (work: Work): Promise<void> => {
  const { deps, job, signal } = work;
  let pending = await deps.db.asService('passages to embed', (tx) => pendingEmbeddings(tx, job.documentId, batchSize), background);
  for (let done = 0; ; ) {
    const vectors = pending.length > 0 ? await unlessAborted(signal, deps.embedder.embed(pending.map((passage) => passage.text), 'passage')) : [];
    done += pending.length;
    const last = pending.length < batchSize;
    pending = await deps.db.asService('vectors of a document', async (tx) => {
      const now = deps.clock.now();
      if (!last) await noteProgress(tx, job, { stage: 'embedding', progress: 0.75 + 0.25 * (done / (done + batchSize * 4)), advanced: true, now });
      await storeEmbeddings(tx, {
        documentId: job.documentId, userId: job.userId, model: deps.embedder.model,
        vectors: vectors.map((vector, i) => ({ ordinal: pending[i]!.ordinal, fingerprint: pending[i]!.fingerprint, vector })),
      });
      if (last) await completeJob(tx, job, now);
      return last ? [] : pendingEmbeddings(tx, job.documentId, batchSize);
    }, background);
    if (last) return;
  }
};
