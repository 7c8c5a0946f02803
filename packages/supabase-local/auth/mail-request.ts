import type { Context } from 'hono';
import sql from 'sql-template-tag';
import type { Tx } from '@docuvault/db/types.ts';
import { nowText, type AuthContext } from './auth-context.ts';
import { authMail, sendLater } from './auth-mails.ts';
import { countAttempt } from './caller.ts';
import { putOneTimeToken, type MailedSecret } from './one-time-tokens.ts';
import { startFlow, type Challenge } from './pkce.ts';
import type { UserRow } from './users.repository.ts';

/** Counts a mail that was asked for, the same for known and unknown addresses. Throws over_email_send_rate_limit. */
export const countMail = (ctx: AuthContext, c: Context, email: string) =>
  countAttempt(ctx, [[`mail ${email}`, ctx.limits.mailsPerEmail], [`mail from ${ctx.addressOf(c)}`, ctx.limits.mailsPerAddress]], 'over_email_send_rate_limit');

export type Ready = { send(): void };

/** Makes the token of a confirmation, in the caller's transaction; `send` mails it after the commit. */
export const prepareConfirmation = async (ctx: AuthContext, tx: Tx, user: UserRow, redirectTo: string, challenge: Challenge | null): Promise<Ready> => {
  const secret = await putOneTimeToken(ctx, tx, { userId: user.id, type: 'confirmation_token', email: user.email!, pkce: challenge !== null });
  if (challenge) await startFlow(ctx, tx, user.id, 'email/signup', challenge);
  await tx.query(sql`update auth.users set confirmation_sent_at = ${nowText(ctx)}::timestamptz where id = ${user.id}`);
  return { send: () => sendLater(ctx, authMail(ctx, 'signup', user.email!, secret, redirectTo)) };
};

/** Makes the token of a recovery or a magic link, which share one, as in supabase/auth. */
export const prepareRecovery = async (
  ctx: AuthContext, tx: Tx, user: UserRow, kind: 'recovery' | 'magiclink', redirectTo: string, challenge: Challenge | null,
): Promise<Ready> => {
  const secret = await putOneTimeToken(ctx, tx, { userId: user.id, type: 'recovery_token', email: user.email!, pkce: challenge !== null });
  if (challenge) await startFlow(ctx, tx, user.id, kind, challenge);
  await tx.query(sql`update auth.users set recovery_sent_at = ${nowText(ctx)}::timestamptz where id = ${user.id}`);
  return { send: () => sendLater(ctx, authMail(ctx, kind, user.email!, secret, redirectTo)) };
};

/** Makes the two tokens of a change of address: the old owner and the new one both confirm. */
export const prepareEmailChange = async (
  ctx: AuthContext, tx: Tx, user: UserRow, newEmail: string, redirectTo: string, challenge: Challenge | null,
): Promise<Ready> => {
  const pkce = challenge !== null;
  const mails: [string, MailedSecret][] = [];
  mails.push([newEmail, await putOneTimeToken(ctx, tx, { userId: user.id, type: 'email_change_token_new', email: newEmail, pkce })]);
  if (user.email) mails.push([user.email, await putOneTimeToken(ctx, tx, { userId: user.id, type: 'email_change_token_current', email: user.email, pkce })]);
  if (challenge) await startFlow(ctx, tx, user.id, 'email_change', challenge);
  await tx.query(sql`
    update auth.users set email_change = ${newEmail}, email_change_sent_at = ${nowText(ctx)}::timestamptz, email_change_confirm_status = 0
    where id = ${user.id}`);
  return {
    send: () => {
      for (const [to, secret] of mails) sendLater(ctx, authMail(ctx, 'email_change', to, secret, redirectTo));
    },
  };
};
