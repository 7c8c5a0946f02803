import { isAbsolute, join, resolve } from 'node:path';
import { readChannelConfig, type ChannelConfig } from './channel-config.ts';
import { readPaymentConfig, type PaymentConfig } from './payment-config.ts';
import { readModelConfig, type ModelConfig } from './model-config.ts';

/** What the operator chose, read once from the environment. */
export type Config = {
  host: string;
  port: number;
  home: string;
  databaseUrl: string | null;
  databaseAdminUrl: string | null;
  /** Leads to the server itself where a pooler stands at `databaseUrl`. */
  databaseDirectUrl: string | null;
  databaseReplicaUrl: string | null;
  /** Of each process. */
  databaseConnections: number;
  statementTimeoutMs: number;
  lockTimeoutMs: number;
  redisUrl: string | null;
  s3: { endpoint: string | null; region: string; bucket: string; accessKeyId: string; secretAccessKey: string; prefix: string } | null;
  supabaseStorage: { url: string; serviceKey: string; bucket: string } | null;
  defaultTier: string;
  rateLimits: boolean;
  siteUrl: string | null;
  /** Where clients reach this server, when it is not host and port. */
  publicUrl: string | null;
  redirectUrls: string[];
  clamavUrl: string | null;
  trustedProxies: number;
  /** Where a worker tells whether it lives; null: nowhere. */
  probePort: number | null;
  masterKeys: string | null;
  ocrLanguages: string[];
  /** Processes that recognise pictures at a time. */
  ocrProcesses: number;
  /** Where pages of people who agree are read; null: in the vault alone. */
  googleVision: { apiKey: string; apiUrl: string | null; pagesPerMonth: number } | null;
  /** Language models and translators that people may agree to. */
  models: ModelConfig;
  channels: ChannelConfig;
  payments: PaymentConfig;
};

type Environment = Record<string, string | undefined>;

const tiers = ['free', 'premium', 'family_plus', 'business'];

const integer = (name: string, value: string | undefined, fallback: number, min: number, max: number): number => {
  if (value === undefined || value === '') return fallback;
  const number = Number(value);
  if (!Number.isInteger(number) || number < min || number > max) throw new Error(`${name} must be a whole number from ${min} to ${max}, not "${value}"`);
  return number;
};

const list = (value: string | undefined): string[] => (value ?? '').split(',').map((item) => item.trim()).filter(Boolean);

const required = (name: string, env: Environment, why: string): string => {
  const value = env[name];
  if (!value) throw new Error(`${name} must be set ${why}`);
  return value;
};

const readS3 = (env: Environment): Config['s3'] => {
  if (!env.S3_BUCKET) return null;
  const why = 'where S3_BUCKET is';
  return {
    endpoint: env.S3_ENDPOINT || null,
    region: env.S3_REGION || 'us-east-1',
    bucket: env.S3_BUCKET,
    accessKeyId: required('S3_ACCESS_KEY_ID', env, why),
    secretAccessKey: required('S3_SECRET_ACCESS_KEY', env, why),
    prefix: env.S3_PREFIX ?? '',
  };
};

const readSupabaseStorage = (env: Environment): Config['supabaseStorage'] => {
  if (!env.SUPABASE_STORAGE_BUCKET) return null;
  const why = 'where SUPABASE_STORAGE_BUCKET is';
  return { url: required('SUPABASE_URL', env, why), serviceKey: required('SUPABASE_SERVICE_ROLE_KEY', env, why), bucket: env.SUPABASE_STORAGE_BUCKET };
};

/** A key alone sends nothing out: the operator says so, and then each owner. */
const readGoogleVision = (env: Environment): Config['googleVision'] => {
  const provider = env.OCR_PROVIDER || 'local';
  if (!['local', 'google_vision'].includes(provider)) throw new Error(`OCR_PROVIDER must be local or google_vision, not "${provider}"`);
  if (provider === 'local') return null;
  const apiUrl = env.GOOGLE_VISION_API_URL || null;
  if (apiUrl && !/^https?:\/\//.test(apiUrl)) throw new Error(`GOOGLE_VISION_API_URL must be an http(s) address, not "${apiUrl}"`);
  return {
    apiKey: required('GOOGLE_VISION_API_KEY', env, 'where OCR_PROVIDER is google_vision'), apiUrl,
    pagesPerMonth: integer('GOOGLE_VISION_PAGES_PER_MONTH', env.GOOGLE_VISION_PAGES_PER_MONTH, 300, 0, 10_000_000),
  };
};

/** Reads and checks the environment; throws a sentence that names the variable that is wrong. */
export const readConfig = (env: Environment, cwd: string): Config => {
  const home = env.DOCUVAULT_HOME || '.docuvault';
  const databaseUrl = env.DATABASE_URL || null;
  const defaultTier = env.DEFAULT_TIER || (databaseUrl ? 'free' : 'business');
  if (!tiers.includes(defaultTier)) throw new Error(`DEFAULT_TIER must be one of ${tiers.join(', ')}, not "${defaultTier}"`);
  return {
    host: env.HOST || '127.0.0.1',
    port: integer('PORT', env.PORT, 54321, 0, 65535),
    home: isAbsolute(home) ? home : join(resolve(cwd), home),
    databaseUrl,
    databaseAdminUrl: env.DATABASE_ADMIN_URL || null,
    databaseDirectUrl: env.DATABASE_DIRECT_URL || null,
    databaseReplicaUrl: env.DATABASE_REPLICA_URL || null,
    databaseConnections: integer('DATABASE_CONNECTIONS', env.DATABASE_CONNECTIONS, 10, 2, 500),
    statementTimeoutMs: integer('DATABASE_STATEMENT_TIMEOUT_MS', env.DATABASE_STATEMENT_TIMEOUT_MS, 30_000, 100, 600_000),
    lockTimeoutMs: integer('DATABASE_LOCK_TIMEOUT_MS', env.DATABASE_LOCK_TIMEOUT_MS, 10_000, 100, 600_000),
    redisUrl: env.REDIS_URL || null,
    s3: readS3(env),
    supabaseStorage: readSupabaseStorage(env),
    defaultTier,
    rateLimits: (env.RATE_LIMITS ?? 'on').toLowerCase() !== 'off',
    siteUrl: env.FRONTEND_URL || null,
    publicUrl: (env.PUBLIC_URL || '').replace(/\/+$/, '') || null,
    redirectUrls: list(env.REDIRECT_URLS),
    clamavUrl: env.CLAMAV_URL || null,
    trustedProxies: integer('TRUSTED_PROXIES', env.TRUSTED_PROXIES, 0, 0, 10),
    probePort: env.PROBE_PORT ? integer('PROBE_PORT', env.PROBE_PORT, 0, 0, 65535) : null,
    masterKeys: env.ENCRYPTION_KEYS_PREVIOUS || null,
    ocrLanguages: list(env.OCR_LANGUAGES),
    ocrProcesses: integer('OCR_PROCESSES', env.OCR_PROCESSES, 1, 1, 16),
    googleVision: readGoogleVision(env),
    models: readModelConfig(env),
    channels: readChannelConfig(env),
    payments: readPaymentConfig(env),
  };
};
