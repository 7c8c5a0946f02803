import { serve } from '@hono/node-server';
import { createClient, type SupabaseClient, type SupabaseClientOptions } from '@supabase/supabase-js';
import { Hono } from 'hono';
import { SignJWT } from 'jose';
import { afterAll } from 'vitest';
import WebSocket from 'ws';
import { createTestClock } from '@docuvault/core/clock.ts';
import type { Logger } from '@docuvault/core/logger.ts';
import type { MailMessage } from '@docuvault/core/mailer.ts';
import type { Database } from '@docuvault/db/types.ts';
import type { AuthOptions } from '../auth-context.ts';
import { createAuth, type Auth } from '../create-auth.ts';

export const jwtSecret = 'super-secret-jwt-token-with-at-least-32-characters-long';

/** A token signed with the given secret, as an attacker or another program would make it. */
export const signed = (claims: Record<string, unknown>, secret = jwtSecret, expires: string | number = '10y') =>
  new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).setIssuedAt().setExpirationTime(expires).sign(new TextEncoder().encode(secret));

export type ServedAuth = {
  auth: Auth;
  url: string;
  anonKey: string;
  serviceRoleKey: string;
  clock: ReturnType<typeof createTestClock>;
  mails: MailMessage[];
  logged: string[];
  client(key?: string, options?: SupabaseClientOptions<'public'>['auth']): SupabaseClient;
  admin(): SupabaseClient;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
};

export type ServeOptions = Partial<Omit<AuthOptions, 'mailer' | 'db' | 'clock'>> & { mail?: boolean };

/** The auth server alone, on a port of its own, with official clients to talk to it. The caller's address is `x-test-address`. */
export const serveAuth = async (db: Database, options: ServeOptions = {}): Promise<ServedAuth> => {
  const clock = createTestClock(new Date());
  const mails: MailMessage[] = [];
  const logged: string[] = [];
  const write = (message: string, facts?: Record<string, unknown>) => {
    logged.push(JSON.stringify({ message, ...facts }));
  };
  const log: Logger = { info: write, warn: write, error: write };
  const anonKey = await signed({ iss: 'supabase-demo', role: 'anon' });
  const serviceRoleKey = await signed({ iss: 'supabase-demo', role: 'service_role' });
  const outer = new Hono();
  const server = serve({ fetch: outer.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise<void>((resolve) => server.on('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  const auth = createAuth({
    jwt: { secret: jwtSecret, issuerUrl: `${url}/auth/v1` },
    keys: { anonKey, serviceRoleKey, publishable: 'sb_publishable_test', secret: 'sb_secret_test' },
    log,
    siteUrl: 'http://localhost:3000',
    clientAddressOf: (c) => c.req.header('x-test-address') ?? '192.0.2.1',
    ...options,
    db,
    clock,
    mailer: options.mail ? {
      provider: 'test',
      send: (message) => {
        mails.push(message);
        return Promise.resolve({ provider: 'test', messageId: null });
      },
    } : null,
  });
  outer.route('/auth/v1', auth.app);
  afterAll(async () => {
    await auth.settled();
    await new Promise((resolve) => server.close(resolve));
  });
  const client: ServedAuth['client'] = (key = anonKey, clientOptions = {}) =>
    createClient(url, key, {
      realtime: { transport: WebSocket as never },
      auth: { persistSession: false, autoRefreshToken: false, ...clientOptions },
    });
  const request: ServedAuth['fetch'] = (path, init) => fetch(`${url}/auth/v1${path}`, init);
  return {
    auth, url, anonKey, serviceRoleKey, clock, mails, logged, client,
    admin: () => client(serviceRoleKey),
    fetch: request,
    post: (path, body, headers = {}) =>
      request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-supabase-api-version': '2024-01-01', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  };
};

/** A fresh address that nobody has. */
export const freshEmail = (name = 'asha') => `${name}-${crypto.randomUUID().slice(0, 13)}@example.test`;
export const goodPassword = 'correct horse battery';

/** A new account, signed in on a client of its own. */
export const signUp = async (served: ServedAuth, email = freshEmail()) => {
  const client = served.client();
  const { data, error } = await client.auth.signUp({ email, password: goodPassword });
  if (error) throw error;
  return { client, email, user: data.user!, session: data.session! };
};
