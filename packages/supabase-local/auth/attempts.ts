import type { Clock } from '@docuvault/core/clock.ts';

/** At most `count` tries within `seconds`. */
export type Allowance = { count: number; seconds: number };

export type Attempts = {
  /** Counts a try. Returns 0 when it is allowed, else the seconds until the next one is. */
  take(key: string, allowance: Allowance): number;
  /** Takes the latest try back: it succeeded, and only failures count. */
  giveBack(key: string): void;
};

/**
 * Sliding windows in memory, for one process: at most `maxKeys` keys, the least recently tried forgotten first,
 * and never more times a key than its allowance. A restart forgets; argon2 and the window's size carry that.
 */
export const createAttempts = (clock: Clock, maxKeys = 20_000): Attempts => {
  const windows = new Map<string, number[]>();
  return {
    take: (key, { count, seconds }) => {
      const now = clock.now().getTime();
      const times = (windows.get(key) ?? []).filter((at) => at > now - seconds * 1000);
      windows.delete(key);
      windows.set(key, times);
      if (windows.size > maxKeys) windows.delete(windows.keys().next().value!);
      if (times.length >= count) return Math.max(1, Math.ceil((times[0]! + seconds * 1000 - now) / 1000));
      times.push(now);
      return 0;
    },
    giveBack: (key) => {
      windows.get(key)?.pop();
    },
  };
};

/** Lets every try through. */
export const unlimitedAttempts: Attempts = { take: () => 0, giveBack: () => undefined };
