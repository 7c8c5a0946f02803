import { decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@docuvault/db/types.ts';
import { openTestDatabase } from '@docuvault/testing/database.ts';
import { jwtSecret, serveAuth, signed, signUp, type ServedAuth } from './tests/serve-auth.ts';
import { actorOfClaims } from './tokens.ts';

let served: ServedAuth;
let db: Database;
beforeAll(async () => {
  db = (await openTestDatabase()).db;
  served = await serveAuth(db);
});

const refusal = { status: 401, code: 'auth.unauthenticated' };

describe('a genuine token', () => {
  it('makes its bearer the actor that policies see', async () => {
    const { session, user, email } = await signUp(served);
    const claims = await served.auth.verifyToken(session.access_token);
    expect(actorOfClaims(claims)).toEqual({ role: 'authenticated', userId: user.id, sessionId: decodeJwt(session.access_token).session_id, email, aal: 'aal1', claims: decodeJwt(session.access_token) });
  });

  it('of the anon or service role makes that role', async () => {
    expect(actorOfClaims(await served.auth.verifyToken(served.anonKey))).toEqual({ role: 'anon' });
    expect(actorOfClaims(await served.auth.verifyToken(served.serviceRoleKey))).toEqual({ role: 'service_role' });
  });

  it('stops working when it expires', async () => {
    const late = await serveAuth(db);
    const { session } = await signUp(late);
    late.clock.advance(3_599_000);
    await expect(late.auth.verifyToken(session.access_token)).resolves.toBeTruthy();
    late.clock.advance(2_000);
    await expect(late.auth.verifyToken(session.access_token)).rejects.toMatchObject(refusal);
    const answer = await late.fetch('/user', { headers: { authorization: `Bearer ${session.access_token}`, 'x-supabase-api-version': '2024-01-01' } });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'bad_jwt', message: expect.stringContaining('expired') });
  });

  it('stops working when its user is deleted or banned', async () => {
    const gone = await signUp(served);
    const banned = await signUp(served);
    for (const { session } of [gone, banned]) await served.auth.verifyToken(session.access_token);
    await served.admin().auth.admin.deleteUser(gone.user.id);
    await served.admin().auth.admin.updateUserById(banned.user.id, { ban_duration: '1h' });
    await expect(served.auth.verifyToken(gone.session.access_token)).rejects.toMatchObject(refusal);
    await expect(served.auth.verifyToken(banned.session.access_token)).rejects.toMatchObject(refusal);
    expect((await gone.client.auth.getUser()).error).toMatchObject({ status: 403, code: 'user_not_found' });
  });
});

describe('a forged token', () => {
  const genuine = async () => decodeJwt((await signUp(served)).session.access_token);
  const bytes = (text: string) => Buffer.from(text).toString('base64url');

  const forgeries: [string, (claims: Record<string, unknown>) => Promise<string> | string][] = [
    ['unsigned', (claims) => new UnsecuredJWT(claims).encode()],
    ['with alg none and a signature', (claims) => `${bytes('{"alg":"none","typ":"JWT"}')}.${bytes(JSON.stringify(claims))}.x`],
    ['signed with another secret', (claims) => signed(claims, 'x'.repeat(40))],
    ['of another role', (claims) => signed({ ...claims, role: 'postgres' })],
    ['without a role', (claims) => signed({ ...claims, role: undefined })],
    ['whose subject is no UUID', (claims) => signed({ ...claims, sub: "' or true" })],
    ['without a subject', (claims) => signed({ ...claims, sub: undefined })],
    ['for another audience', (claims) => signed({ ...claims, aud: 'elsewhere' })],
    ['that never expires', (claims) => new SignJWT({ ...claims, exp: undefined }).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(jwtSecret))],
    ['that is not valid yet', (claims) => new SignJWT({ ...claims }).setProtectedHeader({ alg: 'HS256' }).setNotBefore('1h').setExpirationTime('2h').sign(Buffer.from(jwtSecret))],
    ['signed with HS512', (claims) => new SignJWT(claims).setProtectedHeader({ alg: 'HS512' }).sign(Buffer.from(jwtSecret.repeat(2)))],
    ['of a session that never was', (claims) => signed({ ...claims, session_id: crypto.randomUUID() })],
    ['that borrows another person’s session', async (claims) => signed({ ...claims, sub: (await signUp(served)).user.id })],
    ['that is no token', () => 'a.b.c'],
    ['that is empty', () => ''],
    ['that is an opaque key', () => 'sb_secret_test'],
    ['that is very long', () => `ey${'A'.repeat(200_000)}`],
  ];
  it.each(forgeries)('%s is refused', async (_, forge) => {
    await expect(served.auth.verifyToken(await forge(await genuine()))).rejects.toMatchObject(refusal);
  });

  it('with a changed payload is refused', async () => {
    const { session } = await signUp(served);
    const [header, , signature] = session.access_token.split('.');
    const payload = bytes(JSON.stringify({ ...decodeJwt(session.access_token), role: 'service_role' }));
    await expect(served.auth.verifyToken(`${header}.${payload}.${signature}`)).rejects.toMatchObject(refusal);
  });

  it('is answered as auth-js expects on the auth routes', async () => {
    const { error } = await served.client().auth.getUser(await signed(await genuine(), 'x'.repeat(40)));
    expect(error).toMatchObject({ status: 403, code: 'bad_jwt', message: expect.stringMatching(/^invalid JWT/) });
    const none = await served.fetch('/user', { headers: { apikey: served.anonKey } });
    expect(none.status).toBe(401);
    expect(none.headers.get('x-sb-error-code')).toBe('no_authorization');
    expect((await served.fetch('/user', { headers: { authorization: `Bearer ${served.anonKey}` } })).status).toBe(403);
  });
});

