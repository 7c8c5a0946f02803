import type { MiddlewareHandler } from 'hono';
import { cors as honoCors } from 'hono/cors';

const exposed = [
  'x-request-id', 'x-sb-error-code', 'x-supabase-api-version', 'x-total-count', 'Link', 'Retry-After',
  'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset', 'Content-Range', 'Content-Disposition', 'ETag',
  'Location', 'Upload-Offset', 'Upload-Length', 'Upload-Expires', 'Upload-Metadata', 'Upload-Defer-Length',
  'Tus-Resumable', 'Tus-Version', 'Tus-Extension', 'Tus-Max-Size',
];

/**
 * Any origin may call, as at Supabase: access is by a token in a header, never by a cookie. An OPTIONS that is no
 * preflight goes on to the route, since TUS describes itself there.
 */
export const cors = (): MiddlewareHandler => {
  const answer = honoCors({ origin: '*', allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'], exposeHeaders: exposed, maxAge: 86_400 });
  return async (c, next) => {
    if (c.req.method !== 'OPTIONS' || c.req.header('access-control-request-method') !== undefined) return answer(c, next);
    await next();
    c.res.headers.set('Access-Control-Allow-Origin', '*');
  };
};
