import { beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '@docuvault/testing/database.ts';
import { freshEmail, goodPassword, serveAuth, signUp, type ServedAuth } from './tests/serve-auth.ts';

let served: ServedAuth;
beforeAll(async () => {
  served = await serveAuth((await openTestDatabase()).db);
});

describe('signing up without a mail provider', () => {
  it('answers with a session at once', async () => {
    const email = freshEmail();
    const { data, error } = await served.client().auth.signUp({ email: ` ${email.toUpperCase()} `, password: goodPassword, options: { data: { full_name: 'Asha Rao' } } });
    expect(error).toBeNull();
    expect(data.user).toMatchObject({ email, aud: 'authenticated', role: 'authenticated', is_anonymous: false, user_metadata: { full_name: 'Asha Rao' } });
    expect(data.user!.app_metadata).toEqual({ provider: 'email', providers: ['email'] });
    expect(data.user!.email_confirmed_at).toBeTruthy();
    expect(data.user!.identities).toMatchObject([{ provider: 'email', identity_data: { email, email_verified: true } }]);
    expect(data.session).toMatchObject({ token_type: 'bearer', expires_in: 3600, access_token: expect.stringMatching(/^ey/), refresh_token: expect.any(String) });
    expect(data.session!.expires_at).toBe(Math.floor(served.clock.now().getTime() / 1000) + 3600);
  });

  it('refuses an address that is taken, in any case', async () => {
    const { email } = await signUp(served);
    const { error } = await served.client().auth.signUp({ email: email.toUpperCase(), password: goodPassword });
    expect(error).toMatchObject({ status: 422, code: 'user_already_exists', message: 'User already registered' });
  });

  it('gives the account to one of two sign-ups at once', async () => {
    const email = freshEmail();
    const both = await Promise.all([1, 2].map(() => served.client().auth.signUp({ email, password: goodPassword })));
    expect(both.map((answer) => answer.error?.code ?? 'session').sort()).toEqual(['session', 'user_already_exists']);
  });

  it('refuses a short password with the reasons', async () => {
    const { error } = await served.client().auth.signUp({ email: freshEmail(), password: 'abc' });
    expect(error).toMatchObject({ name: 'AuthWeakPasswordError', status: 422, code: 'weak_password', reasons: ['length'], message: 'Password should be at least 6 characters.' });
  });

  it.each(['not an address', 'a@b', 'a@@b.example', '@b.example', 'a b@c.example', `${'x'.repeat(250)}@b.example`, 'xx:;x@x.x'])('refuses %s as an address', async (email) => {
    const { error } = await served.client().auth.signUp({ email, password: goodPassword });
    expect(error).toMatchObject({ status: 400, code: 'validation_failed' });
  });

  it('takes a passphrase that is longer than 72 bytes, all of it', async () => {
    const email = freshEmail();
    const long = 'ज़रूरी कागज़ '.repeat(20);
    expect((await served.client().auth.signUp({ email, password: `${long}a` })).error).toBeNull();
    expect((await served.client().auth.signInWithPassword({ email, password: `${long}b` })).error?.code).toBe('invalid_credentials');
    expect((await served.client().auth.signInWithPassword({ email, password: `${long}a` })).error).toBeNull();
  });

  it('refuses metadata that would not fit a request header', async () => {
    const { error } = await served.client().auth.signUp({ email: freshEmail(), password: goodPassword, options: { data: { note: 'x'.repeat(9000) } } });
    expect(error).toMatchObject({ code: 'validation_failed' });
  });

  it('leaves anonymous sign-in off unless it is asked for', async () => {
    expect((await served.client().auth.signInAnonymously()).error).toMatchObject({ status: 422, code: 'anonymous_provider_disabled' });
  });
});

describe('signing in', () => {
  it('opens a session with the claims that policies read', async () => {
    const { email, user } = await signUp(served);
    const client = served.client();
    const { data, error } = await client.auth.signInWithPassword({ email, password: goodPassword });
    expect(error).toBeNull();
    const claims = JSON.parse(Buffer.from(data.session!.access_token.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>;
    expect(claims).toMatchObject({
      iss: `${served.url}/auth/v1`, sub: user.id, aud: 'authenticated', role: 'authenticated', email, phone: '', aal: 'aal1',
      amr: [{ method: 'password', timestamp: expect.any(Number) }], session_id: expect.any(String), is_anonymous: false, app_metadata: {}, user_metadata: {},
    });
    expect(claims.exp).toBe((claims.iat as number) + 3600);
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const { email } = await signUp(served);
    const wrong = await served.client().auth.signInWithPassword({ email, password: 'wrong password' });
    const unknown = await served.client().auth.signInWithPassword({ email: freshEmail(), password: 'wrong password' });
    expect(wrong.error).toMatchObject({ status: 400, code: 'invalid_credentials', message: 'Invalid login credentials' });
    expect({ ...unknown.error, message: unknown.error!.message }).toEqual({ ...wrong.error, message: wrong.error!.message });
  });

  it('takes no longer to refuse a known address than an unknown one', async () => {
    const { email } = await signUp(served);
    // By turns, and by the fastest of each: what else the machine does only slows, and hashing left out would be a hundredfold.
    const fastest = { known: Infinity, unknown: Infinity };
    const unknown = freshEmail();
    for (let i = 0; i < 9; i += 1) {
      for (const [which, address] of [['known', email], ['unknown', unknown]] as const) {
        const start = performance.now();
        await served.post('/token?grant_type=password', { email: address, password: 'wrong' }, { 'x-test-address': `198.51.100.${i}` });
        fastest[which] = Math.min(fastest[which], performance.now() - start);
      }
    }
    expect(Math.max(fastest.known, fastest.unknown) / Math.min(fastest.known, fastest.unknown)).toBeLessThan(5);
  });

  it('stops guessing one account after ten failures, says when to come back, and lets it in then', async () => {
    const { email } = await signUp(served);
    const guess = () => served.post('/token?grant_type=password', { email, password: 'guess' }, { 'x-test-address': '203.0.113.7' });
    for (let i = 0; i < 10; i += 1) expect((await guess()).status).toBe(400);
    const stopped = await guess();
    expect(stopped.status).toBe(429);
    expect(stopped.headers.get('x-sb-error-code')).toBe('over_request_rate_limit');
    expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(0);
    const elsewhere = await served.client().auth.signInWithPassword({ email, password: goodPassword });
    expect(elsewhere.error).toBeNull();
    served.clock.advance(Number(stopped.headers.get('retry-after')) * 1000);
    expect((await guess()).status).toBe(400);
  });

  it('does not count what succeeded', async () => {
    const { email } = await signUp(served);
    for (let i = 0; i < 15; i += 1) {
      expect((await served.post('/token?grant_type=password', { email, password: goodPassword }, { 'x-test-address': '203.0.113.8' })).status).toBe(200);
    }
  });

  it('lets one person in from thirty tabs at once, and counts thirty guesses at once', async () => {
    const { email } = await signUp(served);
    const thirty = (password: string) =>
      Promise.all(Array.from({ length: 30 }, () => served.post('/token?grant_type=password', { email, password }, { 'x-test-address': '203.0.113.9' })));
    expect((await thirty(goodPassword)).every((answer) => answer.status === 200)).toBe(true);
    const statuses = (await thirty('guess')).map((answer) => answer.status);
    expect([statuses.filter((status) => status === 400).length, statuses.filter((status) => status === 429).length]).toEqual([10, 20]);
  });

  it('names a grant that it does not know', async () => {
    const answer = await served.post('/token?grant_type=magic', {});
    expect(await answer.json()).toEqual({ code: 'invalid_credentials', message: 'unsupported_grant_type' });
  });
});

describe('the caller', () => {
  it('reads their own account', async () => {
    const { client, email } = await signUp(served);
    const { data, error } = await client.auth.getUser();
    expect(error).toBeNull();
    expect(data.user).toMatchObject({ email });
  });

  it('hears of sign-in and sign-out as auth-js announces them', async () => {
    const client = served.client();
    const events: string[] = [];
    client.auth.onAuthStateChange((event) => void events.push(event));
    await client.auth.signUp({ email: freshEmail(), password: goodPassword });
    await client.auth.signOut();
    await expect.poll(() => events).toEqual(['INITIAL_SESSION', 'SIGNED_IN', 'SIGNED_OUT']);
  });
});
