import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@docuvault/db/types.ts';
import { createPerson, openTestDatabase } from '@docuvault/testing/database.ts';
import { createAttempts } from './attempts.ts';
import { leftOutRoutes } from './left-out.routes.ts';
import { freshEmail, goodPassword, serveAuth, signUp, type ServedAuth } from './tests/serve-auth.ts';

let served: ServedAuth;
let db: Database;
beforeAll(async () => {
  db = (await openTestDatabase()).db;
  served = await serveAuth(db, { limits: { attempts: false } });
});

const publicPosts = ['/signup', '/token?grant_type=password', '/token?grant_type=refresh_token', '/token?grant_type=pkce', '/recover', '/resend', '/otp', '/verify'];

const bodies: [string, string | Uint8Array<ArrayBuffer>, number, string][] = [
  ['no body', '', 400, 'bad_json'],
  ['half an object', '{"email":', 400, 'bad_json'],
  ['an array', '[]', 400, 'bad_json'],
  ['a number', '7', 400, 'bad_json'],
  ['null', 'null', 400, 'bad_json'],
  ['bytes that are no UTF-8', Uint8Array.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400, 'bad_json'],
  ['more than 64 KiB', JSON.stringify({ email: 'x'.repeat(70_000) }), 413, 'request_entity_too_large'],
  ['NUL', '{"email":"a\\u0000@b.example","password":"longenough"}', 400, 'validation_failed'],
  ['NUL in a key', '{"data":{"a\\u0000":1},"email":"a@b.example","password":"longenough"}', 400, 'validation_failed'],
  ['a lone surrogate', '{"email":"a@b.example","password":"long\\ud800enough"}', 400, 'validation_failed'],
  ['10,000 levels', `{"data":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 400, 'validation_failed'],
];

describe.each(publicPosts)('POST %s', (path) => {
  it.each(bodies)('answers %s clearly', async (_, body, status, code) => {
    const answer = await served.fetch(path, { method: 'POST', body, headers: { 'x-supabase-api-version': '2024-01-01' } });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([status, code]);
  });

  it.each(['email', 'password', 'refresh_token', 'token', 'token_hash', 'type', 'auth_code', 'data', 'code_challenge'])('survives a wrong type of %s', async (field) => {
    const whole = { email: freshEmail(), password: goodPassword, refresh_token: 'x', token: '1', type: 'signup', auth_code: 'x', code_verifier: 'x' };
    for (const wrong of [7, true, { a: 1 }, ['x']]) {
      const answer = await served.post(path, { ...whole, [field]: wrong });
      expect(answer.status).toBeLessThan(500);
    }
  });
});

describe('hostile values', () => {
  it('are taken as values', async () => {
    for (const email of ["a'or'1'='1@b.example", '"; drop table auth.users; --"@b.example', '%@b.example', '../../etc@b.example']) {
      const answer = await served.post('/token?grant_type=password', { email, password: "' or true --" });
      expect(answer.status).toBe(400);
    }
    expect((await served.fetch('/health')).status).toBe(200);
  });

  it('in metadata reach neither prototype nor role', async () => {
    const answer = await served.post('/signup', `{"email":"${freshEmail()}","password":"${goodPassword}","data":{"__proto__":{"admin":true},"constructor":{"x":1}},"role":"service_role","app_metadata":{"admin":true},"is_super_admin":true}`);
    const { user } = (await answer.json()) as { user: { role: string; app_metadata: object; user_metadata: object } };
    expect(user).toMatchObject({ role: 'authenticated', app_metadata: { provider: 'email', providers: ['email'] } });
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('in /user do not raise anybody', async () => {
    const { session } = await signUp(served);
    const put = async (body: unknown) => {
      const answer = await served.fetch('/user', { method: 'PUT', body: JSON.stringify(body), headers: { authorization: `Bearer ${session.access_token}`, 'x-supabase-api-version': '2024-01-01' } });
      return [answer.status, ((await answer.json()) as { code?: string }).code];
    };
    expect(await put({ app_metadata: { admin: true } })).toEqual([403, 'not_admin']);
    expect(await put({ role: 'service_role' })).toEqual([200, undefined]);
    expect(await put({ password: goodPassword })).toEqual([422, 'same_password']);
    expect(await put({ password: 'abc' })).toEqual([422, 'weak_password']);
    expect(await put({ password: 'new enough', current_password: 'not it' })).toEqual([400, 'current_password_invalid']);
    expect(await put({ email: 'nonsense' })).toEqual([400, 'validation_failed']);
    expect(await put({ data: 'text' })).toEqual([400, 'validation_failed']);
  });

  it('in headers do no harm', async () => {
    const answer = await served.post('/signup', { email: freshEmail(), password: goodPassword }, { 'user-agent': `x${'\u00ff'.repeat(3000)}`, 'x-test-address': 'not an address' });
    expect(answer.status).toBe(200);
    expect((await served.fetch('/user', { headers: { authorization: 'Basic abc' } })).status).toBe(401);
    expect((await served.fetch('/user', { headers: { authorization: `Bearer ${'x'.repeat(8000)}` } })).status).toBe(403);
  });
});

describe('an error', () => {
  it('has the shape of the API version that is asked for', async () => {
    const old = await fetch(`${served.url}/auth/v1/token?grant_type=password`, { method: 'POST', body: JSON.stringify({ email: freshEmail(), password: 'x' }) });
    expect(await old.json()).toEqual({ code: 400, error_code: 'invalid_credentials', msg: 'Invalid login credentials' });
    expect([old.headers.get('x-sb-error-code'), old.headers.get('x-supabase-api-version'), old.headers.get('cache-control')]).toEqual(['invalid_credentials', null, 'no-store']);
    const now = await served.post('/token?grant_type=password', { email: freshEmail(), password: 'x' });
    expect(await now.json()).toEqual({ code: 'invalid_credentials', message: 'Invalid login credentials' });
    expect([now.headers.get('x-sb-error-code'), now.headers.get('x-supabase-api-version')]).toEqual(['invalid_credentials', '2024-01-01']);
  });

  it('of the server says nothing of its inside, and is logged', async () => {
    const broken = await serveAuth({ ...db, asService: () => Promise.reject(new Error('select secret from /etc/passwd')) });
    const answer = await broken.post('/recover', { email: freshEmail() });
    expect(answer.status).toBe(200);
    const failed = await broken.post('/token?grant_type=password', { email: freshEmail(), password: 'x' });
    expect([failed.status, await failed.json()]).toEqual([500, { code: 'unexpected_failure', message: 'Unexpected failure, please check server logs for more information' }]);
    expect(broken.logged.join()).toContain('auth request failed');
  });
});

describe('what is left out', () => {
  it.each(leftOutRoutes)('%s answers 501', async (path) => {
    const answer = await served.post(path.replace('*', 'x').replace(':id', crypto.randomUUID()), {});
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([501, 'not_implemented']);
  });

  it('phone, id token and web3 too; a route that never was is 404', async () => {
    for (const [path, body] of [['/signup', { phone: '+491234567', password: goodPassword }], ['/token?grant_type=id_token', {}], ['/token?grant_type=web3', {}], ['/otp', { phone: '+491234567' }]] as const) {
      expect((await served.post(path, body)).status).toBe(501);
    }
    const unknown = await served.post('/nowhere', {});
    expect([unknown.status, await unknown.json()]).toEqual([404, { code: 'not_found', message: 'There is no such route' }]);
  });
});

describe('the tables of the auth server', () => {
  it('are shut to everybody but the service role', async () => {
    const person = await createPerson(db);
    const tables = await db.asService('test', (tx) => tx.query<{ name: string; secured: boolean }>(sql`
      select c.relname as name, c.relrowsecurity as secured from pg_class c where c.relnamespace = 'auth'::regnamespace and c.relkind = 'r'`));
    expect(tables.map((table) => table.name).sort()).toEqual(['flow_state', 'identities', 'mfa_amr_claims', 'mfa_challenges', 'mfa_factors', 'one_time_tokens', 'refresh_tokens', 'sessions', 'users']);
    expect(tables.every((table) => table.secured)).toBe(true);
    const granted = (actor: Parameters<Database['asUser']>[0]) =>
      db.asUser(actor, (tx) => tx.query(sql`
        select c.relname from pg_class c where c.relnamespace = 'auth'::regnamespace and c.relkind in ('r', 'S')
          and (case when c.relkind = 'r' then has_table_privilege(c.oid, 'select, insert, update, delete, truncate, references, trigger') else has_sequence_privilege(c.oid, 'usage, select, update') end)`));
    expect(await granted(person)).toEqual([]);
    expect(await granted({ role: 'anon' })).toEqual([]);
  });
});

it('keeps the memory of attempts bounded, the least recent forgotten first', () => {
  const attempts = createAttempts({ now: () => new Date(0) }, 100);
  const once = { count: 1, seconds: 60 };
  expect(attempts.take('first', once)).toBe(0);
  expect(attempts.take('first', once)).toBe(60);
  for (let i = 0; i < 100; i += 1) attempts.take(`key ${i}`, once);
  expect(attempts.take('key 99', once)).toBe(60);
  expect(attempts.take('first', once)).toBe(0);
});

it('answers others while a hundred passwords are hashed', async () => {
  const { session } = await signUp(served);
  const flood = Array.from({ length: 100 }, () => served.post('/token?grant_type=password', { email: freshEmail(), password: 'x' }));
  const start = performance.now();
  await served.auth.verifyToken(session.access_token);
  expect(performance.now() - start).toBeLessThan(1000);
  expect((await Promise.all(flood)).every((answer) => answer.status === 400)).toBe(true);
});
