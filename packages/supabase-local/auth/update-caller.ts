import type { Context } from 'hono';
import type { Tx } from '@docuvault/db/types.ts';
import { changeEmail } from './apply-verification.ts';
import { nowText, type AuthContext, type AuthEnv } from './auth-context.ts';
import { AuthError, leftOut } from './auth-error.ts';
import { countAttempt, loadCaller, type Caller } from './caller.ts';
import { normaliseEmail } from './email-address.ts';
import { countMail, prepareEmailChange, type Ready } from './mail-request.ts';
import { spendOtp } from './one-time-tokens.ts';
import { checkPassword } from './passwords.ts';
import { challengeOf } from './pkce.ts';
import { objectOf, readBody, textOf, type Body } from './read-body.ts';
import { redirectOf } from './redirects.ts';
import { deleteSessions } from './sessions.repository.ts';
import { emailTaken, mergeMetadata, userView } from './user-view.ts';
import { findUserByEmail, findUserById, setMetadata, setPasswordHash, type UserRow } from './users.repository.ts';

type Changes = { email: string; password: string; current: string; nonce: string; data: Body | null };

const readChanges = (ctx: AuthContext, body: Body): Changes => {
  if (objectOf(body, 'app_metadata')) throw new AuthError(403, 'not_admin', 'Updating app_metadata requires admin privileges');
  if (textOf(body, 'phone') !== '') throw leftOut('Accounts with a phone number are not offered by this server');
  const password = textOf(body, 'password', 4096);
  if (typeof body.password === 'string') checkPassword(password, ctx.limits.minPasswordLength);
  const email = textOf(body, 'email');
  return {
    email: email === '' ? '' : normaliseEmail(email), password, data: objectOf(body, 'data'),
    current: textOf(body, 'current_password', 4096), nonce: textOf(body, 'nonce'),
  };
};

/** A stolen first factor must not take the account over where there is a second. */
const requireSecondFactor = ({ user, session }: Caller, changes: Changes) => {
  const protectedChange = changes.password !== '' || (changes.email !== '' && changes.email !== user.email);
  if (protectedChange && session.aal !== 'aal2' && user.factors.some((factor) => factor.status === 'verified')) {
    throw new AuthError(401, 'insufficient_aal', 'AAL2 session is required to update email or password when MFA is enabled.');
  }
};

/** Checks the old password where it is given, and that the new one differs. Hashing happens outside of transactions. */
const hashNew = async (ctx: AuthContext, user: UserRow, changes: Changes): Promise<string | null> => {
  if (changes.password === '') return null;
  const stored = user.encrypted_password;
  const giveBack = countAttempt(ctx, [[`password of ${user.id}`, ctx.limits.passwordPerEmail]]);
  if (changes.current !== '' && !(await ctx.passwords.matches(stored, changes.current))) {
    throw new AuthError(400, 'current_password_invalid', 'Current password required when setting new password.');
  }
  if (stored !== null && (await ctx.passwords.matches(stored, changes.password))) {
    throw new AuthError(422, 'same_password', 'New password should be different from the old password.');
  }
  giveBack();
  return ctx.passwords.hash(changes.password);
};

const spendNonce = async (ctx: AuthContext, tx: Tx, user: UserRow, nonce: string) => {
  const spent = await spendOtp(ctx, tx, ['reauthentication_token'], user.email ?? '', nonce);
  if (spent?.user_id !== user.id) throw new AuthError(422, 'reauthentication_not_valid', 'Nonce has expired or is invalid');
};

/** PUT /user. A new password signs every other device out. A new address waits for both owners where mail is sent, else holds at once. */
export const updateCaller = async (ctx: AuthContext, c: Context<AuthEnv>) => {
  const body = await readBody(c);
  const changes = readChanges(ctx, body);
  const challenge = challengeOf(body);
  const before = await ctx.db.asService('auth: read the caller who changes their account', async (tx) => {
    const caller = await loadCaller(ctx, c, tx);
    requireSecondFactor(caller, changes);
    return caller.user;
  });
  const passwordHash = await hashNew(ctx, before, changes);
  const newEmail = changes.email !== '' && changes.email !== before.email ? changes.email : null;
  if (newEmail && ctx.mailer) countMail(ctx, c, newEmail);
  if (changes.nonce !== '') countAttempt(ctx, [[`code ${before.email}`, ctx.limits.codes]]);
  const { user, ended, ready } = await ctx.db.asService('auth: change the caller’s account', async (tx) => {
    const caller = await loadCaller(ctx, c, tx, true);
    requireSecondFactor(caller, changes);
    let mail: Ready | null = null;
    let signedOut: string[] = [];
    if (changes.nonce !== '') await spendNonce(ctx, tx, caller.user, changes.nonce);
    if (passwordHash !== null) {
      await setPasswordHash(tx, caller.user.id, passwordHash, nowText(ctx));
      signedOut = await deleteSessions(tx, caller.user.id, 'others', caller.session.id);
    }
    if (changes.data) {
      const merged = mergeMetadata(caller.user.raw_user_meta_data, changes.data);
      await setMetadata(tx, caller.user.id, merged, caller.user.raw_app_meta_data, nowText(ctx));
    }
    if (newEmail) {
      if (await findUserByEmail(tx, newEmail)) throw emailTaken();
      if (ctx.mailer) mail = await prepareEmailChange(ctx, tx, caller.user, newEmail, redirectOf(ctx, c), challenge);
      else await changeEmail(ctx, tx, caller.user.id, newEmail);
    }
    return { user: (await findUserById(tx, caller.user.id))!, ended: signedOut, ready: mail };
  });
  ctx.liveness.ended(ended);
  ready?.send();
  return c.json(userView(user));
};
