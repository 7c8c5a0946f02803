import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingDeno, serveWithDeno } from '@docuvault/testing/deno.ts';
import { missingPostgres, preparePostgres, startPostgres, type PostgresServer } from '@docuvault/testing/postgres.ts';
import { buildFunctions } from '../../scripts/build-functions.mjs';

const missing = missingDeno() ?? missingPostgres();
const secret = 'super-secret-jwt-token-with-at-least-32-characters-long';
const bundleOf = (name: string) => join(import.meta.dirname, '../../supabase/functions', name, 'bundle.js');

describe.skipIf(missing !== null)('the bundles under Deno, on native PostgreSQL', () => {
  let postgres: PostgresServer;
  const servers: { stop(): void }[] = [];
  const serve = async (name: string, env: Record<string, string> = {}) => {
    const server = await serveWithDeno(bundleOf(name), { DATABASE_URL: postgres.appUrl, JWT_SECRET: secret, ...env });
    servers.push(server);
    return server;
  };
  beforeAll(async () => {
    await buildFunctions();
    postgres = await startPostgres();
    await preparePostgres(postgres);
  });
  afterAll(() => {
    for (const server of servers) server.stop();
    postgres.stop();
  });

  it('are small enough to deploy', () => {
    expect(statSync(bundleOf('health-check')).size).toBeLessThan(5 * 1024 * 1024);
  });

  it('answer the health check with the database asked for real', async () => {
    const { url } = await serve('health-check');
    const answer = await fetch(`${url}/functions/v1/health-check`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await answer.json()).toMatchObject({ status: 'healthy', checks: { database: { status: 'healthy' } } });
    expect((await fetch(`${url}/health-check/live`)).status, 'as the gateway calls it').toBe(200);
    const down = await serve('health-check', { DATABASE_URL: 'postgres://docuvault_app@127.0.0.1:1/postgres' });
    expect((await fetch(`${down.url}/functions/v1/health-check`)).status).toBe(503);
  });
});
