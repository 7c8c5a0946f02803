import sql from 'sql-template-tag';
import type { Tx } from '@docuvault/db/types.ts';
import { announceForgotten } from './announce-object.ts';
import { deleteFiles, objectsPrefix, releaseBlobs } from './release-blobs.ts';
import { dayOf } from './store-object.ts';
import type { StorageContext } from './storage-context.ts';
import * as uploads from './tus/resumable.repository.ts';
import { uploadsPrefix } from './tus/resumable-store.ts';

const batch = 200;
const hourMs = 60 * 60_000;
/** Longer than `onObjectStored` takes for an object that is being stored right now. */
const announceAfterMs = 10 * 60_000;
const background = { priority: 'background' } as const;

const removeExpiredUploads = async (ctx: StorageContext): Promise<number> => {
  for (let total = 0; ; ) {
    const { ids, keys } = await ctx.db.asService('remove resumable uploads whose time has run out', async (tx) => {
      const ids = await uploads.findExpired(tx, ctx.clock.now(), batch);
      return { ids, keys: await uploads.deleteUploads(tx, ids) };
    }, background);
    await deleteFiles(ctx, keys);
    total += ids.length;
    if (ids.length < batch) return total;
  }
};

/** Rows whose object went while a crash kept the rest from following. */
const releaseForgotten = async (ctx: StorageContext): Promise<number> => {
  const before = new Date(ctx.clock.now().getTime() - hourMs);
  const rows = await ctx.db.asService('find encrypted files that no object refers to', (tx) =>
    tx.query<{ id: string }>(sql`
      select b.id from private.blobs b where starts_with(b.storage_key, ${objectsPrefix}) and b.created_at < ${before}
        and not exists (select from storage.objects o where o.blob_id = b.id)`), background);
  return releaseBlobs(ctx, rows.map((row) => row.id));
};

/** Objects whose encrypted file the product erased, with a document that shared it: there is nothing to read any more. */
const removeHollow = async (ctx: StorageContext): Promise<number> => {
  const rows = await ctx.db.asService('remove objects whose file was erased', (tx) =>
    tx.query(sql`
      delete from storage.objects o where o.blob_id is not null and not exists (select from private.blobs b where b.id = o.blob_id)
      returning o.id`), background);
  return rows.length;
};

const knownKeys = async (tx: Tx, keys: readonly string[]): Promise<Set<string>> => {
  const rows = await tx.query<{ storage_key: string }>(sql`
    select b.storage_key from private.blobs b where b.storage_key = any(${keys}::text[])
    union all select p.storage_key from storage.resumable_parts p where p.storage_key = any(${keys}::text[])`);
  return new Set(rows.map((row) => row.storage_key));
};

/**
 * Files of days gone by that no row knows. Today's and yesterday's may belong to a request under way, whose row comes
 * after its file; the day is part of the key.
 */
const removeOrphans = async (ctx: StorageContext, prefix: string): Promise<number> => {
  const yesterday = dayOf(new Date(ctx.clock.now().getTime() - 24 * hourMs));
  let total = 0;
  let keys: string[] = [];
  const flush = async () => {
    if (keys.length === 0) return;
    const known = await ctx.db.asService('tell orphaned files from kept ones', (tx) => knownKeys(tx, keys), background);
    const orphans = keys.filter((key) => !known.has(key));
    await deleteFiles(ctx, orphans);
    total += orphans.length;
    keys = [];
  };
  for await (const key of ctx.blobs.list(prefix)) {
    if (key.slice(prefix.length, prefix.length + 8) >= yesterday) continue;
    if (keys.push(key) >= batch) await flush();
  }
  await flush();
  return total;
};

/** Makes up for crashes and abandoned uploads: objects that nobody was told of are announced; expired resumable uploads, objects without a file, rows without an object and files without a row go. */
export const sweepStorage = async (ctx: StorageContext): Promise<void> => {
  const expired = await removeExpiredUploads(ctx);
  const announced = await announceForgotten(ctx, new Date(ctx.clock.now().getTime() - announceAfterMs));
  const hollow = await removeHollow(ctx);
  const released = await releaseForgotten(ctx);
  const orphans = (await removeOrphans(ctx, objectsPrefix)) + (await removeOrphans(ctx, uploadsPrefix));
  if (expired + announced + hollow + released + orphans > 0) ctx.log.info('storage swept', { expired, announced, hollow, released, orphans });
};
