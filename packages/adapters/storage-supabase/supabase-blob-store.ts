import { BlobNotFound, type BlobStore, type ByteRange } from '@docuvault/core/blob-store.ts';
import type { AppError} from '@docuvault/core/errors.ts';
import { unavailable } from '@docuvault/core/errors.ts';

export type SupabaseStorageOptions = {
  /** The project's URL, e.g. https://ref.supabase.co. */
  url: string;
  /** The service role's key: nobody else may read the bucket. */
  serviceKey: string;
  /** A private bucket of the vault's own; made when it is missing. Not `documents`: what lies here is sealed and of no type. */
  bucket: string;
  /** A server that says nothing for this long has failed. Default 30,000. */
  timeoutMs?: number;
  /** Default: the global one. */
  fetch?: typeof globalThis.fetch;
};

type Row = { name: string; id: string | null };
type Refusal = { statusCode?: string | number; error?: string; code?: string; message?: string };

const segment = /^[A-Za-z0-9_-][A-Za-z0-9_.-]{0,254}$/;
const pageSize = 1000;

const checkKey = (key: string): string => {
  if (key.length > 900 || !key.split('/').every((part) => segment.test(part))) throw new Error('not a blob key');
  return key;
};

const storeError = (status: number, refusal: Refusal): AppError => {
  const code = String(refusal.statusCode ?? status);
  if (code === '413') return unavailable('storage.full', 'The file store takes no file of this size; raise its limit.');
  if (code === '401' || code === '403') return unavailable('storage.refused', 'The file store refuses the keys of this server.');
  return unavailable('storage.unavailable', 'The file store is not answering; try again shortly.');
};

const silent = (cause: unknown): AppError => Object.assign(unavailable('storage.unavailable', 'The file store is not answering; try again shortly.'), { cause });

async function* bytesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    throw silent(error);
  }
}

/**
 * Keeps blobs in a private bucket of Supabase Storage, through its HTTP interface and with nothing but `fetch`, so that it
 * runs in an edge function as well. REST errors carry their true status in the body (`statusCode`).
 */
