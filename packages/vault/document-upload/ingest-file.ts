import { uuidv7 } from 'uuidv7';
import type { UploadOptions } from '@docuvault/contract/upload.ts';
import { insertBlobUnlessHeld } from '../files/blobs.repository.ts';
import { discardFile } from './discard-file.ts';
import { scannerDown, uploadMalware } from './document-upload.errors.ts';
import { answerHeld, keepDocument, type Ingested, type UploadContext } from './keep-document.ts';
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
  let registered = false;
  // Options that turn out wrong while the file still streams are met below, not as a crash.
  Promise.resolve(input.options).catch(() => undefined);
  try {
    const file = await receiveFile(deps, { blobId, storageKey }, input.stream);
    const options = (await input.options) ?? {};
    await scanFile(deps, file.sealed, { malware: uploadMalware, down: scannerDown });
    const held = await deps.db.asService('register an uploaded file', (tx) => insertBlobUnlessHeld(tx, actor.userId, file.sealed, file.sha256, deps.clock.now()));
    registered = held === null;
    const kept = held ? null : await keepDocument(ctx, { documentId, file, fileName: input.fileName, options, priority: input.priority ?? 'high' });
    if (kept) {
      deps.wakeProcessor?.();
      return { document: kept, duplicate: false };
    }
    await discardFile(deps, blobId, storageKey, registered);
    return await answerHeld(ctx, file.sha256, held);
  } catch (error) {
    await discardFile(deps, blobId, storageKey, registered);
    throw error;
  }
};
