import type { DeviceStore } from '../../data/device/device-store.ts';
import type { Outbox, Waiting } from './upload-queue.ts';

const kind = 'waiting';
/** More than this is not kept: the device's room is the person's, and the files are where they came from. */
const mostBytes = 300 * 1024 * 1024;

type Kept = Waiting & { page: string };

const lockOf = (page: string) => `docuvault.page.${page}`;

/** Which pages are open now: each holds a lock for as long as it lives. */
const livingPages = async (): Promise<Set<string>> => new Set(((await navigator.locks.query()).held ?? []).map(({ name }) => name ?? ''));

/**
 * Files that wait for the vault, sealed on the device, so that a reload or a flat battery loses none. `page` tells the
 * pages of one browser apart: each takes up only what no living page cares for.
 */
export const createOutbox = (store: Promise<DeviceStore>, page: string, leave: AbortSignal): Outbox => {
  let bytes = 0;
  const sizes = new Map<string, number>();
  void navigator.locks.request(lockOf(page), () => new Promise<void>((resolve) => { leave.addEventListener('abort', () => { resolve(); }); }));
  return {
    keep: async (about, file) => {
      if (bytes + file.size > mostBytes) return;
      bytes += file.size;
      sizes.set(about.id, file.size);
      await (await store).put(kind, about.id, { ...about, page } satisfies Kept, file);
    },
    describe: async (about) => {
      if (sizes.has(about.id)) await (await store).describe(kind, about.id, { ...about, page } satisfies Kept);
    },
    drop: async (id) => {
      bytes -= sizes.get(id) ?? 0;
      sizes.delete(id);
      await (await store).remove(kind, id);
    },
    left: async () => {
      const living = await livingPages();
      const kept = (await (await store).list<Kept>(kind)).map(({ about }) => about).filter((about) => about.page !== page && !living.has(lockOf(about.page)));
      for (const about of kept) {
        bytes += about.size;
        sizes.set(about.id, about.size);
        await (await store).describe(kind, about.id, { ...about, page } satisfies Kept);
      }
      return kept.map(({ id, name, size, type, folderId, title, resumeAt }) => ({ id, name, size, type, folderId, title, resumeAt }));
    },
    open: async ({ id, name, type }) => {
      const content = await (await store).bytes(kind, id);
      return content ? new File([content], name, { type }) : null;
    },
  };
};

/** Where the device keeps nothing, what waits lives as long as the page. */
export const noOutbox: Outbox = { keep: () => Promise.resolve(), describe: () => Promise.resolve(), drop: () => Promise.resolve(), left: () => Promise.resolve([]), open: () => Promise.resolve(null) };
