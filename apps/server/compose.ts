import { availableParallelism, hostname } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { createApi } from '@docuvault/api/api.ts';
import { errorEdge } from '@docuvault/api/error-edge.ts';
import { actorOfHeaders } from '@docuvault/api/middleware/authenticate.ts';
import { cors } from '@docuvault/api/middleware/cors.ts';
import { requestId } from '@docuvault/api/middleware/request-id.ts';
import { securityHeaders } from '@docuvault/api/middleware/security-headers.ts';
import { createSlidingWindow } from '@docuvault/api/sliding-window.ts';
import { AppError } from '@docuvault/core/errors.ts';
import { systemClock } from '@docuvault/core/clock.ts';
import type { Logger } from '@docuvault/core/logger.ts';
import { createDocumentTools } from '@docuvault/document-tools/create-document-tools.ts';
import { createLocalEmbedder } from '@docuvault/embed-local/create-local-embedder.ts';
import { createClamavScanner } from '@docuvault/scan-clamav/clamav-scanner.ts';
import { createFsBlobStore } from '@docuvault/storage-fs/fs-blob-store.ts';
import { createStorage } from '@docuvault/supabase-local/storage/create-storage.ts';
import { createAuth } from '@docuvault/supabase-local/auth/create-auth.ts';
import type { Env } from '@docuvault/vault/http/env.ts';
import { documentProcessorRoom } from '@docuvault/vault/document-processor/document-processor.routes.ts';
import { runUpkeep } from '@docuvault/vault/document-processor/run-upkeep.ts';
import { createProcessor } from '@docuvault/vault/document-processor/processor.ts';
import { aiChatRoom } from '@docuvault/vault/ai-chat/ai-chat.routes.ts';
import { documentsRoom } from '@docuvault/vault/documents/documents.routes.ts';
import { adoptObject } from '@docuvault/vault/document-upload/claim-object.ts';
import { documentUploadRoom } from '@docuvault/vault/document-upload/document-upload.routes.ts';
import { searchEngineRoom } from '@docuvault/vault/search-engine/search-engine.routes.ts';
import { healthCheckRoom } from '@docuvault/vault/health-check/health-check.routes.ts';
import { createAnalysisThread } from './analyse-in-thread.ts';
import { authenticatorOf } from './authenticator.ts';
import { buildKeyring } from './build-keyring.ts';
import { clientAddressBy } from './client-address.ts';
import type { Config } from './config.ts';
import { every } from './every.ts';
import { createLimitOf } from './limits.ts';
import { createMetrics } from './metrics.ts';
import { createOpenStreams } from './open-streams.ts';
import { openDatabase } from './open-database.ts';
import { createPerformanceLog } from './performance-log.ts';
import type { Secrets } from './secrets.ts';
import { createSite } from './site.ts';
import { createWebApp } from './web-app.ts';

export type Composed = {
  fetch(request: Request, env: unknown): Response | Promise<Response>;
  /** Starts workers and schedules, once the server listens. */
  start(): void;
  /** Ends streams that would keep connections open. */
  drain(): void;
  stop(): Promise<void>;
};

export type ComposeOptions = { config: Config; secrets: Secrets; log: Logger; root: string; workers: string; version: string };

const minute = 60_000;

/** Generous, because it is wall time: half a minute was passed by an honest one-page scan on a busy machine of two cores. */
const pageTimeoutMs = 90_000;

/** Documents read at a time: two, so that a long one does not hold up a short one, unless there is but one core. */
const readers = Math.min(2, availableParallelism());

