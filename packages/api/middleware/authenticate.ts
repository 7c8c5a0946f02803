import type { MiddlewareHandler } from 'hono';
import type { Actor } from '@docuvault/core/actor.ts';
import { unauthenticated } from '@docuvault/core/errors.ts';
import type { Env } from '@docuvault/vault/http/env.ts';

/** Who a token or key stands for; throws when it does not verify. */
export type Authenticator = {
  fromToken(token: string): Promise<Actor>;
  fromApiKey(key: string): Promise<Actor>;
};

/**
 * Finds out who calls. A Bearer token decides; without one the `apikey` does, as at Supabase's gateway.
 * A token that does not verify is a 401 even on public routes, so that a client learns that it must refresh.
 */
export const authenticate = (authenticator: Authenticator): MiddlewareHandler<Env> => async (c, next) => {
  const header = c.req.header('authorization');
  const apiKey = c.req.header('apikey');
  let actor: Actor = { role: 'anon' };
  if (header !== undefined) {
    const token = /^Bearer\s+(\S+)$/i.exec(header)?.[1];
    if (!token) throw unauthenticated('The Authorization header is not of the form "Bearer <token>".');
    actor = token.startsWith('sb_') ? await authenticator.fromApiKey(token) : await authenticator.fromToken(token);
  } else if (apiKey !== undefined) {
    actor = await authenticator.fromApiKey(apiKey);
  }
  c.set('actor', actor);
  await next();
};
