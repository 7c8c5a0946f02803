import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import { hash } from '@node-rs/argon2';
import type { Database } from '@docuvault/db/types.ts';
import { openTestDatabase } from '@docuvault/testing/database.ts';
import { freshEmail, goodPassword, serveAuth, signUp, type ServedAuth } from './tests/serve-auth.ts';

let served: ServedAuth;
let db: Database;
beforeAll(async () => {
  db = (await openTestDatabase()).db;
  served = await serveAuth(db);
});

const admin = () => served.admin().auth.admin;
const nobody = '83fd9e20-7a80-46e4-bf29-a86e3d6bbf66';

describe('who is no operator', () => {
  const routes: [string, string][] = [
    ['GET', '/admin/users'], ['POST', '/admin/users'], ['GET', `/admin/users/${nobody}`], ['PUT', `/admin/users/${nobody}`], ['DELETE', `/admin/users/${nobody}`],
    ['GET', `/admin/users/${nobody}/factors`], ['DELETE', `/admin/users/${nobody}/factors/${nobody}`], ['POST', '/admin/generate_link'], ['POST', '/invite'],
  ];
  it.each(routes)('may not %s %s', async (method, path) => {
    const ask = (headers: Record<string, string>) => served.fetch(path, { method, headers: { ...headers, 'x-supabase-api-version': '2024-01-01' } });
    const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];
    const { session } = await signUp(served);
    expect(await codeOf(await ask({}))).toEqual([401, 'no_authorization']);
    expect(await codeOf(await ask({ authorization: 'Bearer sb_secret_guess' }))).toEqual([401, 'no_authorization']);
    expect(await codeOf(await ask({ apikey: served.anonKey }))).toEqual([403, 'not_admin']);
    expect(await codeOf(await ask({ authorization: `Bearer ${served.anonKey}` }))).toEqual([403, 'not_admin']);
    expect(await codeOf(await ask({ authorization: `Bearer ${session.access_token}` }))).toEqual([403, 'not_admin']);
    expect(await codeOf(await ask({ authorization: 'Bearer a.b.c' }))).toEqual([403, 'bad_jwt']);
  });

  it('is not helped by an operator’s apikey beside their own token', async () => {
    const { session } = await signUp(served);
    const answer = await served.fetch('/admin/users', { headers: { apikey: served.serviceRoleKey, authorization: `Bearer ${session.access_token}` } });
    expect(answer.status).toBe(403);
  });
});

