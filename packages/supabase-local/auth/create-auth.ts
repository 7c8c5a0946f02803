import { Hono, type Context } from 'hono';
import { createKeyring } from '@docuvault/core/encryption/keyring.ts';
import type { Actor } from '@docuvault/core/actor.ts';
import { AppError, forbidden, unauthenticated } from '@docuvault/core/errors.ts';
import { DatabaseError } from '@docuvault/db/errors.ts';
import { addAdminLinkRoutes } from './admin-links.routes.ts';
import { addAdminUserRoutes } from './admin-users.routes.ts';
import { createKeyToActor } from './api-keys.ts';
import { createAttempts, unlimitedAttempts } from './attempts.ts';
import { defaultLimits, type AuthContext, type AuthEnv, type AuthOptions } from './auth-context.ts';
import { AuthError, errorBody, isNewVersion, validationFailed } from './auth-error.ts';
import { addLeftOutRoutes } from './left-out.routes.ts';
import { addMailRoutes } from './mail.routes.ts';
import { addMetaRoutes } from './meta.routes.ts';
import { addMfaRoutes } from './mfa.routes.ts';
import { createPasswords } from './passwords.ts';
import { deriveSecrets } from './secrets.ts';
import { createSessionLiveness } from './session-liveness.ts';
import { addSignupRoutes } from './signup.routes.ts';
import { addTokenRoutes } from './token.routes.ts';
import { createTokens, type Claims } from './tokens.ts';
import { addUserRoutes } from './user.routes.ts';
import { addVerifyRoutes } from './verify.routes.ts';

export type Auth = {
  /** Supabase Auth's routes; mount at /auth/v1. */
  app: Hono<AuthEnv>;
  /**
   * The claims of an access token, or of a legacy anon or service_role key. Throws `auth.unauthenticated` (401) for
   * one that is malformed, forged, expired, or whose session was ended (see session-liveness.ts), and
   * `auth.second_factor_required` (403) for one without the second factor that its person has: with the password alone
   * there is nothing to be had but the chance to give the code.
   */
  verifyToken(token: string): Promise<Claims>;
  /** Whom an `apikey` header stands for, or null. */
  keyToActor(key: string): Promise<Actor | null>;
  /** Tells that other code deleted these sessions or changed a user, so that access tokens stop at once. */
  sessionsEnded(sessionIds: readonly string[]): void;
  /** Resolves when the mails under way are handed over; for shutdown and tests. */
  settled(): Promise<void>;
};

const addressOfOuterApp = (c: Context): string => {
  const address: unknown = c.get('clientAddress');
  return typeof address === 'string' ? address : '';
};

/** Turns whatever was thrown into one of Supabase Auth's errors. Nothing of the database's words reaches the client. */
const toAuthError = (error: unknown, ctx: AuthContext): AuthError => {
  if (error instanceof AuthError) return error;
  if (error instanceof AppError) return new AuthError(error.status as 503, 'unexpected_failure', error.message, error.headers);
  if (error instanceof DatabaseError && /^(22|54)/.test(error.sqlState)) return validationFailed('A value cannot be stored');
  const facts = error instanceof DatabaseError ? { sqlState: error.sqlState, table: error.table } : { error: (error as Error).name };
  ctx.log.error('auth request failed', facts);
  return new AuthError(500, 'unexpected_failure', 'Unexpected failure, please check server logs for more information');
};

/** Supabase Auth for the embedded default: the wire of supabase/auth as supabase-js speaks it, on the given database. */
export const createAuth = (options: AuthOptions): Auth => {
  const { db, clock, log, keys } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const tokens = createTokens({ ...options.jwt, clock, expiresInSeconds: limits.accessTokenSeconds });
  const liveness = createSessionLiveness(db, clock);
  const keyToActor = createKeyToActor(keys, tokens);
  const underWay = new Set<Promise<void>>();
  let derivedKeyring: ReturnType<typeof createKeyring> | null = null;

  const ctx: AuthContext = {
    db,
    clock,
    log,
    mailer: options.mailer,
    issuerUrl: options.jwt.issuerUrl.replace(/\/+$/, ''),
    siteUrl: options.siteUrl,
    redirectOrigins: options.redirectOrigins ?? [],
    anonymousSignIns: options.anonymousSignIns ?? false,
    limits,
    tokens,
    liveness,
    passwords: createPasswords(),
    attempts: limits.attempts ? createAttempts(clock) : unlimitedAttempts,
    secrets: deriveSecrets(options.jwt.secret),
    keyring: () => (options.keyring ? Promise.resolve(options.keyring) : (derivedKeyring ??= createKeyring(new Map([[1, options.jwt.secret]])))),
    keyToActor,
    addressOf: options.clientAddressOf ?? addressOfOuterApp,
    later: (what, work) => {
      const running = work()
        .catch((error: unknown) => {
          log.error(`${what} failed`, { error: (error as Error).name });
        })
        .finally(() => underWay.delete(running));
      underWay.add(running);
    },
  };

  const app = new Hono<AuthEnv>();
  app.use(async (c, next) => {
    await next();
    c.res.headers.set('cache-control', c.res.headers.get('cache-control') ?? 'no-store');
  });
  addMetaRoutes(app, ctx);
  addSignupRoutes(app, ctx);
  addTokenRoutes(app, ctx);
  addUserRoutes(app, ctx);
  addMailRoutes(app, ctx);
  addVerifyRoutes(app, ctx);
  addLeftOutRoutes(app);
  addMfaRoutes(app, ctx);
  addAdminUserRoutes(app, ctx);
  addAdminLinkRoutes(app, ctx);
  // Not app.notFound, which an outer app that mounts this one never calls.
  app.all('*', () => {
    throw new AuthError(404, 'not_found', 'There is no such route');
  });
  app.onError((error, c) => answerError(c, toAuthError(error, ctx)));

  return {
    app,
    verifyToken: async (token) => {
      const claims = await tokens.verify(token).catch(() => null);
      if (!claims) throw unauthenticated();
      if (claims.role !== 'authenticated') return claims;
      const { live, guarded } = await liveness.standingOf(claims);
      if (!live) throw unauthenticated();
      if (guarded && claims.payload.aal !== 'aal2') throw forbidden('auth.second_factor_required', 'Give the code of your second factor to go on.');
      return claims;
    },
    keyToActor,
    sessionsEnded: (sessionIds) => {
      liveness.ended(sessionIds);
      liveness.forget();
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
};

const answerError = (c: Context, error: AuthError): Response => {
  const version = c.req.header('x-supabase-api-version');
  const headers: Record<string, string> = { ...error.headers, 'x-sb-error-code': error.code, 'cache-control': 'no-store' };
  if (isNewVersion(version)) headers['X-Supabase-Api-Version'] = '2024-01-01';
  return c.json(errorBody(error, version), error.status, headers);
};
