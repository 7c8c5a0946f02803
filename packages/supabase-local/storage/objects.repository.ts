import sql from 'sql-template-tag';
import type { SealedFile } from '@docuvault/core/encryption/sealed-files.ts';
import type { Tx } from '@docuvault/db/types.ts';

/** What the real server keeps about an object's bytes, under its own names. */
export type ObjectMetadata = {
  eTag: string;
  size: number;
  mimetype: string;
  cacheControl: string;
  lastModified: string;
  contentLength: number;
  httpStatusCode: number;
};

/** A row of storage.objects as the wire shows it. */
export type ObjectRow = {
  id: string;
  name: string;
  bucket_id: string;
  owner: string | null;
  owner_id: string | null;
  version: string | null;
  metadata: ObjectMetadata | null;
  user_metadata: Record<string, unknown> | null;
  created_at: Date;
  updated_at: Date;
  last_accessed_at: Date | null;
};

/** A row with what it leads to; `blob_id` never goes out. */
export type StoredObject = ObjectRow & { blob_id: string | null };

/** The row without what the wire does not show. */
export const toWire = (object: StoredObject): ObjectRow => {
  const { id, name, bucket_id, owner, owner_id, version, metadata, user_metadata, created_at, updated_at, last_accessed_at } = object;
  return { id, name, bucket_id, owner, owner_id, version, metadata, user_metadata, created_at, updated_at, last_accessed_at };
};

const shown = sql`o.id, o.name, o.bucket_id, o.owner, o.owner_id, o.version, o.metadata, o.user_metadata, o.created_at, o.updated_at, o.last_accessed_at`;

const isUuid = (text: string | null): boolean => text !== null && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** The object, when the transaction's role may see it. */
export const findObject = async (tx: Tx, bucket: string, name: string): Promise<StoredObject | null> => {
  const [row] = await tx.query<StoredObject>(sql`select ${shown}, o.blob_id from storage.objects o where o.bucket_id = ${bucket} and o.name = ${name}`);
  return row ?? null;
};

/** The object, held against changes until the transaction ends. */
export const lockObject = async (tx: Tx, bucket: string, name: string): Promise<StoredObject | null> => {
  const [row] = await tx.query<StoredObject>(sql`
    select ${shown}, o.blob_id from storage.objects o where o.bucket_id = ${bucket} and o.name = ${name} for update`);
  return row ?? null;
};

/** Which of the names the transaction's role may see. */
export const findNames = async (tx: Tx, bucket: string, names: readonly string[]): Promise<Set<string>> => {
  const rows = await tx.query<{ name: string }>(sql`select o.name from storage.objects o where o.bucket_id = ${bucket} and o.name = any(${names}::text[])`);
  return new Set(rows.map((row) => row.name));
};

export type NewObject = {
  bucket: string;
  name: string;
  ownerId: string | null;
  version: string;
  metadata: Partial<ObjectMetadata>;
  userMetadata: Record<string, unknown> | null;
  blobId: string | null;
  /** How it came, while `onObjectStored` has not been told of it. */
  untoldVia: 'tus' | 'rest' | null;
};

/** Inserts the row; a unique violation when the name is taken. Asks for no row back, hence needs no select policy. */
export const insertObject = async (tx: Tx, object: NewObject): Promise<void> => {
  await tx.query(sql`
    insert into storage.objects (bucket_id, name, owner, owner_id, version, metadata, user_metadata, blob_id, untold_via)
    values (${object.bucket}, ${object.name}, ${isUuid(object.ownerId) ? object.ownerId : null}::uuid, ${object.ownerId}, ${object.version},
      ${JSON.stringify(object.metadata)}::jsonb, ${object.userMetadata ? JSON.stringify(object.userMetadata) : null}::jsonb, ${object.blobId}::uuid, ${object.untoldVia})`);
};

/** Inserts the row or replaces the one of its name; as a person this takes insert, update and select policies. */
export const upsertObject = async (tx: Tx, object: NewObject): Promise<ObjectRow> => {
  const [row] = await tx.query<ObjectRow>(sql`
    insert into storage.objects as o (bucket_id, name, owner, owner_id, version, metadata, user_metadata, blob_id, untold_via)
    values (${object.bucket}, ${object.name}, ${isUuid(object.ownerId) ? object.ownerId : null}::uuid, ${object.ownerId}, ${object.version},
      ${JSON.stringify(object.metadata)}::jsonb, ${object.userMetadata ? JSON.stringify(object.userMetadata) : null}::jsonb, ${object.blobId}::uuid, ${object.untoldVia})
    on conflict (bucket_id, name) do update set owner = excluded.owner, owner_id = excluded.owner_id, version = excluded.version,
      metadata = excluded.metadata, user_metadata = excluded.user_metadata, blob_id = excluded.blob_id, untold_via = excluded.untold_via, updated_at = clock_timestamp()
    returning ${shown}`);
  return row!;
};

