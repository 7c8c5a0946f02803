import type { MiddlewareHandler } from 'hono';
import type { Env } from '@docuvault/vault/http/env.ts';

/** Names each request; a proxy's `x-request-id` is kept when it looks like one. */
export const requestId = (): MiddlewareHandler<Env> => async (c, next) => {
  const given = (c.get('requestId') as string | undefined) ?? c.req.header('x-request-id');
  const id = given && /^[\w-]{8,64}$/.test(given) ? given : crypto.randomUUID();
  c.set('requestId', id);
  await next();
  c.res.headers.set('x-request-id', id);
};
