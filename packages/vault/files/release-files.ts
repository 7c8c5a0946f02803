import type { Deps } from '../context.ts';
import { deleteUnusedBlobs } from './blobs.repository.ts';

/**
 * Erases files that nothing uses any more: first the rows with their keys, which makes the bytes unreadable for good,
 * then the bytes. A store that is down leaves bytes behind; the sweep of orphans takes those later.
 */
export const releaseFiles = async (deps: Pick<Deps, 'db' | 'blobs' | 'log'>, blobIds: readonly string[]): Promise<number> => {
  if (blobIds.length === 0) return 0;
  const gone = await deps.db.asService('erase files that nothing uses', (tx) => deleteUnusedBlobs(tx, blobIds));
  for (const { storage_key } of gone) {
    await deps.blobs.delete(storage_key).catch((error: unknown) => {
      deps.log.warn('a released file stays for the sweep', { reason: error instanceof Error ? error.message : String(error) });
    });
  }
  return gone.length;
};
