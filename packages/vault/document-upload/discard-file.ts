import { AppError } from '@docuvault/core/errors.ts';
import { DatabaseError } from '@docuvault/db/errors.ts';
import type { Deps } from '../context.ts';

/** True when nothing can have been committed: a refusal of ours or of the database, and not an answer that was lost. */
export const wasRolledBack = (error: unknown): boolean => error instanceof DatabaseError || (error instanceof AppError && error.status < 500);

/** Removes a file that no document came to use. A store that does not answer leaves it to the sweep of orphans. */
export const discardFile = (deps: Pick<Deps, 'blobs' | 'log'>, storageKey: string): Promise<void> =>
  deps.blobs.delete(storageKey).catch((error: unknown) => {
    deps.log.warn('a file that was not used is left to the sweep', { reason: error instanceof Error ? error.message : String(error) });
  });
