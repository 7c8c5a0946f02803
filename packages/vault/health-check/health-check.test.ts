import { describe, expect, it } from 'vitest';
import { healthCheckRoom } from './health-check.routes.ts';
import type { HealthProbes } from './check-health.ts';

const ok = () => Promise.resolve();
const probes = (changes: Partial<HealthProbes> = {}): HealthProbes => ({
  database: ok, storage: ok, ai: () => Promise.resolve({ provider: 'local' }), external: {},
  memory: () => ({ rss: 200 * 1048576, heapUsed: 1, heapTotal: 2, limit: null }),
  uptimeSeconds: () => 12.3, now: () => new Date('2026-01-01T00:00:00Z'), version: '1.2.3', ...changes,
});
const ask = (changes: Partial<HealthProbes>, path = '/') => healthCheckRoom(probes(changes)).hono.request(path);

describe('the health check', () => {
  it('has the shape of the guide', async () => {
    const answer = await ask({});
    expect(answer.status).toBe(200);
    const body = (await answer.json()) as { status: string; checks: Record<string, { status: string; response_time_ms: number }> };
    expect(body).toMatchObject({ status: 'healthy', version: '1.2.3', timestamp: '2026-01-01T00:00:00.000Z' });
    expect(Object.keys(body.checks)).toEqual(['database', 'storage', 'ai_services', 'external_apis', 'memory_usage', 'uptime']);
    for (const check of Object.values(body.checks)) expect(check).toMatchObject({ status: 'healthy', response_time_ms: expect.any(Number) as number });
  });

  it.each(['database', 'storage'] as const)('answers 503 when the %s is down, without saying why in public', async (part) => {
    const answer = await ask({ [part]: () => Promise.reject(new Error('connect ECONNREFUSED /var/secret')) });
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain('secret');
    expect((await ask({ [part]: () => Promise.reject(new Error('x')) }, '/ready')).status).toBe(503);
  });

  it('is degraded, yet up, when an outside provider does not answer', async () => {
    const answer = await ask({ external: { stripe: () => Promise.reject(new Error('x')) } });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ status: 'degraded', checks: { external_apis: { status: 'unhealthy' } } });
  });

  it('names each outside provider with its own state', async () => {
    const answer = await ask({ external: { redis: ok, google_vision: () => Promise.reject(new Error('the key AIza')) } });
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ checks: { external_apis: { configured: ['redis', 'google_vision'], providers: { redis: 'healthy', google_vision: 'unhealthy' } } } });
    expect(text).not.toContain('AIza');
  });
});
