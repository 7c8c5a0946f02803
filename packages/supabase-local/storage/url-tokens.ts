import { jwtVerify, SignJWT } from 'jose';
import type { Clock } from '@docuvault/core/clock.ts';
import { invalidJwt, invalidSignature } from './storage-error.ts';

/** What a signed URL allows. A token is good for one of them only. */
export type UrlScope = 'download' | 'upload';

/** The claims of a verified URL token. `url` is `bucket/key`; `exp` is in seconds. */
export type UrlClaims = { url: string; exp: number; upsert: boolean; owner: string | null };

export type UrlTokens = {
  /** Signs a token for `bucket/key` that lasts `seconds`. */
  sign(scope: UrlScope, url: string, seconds: number, extra?: { upsert: boolean; owner: string | null }): Promise<string>;
  /** Checks signature, times, scope and that the token is for this very object. Throws `InvalidJWT` or `InvalidSignature`. */
  verify(token: string, scope: UrlScope, url: string): Promise<UrlClaims>;
};

const deriveKey = async (secret: string): Promise<CryptoKey> => {
  const encoder = new TextEncoder();
  const base = await crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: encoder.encode('docuvault storage urls') },
    base,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign', 'verify'],
  );
};

/** Makes and checks the tokens of signed URLs, under a key of their own derived from the JWT secret. */
export const createUrlTokens = (secret: string, clock: Clock): UrlTokens => {
  const key = deriveKey(secret);
  return {
    sign: async (scope, url, seconds, extra) => {
      const now = Math.floor(clock.now().getTime() / 1000);
      const claims = { ...(extra ? { owner: extra.owner ?? undefined, upsert: extra.upsert } : {}), url, scope };
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setIssuedAt(now)
        .setExpirationTime(now + seconds)
        .sign(await key);
    },
    verify: async (token, scope, url) => {
      const { payload } = await jwtVerify(token, await key, { algorithms: ['HS256'], currentDate: clock.now() }).catch((error: unknown) => {
        throw invalidJwt(error instanceof Error ? error.message : 'Invalid JWT');
      });
      if (payload.scope !== scope) throw invalidSignature(`Token is not scoped for ${scope}`);
      if (payload.url !== url || payload.exp === undefined) throw invalidSignature();
      return { url, exp: payload.exp, upsert: payload.upsert === true, owner: typeof payload.owner === 'string' ? payload.owner : null };
    },
  };
};
