import { findBucket, type BucketRow } from './buckets.repository.ts';
import { isFolderMarker } from './names.ts';
import { noSuchBucket } from './storage-error.ts';
import type { StorageContext } from './storage-context.ts';

/** The bucket as the service sees it: its limits hold for everybody. Throws `NoSuchBucket`. */
export const bucketOf = async (ctx: StorageContext, id: string): Promise<BucketRow> => {
  const bucket = await ctx.db.asService("read a bucket's limits", (tx) => findBucket(tx, id));
  if (!bucket) throw noSuchBucket();
  return bucket;
};

/** Most bytes that an object of the bucket may have. */
export const limitOf = (ctx: StorageContext, bucket: BucketRow, key: string): number =>
  isFolderMarker(key) ? 0 : Math.min(bucket.file_size_limit ?? ctx.maxFileBytes, ctx.maxFileBytes);
