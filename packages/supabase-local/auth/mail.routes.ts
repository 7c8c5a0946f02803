import type { Context, Hono } from 'hono';
import type { Tx } from '@docuvault/db/types.ts';
import { nowText, type AuthContext, type AuthEnv } from './auth-context.ts';
import { authMail, sendLater } from './auth-mails.ts';
import { AuthError, leftOut, validationFailed } from './auth-error.ts';
import { countAttempt, loadCaller, requireUser } from './caller.ts';
import { normaliseEmail } from './email-address.ts';
import { countMail, prepareConfirmation, prepareEmailChange, prepareRecovery, type Ready } from './mail-request.ts';
import { putOneTimeToken } from './one-time-tokens.ts';
import { challengeOf, type Challenge } from './pkce.ts';
import { flagOf, objectOf, readBody, textOf, type Body } from './read-body.ts';
import { redirectOf } from './redirects.ts';
import { emailProvider, mergeMetadata } from './user-view.ts';
import { findUserByEmail, insertUser, type UserRow } from './users.repository.ts';

type Asked = { email: string; challenge: Challenge | null; redirectTo: string };

const readAsked = (ctx: AuthContext, c: Context<AuthEnv>, body: Body): Asked => {
  if (textOf(body, 'phone') !== '') throw leftOut('Codes by phone are not offered by this server');
  const given = textOf(body, 'email');
  if (given === '') throw validationFailed('An email address is required');
  const asked = { email: normaliseEmail(given), challenge: challengeOf(body), redirectTo: redirectOf(ctx, c) };
  countMail(ctx, c, asked.email);
  return asked;
};

/** Looks the address up and acts only after the answer: neither its words nor its time tell who has an account. */
const actLater = (ctx: AuthContext, email: string, act: (tx: Tx, user: UserRow | null) => Promise<Ready | null>) => {
  if (!ctx.mailer) return ctx.log.warn('a mail was asked for, but no mail provider is configured');
  ctx.later('preparing a mail', async () => {
    const ready = await ctx.db.asService('auth: prepare a mail', async (tx) => act(tx, await findUserByEmail(tx, email)));
    ready?.send();
  });
};

const sendMagicLink = async (ctx: AuthContext, c: Context<AuthEnv>) => {
  const body = await readBody(c);
  const metadata = mergeMetadata({}, objectOf(body, 'data') ?? {});
  const mayCreate = flagOf(body, 'create_user', true);
  const { email, challenge, redirectTo } = readAsked(ctx, c, body);
  if (!ctx.mailer) throw new AuthError(422, 'email_provider_disabled', 'Email logins are disabled: this server has no mail provider');
  if (mayCreate) countAttempt(ctx, [[`signup ${ctx.addressOf(c)}`, ctx.limits.signupsPerAddress]]);
  actLater(ctx, email, async (tx, known) => {
    if (known?.email_confirmed_at) return prepareRecovery(ctx, tx, known, 'magiclink', redirectTo, challenge);
    if (!known && !mayCreate) return null;
    const made = { id: crypto.randomUUID(), email, passwordHash: null, userMetadata: metadata, appMetadata: emailProvider, now: nowText(ctx) };
    return prepareConfirmation(ctx, tx, known ?? (await insertUser(tx, made)), redirectTo, challenge);
  });
  return c.json({});
};

/** POST /recover, /resend, /otp and /magiclink, GET /reauthenticate: everything that only sends a mail. */
export const addMailRoutes = (app: Hono<AuthEnv>, ctx: AuthContext) => {
  app.post('/recover', async (c) => {
    const { email, challenge, redirectTo } = readAsked(ctx, c, await readBody(c));
    actLater(ctx, email, async (tx, user) => (user ? prepareRecovery(ctx, tx, user, 'recovery', redirectTo, challenge) : null));
    return c.json({});
  });

  app.post('/resend', async (c) => {
    const body = await readBody(c);
    const type = textOf(body, 'type');
    if (type === 'sms' || type === 'phone_change') throw leftOut('Codes by phone are not offered by this server');
    if (type !== 'signup' && type !== 'email_change') throw validationFailed('Missing one of these types: signup, email_change, sms, phone_change');
    const { email, challenge, redirectTo } = readAsked(ctx, c, body);
    actLater(ctx, email, async (tx, user) => {
      if (type === 'signup') return user && !user.email_confirmed_at ? prepareConfirmation(ctx, tx, user, redirectTo, challenge) : null;
      return user?.email_change ? prepareEmailChange(ctx, tx, user, user.email_change, redirectTo, challenge) : null;
    });
    return c.json({});
  });

  app.post('/otp', (c) => sendMagicLink(ctx, c));
  app.post('/magiclink', (c) => sendMagicLink(ctx, c));

  app.get('/reauthenticate', requireUser(ctx), async (c) => {
    const ready = await ctx.db.asService('auth: ask the caller to confirm themselves', async (tx) => {
      const { user } = await loadCaller(ctx, c, tx);
      if (!user.email) throw validationFailed('Reauthentication requires the user to have an email or a phone number');
      countMail(ctx, c, user.email);
      const secret = await putOneTimeToken(ctx, tx, { userId: user.id, type: 'reauthentication_token', email: user.email });
      return authMail(ctx, 'reauthentication', user.email, secret, ctx.siteUrl);
    });
    sendLater(ctx, ready);
    return c.json({});
  });
};