describe('an operator', () => {
  it('is known by the opaque key too', async () => {
    expect((await served.client('sb_secret_test').auth.admin.listUsers()).error).toBeNull();
  });

  it('makes an account, confirmed or not, with metadata', async () => {
    const email = freshEmail();
    const { data, error } = await admin().createUser({ email, password: goodPassword, email_confirm: true, user_metadata: { a: 1 }, app_metadata: { roles: ['x'] } });
    expect(error).toBeNull();
    expect(data.user).toMatchObject({ email, user_metadata: { a: 1 }, app_metadata: { provider: 'email', providers: ['email'], roles: ['x'] } });
    expect((await served.client().auth.signInWithPassword({ email, password: goodPassword })).error).toBeNull();
    const other = freshEmail();
    await admin().createUser({ email: other, password: goodPassword });
    expect((await served.client().auth.signInWithPassword({ email: other, password: goodPassword })).error).toMatchObject({ code: 'email_not_confirmed' });
    expect((await admin().createUser({ email, password: goodPassword })).error).toMatchObject({ status: 422, code: 'email_exists' });
  });

  it('brings an argon2 hash along, and no other kind', async () => {
    const email = freshEmail();
    expect((await admin().createUser({ email, password_hash: await hash(goodPassword), email_confirm: true })).error).toBeNull();
    expect((await served.client().auth.signInWithPassword({ email, password: goodPassword })).error).toBeNull();
    expect((await admin().createUser({ email: freshEmail(), password_hash: '$2y$10$SXEz2HeT8PUIGQXo9yeUIem8KzNxgG0d7o/.eGj2rj8KbRgAuRVlq' })).error).toMatchObject({ code: 'validation_failed' });
  });

  it('pages through the accounts, newest first', async () => {
    for (let i = 0; i < 3; i += 1) await signUp(served);
    const answer = await served.fetch('/admin/users?page=1&per_page=2', { headers: { authorization: `Bearer ${served.serviceRoleKey}` } });
    const total = Number(answer.headers.get('x-total-count'));
    expect(total).toBeGreaterThanOrEqual(3);
    expect(answer.headers.get('link')).toBe(`</admin/users?page=2&per_page=2>; rel="next", </admin/users?page=${Math.ceil(total / 2)}&per_page=2>; rel="last"`);
    const { data } = await admin().listUsers({ page: 1, perPage: 2 });
    expect(data).toMatchObject({ aud: 'authenticated', nextPage: 2, total });
    expect(data.users).toHaveLength(2);
    const second = await admin().listUsers({ page: 2, perPage: 2 });
    expect(second.data.users.map((user) => user.id)).not.toContain(data.users[0]!.id);
    for (const page of [-1, 0.5]) expect((await admin().listUsers({ page, perPage: 2 })).error).toMatchObject({ status: 400 });
  });

  it('reads and changes an account', async () => {
    const { user, client, session } = await signUp(served);
    const email = freshEmail('renamed');
    const { data, error } = await admin().updateUserById(user.id, { email, user_metadata: { colour: 'yellow' }, app_metadata: { roles: ['admin'] }, password: 'set by operator' });
    expect(error).toBeNull();
    expect(data.user).toMatchObject({ email, user_metadata: { colour: 'yellow' }, app_metadata: { roles: ['admin'], provider: 'email' } });
    expect((await admin().getUserById(user.id)).data.user).toMatchObject({ email });
    expect((await client.auth.getUser()).error).toMatchObject({ name: 'AuthSessionMissingError' });
    await expect(served.auth.verifyToken(session.access_token)).rejects.toMatchObject({ status: 401 });
    expect((await served.client().auth.signInWithPassword({ email, password: 'set by operator' })).error).toBeNull();
    expect((await admin().updateUserById(user.id, { user_metadata: { colour: null } })).data.user!.user_metadata).toEqual({});
  });

  it('gives no account another role', async () => {
    const { user } = await signUp(served);
    expect((await admin().updateUserById(user.id, { role: 'service_role' })).error).toMatchObject({ code: 'validation_failed' });
  });

  it('is told of accounts that are not there', async () => {
    expect((await admin().getUserById(nobody)).error).toMatchObject({ status: 404, code: 'user_not_found' });
    expect((await admin().deleteUser(nobody)).error).toMatchObject({ status: 404, code: 'user_not_found' });
    expect((await admin().updateUserById(nobody, {})).error).toMatchObject({ status: 404 });
    expect((await admin().mfa.listFactors({ userId: nobody })).error).toMatchObject({ status: 404 });
    expect((await served.fetch('/admin/users/%00', { headers: { authorization: `Bearer ${served.serviceRoleKey}` } })).status).toBe(404);
  });

  it('deletes an account with all that was its own', async () => {
    const { user, email, client } = await signUp(served);
    expect((await admin().deleteUser(user.id)).error).toBeNull();
    expect((await client.auth.refreshSession()).error).toMatchObject({ code: 'refresh_token_not_found' });
    expect((await served.client().auth.signUp({ email, password: goodPassword })).error).toBeNull();
    const rows = await db.asService('test', (tx) => tx.query(sql`select 1 from public.users u where u.id = ${user.id}`));
    expect(rows).toEqual([]);
  });

  it('deletes softly: the row stays, the person and their address are gone from it', async () => {
    const { user, email } = await signUp(served);
    expect((await admin().deleteUser(user.id, true)).error).toBeNull();
    const { data } = await admin().getUserById(user.id);
    expect(data.user).toMatchObject({ id: user.id, deleted_at: expect.any(String), user_metadata: {}, identities: [] });
    expect(data.user!.email).toMatch(/^[0-9a-f]{64}$/);
    expect((await served.client().auth.signInWithPassword({ email, password: goodPassword })).error).toMatchObject({ code: 'invalid_credentials' });
    expect((await served.client().auth.signUp({ email, password: goodPassword })).error).toBeNull();
  });

  it('signs a person out by their token', async () => {
    const { session } = await signUp(served);
    expect((await admin().signOut(session.access_token)).error).toBeNull();
    await expect(served.auth.verifyToken(session.access_token)).rejects.toMatchObject({ status: 401 });
    expect((await admin().signOut('this-is-a-bad-token')).error!.message).toMatch(/^invalid JWT/);
  });
});

