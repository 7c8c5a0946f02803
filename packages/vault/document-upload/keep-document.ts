import type { Document } from '@docuvault/contract/document.ts';
import type { UploadOptions } from '@docuvault/contract/upload.ts';
import type { UserActor } from '@docuvault/core/actor.ts';
import { DatabaseError, isUniqueViolation } from '@docuvault/db/errors.ts';
import { enqueueProcessing, sealPassword, type JobPayload } from '../document-processor/enqueue.ts';
import type { QueueDeps } from '../document-processor/wake.ts';
import { documentMissing } from '../documents/documents.errors.ts';
import { toDocument } from '../documents/document-row.ts';
import { getDocument } from '../documents/get-document.ts';
import { tagDocuments } from '../documents/tag-document.ts';
import { cleanFileName, cleanLine, titleFromFileName } from './clean-file-name.ts';
import { folderMissing, storageExceeded } from './document-upload.errors.ts';
import type { ReceivedFile } from './receive-file.ts';
import { findHeld, insertDocument, reviveHeld } from './upload.repository.ts';

export type UploadContext = { actor: UserActor; deps: QueueDeps };
export type Ingested = { document: Document; duplicate: boolean };
export type Kept = { documentId: string; file: ReceivedFile; fileName: string; options: UploadOptions; priority: 'low' | 'normal' | 'high' };

/** Makes the document of a stored and registered file and queues its reading, in one commit. Null when another upload of the same bytes was quicker. */
export const keepDocument = async ({ actor, deps }: UploadContext, input: Kept): Promise<Document | null> => {
  const { documentId, file, options } = input;
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
      await enqueueProcessing(tx, { documentId, priority: input.priority, payload, now });
      return toDocument({ ...row, tags }, []);
    });
  } catch (error) {
    if (isUniqueViolation(error, 'documents_content_key')) return null;
    if (error instanceof DatabaseError && error.sqlState === 'DVQ01') throw storageExceeded();
    if (error instanceof DatabaseError && error.constraint === 'documents_folder_fkey') throw folderMissing();
    throw error;
  }
};

/** The document that holds the bytes already, out of the trash. */
export const answerHeld = async ({ actor, deps }: UploadContext, sha256: string, held: string | null): Promise<Ingested> => {
  const document = await deps.db.asUser(actor, async (tx) => {
    const id = held ?? (await findHeld(tx, actor.userId, sha256));
    if (!id) throw documentMissing();
    await reviveHeld(tx, actor.userId, id, deps.clock.now());
    return getDocument(tx, id);
  });
  return { document, duplicate: true };
};
