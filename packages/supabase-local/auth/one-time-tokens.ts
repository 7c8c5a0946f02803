import sql from 'sql-template-tag';
import type { Tx } from '@docuvault/db/types.ts';
import { afterSeconds, nowText, type AuthContext } from './auth-context.ts';
import { randomOtp, randomToken, sha256 } from './secrets.ts';

export type TokenType = 'confirmation_token' | 'reauthentication_token' | 'recovery_token' | 'email_change_token_new' | 'email_change_token_current';

/** A mailed secret in its two forms: six digits to type, and a token for a link. Neither is stored. */
export type MailedSecret = { otp: string; linkToken: string };

export type NewOneTimeToken = { userId: string; type: TokenType; email: string; seconds?: number; pkce?: boolean };

/**
 * Makes the one token of its type that the user has; an earlier one stops working. Unlike supabase/auth the link's
 * token is random and not a hash of the six digits: a million tries would find that without any address.
 */
export const putOneTimeToken = async (ctx: AuthContext, tx: Tx, token: NewOneTimeToken): Promise<MailedSecret> => {
  const otp = randomOtp();
  const linkToken = `${token.pkce ? 'pkce_' : ''}${randomToken()}`;
  const now = nowText(ctx);
  const expires = afterSeconds(ctx, token.seconds ?? ctx.limits.mailedTokenSeconds);
  await tx.query(sql`
    insert into auth.one_time_tokens (user_id, token_type, token_hash, otp_hash, relates_to, expires_at, created_at, updated_at)
    values (${token.userId}, ${token.type}, ${sha256(linkToken)}, ${ctx.secrets.otpHash(token.email, otp)}, ${token.email},
      ${expires}::timestamptz, ${now}::timestamptz, ${now}::timestamptz)
    on conflict (user_id, token_type) do update set token_hash = excluded.token_hash, otp_hash = excluded.otp_hash,
      relates_to = excluded.relates_to, expires_at = excluded.expires_at, created_at = excluded.created_at, updated_at = excluded.updated_at`);
  return { otp, linkToken };
};

export type SpentToken = { user_id: string; token_type: TokenType };

/** Spends the token of a link, or returns null for one that is unknown, spent or old. */
export const spendLink = async (ctx: AuthContext, tx: Tx, types: readonly TokenType[], linkToken: string): Promise<SpentToken | null> =>
  (
    await tx.query<SpentToken>(sql`
      delete from auth.one_time_tokens t
      where t.token_hash = ${sha256(linkToken)} and t.token_type = any(${types}::text[]) and t.expires_at > ${nowText(ctx)}::timestamptz
      returning t.user_id, t.token_type`)
  )[0] ?? null;

/** Spends the six digits that were mailed to an address, or returns null. */
export const spendOtp = async (ctx: AuthContext, tx: Tx, types: readonly TokenType[], email: string, otp: string): Promise<SpentToken | null> =>
  (
    await tx.query<SpentToken>(sql`
      delete from auth.one_time_tokens t
      where t.relates_to = ${email} and t.otp_hash = ${ctx.secrets.otpHash(email, otp)} and t.token_type = any(${types}::text[])
        and t.expires_at > ${nowText(ctx)}::timestamptz
      returning t.user_id, t.token_type`)
  )[0] ?? null;

/** Whether a token of the type is still to be confirmed. */
export const isOutstanding = async (ctx: AuthContext, tx: Tx, userId: string, type: TokenType): Promise<boolean> =>
  (
    await tx.query(sql`
      select 1 from auth.one_time_tokens t
      where t.user_id = ${userId} and t.token_type = ${type} and t.expires_at > ${nowText(ctx)}::timestamptz`)
  ).length > 0;

export const dropTokens = (tx: Tx, userId: string, types: readonly TokenType[]) =>
  tx.query(sql`delete from auth.one_time_tokens t where t.user_id = ${userId} and t.token_type = any(${types}::text[])`);
