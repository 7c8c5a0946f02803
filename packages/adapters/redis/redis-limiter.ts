import type { Clock } from '@docuvault/core/clock.ts';
import type { RateLimiter, RateState } from '@docuvault/core/rate-limiter.ts';
import type { RedisLink } from './redis-link.ts';

const prefix = 'docuvault:rate:';
const bucketMs = 60_000;

/*
 * Sixty counts of a minute each in a hash, by minute, and the newest minute. One script, so that reading and counting are
 * one step. Answers allowed, taken, calls before this one, newest minute, age of the oldest counted minute.
 */
const script = `
local minute, most, counted = tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3] == '1'
local held = redis.call('HGETALL', KEYS[1])
local newest = minute
for i = 1, #held, 2 do newest = math.max(newest, tonumber(held[i])) end
local used, oldest = 0, 0
for i = 1, #held, 2 do
  local age = newest - tonumber(held[i])
  if age >= 60 then redis.call('HDEL', KEYS[1], held[i])
  else
    used = used + tonumber(held[i + 1])
    oldest = math.max(oldest, age)
  end
end
local taken = counted and used < most
if taken then
  redis.call('HINCRBY', KEYS[1], string.format('%d', newest), 1)
  redis.call('EXPIRE', KEYS[1], 3660)
end
return { (taken or not counted) and 1 or 0, taken and 1 or 0, used, newest, oldest }`;

/** The state of a call from what the window held: given in, so that all limiters tell callers the same. */
export type StateOf = (window: { allowed: boolean; taken: boolean; used: number; newest: number; oldest: number }, limit: number, now: number) => RateState;

/** The sliding hour in Redis, one for all processes. Rejects while Redis is away. */
export const createRedisLimiter = ({ client }: Pick<RedisLink, 'client'>, clock: Clock, stateOf: StateOf): RateLimiter => ({
  take: async (subject, functionName, limit, { counted } = { counted: true }) => {
    const now = clock.now().getTime();
    const answer = (await client.eval(script, {
      keys: [`${prefix}${subject} ${functionName}`], arguments: [String(Math.floor(now / bucketMs)), String(limit), counted ? '1' : '0'],
    })) as number[];
    const [allowed, taken, used, newest, oldest] = answer as [number, number, number, number, number];
    return stateOf({ allowed: allowed === 1, taken: taken === 1, used, newest, oldest }, limit, now);
  },
});
