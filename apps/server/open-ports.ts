import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import type { CallbackReader } from '@docuvault/core/callbacks.ts';
import { systemClock } from '@docuvault/core/clock.ts';
import type { Cache } from '@docuvault/core/cache.ts';
import type { Logger } from '@docuvault/core/logger.ts';
import type { PaymentProvider } from '@docuvault/core/payments.ts';
import type { RateLimiter } from '@docuvault/core/rate-limiter.ts';
import { openDatabaseClock } from '@docuvault/db/database-clock.ts';
import { createDocumentTools } from '@docuvault/document-tools/create-document-tools.ts';
import { createGoogleVisionReader } from '@docuvault/ocr-google-vision/google-vision-reader.ts';
import { createLocalEmbedder } from '@docuvault/embed-local/create-local-embedder.ts';
import { createPdfSheetPrinter } from '@docuvault/print-pdf/pdf-sheet-printer.ts';
import { createClamavScanner } from '@docuvault/scan-clamav/clamav-scanner.ts';
import { createObjectRemover } from '@docuvault/storage-supabase/remove-objects.ts';
import { createRedisCache } from '@docuvault/redis/redis-cache.ts';
import type { Deps } from '@docuvault/vault/context.ts';
import { createPasswords } from '@docuvault/supabase-local/auth/passwords.ts';
import { buildKeyring } from './build-keyring.ts';
import type { Config } from './config.ts';
import { countReaders, memoryOf } from './count-readers.ts';
import { createLimiter } from './create-limiter.ts';
import type { Channels } from '@docuvault/vault/reminder-engine/send-outbox.ts';
import { createProviderPace } from '@docuvault/vault/reminder-engine/provider-pace.ts';
import { learnPurposes } from '@docuvault/vault/search-engine/guess-types.ts';
import { openBlobs } from './open-blobs.ts';
import { openChannels } from './open-channels.ts';
import { openDatabase, type OpenedDatabase } from './open-database.ts';
import { openPayments } from './open-payments.ts';
import { modelChecks, openModels } from './open-models.ts';
import { openRedis } from './open-redis.ts';
import type { Secrets } from './secrets.ts';

export type PortOptions = { config: Config; secrets: Secrets; log: Logger; root: string; workers: string; version: string };

/** Everything that reaches outside this process, opened once; `close` ends it all. */
export type Ports = {
  deps: Deps;
  vacuum: OpenedDatabase['vacuum'];
  checkpoint: OpenedDatabase['checkpoint'];
  limiter: RateLimiter;
  /** Null where nothing is shared between processes. */
  cache: Cache | null;
  /** Outside servers that the health check asks, by name. */
  external: Record<string, () => Promise<void>>;
  /** The ways by which messages leave the vault. */
  channels: Channels;
  /** What providers tell of messages afterwards. */
  callbacks: readonly CallbackReader[];
  vapidPublicKey: string | null;
  /** Empties a person's folders in a storage server of its own. */
  removeObjects: ((userId: string) => Promise<void>) | undefined;
  /** Who may be paid for plans. */
  payments: readonly PaymentProvider[];
  /** Documents read at a time. */
  readers: number;
  /** Loads what the first document would wait for. */
  warm(): void;
  close(): Promise<void>;
};

/** The buckets of the guide, in which people have folders of their own. */
const guideBuckets = ['documents', 'thumbnails', 'avatars'];

/** Of processor time; by the wall four times that, for machines that are busy with other things. */
const pageTimeoutMs = 60_000;

const readers = countReaders(availableParallelism(), memoryOf(totalmem(), process.constrainedMemory()));

/** Opens the database, the file store, the readers and the models that the configuration names. */
export const openPorts = async ({ config, secrets, log, root, workers, version }: PortOptions): Promise<Ports> => {
  const blobs = await openBlobs(config);
  const keyring = await buildKeyring(secrets.encryptionKey, config.masterKeys ?? secrets.encryptionKeysPrevious ?? null);
  const opened = await openDatabase(config, root, workers, log);
  const redis = config.redisUrl ? await openRedis(config.redisUrl, opened.db, log) : null;
  const db = redis?.db ?? opened.db;
  // Processes on several machines have several clocks, and the database has one.
  const shared = config.databaseUrl ? await openDatabaseClock(opened.db) : null;
  const clock = shared ?? systemClock;
  const tools = createDocumentTools({
    entry: join(workers, 'document-process.js'),
    maxProcesses: Math.max(readers, config.ocrProcesses),
    maxRecognisers: config.ocrProcesses,
    pageTimeoutMs,
    ...(config.ocrLanguages.length > 0 ? { languages: config.ocrLanguages } : {}),
  });
  const { googleVision } = config;
  const outside = googleVision && { reader: createGoogleVisionReader({ apiKey: googleVision.apiKey, apiUrl: googleVision.apiUrl ?? undefined }), pagesPerMonth: googleVision.pagesPerMonth };
  const models = openModels(config.models);
  const embedder = createLocalEmbedder({ entry: join(workers, 'embed-worker.js') });
  return {
    deps: {
      db, clock, blobs, keyring, tools, outside, ...models, embedder,
      scanner: config.clamavUrl ? createClamavScanner(config.clamavUrl) : null, printer: createPdfSheetPrinter(), passwords: createPasswords(), log, version,
    },
    vacuum: opened.vacuum,
    checkpoint: opened.checkpoint,
    limiter: createLimiter(config, db, clock, redis?.link ?? null, log),
    cache: redis && createRedisCache(redis.link),
    ...openChannels(config.channels, secrets.jwtSecret, config.publicUrl, createProviderPace(db, systemClock)),
    payments: openPayments(config.payments),
    external: { ...(redis ? { redis: redis.link.check } : {}), ...(outside ? { [outside.reader.provider]: () => outside.reader.check() } : {}), ...modelChecks(models) },
    removeObjects: config.supabaseStorage ? createObjectRemover(config.supabaseStorage, guideBuckets) : undefined,
    readers: Math.max(readers, config.ocrProcesses),
    warm: () => {
      tools.warm().catch(() => undefined);
      learnPurposes(embedder).catch(() => undefined);
    },
    close: async () => {
      shared?.close();
      await Promise.all([tools.close(), embedder.close()]);
      await redis?.close();
      await opened.db.close();
    },
  };
};
