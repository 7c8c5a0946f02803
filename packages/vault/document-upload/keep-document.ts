import type { Document } from '@docuvault/contract/document.ts';
import type { UploadOptions } from '@docuvault/contract/upload.ts';
import type { UserActor } from '@docuvault/core/actor.ts';
import { DatabaseError, isUniqueViolation } from '@docuvault/db/errors.ts';
import type { Tx } from '@docuvault/db/types.ts';
import { enqueueProcessing, sealPassword, type JobPayload } from '../document-processor/enqueue.ts';
import type { QueueDeps } from '../document-processor/wake.ts';
import { documentMissing } from '../documents/documents.errors.ts';
import { toDocument } from '../documents/document-row.ts';
import { getDocument } from '../documents/get-document.ts';
import { tagDocuments } from '../documents/tag-document.ts';
import { registerBlob } from '../files/blobs.repository.ts';
import { cleanFileName, cleanLine, titleFromFileName } from './clean-file-name.ts';
import { folderMissing, storageExceeded } from './document-upload.errors.ts';
import type { ReceivedFile } from './receive-file.ts';
import { findHeld, insertDocument, reviveHeld } from './upload.repository.ts';

export type UploadContext = { actor: UserActor; deps: QueueDeps };
export type Ingested = { document: Document; duplicate: boolean };
/** `isNew`: the file is not registered yet. */
export type Kept = { documentId: string; file: ReceivedFile; isNew: boolean; fileName: string; options: UploadOptions; priority: 'low' | 'normal' | 'high' };

/**
 * Makes the document of a stored file and queues its reading, in one commit. Where a document of the person's holds the
 * same bytes, that one is answered, out of the trash, and the file is not used.
 */
export const keepDocument = async (ctx: UploadContext, input: Kept): Promise<Ingested> => {
  const { actor, deps } = ctx;
  const { documentId, file, options } = input;
  const now = deps.clock.now();
  const fileName = cleanFileName(input.fileName, file.mimeType);
  const title = options.title ?? (cleanLine(titleFromFileName(fileName), 500) || fileName);
  const payload: JobPayload = options.password ? { password: await sealPassword(deps.keyring, documentId, options.password) } : {};
  try {
    return await deps.db.asUser(actor, async (tx) => {
      const held = await findHeld(tx, actor.userId, file.sha256);
      if (held) return answerHeld(tx, actor.userId, held, now);
      if (input.isNew) await registerBlob(tx, file.sealed, now);
      const row = await insertDocument(tx, {
        id: documentId, userId: actor.userId, title, titleGiven: options.title !== undefined, fileName, folderId: options.folderId ?? null,
        person: options.person ?? null, file, now,
      });
      const tags = await tagDocuments(tx, actor.userId, [documentId], options.tags ?? []);
      await enqueueProcessing(tx, { documentId, priority: input.priority, payload, now });
      return { document: toDocument({ ...row, tags }, []), duplicate: false };
    });
  } catch (error) {
    // Another upload of the same bytes was quicker.
    if (isUniqueViolation(error, 'documents_content_key')) {
      return deps.db.asUser(actor, async (tx) => answerHeld(tx, actor.userId, await findHeld(tx, actor.userId, file.sha256), now));
    }
    if (error instanceof DatabaseError && error.sqlState === 'DVQ01') throw storageExceeded();
    if (error instanceof DatabaseError && error.constraint === 'documents_folder_fkey') throw folderMissing();
    throw error;
  }
};

const answerHeld = async (tx: Tx, userId: string, held: string | null, now: Date): Promise<Ingested> => {
  if (!held) throw documentMissing();
  await reviveHeld(tx, userId, held, now);
  return { document: await getDocument(tx, held), duplicate: true };
};
