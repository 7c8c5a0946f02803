import { describe, expect, it } from 'vitest';
import { createTestClock } from '@docuvault/core/clock.ts';
import { createSlidingWindow } from './sliding-window.ts';

describe('the sliding hour', () => {
  it('refuses the call past the limit and tells when the next may come', async () => {
    const clock = createTestClock();
    const limiter = createSlidingWindow(clock);
    for (let i = 0; i < 3; i++) expect((await limiter.take('user:a', 'ai-chat', 3)).remaining).toBe(2 - i);
    clock.advance(10 * 60_000);
    const refused = await limiter.take('user:a', 'ai-chat', 3);
    expect(refused).toMatchObject({ allowed: false, remaining: 0 });
    clock.advance(refused.resetSeconds * 1000);
    expect((await limiter.take('user:a', 'ai-chat', 3)).allowed).toBe(true);
  });

  it('counts people and functions apart', async () => {
    const limiter = createSlidingWindow(createTestClock());
    await limiter.take('user:a', 'ai-chat', 1);
    expect((await limiter.take('user:a', 'documents', 1)).allowed).toBe(true);
    expect((await limiter.take('user:b', 'ai-chat', 1)).allowed).toBe(true);
    expect((await limiter.take('user:a', 'ai-chat', 1)).allowed).toBe(false);
  });

  it('tells the state without counting, and goes on telling it past the limit', async () => {
    const limiter = createSlidingWindow(createTestClock());
    expect(await limiter.take('user:a', 'health-check', 1, { counted: false })).toMatchObject({ allowed: true, limit: 1, remaining: 1 });
    await limiter.take('user:a', 'health-check', 1);
    expect(await limiter.take('user:a', 'health-check', 1, { counted: false })).toMatchObject({ allowed: true, remaining: 0 });
  });

  it('survives a clock that is set back', async () => {
    const clock = createTestClock();
    const limiter = createSlidingWindow(clock);
    await limiter.take('user:a', 'ai-chat', 2);
    clock.advance(-3 * 3600_000);
    expect((await limiter.take('user:a', 'ai-chat', 2)).allowed).toBe(true);
    expect((await limiter.take('user:a', 'ai-chat', 2)).allowed).toBe(false);
  });
});
