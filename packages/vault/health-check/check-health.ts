import type { HealthCheck, HealthReport } from '@docuvault/contract/health.ts';

/** How each part is asked. A probe resolves with facts to show, or rejects with what is wrong. */
export type HealthProbes = {
  database: () => Promise<void>;
  storage: () => Promise<void>;
  ai: () => Promise<Record<string, string>>;
  /** Configured outside providers by name; empty when none is configured. */
  external: Record<string, () => Promise<void>>;
  memory: () => { rss: number; heapUsed: number; heapTotal: number; limit: number | null };
  uptimeSeconds: () => number;
  now: () => Date;
  version: string;
};

const probeTimeoutMs = 5_000;

const timed = async (probe: () => Promise<Record<string, unknown> | undefined>): Promise<HealthCheck> => {
  const started = performance.now();
  const took = () => Math.round((performance.now() - started) * 10) / 10;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('no answer'));
    }, probeTimeoutMs);
  });
  try {
    const facts = await Promise.race([probe(), late]);
    return { status: 'healthy', response_time_ms: took(), ...facts };
  } catch {
    return { status: 'unhealthy', response_time_ms: took(), error: 'not answering' };
  } finally {
    clearTimeout(timer);
  }
};

/** All outside providers: healthy while every one is. Each is named with its own state, the reasons are not. */
const timedAll = async (external: readonly [string, () => Promise<void>][]): Promise<HealthCheck> => {
  const started = performance.now();
  const checks = await Promise.all(external.map(async ([name, probe]) => [name, (await timed(() => probe().then(() => undefined))).status] as const));
  const healthy = checks.every(([, status]) => status === 'healthy');
  return {
    status: healthy ? 'healthy' : 'unhealthy', response_time_ms: Math.round((performance.now() - started) * 10) / 10,
    configured: checks.map(([name]) => name), providers: Object.fromEntries(checks), ...(healthy ? {} : { error: 'not answering' }),
  };
};

/** Asks every part at once. `degraded` when any is unhealthy; the reasons stay in the log, not on a public page. */
export const checkHealth = async (probes: HealthProbes): Promise<HealthReport> => {
  const external = Object.entries(probes.external);
  const [database, storage, ai, outside] = await Promise.all([
    timed(() => probes.database().then(() => undefined)),
    timed(() => probes.storage().then(() => undefined)),
    timed(probes.ai),
    timedAll(external),
  ]);
  const memory = probes.memory();
  const tight = memory.limit !== null && memory.rss > memory.limit * 0.9;
  const checks: HealthReport['checks'] = {
    database,
    storage,
    ai_services: ai,
    external_apis: outside,
    memory_usage: {
      status: tight ? 'unhealthy' : 'healthy', response_time_ms: 0,
      rss_mb: Math.round(memory.rss / 1048576), heap_used_mb: Math.round(memory.heapUsed / 1048576), heap_total_mb: Math.round(memory.heapTotal / 1048576),
    },
    uptime: { status: 'healthy', response_time_ms: 0, seconds: Math.round(probes.uptimeSeconds()) },
  };
  const healthy = Object.values(checks).every((check) => check.status === 'healthy');
  return { status: healthy ? 'healthy' : 'degraded', checks, timestamp: probes.now().toISOString(), version: probes.version };
};
