import type { Cache } from '@docuvault/core/cache.ts';
import type { RedisLink } from './redis-link.ts';

const prefix = 'docuvault:cache:';

/** The cache in Redis. Where it does not answer, or answers what is no JSON, the value is made anew. */
export const createRedisCache = ({ client }: Pick<RedisLink, 'client'>): Cache => ({
  through: async <T>(key: string, seconds: number, make: () => Promise<T>) => {
    try {
      const kept = await client.get(prefix + key);
      if (kept !== null) return JSON.parse(kept) as T;
    } catch {
      // a miss
    }
    const value = await make();
    await client.set(prefix + key, JSON.stringify(value), { expiration: { type: 'EX', value: seconds } }).catch(() => undefined);
    return value;
  },
  forget: async (key) => {
    await client.del(prefix + key).catch(() => undefined);
  },
});
