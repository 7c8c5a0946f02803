import { beforeAll, describe, expect, it } from 'vitest';
import type { SupabaseClient } from '@supabase/supabase-js';
import type { Database } from '@docuvault/db/types.ts';
import { openTestDatabase } from '@docuvault/testing/database.ts';
import { freshEmail, goodPassword, serveAuth, type ServedAuth } from './tests/serve-auth.ts';

let served: ServedAuth;
let db: Database;
beforeAll(async () => {
  db = (await openTestDatabase()).db;
  served = await serveAuth(db, { mail: true, redirectOrigins: ['https://app.example', 'docuvault:'] });
});

/** The latest mail to an address: its link and its code. */
const mailTo = async (email: string) => {
  await served.auth.settled();
  const mail = served.mails.findLast((message) => message.to === email);
  if (!mail) return null;
  return { subject: mail.subject, link: /http\S+/.exec(mail.text)?.[0] ?? '', otp: /^\d{6}$/m.exec(mail.text)![0] };
};
const open = async (link: string) => {
  const answer = await fetch(link, { redirect: 'manual' });
  const location = new URL(answer.headers.get('location')!);
  return { status: answer.status, location, fragment: Object.fromEntries(new URLSearchParams(location.hash.slice(1))), query: Object.fromEntries(location.searchParams) };
};
const confirmed = async (email = freshEmail()) => {
  const client = served.client();
  await client.auth.signUp({ email, password: goodPassword });
  const { error } = await client.auth.verifyOtp({ email, token: (await mailTo(email))!.otp, type: 'email' });
  if (error) throw error;
  return { client, email };
};
const pkceClient = (): SupabaseClient => {
  const kept = new Map<string, string>();
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) };
  return served.client(served.anonKey, { flowType: 'pkce', persistSession: true, storage });
};

