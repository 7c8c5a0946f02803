import { decodeProtectedHeader, exportJWK, importJWK, jwtVerify, SignJWT, type JWK } from 'jose';
import type { Actor } from '@docuvault/core/actor.ts';
import type { Clock } from '@docuvault/core/clock.ts';
import { badJwt } from './auth-error.ts';
import { isUuid } from './read-body.ts';

/** The payload of a verified token. */
export type Claims = {
  role: Actor['role'];
  sub: string | null;
  sessionId: string | null;
  /** As signed. Policies read this. */
  payload: Record<string, unknown>;
};

export type TokenSettings = {
  secret: string;
  issuerUrl: string;
  /** A private JWK (ES256 or RS256) with a `kid`; access tokens are then signed by it instead of the secret. */
  signing?: JWK;
  expiresInSeconds: number;
  clock: Clock;
};

export type Tokens = {
  /** Signs an access token; `iss`, `iat` and `exp` are added. */
  sign(claims: Record<string, unknown>): Promise<{ token: string; expiresAt: number }>;
  /** Checks signature, algorithm, times and shape. Throws bad_jwt. Asks no database. */
  verify(token: string): Promise<Claims>;
  /** Public keys only; the secret is never among them. */
  jwks(): Promise<{ keys: JWK[] }>;
};

const roles: readonly unknown[] = ['authenticated', 'anon', 'service_role'];

const readClaims = (payload: Record<string, unknown>): Claims => {
  if (!roles.includes(payload.role)) throw badJwt('the role is not one of this server');
  const role = payload.role as Actor['role'];
  if (role !== 'authenticated') return { role, sub: null, sessionId: null, payload };
  if (!isUuid(payload.sub)) throw badJwt('the sub claim must be a UUID');
  if (payload.exp === undefined) throw badJwt('the exp claim is missing');
  if (payload.aud !== undefined && ![payload.aud].flat().includes('authenticated')) throw badJwt('the token is for another audience');
  if (payload.session_id !== undefined && !isUuid(payload.session_id)) throw badJwt('the session_id claim must be a UUID');
  return { role, sub: payload.sub, sessionId: payload.session_id ?? null, payload };
};

/**
 * Signs and verifies access tokens and the legacy anon and service_role keys. The algorithm follows from the key
 * (HS256 for the secret, the JWK's own for its `kid`), never from the token.
 */
export const createTokens = (settings: TokenSettings): Tokens => {
  if (settings.secret.length < 32) throw new Error('JWT_SECRET must hold at least 32 characters');
  const { signing, clock } = settings;
  if (signing && (!signing.kid || !/^(ES|RS)256$/.test(signing.alg ?? ''))) throw new Error('the signing key needs a kid and alg ES256 or RS256');
  const algorithms = { HS256: { name: 'HMAC', hash: 'SHA-256' } };
  const secretKey = crypto.subtle.importKey('raw', new TextEncoder().encode(settings.secret), algorithms.HS256, false, ['sign', 'verify']);
  const publicJwk = signing
    ? (async () => {
        const key = (await importJWK({ ...signing, key_ops: undefined }, signing.alg, { extractable: true })) as CryptoKey;
        const { kty, crv, x, y, n, e } = await exportJWK(key);
        return { kty, crv, x, y, n, e, kid: signing.kid, alg: signing.alg, use: 'sig', key_ops: ['verify'] } as JWK;
      })()
    : null;
  const publicKey = publicJwk?.then((jwk) => importJWK(jwk, jwk.alg) as Promise<CryptoKey>);
  const privateKey = signing ? (importJWK({ ...signing, key_ops: undefined }, signing.alg) as Promise<CryptoKey>) : null;

  return {
    sign: async (claims) => {
      const issuedAt = Math.floor(clock.now().getTime() / 1000);
      const expiresAt = issuedAt + settings.expiresInSeconds;
      const unsigned = new SignJWT({ iss: settings.issuerUrl, ...claims, iat: issuedAt, exp: expiresAt });
      const token = privateKey
        ? await unsigned.setProtectedHeader({ alg: signing!.alg!, kid: signing!.kid, typ: 'JWT' }).sign(await privateKey)
        : await unsigned.setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).sign(await secretKey);
      return { token, expiresAt };
    },
    verify: async (token) => {
      let payload: Record<string, unknown>;
      try {
        const header = decodeProtectedHeader(token);
        const bySigningKey = publicKey && header.kid === signing!.kid && header.alg === signing!.alg;
        const key = bySigningKey ? await publicKey : await secretKey;
        const accepted = bySigningKey ? signing!.alg! : 'HS256';
        payload = (await jwtVerify(token, key, { algorithms: [accepted], currentDate: clock.now() })).payload;
      } catch (error) {
        throw badJwt((error as { code?: string }).code === 'ERR_JWT_EXPIRED' ? 'token is expired' : 'the token is malformed or its signature is wrong');
      }
      return readClaims(payload);
    },
    jwks: async () => ({ keys: publicJwk ? [await publicJwk] : [] }),
  };
};

/** Who the bearer of verified claims is to the product. */
export const actorOfClaims = (claims: Claims): Actor => {
  if (claims.role !== 'authenticated') return { role: claims.role };
  const { email, aal } = claims.payload;
  return {
    role: 'authenticated',
    userId: claims.sub!,
    sessionId: claims.sessionId,
    email: typeof email === 'string' && email !== '' ? email : null,
    aal: typeof aal === 'string' ? aal : 'aal1',
    claims: claims.payload,
  };
};
