import process from 'node:process';
import { createApi } from '@docuvault/api/api.ts';
import { createSlidingWindow } from '@docuvault/api/sliding-window.ts';
import { systemClock } from '@docuvault/core/clock.ts';
import { unavailable } from '@docuvault/core/errors.ts';
import { createJsonLogger, type Logger } from '@docuvault/core/logger.ts';
import type { Embedder } from '@docuvault/core/embedder.ts';
import { createDatabase } from '@docuvault/db/database.ts';
import { openPostgres } from '@docuvault/db/postgres/postgres-driver.ts';
import type { Database } from '@docuvault/db/types.ts';
import type { Room } from '@docuvault/vault/http/room.ts';
import { createTokenVerifier } from './verify-token.ts';

export const version = '0.1.0';

/** What an edge function may use: the database and the clock. Files, OCR and models belong to the Node worker. */
export type EdgeParts = { db: Database; log: Logger; embedder: Embedder };

/** No model fits an edge function's memory and time; search by meaning says so, and hybrid search goes on by words. */
const noEmbedder: Embedder = {
  model: 'none',
  dimensions: 512,
  embed: () => Promise.reject(unavailable('embedding.not_configured', 'Search by meaning is not available here.')),
  close: () => Promise.resolve(),
};

const setting = (name: string): string | null => process.env[name] || null;

/** Supabase's gateway takes /functions/v1 off the path before the function sees it. */
const asCalled = (request: Request): Request => {
  const url = new URL(request.url);
  if (url.pathname.startsWith('/functions/v1/')) return request;
  url.pathname = `/functions/v1${url.pathname}`;
  return new Request(url, request);
};

/** One function as Supabase's edge runtime and Deno take it: `export default { fetch }`. */
export const edgeFunction = (makeRoom: (parts: EdgeParts) => Room): { fetch(request: Request): Response | Promise<Response> } => {
  const url = setting('SUPABASE_URL');
  const databaseUrl = setting('DATABASE_URL') ?? setting('SUPABASE_DB_URL');
  if (!databaseUrl) throw new Error('DATABASE_URL or SUPABASE_DB_URL must be set');
  const log = createJsonLogger((line) => {
    console.error(line);
  });
  const db = createDatabase(openPostgres({ connectionString: databaseUrl, maxConnections: 3 }));
  const api = createApi({
    rooms: [makeRoom({ db, log, embedder: noEmbedder })],
    authenticator: createTokenVerifier({
      secret: setting('JWT_SECRET') ?? setting('SUPABASE_JWT_SECRET'),
      jwksUrl: url ? new URL('/auth/v1/.well-known/jwks.json', url) : null,
      anonKey: setting('SUPABASE_ANON_KEY'),
      serviceRoleKey: setting('SUPABASE_SERVICE_ROLE_KEY'),
    }),
    rate: { limiter: createSlidingWindow(systemClock), limitOf: () => Promise.resolve(Number(setting('EDGE_HOURLY_LIMIT') ?? 5000)) },
    log,
    version,
    clientAddress: (request) => request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? 'unknown',
    record: () => undefined,
  });
  return { fetch: (request) => api.fetch(asCalled(request)) };
};
