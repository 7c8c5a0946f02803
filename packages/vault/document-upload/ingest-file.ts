import { uuidv7 } from 'uuidv7';
import type { Document } from '@docuvault/contract/document.ts';
import type { UploadOptions } from '@docuvault/contract/upload.ts';
import type { UserActor } from '@docuvault/core/actor.ts';
import { DatabaseError, isUniqueViolation } from '@docuvault/db/errors.ts';
import { enqueueProcessing, sealPassword, type JobPayload } from '../document-processor/enqueue.ts';
import type { QueueDeps } from '../document-processor/wake.ts';
import { getDocument } from '../documents/get-document.ts';
import { toDocument } from '../documents/document-row.ts';
import { tagDocuments } from '../documents/tag-document.ts';
import { insertBlobUnlessHeld } from '../files/blobs.repository.ts';
import { cleanFileName, cleanLine, titleFromFileName } from './clean-file-name.ts';
import { discardFile } from './discard-file.ts';
import { folderMissing, scannerDown, storageExceeded, uploadMalware } from './document-upload.errors.ts';
import { receiveFile, type ReceivedFile } from './receive-file.ts';
import { scanFile } from './scan-file.ts';
import { findHeld, insertDocument, reviveHeld } from './upload.repository.ts';

export type UploadContext = { actor: UserActor; deps: QueueDeps };

export type Ingested = { document: Document; duplicate: boolean };

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
    const kept = held ? null : await keep(ctx, documentId, file, input, options);
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

/** The new document, or null when another upload of the same bytes was quicker. */
const keep = async (ctx: UploadContext, documentId: string, file: ReceivedFile, input: IngestInput, options: UploadOptions): Promise<Document | null> => {
  const { actor, deps } = ctx;
  const now = deps.clock.now();
  const fileName = cleanFileName(input.fileName, file.mimeType);
  const title = options.title ?? (cleanLine(titleFromFileName(fileName), 500) || fileName);
  const payload: JobPayload = options.password ? { password: await sealPassword(deps.keyring, documentId, options.password) } : {};
  try {
    return await deps.db.asUser(actor, async (tx) => {
      const row = await insertDocument(tx, {
        id: documentId, userId: actor.userId, title, titleGiven: options.title !== undefined, fileName, folderId: options.folderId ?? null,
        person: options.person ?? null, file, now,
      });
      const tags = await tagDocuments(tx, actor.userId, [documentId], options.tags ?? []);
      await enqueueProcessing(tx, { documentId, priority: input.priority ?? 'high', payload, now });
      return toDocument({ ...row, tags }, []);
    });
  } catch (error) {
    if (isUniqueViolation(error, 'documents_content_key')) return null;
    if (error instanceof DatabaseError && error.sqlState === 'DVQ01') throw storageExceeded();
    if (error instanceof DatabaseError && error.constraint === 'documents_folder_fkey') throw folderMissing();
    throw error;
  }
};

const answerHeld = async (ctx: UploadContext, sha256: string, held: string | null): Promise<Ingested> => {
  const { actor, deps } = ctx;
  const document = await deps.db.asUser(actor, async (tx) => {
    const id = held ?? (await findHeld(tx, actor.userId, sha256));
    if (id) await reviveHeld(tx, actor.userId, id, deps.clock.now());
    return getDocument(tx, id ?? '00000000-0000-0000-0000-000000000000');
  });
  return { document, duplicate: true };
};
