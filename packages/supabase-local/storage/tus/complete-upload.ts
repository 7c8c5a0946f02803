import { openFile } from '@docuvault/core/encryption/sealed-files.ts';
import type { Actor } from '@docuvault/core/actor.ts';
import { deleteFiles } from '../release-blobs.ts';
import { parseUserMetadata } from '../read-upload.ts';
import { StorageError, toStorageError } from '../storage-error.ts';
import { storeObject } from '../store-object.ts';
import type { StorageContext } from '../storage-context.ts';
import * as uploads from './resumable.repository.ts';
import { removeResumable } from './resumable-store.ts';

/** The type that an upload's metadata names. */
export const mimeTypeOf = (metadata: Record<string, string | null>): string => metadata.contentType || 'application/octet-stream';

const cacheControlOf = (metadata: Record<string, string | null>): string =>
  /^\d{1,10}$/.test(metadata.cacheControl ?? '') ? `max-age=${metadata.cacheControl}` : 'no-cache';

class CompletedBefore extends Error {}

/** Makes an object of an upload whose bytes are all there. Doing so twice, or in two processes at a time, makes one. */
const complete = async (ctx: StorageContext, actor: Actor, upload: uploads.ResumableUpload): Promise<void> => {
  const parts = await ctx.db.asService('put a resumable upload together', (tx) => uploads.listParts(tx, upload.id));
  async function* whole() {
    for (const part of parts) yield* openFile(ctx, part);
  }
  try {
    await storeObject(ctx, {
      actor,
      bucket: upload.bucket_id,
      name: upload.name,
      isUpsert: upload.is_upsert,
      mimeType: mimeTypeOf(upload.metadata),
      cacheControl: cacheControlOf(upload.metadata),
      userMetadata: parseUserMetadata(upload.metadata.metadata),
      via: 'tus',
      limit: upload.length ?? 0,
      parts: whole(),
      alongside: async (tx) => {
        if (!(await uploads.completeUpload(tx, upload.id, ctx.clock.now()))) throw new StorageError(409, 'ResourceLocked', 'The upload is being completed');
      },
    });
  } catch (error) {
    if (toStorageError(error).code === 'ResourceLocked') throw new CompletedBefore();
    throw error;
  }
  const keys = await ctx.db.asService('drop the parts of a completed upload', (tx) => uploads.deleteParts(tx, [upload.id]));
  await deleteFiles(ctx, keys);
};

/**
 * Completes uploads, one at a time each. An upload that is refused for good (a taken name, a type, a quota) is removed;
 * one that failed for another reason keeps its bytes, and the client's next question tries again.
 */
export const createCompletion = (ctx: StorageContext) => {
  const running = new Map<string, Promise<void>>();
  const run = async (actor: Actor, upload: uploads.ResumableUpload): Promise<void> => {
    try {
      await complete(ctx, actor, upload);
    } catch (error) {
      if (error instanceof CompletedBefore) return;
      if (toStorageError(error).status < 500) await removeResumable(ctx, upload.id);
      else await ctx.db.asService('keep an upload that could not be completed', (tx) => uploads.reopenUpload(tx, upload.id));
      throw error;
    }
  };
  return (actor: Actor, upload: uploads.ResumableUpload): Promise<void> => {
    const known = running.get(upload.id);
    if (known) return known;
    const work = run(actor, upload).finally(() => running.delete(upload.id));
    running.set(upload.id, work);
    return work;
  };
};
