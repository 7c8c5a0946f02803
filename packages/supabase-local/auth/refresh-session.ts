import type { Tx } from '@docuvault/db/types.ts';
import { nowText, type AuthContext } from './auth-context.ts';
import { AuthError } from './auth-error.ts';
import type { IssuedSession } from './issue-session.ts';
import {
  amrOf, endSession, insertRefreshToken, isUnused, lockRefreshToken, revokeFamily, revokeRefreshToken, touchSession, type Device, type RefreshRow,
} from './sessions.repository.ts';
import { isBanned } from './user-view.ts';
import { findUserById } from './users.repository.ts';

const refuse = (code: string, why: string) => new AuthError(400, code, `Invalid Refresh Token: ${why}`);

const checkAge = (ctx: AuthContext, row: RefreshRow) => {
  const now = ctx.clock.now();
  const { sessionIdleSeconds } = ctx.limits;
  if (row.not_after && row.not_after <= now) throw refuse('session_expired', 'Session Expired');
  const lastSeen = row.refreshed_at ?? row.session_created_at;
  if (sessionIdleSeconds !== null && now.getTime() - lastSeen.getTime() > sessionIdleSeconds * 1000) {
    throw refuse('session_expired', 'Session Expired (Inactivity)');
  }
};

/**
 * Exchanges a refresh token for its successor, once. Asked again within the reuse interval, and while the successor
 * is unused, it answers with the same successor: a client that died or lost the answer is not signed out, and two
 * refreshes at once agree. Any other second use means that two parties hold the token: the session ends.
 */
export const refreshSession = async (ctx: AuthContext, token: string, device: Device): Promise<IssuedSession> => {
  const outcome = await ctx.db.asService('auth: refresh a session', (tx) => rotate(ctx, tx, token, device));
  if ('replayed' in outcome) {
    ctx.liveness.ended([outcome.replayed]);
    ctx.log.warn('a used refresh token came again; its session was ended', { sessionId: outcome.replayed });
    throw refuse('refresh_token_already_used', 'Already Used');
  }
  return outcome;
};

/** Returns rather than throws on a replay, so that the revocation is committed. */
const rotate = async (ctx: AuthContext, tx: Tx, token: string, device: Device): Promise<IssuedSession | { replayed: string }> => {
  const now = nowText(ctx);
  const row = await lockRefreshToken(tx, token);
  if (!row) throw refuse('refresh_token_not_found', 'Refresh Token Not Found');
  const user = await findUserById(tx, row.user_id);
  if (!user) throw refuse('session_not_found', 'No Valid Session Found');
  if (isBanned(user, ctx.clock)) throw refuse('user_banned', 'User Banned');
  const successor = ctx.secrets.successor(token);
  if (row.revoked) {
    const age = ctx.clock.now().getTime() - row.updated_at.getTime();
    const repeatable = age <= ctx.limits.refreshReuseSeconds * 1000 && (await isUnused(tx, row.session_id, successor));
    if (!repeatable) {
      await revokeFamily(tx, row.session_id, now);
      await endSession(tx, row.session_id, now);
      return { replayed: row.session_id };
    }
  }
  checkAge(ctx, row);
  if (!row.revoked) {
    await revokeRefreshToken(tx, token, now);
    await insertRefreshToken(tx, { token: successor, userId: row.user_id, sessionId: row.session_id, parent: token, now });
    await touchSession(tx, row.session_id, device, now);
  }
  return { user, sessionId: row.session_id, refreshToken: successor, aal: row.aal, amr: await amrOf(tx, row.session_id) };
};
