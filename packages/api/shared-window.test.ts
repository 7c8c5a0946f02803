import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock } from '@docuvault/core/clock.ts';
import { createDatabase } from '@docuvault/db/database.ts';
import { openPostgres } from '@docuvault/db/postgres/postgres-driver.ts';
import type { Database } from '@docuvault/db/types.ts';
import { missingPostgres, preparePostgres, startPostgres, type PostgresServer } from '@docuvault/testing/postgres.ts';
import { describeRateLimiter } from '@docuvault/testing/rate-limiter-contract.ts';
import { createSharedWindow, withLocalFallback } from './shared-window.ts';
import { createSlidingWindow } from './sliding-window.ts';

describe.skipIf(missingPostgres() !== null)('limits of processes that share a PostgreSQL', () => {
  let server: PostgresServer;
  let databases: Database[];
  beforeAll(async () => {
    server = await startPostgres();
    await preparePostgres(server);
    databases = [1, 2].map(() => createDatabase(openPostgres({ connectionString: server.appUrl, maxConnections: 4 })));
  });
  afterAll(async () => {
    await Promise.all(databases.map((db) => db.close()));
    server.stop();
  });

  describeRateLimiter('in the database', (clock) => createSharedWindow(databases[0]!, clock));

  it('are one limit for two processes', async () => {
    const clock = createTestClock();
    const [one, two] = databases.map((db) => createSharedWindow(db, clock));
    const states = await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 ? one! : two!).take('user:shared', 'documents', 7)));
    expect(states.filter((state) => state.allowed)).toHaveLength(7);
  });

  it('are counted in the process while the shared limiter is down, and shared again after', async () => {
    const clock = createTestClock();
    let down = true;
    const lost: string[] = [];
    const shared = createSlidingWindow(clock);
    const limiter = withLocalFallback(
      { take: (...call) => (down ? Promise.reject(new Error('gone')) : shared.take(...call)) }, createSlidingWindow(clock), clock, (reason) => lost.push(reason));
    expect((await limiter.take('user:a', 'documents', 1)).allowed).toBe(true);
    expect((await limiter.take('user:a', 'documents', 1)).allowed).toBe(false);
    expect(lost).toEqual(['gone']);
    down = false;
    clock.advance(5_000);
    expect((await limiter.take('user:a', 'documents', 1)).allowed).toBe(true);
  });
});