describe('an API key', () => {
  it('stands for its role, opaque or legacy', async () => {
    expect(await served.auth.keyToActor(served.anonKey)).toEqual({ role: 'anon' });
    expect(await served.auth.keyToActor('sb_publishable_test')).toEqual({ role: 'anon' });
    expect(await served.auth.keyToActor(served.serviceRoleKey)).toEqual({ role: 'service_role' });
    expect(await served.auth.keyToActor('sb_secret_test')).toEqual({ role: 'service_role' });
    expect(await served.auth.keyToActor(await signed({ role: 'service_role', iss: 'made elsewhere' }))).toEqual({ role: 'service_role' });
  });

  it('that is wrong, or is a person’s token, stands for nobody', async () => {
    const { session } = await signUp(served);
    for (const key of ['', 'sb_secret_', 'sb_secret_testt', await signed({ role: 'service_role' }, 'y'.repeat(40)), session.access_token]) {
      expect(await served.auth.keyToActor(key)).toBeNull();
    }
  });
});

describe('public keys', () => {
  it('are none while the secret signs: it is never shown', async () => {
    const answer = await served.fetch('/.well-known/jwks.json');
    expect(await answer.json()).toEqual({ keys: [] });
    expect(answer.headers.get('cache-control')).toBe('public, max-age=600');
    const { client } = await signUp(served);
    const { data, error } = await client.auth.getClaims();
    expect(error).toBeNull();
    expect(data!.claims).toMatchObject({ role: 'authenticated', aal: 'aal1' });
  });

  it.each(['ES256', 'RS256'])('of %s let auth-js verify claims by itself', async (alg) => {
    const pair = await generateKeyPair(alg, { extractable: true });
    const signing = { ...(await exportJWK(pair.privateKey)), kid: `${alg}-key`, alg, key_ops: ['sign'] };
    const es = await serveAuth(db, { jwt: { secret: jwtSecret, issuerUrl: 'http://localhost/auth/v1', signing } });
    const { client, session } = await signUp(es);
    expect(decodeProtectedHeader(session.access_token)).toEqual({ alg, kid: `${alg}-key`, typ: 'JWT' });
    const { keys } = (await (await es.fetch('/.well-known/jwks.json')).json()) as { keys: Record<string, unknown>[] };
    expect(keys).toMatchObject([{ kid: `${alg}-key`, alg, use: 'sig' }]);
    for (const secret of ['d', 'p', 'q', 'k']) expect(keys[0]).not.toHaveProperty(secret);
    const { data, error } = await client.auth.getClaims();
    expect(error).toBeNull();
    expect(data!.header.alg).toBe(alg);
    await expect(es.auth.verifyToken(session.access_token)).resolves.toMatchObject({ role: 'authenticated' });
    await expect(es.auth.verifyToken(es.serviceRoleKey)).resolves.toMatchObject({ role: 'service_role' });
    // The classic confusion: the public key taken for an HMAC secret.
    const confused = await new SignJWT(decodeJwt(session.access_token)).setProtectedHeader({ alg: 'HS256', kid: `${alg}-key` }).sign(Buffer.from(JSON.stringify(keys[0])));
    await expect(es.auth.verifyToken(confused)).rejects.toMatchObject(refusal);
  });
});

it('verifies a token in well under a millisecond once its session is known', async () => {
  const { session } = await signUp(served);
  await served.auth.verifyToken(session.access_token);
  const start = performance.now();
  for (let i = 0; i < 200; i += 1) await served.auth.verifyToken(session.access_token);
  expect((performance.now() - start) / 200).toBeLessThan(2);
});
