import { describe, expect, it } from 'vitest';
import { createTestClock } from '@docuvault/core/clock.ts';
import type { Clock } from '@docuvault/core/clock.ts';
import type { RateLimiter } from '@docuvault/core/rate-limiter.ts';

/** What every implementation of the `RateLimiter` port promises. `open` gives a limiter by the clock; subjects are this suite's own. */
export const describeRateLimiter = (name: string, open: (clock: Clock) => RateLimiter | Promise<RateLimiter>): void => {
  describe(`${name}: the sliding hour`, () => {
    const somebody = () => `user:${crypto.randomUUID()}`;

    it('refuses the call past the limit and tells when the next may come', async () => {
      const clock = createTestClock();
      const limiter = await open(clock);
      const asha = somebody();
      for (let i = 0; i < 3; i++) expect((await limiter.take(asha, 'ai-chat', 3)).remaining).toBe(2 - i);
      clock.advance(10 * 60_000);
      const refused = await limiter.take(asha, 'ai-chat', 3);
      expect(refused).toEqual({ allowed: false, limit: 3, remaining: 0, resetSeconds: 50 * 60 });
      clock.advance(refused.resetSeconds * 1000);
      expect((await limiter.take(asha, 'ai-chat', 3)).allowed).toBe(true);
    });

    it('counts people and functions apart', async () => {
      const limiter = await open(createTestClock());
      const [asha, ravi] = [somebody(), somebody()];
      await limiter.take(asha, 'ai-chat', 1);
      expect((await limiter.take(asha, 'documents', 1)).allowed).toBe(true);
      expect((await limiter.take(ravi, 'ai-chat', 1)).allowed).toBe(true);
      expect((await limiter.take(asha, 'ai-chat', 1)).allowed).toBe(false);
    });

    it('slides: minutes that are an hour old make room one by one', async () => {
      const clock = createTestClock();
      const limiter = await open(clock);
      const asha = somebody();
      await limiter.take(asha, 'documents', 2);
      clock.advance(30 * 60_000);
      await limiter.take(asha, 'documents', 2);
      expect(await limiter.take(asha, 'documents', 2)).toMatchObject({ allowed: false, resetSeconds: 30 * 60 });
      clock.advance(30 * 60_000);
      expect(await limiter.take(asha, 'documents', 2)).toMatchObject({ allowed: true, remaining: 0 });
      expect((await limiter.take(asha, 'documents', 2)).allowed).toBe(false);
      clock.advance(3 * 3600_000);
      expect(await limiter.take(asha, 'documents', 2)).toMatchObject({ allowed: true, remaining: 1 });
    });

    it('tells the state without counting, and goes on telling it past the limit', async () => {
      const limiter = await open(createTestClock());
      const asha = somebody();
      expect(await limiter.take(asha, 'health-check', 1, { counted: false })).toMatchObject({ allowed: true, limit: 1, remaining: 1 });
      await limiter.take(asha, 'health-check', 1);
      expect(await limiter.take(asha, 'health-check', 1, { counted: false })).toMatchObject({ allowed: true, remaining: 0 });
    });

    it('survives a clock that is set back', async () => {
      const clock = createTestClock();
      const limiter = await open(clock);
      const asha = somebody();
      await limiter.take(asha, 'ai-chat', 2);
      clock.advance(-3 * 3600_000);
      expect((await limiter.take(asha, 'ai-chat', 2)).allowed).toBe(true);
      expect((await limiter.take(asha, 'ai-chat', 2)).allowed).toBe(false);
    });

    it('lets exactly the limit through when all come at once', async () => {
      const limiter = await open(createTestClock());
      const asha = somebody();
      const states = await Promise.all(Array.from({ length: 30 }, () => limiter.take(asha, 'documents', 10)));
      expect(states.filter((state) => state.allowed)).toHaveLength(10);
      expect(Math.min(...states.map((state) => state.remaining))).toBe(0);
    });
  });
};