export const createSupabaseBlobStore = (options: SupabaseStorageOptions): BlobStore => {
  const base = `${options.url.replace(/\/+$/, '')}/storage/v1`;
  const request = options.fetch ?? globalThis.fetch;
  const credentials: Record<string, string> = { apikey: options.serviceKey };
  // Opaque keys are no tokens; the gateway makes one of the apikey.
  if (!options.serviceKey.startsWith('sb_')) credentials.authorization = `Bearer ${options.serviceKey}`;
  let ready: Promise<void> | null = null;

  const call = async (path: string, init: RequestInit & { duplex?: 'half' }): Promise<Response> => {
    const late = new AbortController();
    const timer = init.body instanceof ReadableStream ? undefined : setTimeout(() => {
      late.abort();
    }, options.timeoutMs ?? 30_000);
    try {
      return await request(`${base}${path}`, { ...init, headers: { ...credentials, ...(init.headers as Record<string, string>) }, signal: late.signal });
    } catch (error) {
      throw silent(error);
    } finally {
      clearTimeout(timer);
    }
  };
  const refusalOf = async (answer: Response): Promise<Refusal> => (await answer.json().catch(() => ({}))) as Refusal;
  const isMissing = (refusal: Refusal, status: number) => String(refusal.statusCode ?? status) === '404' && refusal.code !== 'NoSuchBucket';
  const json = (path: string, body: unknown, method = 'POST') =>
    call(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

  const makeBucket = async (): Promise<void> => {
    const found = await call(`/bucket/${options.bucket}`, { method: 'GET' });
    if (found.ok) {
      if (((await found.json()) as { public: boolean }).public) throw unavailable('storage.public_bucket', 'The bucket that keeps the files is public; make it private.');
      return;
    }
    const refusal = await refusalOf(found);
    if (String(refusal.statusCode ?? found.status) !== '404') throw storeError(found.status, refusal);
    const made = await json('/bucket', { id: options.bucket, name: options.bucket, public: false });
    const why = made.ok ? null : await refusalOf(made);
    if (why && String(why.statusCode) !== '409') throw storeError(made.status, why);
  };
  /** Looked for once; a failure is tried again by the next call. */
  const bucket = (): Promise<void> => {
    ready ??= makeBucket().catch((error: unknown) => {
      ready = null;
      throw error;
    });
    return ready;
  };
  const object = (key: string, init: RequestInit & { duplex?: 'half' }) => call(`/object/${options.bucket}/${checkKey(key)}`, init);

  async function* keysIn(folder: string, prefix: string): AsyncGenerator<string> {
    for (let offset = 0; ; offset += pageSize) {
      const answer = await json(`/object/list/${options.bucket}`, { prefix: folder, limit: pageSize, offset, sortBy: { column: 'name', order: 'asc' } });
      if (!answer.ok) throw storeError(answer.status, await refusalOf(answer));
      const rows = (await answer.json()) as Row[];
      for (const row of rows) {
        const key = folder === '' ? row.name : `${folder}/${row.name}`;
        if (row.id === null) {
          if (prefix.startsWith(`${key}/`) || key.startsWith(prefix)) yield* keysIn(key, prefix);
        } else if (key.startsWith(prefix)) yield key;
      }
      if (rows.length < pageSize) return;
    }
  }

  return {
    put: async (key, body) => {
      checkKey(key);
      await bucket();
      let size = 0;
      let broken: unknown;
      const parts = body[Symbol.asyncIterator]();
      const stream = new ReadableStream<Uint8Array>({
        pull: async (controller) => {
          try {
            const { done, value } = await parts.next();
            if (done) controller.close();
            else {
              size += value.length;
              controller.enqueue(value);
            }
          } catch (error) {
            broken = error;
            controller.error(error);
          }
        },
      });
      const answer = await object(key, { method: 'POST', body: stream, duplex: 'half', headers: { 'content-type': 'application/octet-stream', 'x-upsert': 'true' } }).catch((error: unknown) => {
        throw broken ?? error;
      });
      if (!answer.ok) throw broken ?? storeError(answer.status, await refusalOf(answer));
      await answer.body?.cancel();
      return { size };
    },
    get: async (key: string, range?: ByteRange) => {
      const answer = await object(key, { method: 'GET', headers: range ? { range: `bytes=${range.start}-${range.end}` } : {} });
      if (!answer.ok) {
        const refusal = await refusalOf(answer);
        if (range && String(refusal.statusCode ?? answer.status) === '416') return [] as unknown as AsyncIterable<Uint8Array>;
        throw isMissing(refusal, answer.status) ? new BlobNotFound(key) : storeError(answer.status, refusal);
      }
      return bytesOf((answer.body ?? []) as AsyncIterable<Uint8Array>);
    },
    size: async (key) => {
      const answer = await object(key, { method: 'HEAD' });
      if (answer.ok) return Number(answer.headers.get('content-length') ?? 0);
      if (answer.status === 404 || answer.status === 400) throw new BlobNotFound(key);
      throw storeError(answer.status, {});
    },
    delete: async (key) => {
      const answer = await json(`/object/${options.bucket}`, { prefixes: [checkKey(key)] }, 'DELETE');
      if (!answer.ok) throw storeError(answer.status, await refusalOf(answer));
      await answer.body?.cancel();
    },
    list: async function* (prefix) {
      await bucket();
      yield* keysIn(prefix.split('/').slice(0, -1).join('/'), prefix);
    },
    check: async () => {
      await bucket();
      const answer = await json(`/object/list/${options.bucket}`, { prefix: '', limit: 1 });
      if (!answer.ok) throw storeError(answer.status, await refusalOf(answer));
      await answer.body?.cancel();
    },
  };
};
