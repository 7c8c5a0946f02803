import type { MiddlewareHandler } from 'hono';

const marker = /^\s*\{\s*"action"\s*:\s*"warm"\s*\}\s*$/;

/** Answers `{ "action": "warm" }` on any function without touching anything else; other bodies pass unread. */
export const warm = (functionName: string): MiddlewareHandler => async (c, next) => {
  const length = Number(c.req.header('content-length') ?? '0');
  const isSmallJson = c.req.method === 'POST' && length > 0 && length <= 64 && (c.req.header('content-type') ?? '').includes('json');
  if (isSmallJson && marker.test(await c.req.raw.clone().text())) {
    return c.json({ status: 'warm', function: functionName });
  }
  return next();
};
