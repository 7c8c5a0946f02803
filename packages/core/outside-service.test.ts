import { describe, expect, it } from 'vitest';
import { createPatience, retryAfterOf, Unanswered, unansweredBy } from './outside-service.ts';

const service = () => {
  let time = 0;
  const waits: number[] = [];
  const patience = createPatience({ now: () => time, wait: (ms) => { waits.push(ms); time += ms; return Promise.resolve(); } });
  return { patience, waits, pass: (ms: number) => { time += ms; } };
};
const failing = (...failures: Unanswered[]) => {
  let calls = 0;
  return { calls: () => calls, call: () => { const failure = failures[calls++]; return failure ? Promise.reject(failure) : Promise.resolve('answer'); } };
};
const busy = (retryAfterMs: number | null = null) => new Unanswered('busy', { again: true, retryAfterMs });

describe('patience with a service outside', () => {
  it('tries what passes again, after the wait that the service asks for or a doubling one', async () => {
    const { patience, waits } = service();
    const { call, calls } = failing(busy(2_000), new Unanswered('unreachable', { again: true }));
    expect(await patience.attempt(call)).toBe('answer');
    expect(calls()).toBe(3);
    expect(waits[0]).toBe(2_000);
    expect(waits[1]).toBeGreaterThanOrEqual(750);
    expect(patience.paused()).toBeNull();
  });

  it('leaves a service alone that failed for good, so that calls do not each wait for it, and asks it again later', async () => {
    const { patience, pass } = service();
    const down = failing(...Array.from({ length: 3 }, () => new Unanswered('unreachable', { again: true })));
    await expect(patience.attempt(down.call)).rejects.toMatchObject({ reason: 'unreachable' });
    await expect(patience.attempt(down.call)).rejects.toMatchObject({ reason: 'unreachable' });
    expect(down.calls()).toBe(3);
    pass(60_000);
    expect(await patience.attempt(down.call)).toBe('answer');
  });

  it('does not stand and wait for long, nor try what cannot help; a refused request says nothing about the next one', async () => {
    const { patience, waits } = service();
    await expect(patience.attempt(failing(new Unanswered('request')).call)).rejects.toMatchObject({ reason: 'request' });
    expect(patience.paused()).toBeNull();
    await expect(patience.attempt(failing(busy(120_000)).call)).rejects.toMatchObject({ reason: 'busy' });
    expect(waits).toEqual([]);
    expect(patience.paused()).toBe('busy');
  });

  it('reads Retry-After as seconds or as a date, and statuses as HTTP means them', () => {
    expect(retryAfterOf('3', 0)).toBe(3_000);
    expect(retryAfterOf(new Date(10_000).toUTCString(), 4_000)).toBe(6_000);
    expect(retryAfterOf('soon', 0)).toBeNull();
    expect(retryAfterOf(null, 0)).toBeNull();
    expect([429, 503, 529, 401, 404, 400, 413].map((status) => unansweredBy(status, null).reason)).toEqual(['busy', 'unreachable', 'unreachable', 'refused', 'refused', 'request', 'request']);
  });
});
