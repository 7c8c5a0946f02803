import type { Context, Hono } from 'hono';
import { isUniqueViolation } from '@docuvault/db/errors.ts';
import { nowText, type AuthContext, type AuthEnv } from './auth-context.ts';
import { AuthError, leftOut, validationFailed } from './auth-error.ts';
import { countAttempt } from './caller.ts';
import { normaliseEmail } from './email-address.ts';
import { deviceOf, openSession, sessionView } from './issue-session.ts';
import { checkPassword } from './passwords.ts';
import { objectOf, readBody, textOf, type Body } from './read-body.ts';
import { emailProvider, emailTaken, mergeMetadata } from './user-view.ts';
import { confirmEmail, findUserByEmail, insertUser } from './users.repository.ts';

const signInAtOnce = async (ctx: AuthContext, c: Context<AuthEnv>, email: string, passwordHash: string, userMetadata: Body) => {
  const now = nowText(ctx);
  const issued = await ctx.db
    .asService('auth: sign up', async (tx) => {
      const known = await findUserByEmail(tx, email);
      if (known?.email_confirmed_at) throw emailTaken('user_already_exists');
      // An unconfirmed account keeps its password: who signs up again has not shown to be who made it.
      if (known) throw emailTaken('user_already_exists');
      const user = await insertUser(tx, { id: crypto.randomUUID(), email, passwordHash, userMetadata, appMetadata: emailProvider, now });
      await confirmEmail(tx, user, now);
      return openSession(ctx, tx, user.id, 'password', deviceOf(ctx, c));
    })
    .catch((error: unknown) => {
      throw isUniqueViolation(error, 'users_email_key') ? emailTaken('user_already_exists') : error;
    });
  return c.json(await sessionView(ctx, issued));
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
    const passwordHash = await ctx.passwords.hash(password);
    return signInAtOnce(ctx, c, email, passwordHash, metadata);
  });
};
