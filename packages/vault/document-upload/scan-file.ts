import { AppError } from '@docuvault/core/errors.ts';
import { openFile, type SealedFile } from '@docuvault/core/encryption/sealed-files.ts';
import type { Deps } from '../context.ts';

type Refusals = { malware(signature: string): AppError; down(): AppError };

/** Has the stored file looked at by the scanner, where one is configured. A scanner that does not answer refuses: nothing passes unseen. */
export const scanFile = async (deps: Pick<Deps, 'scanner' | 'blobs' | 'keyring' | 'log'>, file: SealedFile, refusals: Refusals): Promise<void> => {
  if (!deps.scanner) return;
  const verdict = await deps.scanner.scan(openFile(deps, file)).catch((error: unknown) => {
    deps.log.error('the malware scanner does not answer', { reason: error instanceof Error ? error.message : String(error) });
    throw error instanceof AppError ? error : refusals.down();
  });
  if (!verdict.clean) throw refusals.malware(verdict.signature);
};
