import { DatabaseError } from '@docuvault/db/errors.ts';
import type { Deps } from '../context.ts';
import { deleteUnusedBlobs } from '../files/blobs.repository.ts';

/**
 * Undoes a file that was refused. A row that a document uses after all (its commit went through although the answer
 * was lost) stays with its file, and so does everything while the database is down: the sweep of orphans decides later.
 */
export const discardFile = async (deps: Pick<Deps, 'db' | 'blobs' | 'log'>, blobId: string, storageKey: string, registered: boolean): Promise<void> => {
  try {
    if (registered) {
      const gone = await deps.db.asService('undo a refused upload', (tx) => deleteUnusedBlobs(tx, [blobId]));
      if (gone.length === 0) return;
    }
    await deps.blobs.delete(storageKey);
  } catch (error) {
    deps.log.warn('a refused upload is left to the sweep', { reason: error instanceof DatabaseError ? error.sqlState : (error as Error).name });
  }
};
