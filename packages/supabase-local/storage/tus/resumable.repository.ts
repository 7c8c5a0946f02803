import sql from 'sql-template-tag';
import type { SealedFile } from '@docuvault/core/encryption/sealed-files.ts';
import type { Tx } from '@docuvault/db/types.ts';

/* Rows of storage.resumable_uploads and resumable_parts. Every function wants a transaction of the service. */

export type ResumableUpload = {
  id: string;
  bucket_id: string;
  name: string;
  owner_id: string | null;
  is_upsert: boolean;
  /** Whole length, null while the client has not said it. */
  length: number | null;
  metadata: Record<string, string | null>;
  created_at: Date;
  expires_at: Date;
  completed_at: Date | null;
  /** Bytes that are on the disk. */
  received: number;
};

/** The upload with how much of it has arrived. */
export const findUpload = async (tx: Tx, id: string): Promise<ResumableUpload | null> => {
  const [row] = await tx.query<ResumableUpload>(sql`
    select u.*, case when u.completed_at is not null then u.length
      else (select coalesce(sum(p.plain_bytes), 0)::bigint from storage.resumable_parts p where p.upload_id = u.id) end as received
    from storage.resumable_uploads u where u.id = ${id}`);
  return row ?? null;
};

export const insertUpload = async (tx: Tx, upload: Omit<ResumableUpload, 'completed_at' | 'received'>): Promise<void> => {
  await tx.query(sql`
    insert into storage.resumable_uploads (id, bucket_id, name, owner_id, is_upsert, length, metadata, created_at, expires_at)
    values (${upload.id}, ${upload.bucket_id}, ${upload.name}, ${upload.owner_id}, ${upload.is_upsert}, ${upload.length},
      ${JSON.stringify(upload.metadata)}::jsonb, ${upload.created_at}, ${upload.expires_at})`);
};

export const setLength = async (tx: Tx, id: string, length: number): Promise<void> => {
  await tx.query(sql`update storage.resumable_uploads u set length = ${length} where u.id = ${id} and u.length is null`);
};

/** Adds a part that begins where the ones before it end; false when it does not, or the upload is no more. */
export const appendPart = async (tx: Tx, uploadId: string, start: number, plainBytes: number, file: SealedFile): Promise<boolean> => {
  const [upload] = await tx.query(sql`select from storage.resumable_uploads u where u.id = ${uploadId} and u.completed_at is null for update`);
  if (!upload) return false;
  const rows = await tx.query(sql`
    insert into storage.resumable_parts (upload_id, start_byte, plain_bytes, blob_id, storage_key, stored_bytes, key_version, wrapped_key)
    select ${uploadId}::uuid, ${start}::bigint, ${plainBytes}::bigint, ${file.id}::uuid, ${file.storageKey}, ${file.storedBytes}::bigint,
      ${file.keyVersion}::integer, ${file.wrappedKey}::bytea
    where (select coalesce(sum(p.plain_bytes), 0) from storage.resumable_parts p where p.upload_id = ${uploadId}::uuid) = ${start}::bigint
    returning start_byte`);
  return rows.length > 0;
};

type PartRow = { blob_id: string; storage_key: string; stored_bytes: number; key_version: number; wrapped_key: Uint8Array<ArrayBuffer> };

/** The parts in order. */
export const listParts = async (tx: Tx, uploadId: string): Promise<SealedFile[]> => {
  const rows = await tx.query<PartRow>(sql`
    select p.blob_id, p.storage_key, p.stored_bytes, p.key_version, p.wrapped_key
    from storage.resumable_parts p where p.upload_id = ${uploadId} order by p.start_byte`);
  return rows.map((row) => ({
    id: row.blob_id, storageKey: row.storage_key, storedBytes: row.stored_bytes, keyVersion: row.key_version, wrappedKey: new Uint8Array(row.wrapped_key),
  }));
};

/** Marks the upload as an object now; false when somebody did so before. Its parts stay until `deleteParts`. */
export const completeUpload = async (tx: Tx, id: string, at: Date): Promise<boolean> =>
  (await tx.query(sql`update storage.resumable_uploads u set completed_at = ${at} where u.id = ${id} and u.completed_at is null returning u.id`)).length > 0;

/** Takes a completion back whose object was refused. */
export const reopenUpload = async (tx: Tx, id: string): Promise<void> => {
  await tx.query(sql`update storage.resumable_uploads u set completed_at = null where u.id = ${id}`);
};

/** Forgets the parts and answers where their bytes are. */
export const deleteParts = async (tx: Tx, uploadIds: readonly string[]): Promise<string[]> => {
  const rows = await tx.query<{ storage_key: string }>(sql`
    delete from storage.resumable_parts p where p.upload_id = any(${uploadIds}::uuid[]) returning p.storage_key`);
  return rows.map((row) => row.storage_key);
};

/** Removes the uploads, parts and all, and answers where the parts' bytes are. */
export const deleteUploads = async (tx: Tx, ids: readonly string[]): Promise<string[]> => {
  const keys = await deleteParts(tx, ids);
  await tx.query(sql`delete from storage.resumable_uploads u where u.id = any(${ids}::uuid[])`);
  return keys;
};

export const findExpired = async (tx: Tx, now: Date, limit: number): Promise<string[]> => {
  const rows = await tx.query<{ id: string }>(sql`
    select u.id from storage.resumable_uploads u where u.expires_at < ${now} order by u.expires_at limit ${limit}`);
  return rows.map((row) => row.id);
};
