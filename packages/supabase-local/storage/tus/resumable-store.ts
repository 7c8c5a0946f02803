import type { Readable } from 'node:stream';
import { DataStore, ERRORS, Upload } from '@tus/server';
import { sealFile } from '@docuvault/core/encryption/sealed-files.ts';
import { deleteFiles } from '../release-blobs.ts';
import { dayOf } from '../store-object.ts';
import type { StorageContext } from '../storage-context.ts';
import * as uploads from './resumable.repository.ts';
import { takeParts } from './take-parts.ts';

/** Keys of the parts' files; the sweep looks at them too. */
export const uploadsPrefix = 'uploads/';
/** A long request is kept in pieces of this size, so that little of it has to be sent again. */
const partBytes = 8 * 1024 * 1024;

const isUuid = (id: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

/** The upload, unless it never was (404) or its time has run out (410). */
export const getResumable = async (ctx: StorageContext, id: string): Promise<uploads.ResumableUpload> => {
  const upload = isUuid(id) ? await ctx.db.asService('read a resumable upload', (tx) => uploads.findUpload(tx, id)) : null;
  if (!upload) throw ERRORS.FILE_NOT_FOUND;
  if (upload.expires_at <= ctx.clock.now()) throw ERRORS.FILE_NO_LONGER_EXISTS;
  return upload;
};

/** Removes an upload that will not become an object. */
export const removeResumable = async (ctx: StorageContext, id: string): Promise<void> => {
  const keys = await ctx.db.asService('end a resumable upload', (tx) => uploads.deleteUploads(tx, [id]));
  await deleteFiles(ctx, keys);
};

/**
 * Keeps resumable uploads as sealed files, one a part, with their rows in the database. An offset is told only after
 * the part's bytes and row are on the disk, so it holds after a crash; what a broken connection had sent is kept.
 * Expiry is this store's own (by the clock it is given), hence `getExpiration` stays 0.
 */
export class ResumableStore extends DataStore {
  readonly #ctx: StorageContext;
  /** Writes whose request may be gone already, and that a reader of the offset has to wait for. */
  readonly #writing = new Map<string, Promise<unknown>>();

  constructor(ctx: StorageContext) {
    super();
    this.#ctx = ctx;
    this.extensions = ['creation', 'creation-with-upload', 'creation-defer-length', 'termination', 'expiration'];
  }

  override async getUpload(id: string): Promise<Upload> {
    await this.#writing.get(id)?.catch(() => undefined);
    const found = await getResumable(this.#ctx, id);
    return new Upload({
      id,
      size: found.length ?? undefined,
      offset: found.received,
      metadata: found.metadata,
      creation_date: found.created_at.toISOString(),
    });
  }

  override async declareUploadLength(id: string, length: number): Promise<void> {
    await this.#ctx.db.asService('learn the length of a resumable upload', (tx) => uploads.setLength(tx, id, length));
  }

  override async remove(id: string): Promise<void> {
    await removeResumable(this.#ctx, id);
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const work = this.#write(stream, id, offset);
    this.#writing.set(id, work);
    try {
      return await work;
    } finally {
      if (this.#writing.get(id) === work) this.#writing.delete(id);
    }
  }

  async #write(stream: Readable, uploadId: string, offset: number): Promise<number> {
    let at = offset;
    for await (const part of takeParts(stream, partBytes)) {
      at += await this.#keep(uploadId, at, part);
    }
    return at;
  }

  /** Seals a part and then writes its row; answers how many bytes it had. */
  async #keep(uploadId: string, start: number, part: AsyncIterable<Uint8Array>): Promise<number> {
    const ctx = this.#ctx;
    const id = crypto.randomUUID();
    const key = `${uploadsPrefix}${dayOf(ctx.clock.now())}/${uploadId}/${id}`;
    let size = 0;
    async function* counted() {
      for await (const bytes of part) {
        size += bytes.length;
        yield bytes;
      }
    }
    const sealed = await sealFile(ctx, id, key, counted());
    const isNext = await ctx.db.asService('keep a part of a resumable upload', (tx) => uploads.appendPart(tx, uploadId, start, size, sealed));
    if (!isNext) {
      await deleteFiles(ctx, [key]);
      throw ERRORS.INVALID_OFFSET;
    }
    return size;
  }
}
