import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createKeyring, type Keyring } from '@docuvault/core/encryption/keyring.ts';
import { openFile, sealFile } from '@docuvault/core/encryption/sealed-files.ts';
import { Tampered } from '@docuvault/core/encryption/segments.ts';
import type { BlobStore } from '@docuvault/core/blob-store.ts';
import { describeBlobStore } from '@docuvault/testing/blob-store-contract.ts';
import { missingS3, startHarmfulProxy, startS3, type S3Server } from '@docuvault/testing/s3.ts';
import { openS3BlobStore } from './s3-blob-store.ts';

describe.skipIf(missingS3() !== null)('S3', () => {
  let server: S3Server;
  let proxy: Awaited<ReturnType<typeof startHarmfulProxy>>;
  let harmed: BlobStore;
  let keyring: Keyring;
  beforeAll(async () => {
    server = await startS3();
    proxy = await startHarmfulProxy(server.endpoint);
    harmed = await openS3BlobStore({ ...server, endpoint: proxy.url, timeoutMs: 300, attempts: 2 });
    keyring = await createKeyring(new Map([[1, 'a master secret for tests, of 32 bytes and more']]));
  });
  afterEach(() => {
    proxy.harm = 'none';
  });
  afterAll(() => {
    proxy.stop();
    server.stop();
  });

  describeBlobStore('a bucket', () => openS3BlobStore({ ...server, prefix: 'house/' }));

  async function* mebibytes(count: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for (let i = 0; i < count; i++) yield await Promise.resolve(new Uint8Array(1024 * 1024).fill(i));
  }
  const read = async (store: BlobStore, file: Awaited<ReturnType<typeof sealFile>>): Promise<number> => {
    let total = 0;
    for await (const part of openFile({ blobs: store, keyring }, file)) total += part.length;
    return total;
  };

  it('takes a large sealed file in parts and gives it back whole, or a range of it', async () => {
    const store = await openS3BlobStore(server);
    const file = await sealFile({ blobs: store, keyring }, 'id', 'documents/large', mebibytes(20));
    expect(file.storedBytes).toBe(await store.size('documents/large'));
    expect(await read(store, file)).toBe(20 * 1024 * 1024);
    const parts: Uint8Array[] = [];
    for await (const part of openFile({ blobs: store, keyring }, file, { start: 9 * 1024 * 1024 - 1, end: 9 * 1024 * 1024 })) parts.push(part);
    expect([...Buffer.concat(parts)]).toEqual([8, 9]);
  });

  it('leaves nothing when a large body breaks off in the middle', async () => {
    const store = await openS3BlobStore(server);
    async function* broken() {
      yield* mebibytes(12);
      throw new Error('hung up');
    }
    await expect(store.put('documents/broken', broken())).rejects.toThrow('hung up');
    await expect(store.size('documents/broken')).rejects.toThrow('no blob');
  });

  it.each([['refuse', 'storage.refused'], ['fail', 'storage.unavailable'], ['silent', 'storage.unavailable']] as const)(
    'says so when the server would %s, and neither hangs nor loses what was there', async (harm, code) => {
      await harmed.put('documents/kept', mebibytes(1));
      proxy.harm = harm;
      await expect(harmed.put('documents/kept', mebibytes(1))).rejects.toMatchObject({ status: 503, code });
      await expect(harmed.get('documents/kept')).rejects.toMatchObject({ status: 503, code });
      await expect(harmed.check()).rejects.toMatchObject({ code });
      proxy.harm = 'none';
      expect(await harmed.size('documents/kept')).toBe(1024 * 1024);
    });

  it('shows no damaged or cut byte: the seal tells', async () => {
    const file = await sealFile({ blobs: harmed, keyring }, 'id', 'documents/sealed', mebibytes(2));
    expect(await read(harmed, file)).toBe(2 * 1024 * 1024);
    proxy.harm = 'corrupt';
    await expect(read(harmed, file)).rejects.toThrow(Tampered);
    proxy.harm = 'cut';
    await expect(read(harmed, file)).rejects.toThrow();
  });

  it('says that the bucket is not there', async () => {
    await expect((await openS3BlobStore({ ...server, bucket: 'elsewhere' })).put('a', mebibytes(1))).rejects.toMatchObject({ code: 'storage.no_bucket' });
  });
});