describe('a link made by an operator', () => {
  const make = async (params: Parameters<ReturnType<typeof admin>['generateLink']>[0]) => {
    const { data, error } = await admin().generateLink(params);
    if (error) throw error;
    return data;
  };

  it('recovers an account without any mail', async () => {
    const { email, user } = await signUp(served);
    const { properties, user: shown } = await make({ type: 'recovery', email, options: { redirectTo: 'http://localhost:3000/new-password' } });
    expect(shown).toMatchObject({ id: user.id, email });
    expect(properties).toMatchObject({ verification_type: 'recovery', redirect_to: 'http://localhost:3000/new-password', email_otp: expect.stringMatching(/^\d{6}$/) });
    expect(properties.action_link).toMatch(new RegExp(`^${served.url}/auth/v1/verify\\?token=`));
    const client = served.client();
    expect((await client.auth.verifyOtp({ token_hash: properties.hashed_token, type: 'recovery' })).data.session).toBeTruthy();
    expect((await client.auth.updateUser({ password: 'recovered one' })).error).toBeNull();
    expect((await client.auth.verifyOtp({ token_hash: properties.hashed_token, type: 'recovery' })).error).toMatchObject({ code: 'otp_expired' });
  });

  it('signs in, signs up, and invites', async () => {
    const { email } = await signUp(served);
    for (const [params, type] of [
      [{ type: 'magiclink', email }, 'magiclink'],
      [{ type: 'magiclink', email: freshEmail() }, 'signup'],
      [{ type: 'signup', email: freshEmail(), password: goodPassword }, 'signup'],
      [{ type: 'invite', email: freshEmail() }, 'invite'],
    ] as const) {
      const { properties } = await make(params);
      expect(properties.verification_type).toBe(type);
      const { data, error } = await served.client().auth.verifyOtp({ email: params.email, token: properties.email_otp, type: 'email' });
      expect(error).toBeNull();
      expect(data.user!.email_confirmed_at).toBeTruthy();
    }
  });

  it('changes an address when both halves are opened', async () => {
    const { email, client } = await signUp(served);
    const newEmail = freshEmail('moved');
    const current = await make({ type: 'email_change_current', email, newEmail });
    const next = await make({ type: 'email_change_new', email, newEmail });
    expect(current.user).toMatchObject({ new_email: newEmail });
    expect((await served.client().auth.verifyOtp({ token_hash: current.properties.hashed_token, type: 'email_change' })).data.session).toBeNull();
    expect((await served.client().auth.verifyOtp({ token_hash: next.properties.hashed_token, type: 'email_change' })).data.session).toBeTruthy();
    expect((await client.auth.getUser()).data.user!.email).toBe(newEmail);
  });

  it('is not made for nobody, or for what it cannot do', async () => {
    const { email } = await signUp(served);
    expect((await admin().generateLink({ type: 'recovery', email: freshEmail() })).error).toMatchObject({ status: 404, code: 'user_not_found' });
    expect((await admin().generateLink({ type: 'signup', email, password: goodPassword })).error).toMatchObject({ code: 'email_exists' });
    expect((await admin().generateLink({ type: 'signup', email: 'xx:;x@x.x', password: goodPassword })).error).toMatchObject({ message: 'Unable to validate email address: invalid format' });
    expect((await admin().generateLink({ type: 'moon' as never, email })).error).toMatchObject({ code: 'validation_failed' });
  });
});

it('invites by mail: the invited has an account once they open it', async () => {
  const mailing = await serveAuth(db, { mail: true });
  const email = freshEmail();
  const { data, error } = await mailing.admin().auth.admin.inviteUserByEmail(email, { data: { a: 1 } });
  expect(error).toBeNull();
  expect(data.user).toMatchObject({ email, invited_at: expect.any(String), user_metadata: { a: 1 } });
  await mailing.auth.settled();
  const token = /token=([\w-]+)/.exec(mailing.mails[0]!.text)![1]!;
  const verified = await mailing.client().auth.verifyOtp({ token_hash: token, type: 'invite' });
  expect(verified.data.session).toBeTruthy();
  expect((await mailing.admin().auth.admin.inviteUserByEmail(email)).error).toMatchObject({ code: 'email_exists' });
});
