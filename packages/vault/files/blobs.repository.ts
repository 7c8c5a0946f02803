import sql from 'sql-template-tag';
import type { SealedFile } from '@docuvault/core/encryption/sealed-files.ts';
import type { Tx } from '@docuvault/db/types.ts';

/*
 * Rows of private.blobs. All but `registerBlob` want a transaction of the service: keys are out of reach for people.
 */

type BlobRow = { id: string; storage_key: string; stored_bytes: number; key_version: number; wrapped_key: Uint8Array<ArrayBuffer> };

export const toSealedFile = (row: BlobRow): SealedFile => ({
  id: row.id, storageKey: row.storage_key, storedBytes: row.stored_bytes, keyVersion: row.key_version, wrappedKey: new Uint8Array(row.wrapped_key),
});

/** Remembers a stored file. */
export const insertBlob = async (tx: Tx, ownerId: string, file: SealedFile, now: Date): Promise<void> => {
  await tx.query(sql`
    insert into private.blobs (id, owner_id, storage_key, stored_bytes, key_version, wrapped_key, created_at)
    values (${file.id}, ${ownerId}, ${file.storageKey}, ${file.storedBytes}, ${file.keyVersion}, ${file.wrappedKey}, ${now})`);
};

/** Remembers a file that the transaction's person has stored, in the commit that makes a document use it. */
export const registerBlob = async (tx: Tx, file: SealedFile, now: Date): Promise<void> => {
  await tx.query(sql`
    select private.register_blob(${file.id}::uuid, ${file.storageKey}, ${file.storedBytes}::bigint, ${file.keyVersion}::integer, ${file.wrappedKey}::bytea, ${now}::timestamptz)`);
};

export const findBlob = async (tx: Tx, blobId: string): Promise<SealedFile | null> => {
  const [row] = await tx.query<BlobRow>(sql`
    select b.id, b.storage_key, b.stored_bytes, b.key_version, b.wrapped_key from private.blobs b where b.id = ${blobId}`);
  return row ? toSealedFile(row) : null;
};

/** Keys below this are made by the storage server; a document may use such a file, and then the object goes with the document. */
const ofStorage = 'objects/';

/** Forgets those of the files that no document uses any more, keys and all, and answers where their bytes are. */
export const deleteUnusedBlobs = async (tx: Tx, blobIds: readonly string[]): Promise<{ storage_key: string }[]> => {
  const unused = await tx.query<{ id: string; storage_key: string }>(sql`
    select b.id, b.storage_key from private.blobs b where b.id = any(${[...blobIds]}::uuid[])
      and not exists (select from public.documents d where d.blob_id = b.id)
      and not exists (select from public.documents d where d.thumbnail_blob_id = b.id)
      and not exists (select from public.document_versions v where v.blob_id = b.id) for update`);
  if (unused.length === 0) return [];
  const claimed = unused.filter((blob) => blob.storage_key.startsWith(ofStorage)).map((blob) => blob.id);
  if (claimed.length > 0) await tx.query(sql`delete from storage.objects o where o.blob_id = any(${claimed}::uuid[])`);
  await tx.query(sql`delete from private.blobs b where b.id = any(${unused.map((blob) => blob.id)}::uuid[])`);
  return unused;
};
