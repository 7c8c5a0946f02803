import sql from 'sql-template-tag';
import type { StorageContext } from './storage-context.ts';

/** Keys of the files that this server makes; the sweep looks at no others. */
export const objectsPrefix = 'objects/';

/**
 * Erases files that nothing refers to any more: neither an object, nor a document, nor a version of one. The rows with
 * the wrapped keys go first, and with them what makes the bytes readable; a file that a crash leaves behind is the
 * sweep's. A reference that this server does not know of is kept by its foreign key. Answers how many went.
 */
export const releaseBlobs = async (ctx: Pick<StorageContext, 'db' | 'blobs' | 'log'>, ids: readonly (string | null)[]): Promise<number> => {
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return 0;
  const gone = await ctx.db.asService('erase stored objects that nothing refers to', (tx) =>
    tx.query<{ storage_key: string }>(sql`
      delete from private.blobs b where b.id = any(${wanted}::uuid[])
        and not exists (select from storage.objects o where o.blob_id = b.id)
        and not exists (select from public.documents d where d.blob_id = b.id)
        and not exists (select from public.documents d where d.thumbnail_blob_id = b.id)
        and not exists (select from public.document_versions v where v.blob_id = b.id)
      returning b.storage_key`),
  );
  await deleteFiles(ctx, gone.map((row) => row.storage_key));
  return gone.length;
};

/** Removes files whose rows are gone. A store that does not answer leaves them to the sweep. */
export const deleteFiles = async (ctx: Pick<StorageContext, 'blobs' | 'log'>, keys: readonly string[]): Promise<void> => {
  for (const key of keys) {
    await ctx.blobs.delete(key).catch((error: unknown) => {
      ctx.log.warn('a file without a row is left to the sweep', { reason: error instanceof Error ? error.message : String(error) });
    });
  }
};
