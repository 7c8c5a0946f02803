import { join } from 'node:path';
import { Hono } from 'hono';
import { createApi } from '@docuvault/api/api.ts';
import { errorEdge } from '@docuvault/api/error-edge.ts';
import { functionsPath } from '@docuvault/api/functions-path.ts';
import { cors } from '@docuvault/api/middleware/cors.ts';
import { finishReading } from '@docuvault/api/middleware/finish-reading.ts';
import { requestId } from '@docuvault/api/middleware/request-id.ts';
import { securityHeaders } from '@docuvault/api/middleware/security-headers.ts';
import { AppError } from '@docuvault/core/errors.ts';
import type { QueueDeps } from '@docuvault/vault/document-processor/wake.ts';
import type { Env } from '@docuvault/vault/http/env.ts';
import { learnPurposes } from '@docuvault/vault/search-engine/guess-types.ts';
import { clientAddressBy } from './client-address.ts';
import { compressJson } from './compress-json.ts';
import type { Config } from './config.ts';
import { dumpRoute } from './dump-route.ts';
import { every } from './every.ts';
import { createLimitOf } from './limits.ts';
import { createMetrics } from './metrics.ts';
import { leftOutServices } from './left-out.ts';
import { namesOfModels } from './names-of-models.ts';
import { leftAlone } from './open-models.ts';
import type { Ports } from './open-ports.ts';
import { createOpenStreams } from './open-streams.ts';
import { createPerformanceLog } from './performance-log.ts';
import { createRooms } from './rooms.ts';
import type { Secrets } from './secrets.ts';
import { createSite } from './site.ts';
import type { SupabaseWire } from './supabase-wire.ts';
import { createWebApp } from './web-app.ts';
import { withApiKeys } from './with-api-keys.ts';

/** The half that answers HTTP. */
export type ApiSide = {
  fetch(request: Request, env: unknown): Response | Promise<Response>;
  start(): void;
  /** Ends streams that would keep connections open. */
  drain(): void;
  stop(): Promise<void>;
};

export type ApiOptions = { config: Config; secrets: Secrets; root: string };

/** Builds the API half: rooms, Supabase's wire, site and web app as one Hono app. */
export const createApiSide = (queue: QueueDeps, wire: SupabaseWire, ports: Pick<Ports, 'limiter' | 'cache' | 'external' | 'channels' | 'callbacks' | 'vapidPublicKey' | 'removeObjects' | 'payments'>, { config, secrets, root }: ApiOptions): ApiSide => {
  const { db, clock, log, version } = queue;
  const metrics = createMetrics();
  const performanceLog = createPerformanceLog(db, () => clock.now());
  const clientAddress = clientAddressBy(config.trustedProxies);
  const rooms = createRooms({ ...queue, sessionsEnded: wire.auth.sessionsEnded, removeObjects: ports.removeObjects, publicUrl: config.publicUrl }, {
    database: () => db.check(),
    storage: () => queue.blobs.check(),
    ai: () => Promise.resolve({ ...namesOfModels(config.models), left_alone: leftAlone(queue), embeddings: queue.embedder.model }),
    external: ports.external,
    memory: () => ({ ...process.memoryUsage(), limit: null }),
    uptimeSeconds: () => process.uptime(),
    now: () => clock.now(),
    version,
  }, { publicUrl: config.publicUrl, siteUrl: config.siteUrl, channels: ports.channels, callbacks: ports.callbacks, vapidPublicKey: ports.vapidPublicKey, payments: ports.payments, accounts: wire.accounts });
  const api = createApi({
    rooms,
    authenticator: withApiKeys(wire.authenticator, queue),
    rate: config.rateLimits ? { limiter: ports.limiter, limitOf: createLimitOf(db, clock, ports.cache) } : null,
    log, version, clientAddress,
    record: (call) => {
      metrics.record(call);
      performanceLog.record(call);
    },
  });

  const streams = createOpenStreams();
  const app = new Hono<Env>({ getPath: functionsPath });
  const edge = errorEdge(log);
  app.onError(edge);
  app.notFound((c) => edge(new AppError(404, 'request.not_found', 'There is nothing here.'), c));
  app.use(requestId(), securityHeaders(), finishReading());
  app.use('/auth/v1/*', cors());
  app.use('/storage/v1/*', cors({ describesItself: true }));
  app.use('*', async (c, next) => {
    c.set('clientAddress', clientAddress(c.req.raw, c.env));
    await next();
  });
  app.use('/functions/v1/*', compressJson());
  app.use('/functions/v1/document-processor/events', async (c, next) => {
    await next();
    if (c.res.headers.get('content-type')?.startsWith('text/event-stream')) c.res = streams.track(c.res);
  });
  app.route('/auth/v1', wire.auth.app);
  app.route('/storage/v1', wire.storage.app);
  if (!config.databaseUrl) app.route('/', dumpRoute(db, wire.authenticator, config.home));
  app.route('/', leftOutServices());
  app.route('/', createSite({ anonKey: secrets.anonKey, version, publicUrl: config.publicUrl, metrics }));
  app.route('/', api);
  const web = createWebApp(join(root, 'dist', 'web'));
  if (web) app.route('/', web);

  const stops: (() => Promise<void>)[] = [];
  return {
    fetch: (request, env) => app.fetch(request, env as object),
    start: () => {
      learnPurposes(queue.embedder).catch(() => undefined);
      stops.push(every('performance metrics', 60_000, log, () => performanceLog.flush()));
    },
    drain: streams.endAll,
    stop: async () => {
      await Promise.all(stops.map((stop) => stop()));
      await wire.auth.settled();
      await performanceLog.flush().catch(() => undefined);
    },
  };
};
