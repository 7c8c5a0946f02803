import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import { maxUploadBytes, type UploadOptions } from '@docuvault/contract/upload.ts';
import type { Actor } from '@docuvault/core/actor.ts';
import { AppError, notFound } from '@docuvault/core/errors.ts';
import { openFile, sealedLength, type SealedFile } from '@docuvault/core/encryption/sealed-files.ts';
import type { QueueDeps } from '../document-processor/wake.ts';
import { editDocument } from '../documents/edit-document.ts';
import { findBlob } from '../files/blobs.repository.ts';
import { scannerDown, uploadEmpty, uploadMalware, uploadTooLarge } from './document-upload.errors.ts';
import { createContentInspector } from './inspect-content.ts';
import { keepDocument, type Ingested, type UploadContext } from './keep-document.ts';
import type { ReceivedFile } from './receive-file.ts';
import { scanFile } from './scan-file.ts';

const bucket = 'documents';

/** Looks through a file that is stored already, as `receiveFile` does with one that comes in. */
const inspectStored = async (deps: Pick<QueueDeps, 'blobs' | 'keyring'>, sealed: SealedFile): Promise<ReceivedFile> => {
  const sizeBytes = sealedLength(sealed);
  if (sizeBytes === 0) throw uploadEmpty();
  if (sizeBytes > maxUploadBytes) throw uploadTooLarge();
  const hash = createHash('sha256');
  const inspector = createContentInspector();
  for await (const part of openFile(deps, sealed)) {
    hash.update(part);
    await inspector.push(part);
  }
  return { sealed, sizeBytes, sha256: hash.digest('hex'), mimeType: await inspector.finish() };
};

/**
 * The sealed file of an object in the bucket, if the caller's policies show it, and what it is called: as its user
 * metadata say in `fileName` (names of objects are plain ASCII), else as the object is. Where storage is not ours an object has no file.
 */
const findObject = async ({ actor, deps }: UploadContext, objectName: string): Promise<{ file: SealedFile; fileName: string }> => {
  const [row] = await deps.db.asUser(actor, (tx) =>
    tx.query<{ blob_id: string | null; file_name: string | null }>(sql`
      select to_jsonb(o) ->> 'blob_id' as blob_id, o.user_metadata ->> 'fileName' as file_name
      from storage.objects o where o.bucket_id = ${bucket} and o.name = ${objectName}`));
  const blobId = row?.blob_id;
  const file = blobId ? await deps.db.asService('open an object for its owner', (tx) => findBlob(tx, blobId)) : null;
  if (!file) throw notFound('object');
  return { file, fileName: row?.file_name ?? objectName.split('/').at(-1) ?? '' };
};

/**
 * Makes a document of an object that is in the storage bucket `documents` already (put there by TUS, say), without
 * copying it. Claiming it again changes what the options say and answers the same document.
 */
export const claimObject = async (ctx: UploadContext, input: { objectName: string; options: UploadOptions }): Promise<Ingested> => {
  const { actor, deps } = ctx;
  const { file: sealed, fileName } = await findObject(ctx, input.objectName);
  const file = await inspectStored(deps, sealed);
  await scanFile(deps, sealed, { malware: uploadMalware, down: scannerDown });
  const known = await keepDocument(ctx, { documentId: uuidv7(), file, isNew: false, fileName, options: input.options, priority: 'high' });
  if (!known.duplicate) {
    deps.wakeProcessor?.();
    return known;
  }
  const usesIt = await deps.db.asUser(actor, (tx) => tx.query(sql`select 1 from public.documents d where d.id = ${known.document.id} and d.blob_id = ${sealed.id}`));
  if (usesIt.length === 0) return known;
  const { title, folderId, tags, person } = input.options;
  const patch = { title, folderId, person, tags: tags?.length ? tags : undefined };
  return { document: await editDocument(ctx, known.document.id, patch), duplicate: false };
};

/**
 * For the storage server's `onObjectStored`: what a person puts into the bucket `documents` by a resumable upload
 * becomes a document at once. What cannot be one stays a mere object, except malware, which is refused.
 */
export const adoptObject = async (deps: QueueDeps, event: { bucket: string; name: string; actor: Actor; via: 'tus' | 'rest' }): Promise<void> => {
  if (event.bucket !== bucket || event.via !== 'tus' || event.actor.role !== 'authenticated') return;
  try {
    await claimObject({ actor: event.actor, deps }, { objectName: event.name, options: {} });
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500 || error.code === 'upload.malware') throw error;
    deps.log.info('an object was not made a document', { code: error.code });
  }
};
