import { uuidv7 } from 'uuidv7';
import type { UploadOptions } from '@docuvault/contract/upload.ts';
import { discardFile, wasRolledBack } from './discard-file.ts';
import { scannerDown, uploadMalware } from './document-upload.errors.ts';
import { keepDocument, type Ingested, type UploadContext } from './keep-document.ts';
import { receiveFile } from './receive-file.ts';
import { scanFile } from './scan-file.ts';

export type IngestInput = {
  stream: AsyncIterable<Uint8Array>;
  fileName: string;
  /** May come after the file, as in a form whose texts follow it. */
  options?: UploadOptions | Promise<UploadOptions>;
  priority?: 'low' | 'normal' | 'high';
};

/**
 * Takes a file in: streams it into the store, makes the document and queues its reading. When it resolves, file and
 * rows survive a power cut. The same bytes again are answered with the document that holds them (`duplicate`), taken
 * out of the trash if need be. On any refusal nothing is kept.
 */
export const ingestFile = async (ctx: UploadContext, input: IngestInput): Promise<Ingested> => {
  const { actor, deps } = ctx;
  const documentId = uuidv7();
  const blobId = uuidv7();
  const storageKey = `documents/${actor.userId}/${documentId}/${blobId}`;
  let commitTried = false;
  // Options that turn out wrong while the file still streams are met below, not as a crash.
  Promise.resolve(input.options).catch(() => undefined);
  try {
    const file = await receiveFile(deps, { blobId, storageKey }, input.stream);
    const options = (await input.options) ?? {};
    await scanFile(deps, file.sealed, { malware: uploadMalware, down: scannerDown });
    commitTried = true;
    const kept = await keepDocument(ctx, { documentId, file, isNew: true, fileName: input.fileName, options, priority: input.priority ?? 'high' });
    if (!kept.duplicate) {
      deps.wakeProcessor?.();
      return kept;
    }
    await discardFile(deps, storageKey);
    return kept;
  } catch (error) {
    if (!commitTried || wasRolledBack(error)) await discardFile(deps, storageKey);
    throw error;
  }
};
