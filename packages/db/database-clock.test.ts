import { afterEach, expect, it, vi } from 'vitest';
import { openTestDatabase } from '@docuvault/testing/database.ts';
import { openDatabaseClock } from './database-clock.ts';

afterEach(() => {
  vi.useRealTimers();
});

it('keeps the time of the database, whatever this machine\'s clock says or does', async () => {
  const { db } = await openTestDatabase();
  const before = Date.now();
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2040-01-01T00:00:00Z') });
  const clock = await openDatabaseClock(db);
  const first = clock.now().getTime();
  expect(first).toBeGreaterThan(before - 5_000);
  expect(first).toBeLessThan(before + 60_000);
  vi.setSystemTime(new Date('2001-01-01T00:00:00Z'));
  expect(clock.now().getTime()).toBeGreaterThanOrEqual(first);
  expect(clock.now().getTime()).toBeLessThan(before + 120_000);
  clock.close();
});
