import type { Clock } from '@docuvault/core/clock.ts';
import type { RateLimiter, RateState } from '@docuvault/core/rate-limiter.ts';

const bucketMs = 60_000;
const buckets = 60;

/** What a window held before a call, and what became of the call. */
export type WindowState = {
  allowed: boolean;
  taken: boolean;
  used: number;
  /** The minute (since 1970) of the window's end. */
  newest: number;
  /** How many minutes before it the oldest counted call was: when that leaves the window, one more is free. */
  oldest: number;
};

/** What a caller is told. */
export const rateState = (window: WindowState, limit: number, now: number): RateState => ({
  allowed: window.allowed,
  limit,
  remaining: Math.max(0, limit - window.used - (window.taken ? 1 : 0)),
  resetSeconds: Math.max(1, Math.ceil(((window.newest - window.oldest + buckets) * bucketMs - now) / 1000)),
});

type Window = { counts: Uint32Array; newest: number };

/**
 * A sliding hour in sixty one-minute buckets, in this process. For the embedded default, where one process is all
 * there is; several processes share a limiter that lives outside them. Memory is bounded: `maxSubjects` windows of
 * 240 bytes, the ones unused for longest dropped first.
 */
export const createSlidingWindow = (clock: Clock, maxSubjects = 50_000): RateLimiter => {
  const windows = new Map<string, Window>();
  const find = (key: string, minute: number): Window => {
    const window = windows.get(key) ?? { counts: new Uint32Array(buckets), newest: minute };
    windows.delete(key);
    windows.set(key, window);
    if (windows.size > maxSubjects) windows.delete(windows.keys().next().value!);
    const gap = Math.min(buckets, Math.max(0, minute - window.newest));
    for (let i = 1; i <= gap; i++) window.counts[(window.newest + i) % buckets] = 0;
    window.newest = Math.max(window.newest, minute);
    return window;
  };
  return {
    take: (subject, functionName, limit, { counted } = { counted: true }) => {
      const now = clock.now().getTime();
      const window = find(`${subject} ${functionName}`, Math.floor(now / bucketMs));
      let used = 0;
      let oldestAge = 0;
      for (let age = 0; age < buckets; age++) {
        const count = window.counts[(window.newest - age + buckets * 2) % buckets]!;
        used += count;
        if (count > 0) oldestAge = age;
      }
      const allowed = !counted || used < limit;
      const taken = counted && allowed ? 1 : 0;
      window.counts[window.newest % buckets]! += taken;
      return Promise.resolve(rateState({ taken: taken === 1, allowed, used, newest: window.newest, oldest: oldestAge }, limit, now));
    },
  };
};
