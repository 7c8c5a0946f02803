import type { Context, Hono } from 'hono';
import type { AuthContext, AuthEnv } from './auth-context.ts';
import { AuthError, leftOut, validationFailed } from './auth-error.ts';
import { countAttempt } from './caller.ts';
import { normaliseEmail } from './email-address.ts';
import { deviceOf, openSession, sessionView, type IssuedSession } from './issue-session.ts';
import { spendAuthCode } from './pkce.ts';
import { readBody, textOf, type Body } from './read-body.ts';
import { refreshSession } from './refresh-session.ts';
import { isBanned } from './user-view.ts';
import { findUserByEmail, findUserById } from './users.repository.ts';

const invalidCredentials = () => new AuthError(400, 'invalid_credentials', 'Invalid login credentials');

const byPassword = async (ctx: AuthContext, c: Context<AuthEnv>, body: Body): Promise<IssuedSession> => {
  if (textOf(body, 'phone') !== '') throw leftOut('Sign-in by phone is not offered by this server');
  const given = textOf(body, 'email');
  const password = textOf(body, 'password', 4096);
  if (given === '') throw validationFailed('missing email or phone');
  const email = normaliseEmail(given);
  const address = ctx.addressOf(c);
  const entries = [
    [`password ${email} ${address}`, ctx.limits.passwordPerEmailAndAddress],
    [`password ${email}`, ctx.limits.passwordPerEmail],
    [`password from ${address}`, ctx.limits.passwordPerAddress],
  ] as const;
  countAttempt(ctx, entries)();
  let giveBack: () => void = () => undefined;
  const count = () => {
    giveBack = countAttempt(ctx, entries);
  };
  const user = await ctx.db.asService('auth: find the account that signs in', (tx) => findUserByEmail(tx, email));
  if (!(await ctx.passwords.matches(user?.encrypted_password ?? null, password, count)) || !user) throw invalidCredentials();
  giveBack();
  if (isBanned(user, ctx.clock)) throw new AuthError(400, 'user_banned', 'User is banned');
  if (!user.email_confirmed_at) throw new AuthError(400, 'email_not_confirmed', 'Email not confirmed');
  return ctx.db.asService('auth: sign in', async (tx) => {
    // Between reading the hash and here the account may have gone or got another password.
    const still = await findUserByEmail(tx, email);
    if (still?.encrypted_password !== user.encrypted_password) throw invalidCredentials();
    return openSession(ctx, tx, user.id, 'password', deviceOf(ctx, c));
  });
};

const byAuthCode = async (ctx: AuthContext, c: Context<AuthEnv>, body: Body): Promise<IssuedSession> => {
  const code = textOf(body, 'auth_code');
  const verifier = textOf(body, 'code_verifier');
  if (code === '' || verifier === '') throw validationFailed('invalid request: both auth code and code verifier should be non-empty');
  return ctx.db.asService('auth: exchange an auth code', async (tx) => {
    const { userId, method } = await spendAuthCode(ctx, tx, code, verifier);
    const user = await findUserById(tx, userId);
    if (!user) throw new AuthError(404, 'flow_state_not_found', 'invalid flow state, no valid flow state found');
    if (isBanned(user, ctx.clock)) throw new AuthError(400, 'user_banned', 'User is banned');
    return openSession(ctx, tx, userId, method, deviceOf(ctx, c));
  });
};

/** POST /token: every way to get a session for something the caller holds. */
export const addTokenRoutes = (app: Hono<AuthEnv>, ctx: AuthContext) => {
  app.post('/token', async (c) => {
    const grant = c.req.query('grant_type') ?? '';
    if (grant === 'id_token') throw leftOut('Sign-in with other providers is not enabled on this server');
    if (grant === 'web3') throw leftOut('Web3 provider is disabled');
    if (!['password', 'refresh_token', 'pkce'].includes(grant)) throw new AuthError(400, 'invalid_credentials', 'unsupported_grant_type');
    const body = await readBody(c);
    if (grant === 'password') return c.json(await sessionView(ctx, await byPassword(ctx, c, body)));
    if (grant === 'pkce') return c.json(await sessionView(ctx, await byAuthCode(ctx, c, body)));
    const token = textOf(body, 'refresh_token');
    if (token === '') throw validationFailed('refresh_token required');
    return c.json(await sessionView(ctx, await refreshSession(ctx, token, deviceOf(ctx, c))));
  });
};