describe('signing up where mail is sent', () => {
  it('waits for the confirmation, then signs in by the code', async () => {
    const email = freshEmail();
    const client = served.client();
    const { data, error } = await client.auth.signUp({ email, password: goodPassword });
    expect(error).toBeNull();
    expect(data.session).toBeNull();
    expect(data.user).toMatchObject({ email, identities: [{ provider: 'email' }] });
    expect(data.user!.email_confirmed_at).toBeUndefined();
    expect((await client.auth.signInWithPassword({ email, password: goodPassword })).error).toMatchObject({ status: 400, code: 'email_not_confirmed' });
    const { otp } = (await mailTo(email))!;
    const verified = await client.auth.verifyOtp({ email, token: otp, type: 'signup' });
    expect(verified.error).toBeNull();
    expect(verified.data.session).toBeTruthy();
    expect((await client.auth.verifyOtp({ email, token: otp, type: 'signup' })).error).toMatchObject({ status: 403, code: 'otp_expired' });
  });

  it('signs in by the link, in the fragment of the site', async () => {
    const email = freshEmail();
    await served.client().auth.signUp({ email, password: goodPassword, options: { emailRedirectTo: 'https://app.example/welcome?x=1' } });
    const { link } = (await mailTo(email))!;
    expect((await fetch(link, { method: 'HEAD', redirect: 'manual' })).status).toBe(200);
    const { status, location, fragment } = await open(link);
    expect(status).toBe(303);
    expect(location.href).toMatch(/^https:\/\/app\.example\/welcome\?x=1#/);
    expect(fragment).toMatchObject({ type: 'signup', token_type: 'bearer', expires_in: '3600', sb: '' });
    const { error } = await served.client().auth.setSession({ access_token: fragment.access_token!, refresh_token: fragment.refresh_token! });
    expect(error).toBeNull();
  });

  it('answers an address that has an account as if it were new, and mails nothing', async () => {
    const { email } = await confirmed();
    const before = served.mails.length;
    const { data, error } = await served.client().auth.signUp({ email, password: 'attacker password', options: { data: { a: 1 } } });
    expect(error).toBeNull();
    expect(data).toMatchObject({ session: null, user: { email, user_metadata: { a: 1 }, identities: [] } });
    await served.auth.settled();
    expect(served.mails.length).toBe(before);
    expect((await served.client().auth.signInWithPassword({ email, password: 'attacker password' })).error).toMatchObject({ code: 'invalid_credentials' });
  });

  it('does not let a second sign-up set the password of an unconfirmed account', async () => {
    const email = freshEmail();
    await served.client().auth.signUp({ email, password: goodPassword });
    await served.client().auth.signUp({ email, password: 'attacker password' });
    await served.client().auth.verifyOtp({ email, token: (await mailTo(email))!.otp, type: 'signup' });
    expect((await served.client().auth.signInWithPassword({ email, password: 'attacker password' })).error).toBeTruthy();
    expect((await served.client().auth.signInWithPassword({ email, password: goodPassword })).error).toBeNull();
  });

  it('sends the confirmation again; then the first code is void', async () => {
    const email = freshEmail();
    await served.client().auth.signUp({ email, password: goodPassword });
    const first = (await mailTo(email))!;
    expect((await served.client().auth.resend({ email, type: 'signup' })).error).toBeNull();
    const second = (await mailTo(email))!;
    expect((await open(first.link)).fragment).toMatchObject({ error: 'access_denied', error_code: 'otp_expired' });
    expect((await open(second.link)).fragment.access_token).toBeTruthy();
  });
});

describe('a mailed code', () => {
  it('expires after an hour', async () => {
    const email = freshEmail();
    await served.client().auth.signUp({ email, password: goodPassword });
    const { otp, link } = (await mailTo(email))!;
    served.clock.advance(3_600_001);
    expect((await served.client().auth.verifyOtp({ email, token: otp, type: 'email' })).error).toMatchObject({ status: 403, code: 'otp_expired', message: 'Token has expired or is invalid' });
    expect((await open(link)).fragment.error_code).toBe('otp_expired');
  });

  it('cannot be guessed: ten wrong ones, then the right one is not taken either', async () => {
    const email = freshEmail();
    await served.client().auth.signUp({ email, password: goodPassword });
    const { otp } = (await mailTo(email))!;
    const wrong = otp === '000000' ? '000001' : '000000';
    for (let i = 0; i < 10; i += 1) expect((await served.client().auth.verifyOtp({ email, token: wrong, type: 'email' })).error!.code).toBe('otp_expired');
    expect((await served.client().auth.verifyOtp({ email, token: otp, type: 'email' })).error).toMatchObject({ status: 429 });
  });

  it('of one kind or person is none of another', async () => {
    const email = freshEmail();
    await served.client().auth.signUp({ email, password: goodPassword });
    const { otp } = (await mailTo(email))!;
    expect((await served.client().auth.verifyOtp({ email, token: otp, type: 'recovery' })).error!.code).toBe('otp_expired');
    expect((await served.client().auth.verifyOtp({ email: freshEmail(), token: otp, type: 'email' })).error!.code).toBe('otp_expired');
    expect((await served.client().auth.verifyOtp({ phone: '+491234567', token: otp, type: 'sms' })).error!.code).toBe('otp_expired');
  });
});

describe('a forgotten password', () => {
  it('is set anew after the mailed link', async () => {
    const { email } = await confirmed();
    const client = served.client();
    expect((await client.auth.resetPasswordForEmail(email)).error).toBeNull();
    const token = new URL((await mailTo(email))!.link).searchParams.get('token')!;
    const { data, error } = await client.auth.verifyOtp({ token_hash: token, type: 'recovery' });
    expect(error).toBeNull();
    expect(data.session).toBeTruthy();
    expect((await client.auth.updateUser({ password: 'a new passphrase' })).error).toBeNull();
    expect((await served.client().auth.signInWithPassword({ email, password: goodPassword })).error).toBeTruthy();
    expect((await served.client().auth.signInWithPassword({ email, password: 'a new passphrase' })).error).toBeNull();
  });

  it('of an unknown address is answered alike, and nothing is mailed', async () => {
    const email = freshEmail();
    const unknown = await served.post('/recover', { email });
    const known = await served.post('/recover', { email: (await confirmed()).email });
    expect([unknown.status, await unknown.text()]).toEqual([known.status, await known.text()]);
    expect(await mailTo(email)).toBeNull();
    expect(await (await served.post('/resend', { email, type: 'signup' })).json()).toEqual({});
    expect(await (await served.post('/otp', { email, create_user: false })).json()).toEqual({});
    expect(await mailTo(email)).toBeNull();
  });

  it('is mailed five times in a quarter of an hour, whether the address is known or not', async () => {
    for (const email of [freshEmail(), (await confirmed()).email]) {
      served.clock.advance(900_000);
      for (let i = 0; i < 5; i += 1) expect((await served.post('/recover', { email })).status).toBe(200);
      const stopped = await served.post('/recover', { email });
      expect(stopped.status).toBe(429);
      expect(await stopped.json()).toMatchObject({ code: 'over_email_send_rate_limit' });
    }
  });
});

describe('a magic link', () => {
  it('signs in who has an account, and signs up who has none', async () => {
    served.clock.advance(900_000);
    for (const email of [(await confirmed()).email, freshEmail()]) {
      const client = served.client();
      expect((await client.auth.signInWithOtp({ email })).error).toBeNull();
      const { data, error } = await client.auth.verifyOtp({ email, token: (await mailTo(email))!.otp, type: 'email' });
      expect(error).toBeNull();
      expect(data.user).toMatchObject({ email });
    }
  });
});

describe('PKCE', () => {
  it('brings a code to the app that began, and only it can exchange it', async () => {
    served.clock.advance(900_000);
    const { email } = await confirmed();
    const app = pkceClient();
    expect((await app.auth.signInWithOtp({ email, options: { emailRedirectTo: 'https://app.example/cb' } })).error).toBeNull();
    const { location, query } = await open((await mailTo(email))!.link);
    expect(location.origin).toBe('https://app.example');
    expect(location.hash).toBe('');
    const thief = await served.post('/token?grant_type=pkce', { auth_code: query.code, code_verifier: 'x'.repeat(56) });
    expect([thief.status, ((await thief.json()) as { code: string }).code]).toEqual([400, 'bad_code_verifier']);
    const { data, error } = await app.auth.exchangeCodeForSession(query.code!);
    expect(error).toBeNull();
    expect(data.user).toMatchObject({ email });
    const again = await served.post('/token?grant_type=pkce', { auth_code: query.code, code_verifier: 'x'.repeat(56) });
    expect([again.status, ((await again.json()) as { code: string }).code]).toEqual([404, 'flow_state_not_found']);
  });

  it('works for sign-up and recovery, and its code is good for five minutes', async () => {
    const email = freshEmail();
    const app = pkceClient();
    expect((await app.auth.signUp({ email, password: goodPassword })).error).toBeNull();
    const signup = await open((await mailTo(email))!.link);
    expect((await app.auth.exchangeCodeForSession(signup.query.code!)).error).toBeNull();
    expect((await app.auth.resetPasswordForEmail(email)).error).toBeNull();
    const recovery = await open((await mailTo(email))!.link);
    served.clock.advance(301_000);
    expect((await app.auth.exchangeCodeForSession(recovery.query.code!)).error).toMatchObject({ status: 422, code: 'flow_state_expired' });
  });

  it('refuses half a challenge and a bad one', async () => {
    for (const challenge of [{ code_challenge: 'a'.repeat(43) }, { code_challenge: 'a', code_challenge_method: 's256' }, { code_challenge: 'a'.repeat(43), code_challenge_method: 'md5' }]) {
      expect(await (await served.post('/recover', { email: freshEmail(), ...challenge })).json()).toMatchObject({ code: 'validation_failed' });
    }
  });
});

describe('where a link leads', () => {
  it.each([
    ['https://app.example/x', 'https://app.example'], ['docuvault://open', 'docuvault://open'], ['http://localhost:5173/x', 'http://localhost:5173'],
    ['https://evil.example', 'http://localhost:3000'], ['https://app.example@evil.example', 'http://localhost:3000'], ['https://app.example.evil.example', 'http://localhost:3000'],
    ['javascript:alert(1)', 'http://localhost:3000'], ['//evil.example', 'http://localhost:3000'], ['http://app.example', 'http://localhost:3000'],
  ])('asked for %s, to %s', async (asked, expected) => {
    const answer = await fetch(`${served.url}/auth/v1/verify?token=wrong&type=signup&redirect_to=${encodeURIComponent(asked)}`, { redirect: 'manual' });
    expect(answer.headers.get('location')!.startsWith(expected)).toBe(true);
  });
});

describe('a change of address', () => {
  it('waits for both owners, then holds', async () => {
    const { client, email } = await confirmed();
    const newEmail = freshEmail('new');
    const { data, error } = await client.auth.updateUser({ email: newEmail });
    expect(error).toBeNull();
    expect(data.user).toMatchObject({ email, new_email: newEmail });
    const half = await client.auth.verifyOtp({ email: newEmail, token: (await mailTo(newEmail))!.otp, type: 'email_change' });
    expect(half).toMatchObject({ error: null, data: { user: null, session: null } });
    expect((await client.auth.getUser()).data.user!.email).toBe(email);
    const whole = await open((await mailTo(email))!.link);
    expect(whole.fragment).toMatchObject({ type: 'email_change', access_token: expect.any(String) });
    expect((await client.auth.getUser()).data.user).toMatchObject({ email: newEmail, identities: [{ identity_data: { email: newEmail, email_verified: true } }] });
    expect((await served.client().auth.signInWithPassword({ email: newEmail, password: goodPassword })).error).toBeNull();
  });

  it('never goes through by the old owner’s word alone', async () => {
    const { client, email } = await confirmed();
    await client.auth.updateUser({ email: freshEmail('new') });
    expect((await open((await mailTo(email))!.link)).fragment.message).toContain('confirm link sent to the other email');
    served.clock.advance(3_600_001);
    await client.auth.refreshSession();
    expect((await client.auth.getUser()).data.user!.email).toBe(email);
  });

  it('to an address of somebody else is refused', async () => {
    const [one, two] = [await confirmed(), await confirmed()];
    expect((await one.client.auth.updateUser({ email: two.email })).error).toMatchObject({ status: 422, code: 'email_exists' });
  });
});

it('confirms who asks by a mailed nonce', async () => {
  const { client, email } = await confirmed();
  expect((await client.auth.reauthenticate()).error).toBeNull();
  const { otp } = (await mailTo(email))!;
  expect((await client.auth.updateUser({ password: 'passphrase two', nonce: otp === '111111' ? '222222' : '111111' })).error).toMatchObject({ status: 422, code: 'reauthentication_not_valid' });
  expect((await client.auth.updateUser({ password: 'passphrase two', nonce: otp })).error).toBeNull();
});

describe('without a mail provider', () => {
  it('magic links are refused clearly, and a recovery is answered as ever', async () => {
    const quiet = await serveAuth(db);
    expect((await quiet.client().auth.signInWithOtp({ email: freshEmail() })).error).toMatchObject({ status: 422, code: 'email_provider_disabled' });
    expect((await quiet.client().auth.resetPasswordForEmail(freshEmail())).error).toBeNull();
    expect(await (await quiet.fetch('/settings')).json()).toMatchObject({ mailer_autoconfirm: true, external: { email: true, google: false } });
  });
});

it('writes neither codes, links nor passwords to the log', async () => {
  await served.auth.settled();
  const log = served.logged.join('\n');
  expect(log).not.toContain(goodPassword);
  for (const mail of served.mails) {
    expect(log).not.toContain(mail.to);
    expect(log).not.toContain(/token=([\w-]+)/.exec(mail.text)?.[1] ?? 'token=');
  }
});
