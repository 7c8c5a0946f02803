import type { MiddlewareHandler } from 'hono';
import type { Actor } from '@docuvault/core/actor.ts';
import { AppError, unauthenticated } from '@docuvault/core/errors.ts';
import type { Env } from '@docuvault/vault/http/env.ts';

/** Who a token or key stands for; throws when it does not verify. */
export type Authenticator = {
  fromToken(token: string): Promise<Actor>;
  fromApiKey(key: string): Promise<Actor>;
};

/**
 * Finds out who calls. A Bearer token decides; without one the `apikey` does, as at Supabase's gateway.
 * A token that does not verify is refused even where none is needed, so that a client learns that it must refresh.
 */
export const actorOfHeaders = async (authenticator: Authenticator, headers: Headers): Promise<Actor> => {
  const header = headers.get('authorization');
  const apiKey = headers.get('apikey');
  if (header !== null) {
    const token = /^Bearer\s+(\S+)$/i.exec(header)?.[1];
    if (!token) throw unauthenticated('The Authorization header is not of the form "Bearer <token>".');
    // What is no JWT can only be a key: clients without a session send theirs here too.
    return token.split('.').length === 3 ? authenticator.fromToken(token) : authenticator.fromApiKey(token);
  }
  return apiKey === null ? { role: 'anon' } : authenticator.fromApiKey(apiKey);
};

/** Leaves the caller in the request's variables. Who shows a token that does not verify is nobody, and is refused by `refuse`. */
export const authenticate = (authenticator: Authenticator): MiddlewareHandler<Env> => async (c, next) => {
  try {
    c.set('actor', await actorOfHeaders(authenticator, c.req.raw.headers));
  } catch (error) {
    c.set('actor', { role: 'anon' });
    c.set('refusal', error);
  }
  await next();
};

/**
 * Refuses whom `authenticate` did not know with its error (401), after the attempt was counted by the caller's address.
 * Whom it knows and does not let in yet (403) may do what anybody may.
 */
export const refuse = (): MiddlewareHandler<Env> => async (c, next) => {
  const refusal = c.get('refusal');
  if (refusal !== undefined && !(refusal instanceof AppError && refusal.status === 403)) throw refusal as Error;
  await next();
};
