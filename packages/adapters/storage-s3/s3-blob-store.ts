import { Readable } from 'node:stream';
import { BlobNotFound, type BlobStore, type ByteRange } from '@docuvault/core/blob-store.ts';
import { checkKey } from './check-key.ts';
import { isMissing, isPastTheEnd, s3Error } from './s3-error.ts';

export type S3Options = {
  /** Where the server is; null for Amazon's own of the region. */
  endpoint: string | null;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Put before every key, to share a bucket, e.g. `vault/`. */
  prefix?: string;
  /** A server that says nothing for this long has failed. Default 30,000. */
  timeoutMs?: number;
  /** Attempts of each call, the first included. Default 4. */
  attempts?: number;
};

/** Smallest that S3 allows is 5 MiB. One part waits in memory while another is sent. */
const partBytes = 8 * 1024 * 1024;

/**
 * Keeps blobs in a bucket of Amazon S3 or of a server that speaks its protocol. Large bodies go up in parts, which become
 * the object as a whole or, when the body breaks off, not at all. Nothing is public: no ACL is set, every read is signed.
 * The SDK is loaded here, and so not where nothing is kept in S3. Its own checksums are left to servers that demand them; damage shows in the seal of each segment.
 */
export const openS3BlobStore = async (options: S3Options): Promise<BlobStore> => {
  const [{ DeleteObjectCommand, GetObjectCommand, HeadBucketCommand, HeadObjectCommand, ListObjectsV2Command, S3Client }, { Upload }] =
    await Promise.all([import('@aws-sdk/client-s3'), import('@aws-sdk/lib-storage')]);
  const client = new S3Client({
    region: options.region,
    ...(options.endpoint ? { endpoint: options.endpoint, forcePathStyle: true } : {}),
    credentials: { accessKeyId: options.accessKeyId, secretAccessKey: options.secretAccessKey },
    maxAttempts: options.attempts ?? 4,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: Math.min(5_000, options.timeoutMs ?? 5_000), requestTimeout: options.timeoutMs ?? 30_000, socketTimeout: options.timeoutMs ?? 30_000, throwOnRequestTimeout: true },
  });
  const prefix = options.prefix ?? '';
  const place = (key: string) => ({ Bucket: options.bucket, Key: prefix + checkKey(key) });
  const translate = (key: string) => (error: unknown): never => {
    throw isMissing(error) ? new BlobNotFound(key) : s3Error(error);
  };

  async function* bytesOf(key: string, body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    try {
      yield* body;
    } catch (error) {
      translate(key)(error);
    }
  }
  /** Some servers answer with more than was asked for, and say so; `from` is where their answer begins. */
  async function* cut(body: AsyncIterable<Uint8Array>, { start, end }: ByteRange, from: number): AsyncGenerator<Uint8Array> {
    let at = from;
    for await (const part of body) {
      const piece = part.subarray(Math.max(0, start - at), Math.max(0, end + 1 - at));
      at += part.length;
      if (piece.length > 0) yield piece;
      if (at > end) return;
    }
  }
  async function* nothing(): AsyncGenerator<Uint8Array> {
    // a range past the end
  }

  return {
    put: async (key, body) => {
      let size = 0;
      let broken: unknown;
      async function* counted() {
        try {
          for await (const part of body) {
            size += part.length;
            yield part;
          }
        } catch (error) {
          broken = error;
          throw error;
        }
      }
      const upload = new Upload({
        client, params: { ...place(key), Body: Readable.from(counted(), { objectMode: false }), ContentType: 'application/octet-stream' }, partSize: partBytes, queueSize: 2,
      });
      try {
        await upload.done();
      } catch (error) {
        throw broken ?? s3Error(error);
      }
      return { size };
    },
    get: async (key: string, range?: ByteRange) => {
      const input = { ...place(key), ...(range ? { Range: `bytes=${range.start}-${range.end}` } : {}) };
      const found = await client.send(new GetObjectCommand(input)).catch((error: unknown) => {
        if (range && isPastTheEnd(error)) return null;
        return translate(key)(error);
      });
      if (!found?.Body) return nothing();
      const body = bytesOf(key, found.Body as unknown as AsyncIterable<Uint8Array>);
      return range ? cut(body, range, Number(/^bytes (\d+)-/.exec(found.ContentRange ?? '')?.[1] ?? 0)) : body;
    },
    size: async (key) => {
      const found = await client.send(new HeadObjectCommand(place(key))).catch(translate(key));
      return found.ContentLength ?? 0;
    },
    delete: async (key) => {
      await client.send(new DeleteObjectCommand(place(key))).catch((error: unknown) => {
        if (!isMissing(error)) throw s3Error(error);
      });
    },
    list: async function* (start) {
      let token: string | undefined;
      do {
        const page = await client.send(new ListObjectsV2Command({ Bucket: options.bucket, Prefix: prefix + start, ContinuationToken: token })).catch((error: unknown) => {
          throw s3Error(error);
        });
        for (const { Key } of page.Contents ?? []) if (Key !== undefined) yield Key.slice(prefix.length);
        token = page.IsTruncated ? page.NextContinuationToken : undefined;
      } while (token);
    },
    check: async () => {
      await client.send(new HeadBucketCommand({ Bucket: options.bucket })).catch((error: unknown) => {
        throw s3Error(error);
      });
    },
  };
};
