import sql from 'sql-template-tag';
import { isUniqueViolation } from '@docuvault/db/errors.ts';
import type { Tx } from '@docuvault/db/types.ts';
import { nowText, type AuthContext } from './auth-context.ts';
import { AuthError, otpExpired } from './auth-error.ts';
import { dropTokens, isOutstanding, type SpentToken, type TokenType } from './one-time-tokens.ts';
import { emailTaken, isBanned } from './user-view.ts';
import { confirmEmail, findUserByEmail, lockUser, putEmailIdentity, type UserRow } from './users.repository.ts';

const tokenTypes = {
  signup: ['confirmation_token'],
  invite: ['confirmation_token'],
  recovery: ['recovery_token'],
  magiclink: ['recovery_token'],
  email: ['confirmation_token', 'recovery_token'],
  email_change: ['email_change_token_current', 'email_change_token_new'],
} as const satisfies Record<string, readonly TokenType[]>;

/** What `type` may be in /verify. */
export type VerifyType = keyof typeof tokenTypes;
export const isVerifyType = (text: string): text is VerifyType => Object.hasOwn(tokenTypes, text);
export const tokenTypesOf = (type: VerifyType): readonly TokenType[] => tokenTypes[type];

/** Bits of email_change_confirm_status. */
const byOldOwner = 1;
const byNewOwner = 2;

/** Gives the account its new address, confirmed. Throws email_exists when somebody else took it meanwhile. */
export const changeEmail = async (ctx: AuthContext, tx: Tx, userId: string, email: string) => {
  const now = nowText(ctx);
  const holder = await findUserByEmail(tx, email);
  if (holder && holder.id !== userId) throw emailTaken();
  await tx
    .query(sql`
      update auth.users set email = ${email}, email_confirmed_at = ${now}::timestamptz, email_change = '', email_change_confirm_status = 0,
        is_anonymous = false, updated_at = ${now}::timestamptz
      where id = ${userId}`)
    .catch((error: unknown) => {
      throw isUniqueViolation(error, 'users_email_key') ? emailTaken() : error;
    });
  await putEmailIdentity(tx, userId, email, true, now);
  // Links to the old address open nothing any more.
  await dropTokens(tx, userId, ['email_change_token_current', 'email_change_token_new', 'recovery_token', 'confirmation_token', 'reauthentication_token']);
};

/** True when the change of address is complete; false when the other owner has still to confirm. */
const confirmChange = async (ctx: AuthContext, tx: Tx, user: UserRow, spent: SpentToken): Promise<boolean> => {
  if (user.email_change === '') throw otpExpired();
  const confirmed = user.email_change_confirm_status | (spent.token_type === 'email_change_token_new' ? byNewOwner : byOldOwner);
  const oldOwnerMissing = !(confirmed & byOldOwner) && (await isOutstanding(ctx, tx, user.id, 'email_change_token_current'));
  if (!(confirmed & byNewOwner) || oldOwnerMissing) {
    await tx.query(sql`update auth.users set email_change_confirm_status = ${confirmed} where id = ${user.id}`);
    return false;
  }
  await changeEmail(ctx, tx, user.id, user.email_change);
  return true;
};

/** Does what a spent token stands for. Returns whom to sign in, or null when nobody yet. */
export const applyVerification = async (ctx: AuthContext, tx: Tx, type: VerifyType, spent: SpentToken): Promise<string | null> => {
  const user = await lockUser(tx, spent.user_id);
  if (!user) throw otpExpired();
  if (isBanned(user, ctx.clock)) throw new AuthError(403, 'user_banned', 'User is banned');
  if (type === 'email_change') return (await confirmChange(ctx, tx, user, spent)) ? user.id : null;
  if (!user.email_confirmed_at) await confirmEmail(tx, user, nowText(ctx));
  return user.id;
};
