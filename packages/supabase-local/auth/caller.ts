import type { Context, MiddlewareHandler } from 'hono';
import type { Tx } from '@docuvault/db/types.ts';
import { bearerOf, isOpaqueKey } from './api-keys.ts';
import { nowText, type AuthContext, type AuthEnv } from './auth-context.ts';
import { AuthError, badJwt, sessionNotFound, tooManyRequests } from './auth-error.ts';
import type { Allowance } from './attempts.ts';
import { findSession, type SessionRow } from './sessions.repository.ts';
import { isBanned } from './user-view.ts';
import { findUserById, lockUser, type UserRow } from './users.repository.ts';

const noAuthorization = () => new AuthError(401, 'no_authorization', 'This endpoint requires a valid Bearer token');

/** Lets people with a genuine, unexpired token through; whether their session still lives is asked with `loadCaller`. */
export const requireUser =
  (ctx: AuthContext): MiddlewareHandler<AuthEnv> =>
  async (c, next) => {
    const bearer = bearerOf(c.req.header('authorization'));
    if (bearer === '' || isOpaqueKey(bearer)) throw noAuthorization();
    const claims = await ctx.tokens.verify(bearer);
    if (claims.role !== 'authenticated') throw badJwt('missing sub claim');
    c.set('claims', claims);
    await next();
  };

/** Lets the service role through, by its legacy key or its opaque one. */
export const requireAdmin =
  (ctx: AuthContext): MiddlewareHandler<AuthEnv> =>
  async (c, next) => {
    const bearer = bearerOf(c.req.header('authorization'));
    const apikey = c.req.header('apikey') ?? '';
    const opaque = bearer === '' || isOpaqueKey(bearer);
    const actor = opaque ? ((await ctx.keyToActor(bearer)) ?? (await ctx.keyToActor(apikey))) : await ctx.tokens.verify(bearer);
    if (!actor) throw noAuthorization();
    if (actor.role !== 'service_role') throw new AuthError(403, 'not_admin', 'User not allowed');
    await next();
  };

export type Caller = { user: UserRow; session: SessionRow };

/** The person of the verified token and their session, read in the route's own transaction. Throws as supabase/auth does. */
export const loadCaller = async (ctx: AuthContext, c: Context<AuthEnv>, tx: Tx, lock = false): Promise<Caller> => {
  const { sub, sessionId } = c.get('claims');
  const user = await (lock ? lockUser : findUserById)(tx, sub!);
  if (!user) throw new AuthError(403, 'user_not_found', 'User from sub claim in JWT does not exist');
  if (isBanned(user, ctx.clock)) throw new AuthError(403, 'user_banned', 'User is banned');
  const session = sessionId === null ? null : await findSession(tx, sessionId, nowText(ctx));
  if (session?.user_id !== user.id) throw sessionNotFound();
  return { user, session };
};

/** Counts a try under each key and throws 429 when one of them is used up. Returns how to take it back. */
export const countAttempt = (ctx: AuthContext, entries: readonly (readonly [string, Allowance])[], code?: string): (() => void) => {
  const taken: string[] = [];
  const giveBack = () => {
    for (const key of taken) ctx.attempts.giveBack(key);
  };
  for (const [key, allowance] of entries) {
    const wait = ctx.attempts.take(key, allowance);
    if (wait > 0) {
      giveBack();
      throw tooManyRequests(wait, code);
    }
    taken.push(key);
  }
  return giveBack;
};
