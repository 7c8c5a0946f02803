import type { Context } from 'hono';
import { routePath } from 'hono/route';
import type { Actor } from '@docuvault/core/actor.ts';
import { accessDenied, invalidKey, missingAuthorization } from './storage-error.ts';
import type { StorageContext } from './storage-context.ts';

/** Who asks. Throws `AccessDenied` for a token that does not verify and the schema's complaint where there is none. */
export const requireActor = async (ctx: StorageContext, c: Context): Promise<Actor> => {
  if (c.req.header('authorization') === undefined && c.req.header('apikey') === undefined) throw missingAuthorization();
  try {
    return await ctx.actorOf(c);
  } catch (error) {
    const { status, code, message } = error as { status?: unknown; code?: unknown; message: string };
    if (status === 401 || status === 403 || String(code).startsWith('ERR_J')) throw accessDenied(message);
    throw error;
  }
};

/** Who asks, where a route also answers those without a token: null for them, and for a token that does not verify. */
export const actorIfAny = async (ctx: StorageContext, c: Context): Promise<Actor | null> => {
  try {
    return await requireActor(ctx, c);
  } catch (error) {
    if (error instanceof Error && ['AccessDenied', 'InvalidRequest'].includes((error as { code?: string }).code ?? '')) return null;
    throw error;
  }
};

/** The last `*` of the route's path, decoded: an object's key, slashes and empty segments as they were sent. */
export const keyOf = (c: Context): string => {
  const fixed = routePath(c).split('/').length - 1;
  const raw = new URL(c.req.url).pathname.split('/').slice(fixed).join('/');
  try {
    return decodeURIComponent(raw);
  } catch {
    throw invalidKey(raw);
  }
};
