import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify, type JWTPayload } from 'jose';
import type { Actor } from '@docuvault/core/actor.ts';
import { unauthenticated } from '@docuvault/core/errors.ts';
import type { Authenticator } from '@docuvault/api/middleware/authenticate.ts';

export type TokenKeys = {
  /** The project's HS256 secret, where it still signs with one. */
  secret: string | null;
  /** Where the project publishes its public keys; null where it has none. */
  jwksUrl: URL | null;
  anonKey: string | null;
  serviceRoleKey: string | null;
};

const actorOf = (payload: JWTPayload): Actor => {
  if (payload.role === 'anon' || payload.role === 'service_role') return { role: payload.role };
  if (payload.role !== 'authenticated' || !payload.sub) throw unauthenticated();
  return {
    role: 'authenticated',
    userId: payload.sub,
    sessionId: typeof payload.session_id === 'string' ? payload.session_id : null,
    email: typeof payload.email === 'string' ? payload.email : null,
    aal: typeof payload.aal === 'string' ? payload.aal : 'aal1',
    claims: payload,
  };
};

const equal = (a: string, b: string): boolean => {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i % b.length);
  return difference === 0;
};

/** Verifies a Supabase project's tokens: by its published keys where the token names one, else by the HS256 secret. */
export const createTokenVerifier = (keys: TokenKeys): Authenticator => {
  const secret = keys.secret ? new TextEncoder().encode(keys.secret) : null;
  const published = keys.jwksUrl ? createRemoteJWKSet(keys.jwksUrl) : null;
  const verify = async (token: string): Promise<Actor> => {
    try {
      const { alg } = decodeProtectedHeader(token);
      if (alg === 'HS256' && secret) return actorOf((await jwtVerify(token, secret, { algorithms: ['HS256'] })).payload);
      if ((alg === 'ES256' || alg === 'RS256') && published) return actorOf((await jwtVerify(token, published, { algorithms: ['ES256', 'RS256'] })).payload);
    } catch {
      // any reason why a token does not verify is the same answer
    }
    throw unauthenticated();
  };
  return {
    fromToken: verify,
    fromApiKey: async (key) => {
      if (keys.serviceRoleKey && equal(key, keys.serviceRoleKey)) return { role: 'service_role' };
      if (keys.anonKey && equal(key, keys.anonKey)) return { role: 'anon' };
      if (key.startsWith('sb_')) throw unauthenticated('The apikey is not one of this project.');
      return verify(key);
    },
  };
};
