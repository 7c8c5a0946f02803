import type { Actor } from '@docuvault/core/actor.ts';
import { openFile } from '@docuvault/core/encryption/sealed-files.ts';
import { findBlob, findObject, type ObjectRow } from './objects.repository.ts';
import { mayUpload } from './permission.ts';
import { noSuchKey } from './storage-error.ts';
import { storeObject } from './store-object.ts';
import { bucketOf } from './bucket-limits.ts';
import type { StorageContext } from './storage-context.ts';

type Place = { bucket: string; name: string };

export type CopyInput = {
  actor: Actor;
  from: Place;
  to: Place;
  isUpsert: boolean;
  /** What differs in the copy; what is undefined in it stays. Null copies everything as it is. */
  changes: { mimeType: string | undefined; cacheControl: string | undefined; userMetadata: Record<string, unknown> | null } | null;
};

/**
 * Copies an object that the actor may read to where the actor may write. The bytes are sealed anew, so that either of
 * the two can be erased with its key. Throws `NoSuchKey` where the actor sees no such object.
 */
export const copyObject = async (ctx: StorageContext, input: CopyInput): Promise<ObjectRow> => {
  const { actor, from, to, isUpsert, changes } = input;
  const origin = await ctx.db.asUser(actor, (tx) => findObject(tx, from.bucket, from.name));
  const blobId = origin?.blob_id;
  const file = blobId && (await ctx.db.asService('copy an object that was asked for', (tx) => findBlob(tx, blobId)));
  if (!origin || !file) throw noSuchKey();
  await bucketOf(ctx, to.bucket);
  const kind = {
    mimeType: changes?.mimeType ?? origin.metadata?.mimetype ?? 'application/octet-stream',
    cacheControl: changes?.cacheControl ?? origin.metadata?.cacheControl ?? 'no-cache',
    userMetadata: changes ? changes.userMetadata : origin.user_metadata,
  };
  await mayUpload(ctx.db, actor, { ...to, ...kind, isUpsert, contentLength: origin.metadata?.size ?? null });
  // The bytes were within a limit once; the destination's own is not asked, as on the real server.
  return storeObject(ctx, { actor, ...to, ...kind, isUpsert, via: 'rest', limit: Number.MAX_SAFE_INTEGER, parts: openFile(ctx, file) });
};
