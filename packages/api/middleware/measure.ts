import type { MiddlewareHandler } from 'hono';
import type { Env } from '@docuvault/vault/http/env.ts';

/** One finished call of a function. */
export type CallMeasure = { functionName: string; method: string; status: number; durationMs: number; actorRole: string };

/** Tells how long each call took and how it ended. */
export const measure = (functionName: string, record: (call: CallMeasure) => void): MiddlewareHandler<Env> => async (c, next) => {
  const started = performance.now();
  await next();
  record({
    functionName, method: c.req.method, status: c.res.status, durationMs: performance.now() - started,
    actorRole: (c.get('actor') as { role: string } | undefined)?.role ?? 'anon',
  });
};
