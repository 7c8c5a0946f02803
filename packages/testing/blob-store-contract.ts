import { describe, expect, it } from 'vitest';
import { BlobNotFound, type BlobStore, type ByteRange } from '@docuvault/core/blob-store.ts';

async function* inParts(bytes: Uint8Array, size = 50_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  await Promise.resolve();
}

const gather = async (store: BlobStore, key: string, range?: ByteRange): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  for await (const part of await store.get(key, range)) parts.push(part);
  return Buffer.concat(parts);
};

const keys = async (store: BlobStore, prefix: string): Promise<string[]> => {
  const found: string[] = [];
  for await (const key of store.list(prefix)) found.push(key);
  return found.sort();
};

const random = (length: number): Uint8Array => {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, Math.min(length, at + 65_536)));
  return bytes;
};

/** What every implementation of the `BlobStore` port promises. `open` gives an empty store, or one whose keys the suite may share: it writes below `contract-<uuid>/`. */
export const describeBlobStore = (name: string, open: () => Promise<BlobStore>): void => {
  describe(`${name} as a blob store`, () => {
    const folder = () => `contract-${crypto.randomUUID()}`;

    it.each([0, 1, 40_000, 3_000_000])('gives %i bytes back as they were', async (length) => {
      const store = await open();
      const key = `${folder()}/ab/cd/file.bin`;
      const bytes = random(length);
      expect(await store.put(key, inParts(bytes))).toEqual({ size: length });
      expect(await store.size(key)).toBe(length);
      expect((await gather(store, key)).equals(Buffer.from(bytes))).toBe(true);
    });

    it('gives the bytes of a range, both ends included, and no more than there are', async () => {
      const store = await open();
      const key = `${folder()}/file`;
      const bytes = Buffer.from(random(1_000_000));
      await store.put(key, inParts(bytes));
      for (const range of [{ start: 0, end: 0 }, { start: 15, end: 15 }, { start: 262_143, end: 262_145 }, { start: 10, end: 999_999 }, { start: 999_990, end: 5_000_000 }]) {
        expect((await gather(store, key, range)).equals(bytes.subarray(range.start, range.end + 1))).toBe(true);
      }
    });

    it('replaces a blob as a whole', async () => {
      const store = await open();
      const key = `${folder()}/file`;
      await store.put(key, inParts(random(100_000)));
      await store.put(key, inParts(Buffer.from('short')));
      expect((await gather(store, key)).toString()).toBe('short');
    });

    it('keeps the former blob, and lists nothing new, when the body breaks off', async () => {
      const store = await open();
      const prefix = `${folder()}/`;
      await store.put(`${prefix}old`, inParts(Buffer.from('former')));
      async function* broken(): AsyncGenerator<Uint8Array> {
        yield await Promise.resolve(random(200_000));
        throw new Error('the caller hung up');
      }
      for (const key of ['old', 'new']) await expect(store.put(prefix + key, broken())).rejects.toThrow('the caller hung up');
      expect((await gather(store, `${prefix}old`)).toString()).toBe('former');
      expect(await keys(store, prefix)).toEqual([`${prefix}old`]);
    });

    it('says BlobNotFound for a key that holds nothing', async () => {
      const store = await open();
      await expect(store.get(`${folder()}/none`)).rejects.toThrow(BlobNotFound);
      await expect(store.get(`${folder()}/none`, { start: 0, end: 3 })).rejects.toThrow(BlobNotFound);
      await expect(store.size(`${folder()}/none`)).rejects.toThrow(BlobNotFound);
    });

    it('deletes for good, and deleting twice is no error', async () => {
      const store = await open();
      const key = `${folder()}/file`;
      await store.put(key, inParts(Buffer.from('x')));
      await store.delete(key);
      await store.delete(key);
      await expect(store.size(key)).rejects.toThrow(BlobNotFound);
    });

    it('lists the keys that start with a prefix, which may end inside a name', async () => {
      const store = await open();
      const prefix = folder();
      const all = ['a/1', 'a/12', 'a/2/x', 'ab/1', 'b'].map((name) => `${prefix}/${name}`);
      for (const key of all) await store.put(key, inParts(Buffer.from('x')));
      expect(await keys(store, `${prefix}/`)).toEqual(all);
      expect(await keys(store, `${prefix}/a/1`)).toEqual([`${prefix}/a/1`, `${prefix}/a/12`]);
      expect(await keys(store, `${prefix}/a`)).toEqual(all.slice(0, 4));
      expect(await keys(store, `${prefix}/none/`)).toEqual([]);
    });

    it.each(['', '/', '../x', 'a/../../x', 'a//b', '/etc/passwd', 'a/./b', 'a\\b', 'a\0b', 'é', `${'x'.repeat(2_000)}`])('refuses the key %j', async (key) => {
      const store = await open();
      await expect(store.put(key, inParts(Buffer.from('x')))).rejects.toThrow();
      await expect(store.get(key)).rejects.toThrow();
    });

    it('takes eight files at a time', async () => {
      const store = await open();
      const prefix = folder();
      const files = Array.from({ length: 8 }, () => random(300_000));
      await Promise.all(files.map((bytes, i) => store.put(`${prefix}/deep/${i}/file`, inParts(bytes))));
      for (const [i, bytes] of files.entries()) expect((await gather(store, `${prefix}/deep/${i}/file`)).equals(Buffer.from(bytes))).toBe(true);
    });

    it('answers a check', async () => {
      await (await open()).check();
    });
  });
};