/** Builds the product for one process: ports, rooms, Supabase's wire, site. The only place that knows every part. */
export const compose = async ({ config, secrets, log, root, workers, version }: ComposeOptions): Promise<Composed> => {
  const clock = systemClock;
  const localUrl = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${config.port}`;
  const publicUrl = config.publicUrl ?? localUrl;
  const keyring = await buildKeyring(secrets.encryptionKey, config.masterKeys);
  const { db, vacuum } = await openDatabase(config, root, workers, log);
  const blobs = createFsBlobStore({ directory: join(config.home, 'files') });
  const tools = createDocumentTools({
    entry: join(workers, 'document-process.js'),
    maxProcesses: readers,
    pageTimeoutMs,
    ...(config.ocrLanguages.length > 0 ? { languages: config.ocrLanguages } : {}),
  });
  const embedder = createLocalEmbedder({ entry: join(workers, 'embed-worker.js') });
  const scanner = config.clamavUrl ? createClamavScanner(config.clamavUrl) : null;
  const analysis = createAnalysisThread(join(workers, 'analysis-worker.js'));
  const deps = { db, clock, blobs, keyring, tools, embedder, scanner, log, version };
  const processor = createProcessor(deps, { worker: `${hostname()}:${process.pid}`, readers, alone: !config.databaseUrl, analyse: analysis.analyse });
  const queue = { ...deps, wakeProcessor: processor.wake };
  const metrics = createMetrics();
  const performanceLog = createPerformanceLog(db, () => clock.now());
  const clientAddress = clientAddressBy(config.trustedProxies);

  const auth = createAuth({
    db, clock, log, keyring, mailer: null,
    jwt: { secret: secrets.jwtSecret, issuerUrl: `${publicUrl}/auth/v1` },
    keys: { anonKey: secrets.anonKey, serviceRoleKey: secrets.serviceRoleKey },
    siteUrl: config.siteUrl ?? publicUrl,
    redirectOrigins: config.redirectUrls,
    limits: { attempts: config.rateLimits },
  });

  const authenticator = authenticatorOf(auth);
  const storage = createStorage({
    db, blobs, keyring, clock, log, publicUrl,
    jwt: { secret: secrets.jwtSecret },
    actorOf: (c) => actorOfHeaders(authenticator, c.req.raw.headers),
    onObjectStored: (event) => adoptObject(queue, event),
  });

  const api = createApi({
    rooms: [
      documentUploadRoom(queue),
      documentProcessorRoom(queue),
      documentsRoom(queue),
      searchEngineRoom(deps),
      aiChatRoom(deps),
      healthCheckRoom({
        database: () => db.check(),
        storage: () => blobs.check(),
        ai: () => Promise.resolve({ provider: 'local', embeddings: embedder.model }),
        external: {},
        memory: () => ({ ...process.memoryUsage(), limit: null }),
        uptimeSeconds: () => process.uptime(),
        now: () => clock.now(),
        version,
      }),
    ],
    authenticator,
    rate: config.rateLimits ? { limiter: createSlidingWindow(clock), limitOf: createLimitOf(db, clock) } : null,
    log, version, clientAddress,
    record: (call) => {
      metrics.record(call);
      performanceLog.record(call);
    },
  });

  const streams = createOpenStreams();
  const app = new Hono<Env>();
  const edge = errorEdge(log);
  app.onError(edge);
  app.notFound((c) => edge(new AppError(404, 'request.not_found', 'There is nothing here.'), c));
  app.use(requestId(), securityHeaders());
  for (const wire of ['/auth/v1/*', '/storage/v1/*']) app.use(wire, cors());
  app.use('*', async (c, next) => {
    c.set('clientAddress', clientAddress(c.req.raw, c.env));
    await next();
  });
  app.use('/functions/v1/document-processor/events', async (c, next) => {
    await next();
    if (c.res.headers.get('content-type')?.startsWith('text/event-stream')) c.res = streams.track(c.res);
  });
  app.route('/auth/v1', auth.app);
  app.route('/storage/v1', storage.app);
  app.route('/', createSite({ anonKey: secrets.anonKey, version, publicUrl: config.publicUrl, metrics }));
  app.route('/', api);
  const web = createWebApp(join(root, 'dist', 'web'));
  if (web) app.route('/', web);

  const stops: (() => Promise<void>)[] = [];
  return {
    fetch: (request, env) => app.fetch(request, env as object),
    start: () => {
      tools.warm().catch(() => undefined);
      embedder.embed(['warm'], 'query').catch(() => undefined);
      processor.start().catch((error: unknown) => {
        log.error('the processor did not start', { cause: String(error) });
      });
      stops.push(() => processor.stop());
      stops.push(every('upkeep', 60 * minute, log, async () => {
        await storage.sweep();
        await runUpkeep(deps);
      }, minute));
      stops.push(every('performance metrics', minute, log, () => performanceLog.flush()));
      if (vacuum) stops.push(every('vacuum', 10 * minute, log, vacuum));
    },
    drain: streams.endAll,
    stop: async () => {
      await Promise.all(stops.map((stop) => stop()));
      await auth.settled();
      await Promise.all([tools.close(), embedder.close(), analysis.close(), performanceLog.flush().catch(() => undefined)]);
      await db.close();
    },
  };
};
