import sql from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import type { Document } from '@docuvault/contract/document.ts';
import { notFound } from '@docuvault/core/errors.ts';
import { DatabaseError, isUniqueViolation } from '@docuvault/db/errors.ts';
import type { Tx } from '@docuvault/db/types.ts';
import { enqueueProcessing, sealPassword } from '../document-processor/enqueue.ts';
import { contentHeldElsewhere } from '../documents/documents.errors.ts';
import { getDocument } from '../documents/get-document.ts';
import { mustOwn } from '../documents/own-documents.ts';
import { recordActivity } from '../documents/record-activity.ts';
import { registerBlob } from '../files/blobs.repository.ts';
import { cleanFileName } from './clean-file-name.ts';
import { discardFile, wasRolledBack } from './discard-file.ts';
import { scannerDown, storageExceeded, uploadMalware } from './document-upload.errors.ts';
import type { IngestInput } from './ingest-file.ts';
import type { UploadContext } from './keep-document.ts';
import { receiveFile, type ReceivedFile } from './receive-file.ts';
import { scanFile } from './scan-file.ts';
import { findHeld } from './upload.repository.ts';

const storeVersion = async (tx: Tx, documentId: string, version: number, fileName: string, file: ReceivedFile, now: Date): Promise<void> => {
  await tx.query(sql`
    with d as (
      update public.documents d set version = ${version}, blob_id = ${file.sealed.id}, file_name = ${fileName}, file_path = d.user_id || '/' || d.id || ${`/${version}`},
        mime_type = ${file.mimeType}, size_bytes = ${file.sizeBytes}, sha256 = ${file.sha256}, status = 'queued', failure_code = null, failure_message = null
      where d.id = ${documentId} returning d.id, d.user_id)
    insert into public.document_versions (document_id, version, user_id, blob_id, file_name, mime_type, size_bytes, sha256, created_at)
    select d.id, ${version}::integer, d.user_id, ${file.sealed.id}::uuid, ${fileName}, ${file.mimeType}, ${file.sizeBytes}::bigint, ${file.sha256}, ${now}::timestamptz from d`);
};

/**
 * Puts a new file in the place of a document's present one, which stays as an earlier version; the document is read
 * anew. `unchanged` when the bytes are those it has already. 409 when another document holds them, 404 when the document
 * is not the caller's, 403 when it is shared with them.
 */
export const addVersion = async (ctx: UploadContext, documentId: string, input: IngestInput): Promise<{ document: Document; duplicate: boolean }> => {
  const { actor, deps } = ctx;
  const blobId = uuidv7();
  const storageKey = `documents/${actor.userId}/${documentId}/${blobId}`;
  let commitTried = false;
  let sha256 = '';
  Promise.resolve(input.options).catch(() => undefined);
  try {
    await deps.db.asUser(actor, (tx) => mustOwn(tx, actor.userId, documentId));
    const file = await receiveFile(deps, { blobId, storageKey }, input.stream);
    sha256 = file.sha256;
    const options = (await input.options) ?? {};
    await scanFile(deps, file.sealed, { malware: uploadMalware, down: scannerDown });
    const now = deps.clock.now();
    commitTried = true;
    const password = options.password ? { password: await sealPassword(deps.keyring, documentId, options.password) } : {};
    const made = await deps.db.asUser(actor, async (tx) => {
      const [before] = await tx.query<{ version: number; sha256: string }>(sql`select d.version, d.sha256 from public.documents d where d.id = ${documentId} for update`);
      if (!before) throw notFound('document');
      if (before.sha256 === file.sha256) return null;
      const version = before.version + 1;
      await registerBlob(tx, file.sealed, now);
      await storeVersion(tx, documentId, version, cleanFileName(input.fileName, file.mimeType), file, now);
      await recordActivity(tx, { actorId: actor.userId, documentIds: [documentId], action: 'version_added', details: { version }, now });
      await enqueueProcessing(tx, { documentId, priority: 'high', payload: { ...password, fresh: true }, now });
      return getDocument(tx, documentId);
    });
    if (made) {
      deps.wakeProcessor?.();
      return { document: made, duplicate: false };
    }
    await discardFile(deps, storageKey);
    return { document: await deps.db.asUser(actor, (tx) => getDocument(tx, documentId)), duplicate: true };
  } catch (error) {
    if (!commitTried || wasRolledBack(error)) await discardFile(deps, storageKey);
    if (error instanceof DatabaseError && error.sqlState === 'DVQ01') throw storageExceeded();
    if (isUniqueViolation(error, 'documents_content_key')) {
      throw contentHeldElsewhere((await deps.db.asUser(actor, (tx) => findHeld(tx, actor.userId, sha256))) ?? documentId);
    }
    throw error;
  }
};
