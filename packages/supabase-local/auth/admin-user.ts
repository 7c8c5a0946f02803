import sql from 'sql-template-tag';
import type { Tx } from '@docuvault/db/types.ts';
import { nowText, type AuthContext } from './auth-context.ts';
import { leftOut, validationFailed } from './auth-error.ts';
import { normaliseEmail } from './email-address.ts';
import { checkPassword, isArgon2Hash } from './passwords.ts';
import { flagOf, isUuid, objectOf, textOf, type Body } from './read-body.ts';
import { mergeMetadata } from './user-view.ts';
import { confirmEmail, putEmailIdentity, setMetadata, setPasswordHash, type UserRow } from './users.repository.ts';

/** What an operator may say of an account. Null is what they did not say; `bannedUntil` undefined likewise, null lifts a ban. */
export type AdminUser = {
  id: string | null;
  email: string | null;
  password: string | null;
  passwordHash: string | null;
  confirm: boolean;
  userMetadata: Body | null;
  appMetadata: Body | null;
  bannedUntil: string | null | undefined;
};

const unitSeconds: Record<string, number> = { h: 3600, m: 60, s: 1, ms: 0.001 };

/** The end of a ban from Go's duration text (24h, 1h30m) or 'none'. */
const banEnd = (ctx: AuthContext, text: string): string | null | undefined => {
  if (text === '') return undefined;
  if (text === 'none') return null;
  if (!/^(\d{1,9}(\.\d{1,3})?(h|ms|m|s))+$/.test(text)) throw validationFailed('invalid format for ban duration');
  let seconds = 0;
  for (const [, amount, unit] of text.matchAll(/([\d.]+)(h|ms|m|s)/g)) seconds += Number(amount) * unitSeconds[unit!]!;
  const latest = Date.parse('9999-12-31T00:00:00Z');
  return new Date(Math.min(latest, ctx.clock.now().getTime() + seconds * 1000)).toISOString();
};

/** Reads and checks the body of POST and PUT /admin/users. */
export const readAdminUser = (ctx: AuthContext, body: Body): AdminUser => {
  if (textOf(body, 'phone') !== '') throw leftOut('Accounts with a phone number are not offered by this server');
  if (!['', 'authenticated'].includes(textOf(body, 'role'))) throw validationFailed('Accounts have the role authenticated only');
  const id = textOf(body, 'id');
  if (id !== '' && !isUuid(id)) throw validationFailed('ID must conform to the uuid v4 format');
  const email = textOf(body, 'email');
  const password = textOf(body, 'password', 4096);
  const passwordHash = textOf(body, 'password_hash');
  if (password !== '' && passwordHash !== '') throw validationFailed('Only a password or a password hash should be provided');
  if (password !== '') checkPassword(password, ctx.limits.minPasswordLength);
  if (passwordHash !== '' && !isArgon2Hash(passwordHash)) throw validationFailed('password_hash must be an argon2 hash');
  return {
    id: id || null,
    email: email === '' ? null : normaliseEmail(email),
    password: password || null,
    passwordHash: passwordHash || null,
    confirm: flagOf(body, 'email_confirm', false),
    userMetadata: objectOf(body, 'user_metadata'),
    appMetadata: objectOf(body, 'app_metadata'),
    bannedUntil: banEnd(ctx, textOf(body, 'ban_duration')),
  };
};

/** Writes an operator's changes to an account, in the caller's transaction. */
export const addAdminUserChanges = async (ctx: AuthContext, tx: Tx, user: UserRow, changes: Partial<AdminUser>) => {
  const now = nowText(ctx);
  const email = changes.email ?? user.email;
  if (email !== user.email) {
    await tx.query(sql`update auth.users set email = ${email}, is_anonymous = false, updated_at = ${now}::timestamptz where id = ${user.id}`);
    await putEmailIdentity(tx, user.id, email!, changes.confirm ?? false, now);
  }
  if (changes.confirm) await confirmEmail(tx, { id: user.id, email }, now);
  if (changes.passwordHash) await setPasswordHash(tx, user.id, changes.passwordHash, now);
  if (changes.userMetadata || changes.appMetadata) {
    const userMetadata = mergeMetadata(user.raw_user_meta_data, changes.userMetadata ?? {});
    const appMetadata = mergeMetadata(user.raw_app_meta_data, changes.appMetadata ?? {});
    await setMetadata(tx, user.id, userMetadata, appMetadata, now);
  }
  if (changes.bannedUntil !== undefined) {
    await tx.query(sql`update auth.users set banned_until = ${changes.bannedUntil}::timestamptz, updated_at = ${now}::timestamptz where id = ${user.id}`);
  }
};
