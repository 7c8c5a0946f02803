import { Hono } from 'hono';
import { AppError } from '@docuvault/core/errors.ts';
import type { Logger } from '@docuvault/core/logger.ts';
import type { RateLimiter } from '@docuvault/core/rate-limiter.ts';
import type { Env } from '@docuvault/vault/http/env.ts';
import type { Room } from '@docuvault/vault/http/room.ts';
import { errorEdge } from './error-edge.ts';
import { functionsPath } from './functions-path.ts';
import { authenticate, refuse, type Authenticator } from './middleware/authenticate.ts';
import { cors } from './middleware/cors.ts';
import { keyScopes } from './middleware/key-scopes.ts';
import { measure, type CallMeasure } from './middleware/measure.ts';
import { rateLimit, type LimitOf } from './middleware/rate-limit.ts';
import { requestId } from './middleware/request-id.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { warm } from './middleware/warm.ts';
import { openApiDocument } from './openapi.ts';

export type ApiOptions = {
  rooms: readonly Room[];
  authenticator: Authenticator;
  /** Null lifts the limits (RATE_LIMITS=off). */
  rate: { limiter: RateLimiter; limitOf: LimitOf } | null;
  log: Logger;
  version: string;
  clientAddress: (request: Request, env: unknown) => string;
  record: (call: CallMeasure) => void;
};

/** Matches the operations that are not counted, by method and path below the function's name. */
const uncountedBy = (rooms: readonly Room[]) => {
  const patterns = rooms.flatMap((room) =>
    room.operations
      .filter((operation) => operation.uncounted)
      .map((operation) => ({
        functionName: room.name,
        method: operation.method.toUpperCase(),
        path: new RegExp(`^/functions/v1/${room.name}${operation.path === '/' ? '' : operation.path.replace(/\{\w+\}/g, '[^/]+')}$`),
      })),
  );
  return (functionName: string, method: string, path: string) =>
    patterns.some((p) => p.functionName === functionName && p.method === method && p.path.test(path));
};

/** The functions as one Hono app below /functions/v1. Order: id, headers, CORS, measure, who, how often, warm, the room. */
export const createApi = (options: ApiOptions): Hono<Env> => {
  const app = new Hono<Env>({ getPath: functionsPath });
  const edge = errorEdge(options.log);
  app.onError(edge);
  app.notFound((c) => edge(new AppError(404, 'request.not_found', 'There is nothing here.'), c));
  app.use(requestId(), securityHeaders(), cors());
  app.use(async (c, next) => {
    c.set('clientAddress', options.clientAddress(c.req.raw, c.env));
    await next();
  });

  const document = openApiDocument(options.rooms, options.version);
  app.get('/functions/v1/openapi.json', (c) => c.json(document));

  const uncounted = uncountedBy(options.rooms);
  for (const room of options.rooms) {
    const base = `/functions/v1/${room.name}`;
    const below = `${base}/*`; // matches the base as well: naming both would count its calls twice
    app.use(below, measure(room.name, options.record), authenticate(options.authenticator));
    if (options.rate) app.use(below, rateLimit(room.name, { ...options.rate, uncounted }));
    app.use(below, refuse(), warm(room.name), keyScopes(room.name));
    app.route(base, room.hono);
  }
  return app;
};
