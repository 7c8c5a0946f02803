import type { MiddlewareHandler } from 'hono';
import { dropRest } from '@docuvault/vault/document-upload/drop-rest.ts';

/**
 * Reads the body of a request that was refused before it was looked at, within bounds, before the refusal goes out: most
 * clients write their whole body before they read an answer, and would see a connection that breaks instead of, say, that
 * their token has run out.
 */
export const finishReading = (): MiddlewareHandler => async (c, next) => {
  await next();
  if (c.res.status >= 400 && c.req.method !== 'GET' && c.req.method !== 'HEAD' && c.req.raw.body && !c.req.raw.bodyUsed) await dropRest(c.req.raw);
};
