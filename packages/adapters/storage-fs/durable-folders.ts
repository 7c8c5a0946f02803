import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Forces a folder's entries to the disk. */
export const syncFolder = async (path: string): Promise<void> => {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const remembered = 20_000;

/**
 * Makes folders below `root` that survive a power cut: each new entry's parent is fsynced, once in the life of the
 * process. Callers that come while it is under way wait for the same fsync, so none acknowledges too early.
 */
export const createDurableFolders = (root: string) => {
  const ready = new Map<string, Promise<void>>();

  const make = async (path: string): Promise<void> => {
    if (path === root) {
      await mkdir(root, { recursive: true, mode: 0o700 });
      return;
    }
    await ensure(dirname(path));
    await mkdir(path, { mode: 0o700 }).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
    await syncFolder(dirname(path));
  };

  const ensure = (path: string): Promise<void> => {
    const known = ready.get(path);
    if (known) return known;
    if (ready.size >= remembered) ready.clear();
    const made = make(path);
    ready.set(path, made);
    made.catch(() => ready.delete(path));
    return made;
  };

  return {
    ensure,
    /** Drops what is remembered, for when somebody removed folders from outside. */
    forget: () => {
      ready.clear();
    },
  };
};
