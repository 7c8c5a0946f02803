import type { Context, Hono } from 'hono';
import { isUniqueViolation } from '@docuvault/db/errors.ts';
import { nowText, type AuthContext, type AuthEnv } from './auth-context.ts';
import { AuthError, leftOut, validationFailed } from './auth-error.ts';
import { countAttempt } from './caller.ts';
import { normaliseEmail } from './email-address.ts';
import { deviceOf, openSession, sessionView } from './issue-session.ts';
import { countMail, prepareConfirmation } from './mail-request.ts';
import { checkPassword } from './passwords.ts';
import { challengeOf, type Challenge } from './pkce.ts';
import { objectOf, readBody, textOf, type Body } from './read-body.ts';
import { redirectOf } from './redirects.ts';
import { emailProvider, emailTaken, lookalikeUser, mergeMetadata, userView } from './user-view.ts';
import { confirmEmail, findUserByEmail, findUserById, insertUser } from './users.repository.ts';

const signInAtOnce = async (ctx: AuthContext, c: Context<AuthEnv>, email: string, passwordHash: string, userMetadata: Body) => {
  const now = nowText(ctx);
  const issued = await ctx.db
    .asService('auth: sign up', async (tx) => {
      // An unconfirmed account counts too: who signs up again has not shown to be who made it.
      if (await findUserByEmail(tx, email)) throw emailTaken('user_already_exists');
      const user = await insertUser(tx, { id: crypto.randomUUID(), email, passwordHash, userMetadata, appMetadata: emailProvider, now });
      await confirmEmail(tx, user, now);
      return openSession(ctx, tx, user.id, 'password', deviceOf(ctx, c));
    })
    .catch((error: unknown) => {
      throw isUniqueViolation(error, 'users_email_key') ? emailTaken('user_already_exists') : error;
    });
  return c.json(await sessionView(ctx, issued));
};

type ByMail = { email: string; passwordHash: string; metadata: Body; challenge: Challenge | null; redirectTo: string };

/**
 * The account waits for its confirmation. A confirmed one is answered like a new one and gets no mail; an unconfirmed
 * one gets the mail again, but neither password nor metadata of who cannot have shown to own the address.
 */
const signUpByMail = async (ctx: AuthContext, { email, passwordHash, metadata, challenge, redirectTo }: ByMail) => {
  const lookalike = () => ({ user: null, ready: null });
  const { user, ready } = await ctx.db
    .asService('auth: sign up, to be confirmed by mail', async (tx) => {
      const known = await findUserByEmail(tx, email);
      if (known?.email_confirmed_at) return lookalike();
      const made = { id: crypto.randomUUID(), email, passwordHash, userMetadata: metadata, appMetadata: emailProvider, now: nowText(ctx) };
      const waiting = known ?? (await insertUser(tx, made));
      const confirmation = await prepareConfirmation(ctx, tx, waiting, redirectTo, challenge);
      return { user: known ? null : await findUserById(tx, waiting.id), ready: confirmation };
    })
    .catch((error: unknown) => {
      if (isUniqueViolation(error, 'users_email_key')) return lookalike();
      throw error;
    });
  ready?.send();
  return user ? userView(user) : lookalikeUser(email, metadata, ctx.clock);
};

const signUpAnonymously = async (ctx: AuthContext, c: Context<AuthEnv>, userMetadata: Body) => {
  if (!ctx.anonymousSignIns) throw new AuthError(422, 'anonymous_provider_disabled', 'Anonymous sign-ins are disabled');
  const issued = await ctx.db.asService('auth: sign in anonymously', async (tx) => {
    const user = await insertUser(tx, {
      id: crypto.randomUUID(), email: null, passwordHash: null, userMetadata, appMetadata: {}, isAnonymous: true, now: nowText(ctx),
    });
    return openSession(ctx, tx, user.id, 'anonymous', deviceOf(ctx, c));
  });
  return c.json(await sessionView(ctx, issued));
};

/** POST /signup. */
export const addSignupRoutes = (app: Hono<AuthEnv>, ctx: AuthContext) => {
  app.post('/signup', async (c) => {
    const body = await readBody(c);
    const given = textOf(body, 'email');
    const password = textOf(body, 'password', 4096);
    const metadata = mergeMetadata({}, objectOf(body, 'data') ?? {});
    if (textOf(body, 'phone') !== '') throw leftOut('Sign-up by phone is not offered by this server');
    countAttempt(ctx, [[`signup ${ctx.addressOf(c)}`, ctx.limits.signupsPerAddress]]);
    if (given === '' && password === '') return signUpAnonymously(ctx, c, metadata);
    if (password === '') throw validationFailed('Signup requires a valid password');
    if (given === '') throw validationFailed('Sign up only available with email provider');
    checkPassword(password, ctx.limits.minPasswordLength);
    const email = normaliseEmail(given);
    const challenge = challengeOf(body);
    if (ctx.mailer) countMail(ctx, c, email);
    const passwordHash = await ctx.passwords.hash(password);
    if (!ctx.mailer) return signInAtOnce(ctx, c, email, passwordHash, metadata);
    return c.json(await signUpByMail(ctx, { email, passwordHash, metadata, challenge, redirectTo: redirectOf(ctx, c) }));
  });
};
