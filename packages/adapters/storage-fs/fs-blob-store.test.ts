import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@docuvault/core/errors.ts';
import { describeBlobStore } from '@docuvault/testing/blob-store-contract.ts';
import { createFsBlobStore } from './fs-blob-store.ts';
import { storageError } from './storage-error.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'docuvault-blobs-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text));
}

describeBlobStore('the file system', () => Promise.resolve(createFsBlobStore({ directory: join(directory, 'files') })));

describe('files on disk', () => {
  it('are readable by their owner only, and so are their folders', async () => {
    const store = createFsBlobStore({ directory: join(directory, 'files') });
    await store.put('a/b/file', once('secret'));
    const mode = (path: string) => (statSync(join(directory, path)).mode & 0o777).toString(8);
    expect(['files', 'files/a', 'files/a/b', 'files/a/b/file'].map(mode)).toEqual(['700', '700', '700', '600']);
  });

  it('leave nothing aside, whether the upload ends well or breaks off', async () => {
    const store = createFsBlobStore({ directory });
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(Buffer.alloc(100_000));
      throw new Error('hung up');
    }
    await store.put('a/file', once('fine'));
    await expect(store.put('a/other', broken())).rejects.toThrow('hung up');
    await store.check();
    expect(readdirSync(join(directory, '.incoming'))).toEqual([]);
    expect(readdirSync(join(directory, 'a'))).toEqual(['file']);
  });

  it('that a crash left half written are removed at the next start, those of a live process are not', () => {
    const incoming = join(directory, '.incoming');
    mkdirSync(incoming, { recursive: true });
    const dead = spawnSync('true').pid;
    const names = {
      deadProcess: `${hostname()}~${dead}~1~x`,
      formerLife: `${hostname()}~${process.pid}~1~x`,
      liveProcess: `${hostname()}~${process.ppid}~1~x`,
      otherMachine: 'elsewhere~7~1~x',
      otherMachineLongAgo: 'elsewhere~8~1~x',
    };
    for (const name of Object.values(names)) writeFileSync(join(incoming, name), 'half');
    const longAgo = new Date(Date.now() - 2 * 3_600_000);
    utimesSync(join(incoming, names.otherMachineLongAgo), longAgo, longAgo);
    createFsBlobStore({ directory });
    expect(readdirSync(incoming).sort()).toEqual([names.liveProcess, names.otherMachine].sort());
  });

  it('can be put again after somebody removed the folders from outside', async () => {
    const store = createFsBlobStore({ directory });
    await store.put('a/b/one', once('1'));
    rmSync(join(directory, 'a'), { recursive: true });
    expect(await store.put('a/b/two', once('2'))).toEqual({ size: 1 });
  });

  it('are read without holding a descriptor when nobody reads on', async () => {
    const store = createFsBlobStore({ directory });
    await store.put('file', once('x'));
    const before = readdirSync('/dev/fd').length;
    for (let i = 0; i < 20; i++) await store.get('file');
    expect(readdirSync('/dev/fd').length).toBeLessThanOrEqual(before + 2);
  });
});

describe('a disk in trouble', () => {
  it.each([['ENOSPC', 'storage.full'], ['EROFS', 'storage.not_writable'], ['EIO', 'storage.unavailable']])('%s is told as %s without a path', (code, expected) => {
    const told = storageError(Object.assign(new Error(`${code}: write '/home/me/vault'`), { code })) as AppError;
    expect(told).toBeInstanceOf(AppError);
    expect([told.status, told.code]).toEqual([503, expected]);
    expect(told.message).not.toContain('/');
  });

  it('leaves other errors as they are', () => {
    const error = new Error('else');
    expect(storageError(error)).toBe(error);
  });
});