/** Renames the row, when the transaction's role may; null when it sees no such object. */
export const renameObject = async (
  tx: Tx,
  from: { bucket: string; name: string },
  to: { bucket: string; name: string; ownerId: string | null },
): Promise<ObjectRow | null> => {
  const [row] = await tx.query<ObjectRow>(sql`
    update storage.objects o set bucket_id = ${to.bucket}, name = ${to.name}, updated_at = clock_timestamp(),
      owner = coalesce(${isUuid(to.ownerId) ? to.ownerId : null}::uuid, o.owner), owner_id = coalesce(${to.ownerId}, o.owner_id)
    where o.bucket_id = ${from.bucket} and o.name = ${from.name} returning ${shown}`);
  return row ?? null;
};

/** Puts a row back as it was, unless something newer than `version` is there. */
export const restoreObject = async (tx: Tx, former: StoredObject, version: string): Promise<void> => {
  await tx.query(sql`
    update storage.objects o set owner = ${former.owner}::uuid, owner_id = ${former.owner_id}, version = ${former.version},
      metadata = ${former.metadata && JSON.stringify(former.metadata)}::jsonb,
      user_metadata = ${former.user_metadata && JSON.stringify(former.user_metadata)}::jsonb,
      blob_id = ${former.blob_id}::uuid, untold_via = null, updated_at = ${former.updated_at}
    where o.bucket_id = ${former.bucket_id} and o.name = ${former.name} and o.version = ${version}`);
};

/** Notes that `onObjectStored` knows of the version. */
export const markTold = async (tx: Tx, bucket: string, name: string, version: string): Promise<void> => {
  await tx.query(sql`
    update storage.objects o set untold_via = null where o.bucket_id = ${bucket} and o.name = ${name} and o.version = ${version}`);
};

export type UntoldObject = StoredObject & { untold_via: 'tus' | 'rest' };

/** Objects since before the time that `onObjectStored` was not told of: a crash came between. */
export const findUntold = (tx: Tx, before: Date, limit: number): Promise<UntoldObject[]> =>
  tx.query<UntoldObject>(sql`
    select ${shown}, o.blob_id, o.untold_via from storage.objects o where o.untold_via is not null and o.updated_at < ${before} order by o.updated_at limit ${limit}`);

/** Removes a row, unless something newer than `version` is there. */
export const deleteVersion = async (tx: Tx, bucket: string, name: string, version: string): Promise<void> => {
  await tx.query(sql`delete from storage.objects o where o.bucket_id = ${bucket} and o.name = ${name} and o.version = ${version}`);
};

/** Removes those of the objects that the transaction's role may see and delete. */
export const deleteObjects = (tx: Tx, bucket: string, names: readonly string[]): Promise<StoredObject[]> =>
  tx.query<StoredObject>(sql`
    delete from storage.objects o where o.bucket_id = ${bucket} and o.name = any(${names}::text[]) returning ${shown}, o.blob_id`);

type BlobRow = { id: string; storage_key: string; stored_bytes: number; key_version: number; wrapped_key: Uint8Array<ArrayBuffer> };

/** The encrypted file and its wrapped key; as the service only. */
export const findBlob = async (tx: Tx, id: string): Promise<SealedFile | null> => {
  const [row] = await tx.query<BlobRow>(sql`
    select b.id, b.storage_key, b.stored_bytes, b.key_version, b.wrapped_key from private.blobs b where b.id = ${id}`);
  if (!row) return null;
  return { id: row.id, storageKey: row.storage_key, storedBytes: row.stored_bytes, keyVersion: row.key_version, wrappedKey: new Uint8Array(row.wrapped_key) };
};

/** Remembers an encrypted file; as the service only. The owner's account may be gone by now: then it has none. */
export const insertBlob = async (tx: Tx, file: SealedFile, ownerId: string | null): Promise<void> => {
  await tx.query(sql`
    insert into private.blobs (id, owner_id, storage_key, stored_bytes, key_version, wrapped_key)
    values (${file.id}, (select u.id from auth.users u where u.id = ${isUuid(ownerId) ? ownerId : null}::uuid),
      ${file.storageKey}, ${file.storedBytes}, ${file.keyVersion}, ${file.wrappedKey})`);
};
