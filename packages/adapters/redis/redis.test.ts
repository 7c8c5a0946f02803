import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rateState } from '@docuvault/api/sliding-window.ts';
import { createTestClock } from '@docuvault/core/clock.ts';
import { describeRateLimiter } from '@docuvault/testing/rate-limiter-contract.ts';
import { missingRedis, startRedis, type RedisServer } from '@docuvault/testing/redis.ts';
import { createRedisCache } from './redis-cache.ts';
import { listenBoth, relayEvents, type Listen } from './redis-events.ts';
import { createRedisLimiter } from './redis-limiter.ts';
import { openRedis, type RedisLink } from './redis-link.ts';

const until = async (what: () => boolean | Promise<boolean>): Promise<void> => {
  for (let i = 0; i < 1000; i++) {
    if (await what()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('it did not come about');
};

describe.skipIf(missingRedis() !== null)('Redis', () => {
  let server: RedisServer;
  let links: RedisLink[];
  const isUp = (link: RedisLink) => link.check().then(() => true, () => false);
  beforeAll(async () => {
    server = await startRedis();
    links = await Promise.all([openRedis(server.url), openRedis(server.url)]);
    await until(async () => (await Promise.all(links.map(isUp))).every(Boolean));
  });
  afterAll(async () => {
    await Promise.all(links.map((link) => link.close()));
    await server.stop();
  });

  describeRateLimiter('in Redis', (clock) => createRedisLimiter(links[0]!, clock, rateState));

  it('is one limit for two processes', async () => {
    const limiters = links.map((link) => createRedisLimiter(link, createTestClock(), rateState));
    const states = await Promise.all(Array.from({ length: 20 }, (_, i) => limiters[i % 2]!.take('user:shared', 'documents', 7)));
    expect(states.filter((state) => state.allowed)).toHaveLength(7);
  });

  it('makes a value once for all', async () => {
    let made = 0;
    const make = () => Promise.resolve({ made: ++made });
    const key = crypto.randomUUID();
    for (const link of links) expect(await createRedisCache(link).through(key, 60, make)).toEqual({ made: 1 });
    await createRedisCache(links[1]!).forget(key);
    expect(await createRedisCache(links[0]!).through(key, 60, make)).toEqual({ made: 2 });
  });

  it('carries an event to a process that does not hear the database, once, whoever relays it', async () => {
    const hearers = new Set<(payload: string) => void>();
    const database: Listen = (_channel, callback) => {
      hearers.add(callback);
      return Promise.resolve(() => Promise.resolve(void hearers.delete(callback)));
    };
    const deaf: Listen = () => Promise.resolve(() => Promise.resolve());
    const relays = await Promise.all(links.map((link) => relayEvents(link, database, 'document_events')));
    const far = listenBoth(links[0]!, deaf);
    const near = listenBoth(links[1]!, database);
    const heard: string[] = [];
    const alsoHeard: string[] = [];
    const stops = [await far('document_events', (payload) => heard.push(payload)), await near('document_events', (payload) => alsoHeard.push(payload))];
    let n = 0;
    await until(() => {
      n += 1;
      for (const hearer of hearers) hearer(`event ${n}`);
      return heard.length > 0;
    });
    for (const hearer of hearers) hearer('the last');
    await until(() => heard.includes('the last') && alsoHeard.includes('the last'));
    expect(heard).toHaveLength(new Set(heard).size);
    expect(alsoHeard).toHaveLength(new Set(alsoHeard).size);
    await Promise.all([...stops, ...relays].map((stop) => stop()));
    await Promise.all([far.close(), near.close()]);
  });

  it('misses and refuses at once while it is away, and is found again', async () => {
    const link = links[0]!;
    await server.stop();
    await until(async () => !(await isUp(link)));
    expect(await createRedisCache(link).through('k', 60, () => Promise.resolve('made'))).toBe('made');
    await expect(createRedisLimiter(link, createTestClock(), rateState).take('user:a', 'documents', 1)).rejects.toThrow();
    await server.start();
    await until(() => isUp(link));
    expect((await createRedisLimiter(link, createTestClock(), rateState).take('user:a', 'documents', 1)).allowed).toBe(true);
  });
});
