import type { MiddlewareHandler } from 'hono';
import type { Actor } from '@docuvault/core/actor.ts';
import { tooMany } from '@docuvault/core/errors.ts';
import type { RateLimiter } from '@docuvault/core/rate-limiter.ts';
import type { Env } from '@docuvault/vault/http/env.ts';

/** The hourly limit that applies to an actor. */
export type LimitOf = (actor: Actor) => Promise<number>;

export type RateLimitOptions = {
  limiter: RateLimiter;
  limitOf: LimitOf;
  /** True for the calls that the contract does not count. */
  uncounted: (functionName: string, method: string, path: string) => boolean;
};

/** Sliding hour per person (or address) and function, with RateLimit-* on every answer, on those of calls that are not counted too. */
export const rateLimit = (functionName: string, options: RateLimitOptions): MiddlewareHandler<Env> => async (c, next) => {
  const actor = c.get('actor');
  if (actor.role === 'service_role') {
    await next();
    return;
  }
  const counted = !options.uncounted(functionName, c.req.method, c.req.path);
  const subject = actor.role === 'authenticated' ? `user:${actor.userId}` : `address:${c.get('clientAddress')}`;
  const state = await options.limiter.take(subject, functionName, await options.limitOf(actor), { counted });
  const headers = {
    'RateLimit-Limit': String(state.limit),
    'RateLimit-Remaining': String(state.remaining),
    'RateLimit-Reset': String(state.resetSeconds),
  };
  if (!state.allowed) {
    const refusal = tooMany('rate_limit.exceeded', 'Too many requests this hour; wait a little.', state.resetSeconds);
    Object.assign(refusal.headers, headers);
    throw refusal;
  }
  await next();
  for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
};
