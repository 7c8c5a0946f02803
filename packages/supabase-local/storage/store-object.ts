import type { Actor } from '@docuvault/core/actor.ts';
import { sealFile } from '@docuvault/core/encryption/sealed-files.ts';
import type { Tx } from '@docuvault/db/types.ts';
import { DatabaseError, isUniqueViolation } from '@docuvault/db/errors.ts';
import { meter } from './body-parts.ts';
import { announce } from './announce-object.ts';
import {
  findObject, insertBlob, insertObject, lockObject, upsertObject, type NewObject, type ObjectMetadata, type ObjectRow, type StoredObject,
} from './objects.repository.ts';
import { deleteFiles, objectsPrefix, releaseBlobs } from './release-blobs.ts';
import { ownerOf } from './permission.ts';
import { keyAlreadyExists, StorageError } from './storage-error.ts';
import type { ObjectStored, StorageContext } from './storage-context.ts';

export type ObjectInput = {
  actor: Actor;
  bucket: string;
  name: string;
  isUpsert: boolean;
  mimeType: string;
  cacheControl: string;
  userMetadata: Record<string, unknown> | null;
  via: ObjectStored['via'];
  /** Most bytes that are taken. */
  limit: number;
  parts: AsyncIterable<Uint8Array>;
  /** Runs in the transaction that makes the object real. */
  alongside?: (tx: Tx) => Promise<void>;
};

/** The day in a file's key: what the sweep knows a file's age by. */
export const dayOf = (now: Date): string => now.toISOString().slice(0, 10).replaceAll('-', '');

/** A new file's id and where its bytes go. */
export const newBlobKey = (ctx: Pick<StorageContext, 'clock'>) => {
  const id = crypto.randomUUID();
  return { id, key: `${objectsPrefix}${dayOf(ctx.clock.now())}/${id}` };
};

const writeRows = async (tx: Tx, input: ObjectInput, row: NewObject) => {
  const former = input.isUpsert ? await lockObject(tx, input.bucket, input.name) : null;
  if (!input.isUpsert) await insertObject(tx, row);
  const object = input.isUpsert ? await upsertObject(tx, row) : (await findObject(tx, input.bucket, input.name))!;
  return { former, object };
};

/**
 * Streams an object in: sealed under a key of its own and durable before its rows are written, all of them at once.
 * Whether the actor may is asked before (`mayUpload`). On any failure nothing is left and a former object stays.
 */
export const storeObject = async (ctx: StorageContext, input: ObjectInput): Promise<ObjectRow> => {
  const { id: blobId, key } = newBlobKey(ctx);
  const metered = meter(input.parts, input.limit);
  const sealed = await sealFile(ctx, blobId, key, metered.parts);
  const { size, eTag } = metered.result();
  const metadata: ObjectMetadata = {
    eTag, size, mimetype: input.mimeType, cacheControl: input.cacheControl,
    lastModified: ctx.clock.now().toISOString(), contentLength: size, httpStatusCode: 200,
  };
  const ownerId = ownerOf(input.actor);
  const row = { bucket: input.bucket, name: input.name, ownerId, version: blobId, metadata, userMetadata: input.userMetadata ?? {}, blobId, untoldVia: ctx.onObjectStored ? input.via : null };
  let rows: { former: StoredObject | null; object: ObjectRow };
  try {
    rows = await ctx.db.asService('store an object whose policies were asked', async (tx) => {
      await input.alongside?.(tx);
      await insertBlob(tx, sealed, ownerId);
      return writeRows(tx, input, row);
    });
  } catch (error) {
    // An answer that was lost may stand for a commit that went through: then the file stays, and the sweep decides.
    if (error instanceof DatabaseError || error instanceof StorageError) await deleteFiles(ctx, [key]);
    throw isUniqueViolation(error) ? keyAlreadyExists() : error;
  }
  await announce(ctx, { bucket: input.bucket, name: input.name, actor: input.actor, via: input.via, blobId, mimeType: input.mimeType, size }, rows.former);
  if (rows.former) await releaseBlobs(ctx, [rows.former.blob_id]);
  return rows.object;
};
