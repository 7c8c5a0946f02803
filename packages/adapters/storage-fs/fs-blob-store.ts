import { chmodSync, mkdirSync } from 'node:fs';
import { open, opendir, rename, rm, stat, unlink, writeFile, type FileHandle } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { BlobNotFound, type BlobStore, type ByteRange } from '@docuvault/core/blob-store.ts';
import { blobPath, incomingFolder } from './blob-path.ts';
import { createDurableFolders, syncFolder } from './durable-folders.ts';
import { incomingName, sweepIncoming } from './incoming-files.ts';
import { isMissing, storageError } from './storage-error.ts';

export type FsBlobStoreOptions = {
  /** Folder of the files; made when missing, readable by this account only. */
  directory: string;
};

const readSize = 256 * 1024;

const writeWhole = async (handle: FileHandle, part: Uint8Array): Promise<void> => {
  for (let offset = 0; offset < part.length; ) {
    const { bytesWritten } = await handle.write(part, offset, part.length - offset);
    offset += bytesWritten;
  }
};

async function* readRange(key: string, path: string, range: ByteRange | undefined): AsyncGenerator<Uint8Array> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw isMissing(error) ? new BlobNotFound(key) : storageError(error);
  });
  try {
    let position = range?.start ?? 0;
    const end = range?.end ?? Number.MAX_SAFE_INTEGER;
    while (position <= end) {
      const wanted = Math.min(readSize, end - position + 1);
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafeSlow(wanted), 0, wanted, position);
      if (bytesRead === 0) return;
      position += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

async function* keysBelow(root: string, folder: string, prefix: string): AsyncGenerator<string> {
  const entries = await opendir(join(root, folder)).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw storageError(error);
  });
  for await (const entry of entries ?? []) {
    const key = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) {
      if (prefix.startsWith(`${key}/`) || key.startsWith(prefix)) yield* keysBelow(root, key, prefix);
    } else if (key.startsWith(prefix)) yield key;
  }
}

/**
 * Keeps blobs as files below a folder. `put` writes aside, fsyncs, renames and fsyncs the folders, so a crash or a
 * power cut leaves the old blob or the new one, never half of one; what a crash left aside is removed here, at the
 * start. A full or read-only disk is `storage.full` or `storage.not_writable` (503) and leaves nothing behind.
 */
export const createFsBlobStore = (options: FsBlobStoreOptions): BlobStore => {
  const root = resolve(options.directory);
  const incoming = join(root, incomingFolder);
  mkdirSync(incoming, { recursive: true, mode: 0o700 });
  chmodSync(root, 0o700);
  sweepIncoming(incoming);
  const folders = createDurableFolders(root);

  /** Writes the parts to the disk. Errors of the body pass through as they are; those of the disk are told apart from them. */
  const receive = async (path: string, body: AsyncIterable<Uint8Array>): Promise<number> => {
    const disk = <T>(work: Promise<T>): Promise<T> =>
      work.catch((error: unknown) => {
        throw storageError(error);
      });
    const handle = await disk(open(path, 'wx', 0o600));
    try {
      let size = 0;
      for await (const part of body) {
        await disk(writeWhole(handle, part));
        size += part.length;
      }
      await disk(handle.sync());
      return size;
    } finally {
      await handle.close();
    }
  };

  const settle = async (aside: string, path: string): Promise<void> => {
    const folder = dirname(path);
    await folders.ensure(folder);
    await rename(aside, path).catch(async (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      folders.forget();
      await folders.ensure(folder);
      await rename(aside, path);
    });
    await syncFolder(folder);
  };

  const sizeOf = async (key: string, path: string): Promise<number> => {
    const found = await stat(path).catch((error: unknown) => {
      throw isMissing(error) ? new BlobNotFound(key) : storageError(error);
    });
    if (!found.isFile()) throw new BlobNotFound(key);
    return found.size;
  };

  return {
    put: async (key, body) => {
      const path = blobPath(root, key);
      const aside = join(incoming, incomingName());
      try {
        const size = await receive(aside, body);
        await settle(aside, path).catch((error: unknown) => {
          throw storageError(error);
        });
        return { size };
      } catch (error) {
        await rm(aside, { force: true }).catch(() => undefined);
        throw error;
      }
    },
    get: async (key, range) => {
      const path = blobPath(root, key);
      // The file is opened by the first read, so that an answer that nobody reads holds no descriptor.
      await sizeOf(key, path);
      return readRange(key, path, range);
    },
    size: async (key) => sizeOf(key, blobPath(root, key)),
    delete: async (key) => {
      await unlink(blobPath(root, key)).catch((error: unknown) => {
        if (!isMissing(error)) throw storageError(error);
      });
    },
    list: (prefix) => keysBelow(root, '', prefix),
    check: async () => {
      const probe = join(incoming, incomingName());
      try {
        await writeFile(probe, 'ok', { mode: 0o600 });
      } catch (error) {
        throw storageError(error);
      } finally {
        await rm(probe, { force: true });
      }
    },
  };
};
