import type { MiddlewareHandler } from 'hono';
import { cors as honoCors } from 'hono/cors';

const exposed = [
  'x-request-id', 'x-sb-error-code', 'x-supabase-api-version', 'x-total-count', 'Link', 'Retry-After',
  'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset', 'Idempotency-Replayed', 'Content-Range', 'Content-Disposition', 'ETag',
  'Location', 'Upload-Offset', 'Upload-Length', 'Upload-Expires', 'Upload-Metadata', 'Upload-Defer-Length',
  'Tus-Resumable', 'Tus-Version', 'Tus-Extension', 'Tus-Max-Size',
];

/**
 * Any origin may call, as at Supabase: access is by a token in a header, never by a cookie. Every OPTIONS is answered as
 * a preflight is, but where a route `describesItself`, as TUS does: there only a true preflight.
 */
export const cors = ({ describesItself = false } = {}): MiddlewareHandler => {
  const answer = honoCors({ origin: '*', allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'], exposeHeaders: exposed, maxAge: 86_400 });
  return async (c, next) => {
    if (!describesItself || c.req.method !== 'OPTIONS' || c.req.header('access-control-request-method') !== undefined) return answer(c, next);
    await next();
    c.res.headers.set('Access-Control-Allow-Origin', '*');
  };
};
