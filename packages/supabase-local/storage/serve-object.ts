import type { Context } from 'hono';
import type { ByteRange } from '@docuvault/core/blob-store.ts';
import { openFile } from '@docuvault/core/encryption/sealed-files.ts';
import { parseRange } from './http-range.ts';
import { findBlob, type StoredObject } from './objects.repository.ts';
import { noSuchKey, StorageError } from './storage-error.ts';
import type { StorageContext } from './storage-context.ts';

/** Types that a browser shows without running anything in them. */
const harmless = /^(?:image\/(?:png|jpeg|webp|gif|avif|bmp|tiff|heic)|application\/pdf|audio\/[\w.+-]+|video\/[\w.+-]+|text\/plain)(?:;|$)/i;

/** Files live on the web app's own origin here: HTML goes out as text, as on Supabase, and what else may run is put into a sandbox. */
const typeHeaders = (mimeType: string): Record<string, string> => {
  const type = /html/i.test(mimeType) ? 'text/plain' : mimeType.replaceAll(/[^\x20-\x7e]/g, '');
  const sandbox: Record<string, string> = harmless.test(type) ? {} : { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox" };
  return { 'content-type': type, 'x-content-type-options': 'nosniff', 'x-robots-tag': 'none', ...sandbox };
};

const disposition = (download: string | undefined): Record<string, string> => {
  if (download === undefined) return {};
  if (download === '') return { 'content-disposition': 'attachment;' };
  const name = encodeURIComponent(download.toWellFormed()).replaceAll("'", '%27');
  return { 'content-disposition': `attachment; filename=${name}; filename*=UTF-8''${name}` };
};

const headersOf = (object: StoredObject): Record<string, string> => {
  const modified = new Date(object.metadata?.lastModified ?? object.updated_at);
  return {
    etag: object.metadata?.eTag ?? '',
    'cache-control': (object.metadata?.cacheControl ?? 'no-cache').replaceAll(/[^\x20-\x7e]/g, ''),
    'last-modified': modified.toUTCString(),
  };
};

const tags = (header: string): string[] => header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));

/** Whether the client's copy is still good (RFC 9110 §13): by tag, or by time when it sends no tag. */
const isFresh = (c: Context, headers: Record<string, string>): boolean => {
  const match = c.req.header('if-none-match');
  if (match !== undefined) return match.trim() === '*' || tags(match).includes(headers.etag!);
  const since = Date.parse(c.req.header('if-modified-since') ?? '');
  return !Number.isNaN(since) && Date.parse(headers['last-modified']!) <= since;
};

/** A stream that reads on only as the client takes, and stops when it goes away. `first` was read already, to see that the file opens. */
const streamOf = (first: IteratorResult<Uint8Array>, rest: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> => {
  let next: IteratorResult<Uint8Array> | null = first;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = next ?? (await rest.next());
        next = null;
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await rest.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
};

const openObject = async (ctx: StorageContext, object: StoredObject, range: ByteRange | undefined) => {
  const blobId = object.blob_id;
  const file = blobId && (await ctx.db.asService('open an object that was asked for', (tx) => findBlob(tx, blobId)));
  if (!file) throw noSuchKey();
  const parts = openFile(ctx, file, range);
  return streamOf(await parts.next(), parts);
};

const unsatisfiable = () => new StorageError(416, 'InvalidRange', 'invalid range provided', 'invalid_range');

/** Answers with an object the caller may have: whole, a range of it, 304, or its headers alone for HEAD. */
export const serveObject = async (ctx: StorageContext, c: Context, object: StoredObject, expires?: Date): Promise<Response> => {
  const common = headersOf(object);
  if (expires) {
    delete common['cache-control'];
    common.expires = expires.toUTCString();
  }
  if (isFresh(c, common)) return c.body(null, 304, common);
  const size = object.metadata?.size ?? 0;
  const headers = { ...common, ...typeHeaders(object.metadata?.mimetype ?? 'application/octet-stream'), ...disposition(c.req.query('download')), 'accept-ranges': 'bytes' };
  const isHead = c.req.raw.method === 'HEAD';
  const ifRange = c.req.header('if-range');
  const range = isHead || (ifRange !== undefined && ifRange !== common.etag) ? null : parseRange(c.req.header('range'), size);
  if (range === 'unsatisfiable') {
    c.header('content-range', `bytes */${size}`);
    throw unsatisfiable();
  }
  if (isHead) return c.body(null, 200, { ...headers, 'content-length': String(size) });
  const body = await openObject(ctx, object, range ?? undefined);
  if (!range) return c.body(body, 200, { ...headers, 'content-length': String(size) });
  return c.body(body, 206, {
    ...headers,
    'content-length': String(range.end - range.start + 1),
    'content-range': `bytes ${range.start}-${range.end}/${size}`,
  });
};

/** Answers with what is known about an object, in the names of the info route. */
export const serveInfo = (c: Context, object: StoredObject): Response => {
  const headers = headersOf(object);
  if (c.req.raw.method === 'HEAD') return c.body(null, 200, { ...headers, 'content-type': 'application/json' });
  const info = {
    id: object.id,
    name: object.name,
    version: object.version,
    bucket_id: object.bucket_id,
    size: object.metadata?.size ?? null,
    content_type: object.metadata?.mimetype ?? null,
    cache_control: object.metadata?.cacheControl ?? null,
    etag: object.metadata?.eTag ?? null,
    metadata: object.user_metadata,
    last_modified: object.updated_at,
    created_at: object.created_at,
  };
  return c.json(info, 200, headers);
};
