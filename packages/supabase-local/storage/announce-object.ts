import { deleteVersion, findUntold, markTold, restoreObject, type StoredObject } from './objects.repository.ts';
import { actorOfOwner } from './permission.ts';
import { releaseBlobs } from './release-blobs.ts';
import { toStorageError } from './storage-error.ts';
import type { ObjectStored, StorageContext } from './storage-context.ts';

/** Takes back an object that `onObjectStored` refused; `blobId` is its version too. */
const takeBack = async (ctx: StorageContext, { bucket, name, blobId }: ObjectStored, former: StoredObject | null) => {
  await ctx.db.asService('take back a refused object', (tx) => (former ? restoreObject(tx, former, blobId) : deleteVersion(tx, bucket, name, blobId)));
  await releaseBlobs(ctx, [blobId]);
};

/** Tells `onObjectStored` of an object that is stored. When it throws, the object goes, a former one comes back, and the error is thrown on. */
export const announce = async (ctx: StorageContext, event: ObjectStored, former: StoredObject | null): Promise<void> => {
  if (!ctx.onObjectStored) return;
  try {
    await ctx.onObjectStored(event);
  } catch (error) {
    await takeBack(ctx, event, former);
    throw error;
  }
  await ctx.db.asService('note that an object is known', (tx) => markTold(tx, event.bucket, event.name, event.blobId));
};

/**
 * Tells `onObjectStored` of objects that a crash kept it from hearing of, in the name of their owners. So it hears of
 * each object at least once. What it refuses for good goes; what fails otherwise stays for the next time.
 */
export const announceForgotten = async (ctx: StorageContext, before: Date): Promise<number> => {
  const tell = ctx.onObjectStored;
  if (!tell) return 0;
  const objects = await ctx.db.asService('find objects that a crash kept unknown', (tx) => findUntold(tx, before, 100));
  for (const { bucket_id: bucket, name, blob_id: blobId, owner_id, metadata, untold_via: via } of objects) {
    if (!blobId) continue;
    const event: ObjectStored = {
      bucket, name, actor: actorOfOwner(owner_id), via, blobId, mimeType: metadata?.mimetype ?? 'application/octet-stream', size: metadata?.size ?? 0,
    };
    try {
      await tell(event);
      await ctx.db.asService('note that an object is known', (tx) => markTold(tx, bucket, name, blobId));
    } catch (error) {
      if (toStorageError(error).status < 500) await takeBack(ctx, event, null);
      else ctx.log.warn('an object is still unknown', { reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return objects.length;
};
