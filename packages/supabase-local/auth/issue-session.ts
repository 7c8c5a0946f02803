import type { Context } from 'hono';
import type { Tx } from '@docuvault/db/types.ts';
import { afterSeconds, nowText, type AuthContext } from './auth-context.ts';
import { randomToken } from './secrets.ts';
import { amrOf, insertSession, type AmrEntry, type Device } from './sessions.repository.ts';
import { userView } from './user-view.ts';
import { findUserById, type UserRow } from './users.repository.ts';

/** A session as the database has it, ready to be signed into tokens. */
export type IssuedSession = { user: UserRow; sessionId: string; refreshToken: string; aal: string; amr: AmrEntry[] };

/** The device that asks, as far as it says so. */
export const deviceOf = (ctx: AuthContext, c: Context): Device => ({ userAgent: c.req.header('user-agent') ?? '', address: ctx.addressOf(c) });

/** Signs the user in on a device, in the caller's transaction. */
export const openSession = async (ctx: AuthContext, tx: Tx, userId: string, method: string, device: Device): Promise<IssuedSession> => {
  const sessionId = crypto.randomUUID();
  const refreshToken = randomToken();
  const notAfter = ctx.limits.sessionSeconds === null ? null : afterSeconds(ctx, ctx.limits.sessionSeconds);
  await insertSession(tx, { id: sessionId, userId, method, refreshToken, device, now: nowText(ctx), notAfter });
  const user = (await findUserById(tx, userId))!;
  return { user, sessionId, refreshToken, aal: 'aal1', amr: await amrOf(tx, sessionId) };
};

/** The claims of supabase/auth's access token. */
export const claimsOf = ({ user, sessionId, aal, amr }: IssuedSession): Record<string, unknown> => ({
  sub: user.id,
  aud: user.aud,
  email: user.email ?? '',
  phone: user.phone ?? '',
  app_metadata: user.raw_app_meta_data,
  user_metadata: user.raw_user_meta_data,
  role: 'authenticated',
  aal,
  amr,
  session_id: sessionId,
  is_anonymous: user.is_anonymous,
});

export type SessionView = { access_token: string; token_type: 'bearer'; expires_in: number; expires_at: number; refresh_token: string; user: Record<string, unknown> };

/** The session as the client keeps it. Signs outside of any transaction. */
export const sessionView = async (ctx: AuthContext, issued: IssuedSession): Promise<SessionView> => {
  const { token, expiresAt } = await ctx.tokens.sign(claimsOf(issued));
  return {
    access_token: token,
    token_type: 'bearer',
    expires_in: ctx.limits.accessTokenSeconds,
    expires_at: expiresAt,
    refresh_token: issued.refreshToken,
    user: userView(issued.user),
  };
};
