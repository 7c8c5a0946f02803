import { createApi } from '@docuvault/api/api.ts';
import { createSharedWindow, withLocalFallback } from '@docuvault/api/shared-window.ts';
import { createSlidingWindow } from '@docuvault/api/sliding-window.ts';
import type { QueueDeps } from '@docuvault/vault/document-processor/wake.ts';
import type { Room } from '@docuvault/vault/http/room.ts';
import { createLimitOf } from '../server/limits.ts';
import { withApiKeys } from '../server/with-api-keys.ts';
import { edgeDeps, setting } from './edge-deps.ts';
import { createTokenVerifier } from './verify-token.ts';

/** Supabase's gateway takes /functions/v1 off the path before the function sees it. */
const asCalled = (request: Request): Request => {
  const url = new URL(request.url);
  if (url.pathname.startsWith('/functions/v1/')) return request;
  url.pathname = `/functions/v1${url.pathname}`;
  return new Request(url, request);
};

/** One function as Supabase's edge runtime and Deno take it: `export default { fetch }`. */
export const edgeFunction = (makeRoom: (deps: QueueDeps) => Room): { fetch(request: Request): Response | Promise<Response> } => {
  const deps = edgeDeps();
  const { db, clock, log, version } = deps;
  const url = setting('SUPABASE_URL');
  const limiter = withLocalFallback(createSharedWindow(db, clock), createSlidingWindow(clock), clock, (reason) => {
    log.warn('limits are counted by this instance alone', { reason });
  });
  const api = createApi({
    rooms: [makeRoom(deps)],
    authenticator: withApiKeys(createTokenVerifier({
      secret: setting('JWT_SECRET') ?? setting('SUPABASE_JWT_SECRET'),
      jwksUrl: url ? new URL('/auth/v1/.well-known/jwks.json', url) : null,
      anonKey: setting('SUPABASE_ANON_KEY'),
      serviceRoleKey: setting('SUPABASE_SERVICE_ROLE_KEY'),
    }), deps),
    rate: setting('RATE_LIMITS') === 'off' ? null : { limiter, limitOf: createLimitOf(db, clock) },
    log,
    version,
    clientAddress: (request) => request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? 'unknown',
    record: () => undefined,
  });
  return { fetch: (request) => api.fetch(asCalled(request)) };
};
