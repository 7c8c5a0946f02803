import { ERRORS, type Locker } from '@tus/server';

const idle = (): void => undefined;

type Holder = { requestRelease(): unknown; freed: Promise<void>; free(): void };

const defaultTimeoutMs = 30_000;

/** Rejects when the request ends, or when it has waited too long. `stop` takes the timer down. */
const patience = (signal: AbortSignal, timeoutMs: number) => {
  let stop = idle;
  const over = new Promise<never>((_resolve, reject) => {
    const giveUp = () => {
      // The TUS server's errors are plain shapes.
      reject(ERRORS.ERR_LOCK_TIMEOUT);
    };
    const timer = setTimeout(giveUp, timeoutMs);
    signal.addEventListener('abort', giveUp, { once: true });
    stop = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
    };
  });
  over.catch(() => undefined);
  return { over, stop };
};

/**
 * One request at a time for each upload, in this process. Who comes asks the holder to end, and sleeps until it has
 * (the TUS server's own MemoryLocker spins meanwhile). Between processes the order of the parts is kept by the database.
 */
export const createUploadLocker = (timeoutMs = defaultTimeoutMs): Locker => {
  const holders = new Map<string, Holder>();
  return {
    newLock: (id) => ({
      lock: async (signal, requestRelease) => {
        const { over, stop } = patience(signal, timeoutMs);
        try {
          for (let holder = holders.get(id); holder; holder = holders.get(id)) {
            await holder.requestRelease();
            await Promise.race([holder.freed, over]);
          }
        } finally {
          stop();
        }
        let free = idle;
        const freed = new Promise<void>((resolve) => {
          free = resolve;
        });
        holders.set(id, { requestRelease, freed, free });
      },
      unlock: () => {
        const holder = holders.get(id);
        holders.delete(id);
        holder?.free();
        return Promise.resolve();
      },
    }),
  };
};
