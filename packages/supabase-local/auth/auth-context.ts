import type { Context } from 'hono';
import type { JWK } from 'jose';
import type { Actor } from '@docuvault/core/actor.ts';
import type { Clock } from '@docuvault/core/clock.ts';
import type { Keyring } from '@docuvault/core/encryption/keyring.ts';
import type { Logger } from '@docuvault/core/logger.ts';
import type { Mailer } from '@docuvault/core/mailer.ts';
import type { Database } from '@docuvault/db/types.ts';
import type { Allowance, Attempts } from './attempts.ts';
import type { Passwords } from './passwords.ts';
import type { DerivedSecrets } from './secrets.ts';
import type { SessionLiveness } from './session-liveness.ts';
import type { Claims, Tokens } from './tokens.ts';

export type AuthLimits = {
  /** Shortest password, in characters. Default 6, as Supabase. */
  minPasswordLength: number;
  /** Life of an access token. Default 3,600. */
  accessTokenSeconds: number;
  /** For how long a used refresh token still answers with its successor. Default 10. */
  refreshReuseSeconds: number;
  /** A session ends this long after sign-in, or after its last refresh. Default: never. */
  sessionSeconds: number | null;
  sessionIdleSeconds: number | null;
  /** Life of a mailed link or code, and of an invitation. Defaults 3,600 and 86,400. */
  mailedTokenSeconds: number;
  invitationSeconds: number;
  /** False lifts every limit on attempts, for load tests. */
  attempts: boolean;
  /** Failed passwords for one email from one address; for one email; from one address. */
  passwordPerEmailAndAddress: Allowance;
  passwordPerEmail: Allowance;
  passwordPerAddress: Allowance;
  signupsPerAddress: Allowance;
  /** Failed codes for one email (or from one address, for links), and for one TOTP factor. */
  codes: Allowance;
  totp: Allowance;
  /** Mails asked for one email, known or not, and from one address. */
  mailsPerEmail: Allowance;
  mailsPerAddress: Allowance;
};

export const defaultLimits: AuthLimits = {
  minPasswordLength: 6,
  accessTokenSeconds: 3600,
  refreshReuseSeconds: 10,
  sessionSeconds: null,
  sessionIdleSeconds: null,
  mailedTokenSeconds: 3600,
  invitationSeconds: 86_400,
  attempts: true,
  passwordPerEmailAndAddress: { count: 10, seconds: 900 },
  passwordPerEmail: { count: 50, seconds: 900 },
  passwordPerAddress: { count: 100, seconds: 900 },
  signupsPerAddress: { count: 300, seconds: 300 },
  codes: { count: 10, seconds: 900 },
  totp: { count: 10, seconds: 900 },
  mailsPerEmail: { count: 5, seconds: 900 },
  mailsPerAddress: { count: 60, seconds: 900 },
};

export type AuthKeys = {
  /** Legacy keys: HS256 tokens of role anon and service_role. */
  anonKey: string;
  serviceRoleKey: string;
  /** Opaque keys, sb_publishable_… and sb_secret_…. */
  publishable?: string;
  secret?: string;
};

export type AuthOptions = {
  db: Database;
  /** `issuerUrl` is this server's public address, …/auth/v1; mailed links begin with it. */
  jwt: { secret: string; issuerUrl: string; signing?: JWK };
  keys: AuthKeys;
  clock: Clock;
  log: Logger;
  /** Null confirms every sign-up at once, as Supabase's local default does. */
  mailer: Mailer | null;
  /** Where links lead when no other address is asked for. */
  siteUrl: string;
  /** Further origins (https://app.example) or schemes (docuvault:) that links may lead to. */
  redirectOrigins?: readonly string[];
  /** Encrypts TOTP secrets. Default: one derived from the JWT secret. */
  keyring?: Keyring;
  /** The caller's network address, as the outer app found it. Default: its `clientAddress` variable. */
  clientAddressOf?: (c: Context) => string;
  /** Whether `signInAnonymously` is answered. Default false. */
  anonymousSignIns?: boolean;
  limits?: Partial<AuthLimits>;
};

/** What the routes share. Built once by `createAuth`. */
export type AuthContext = {
  db: Database;
  clock: Clock;
  log: Logger;
  mailer: Mailer | null;
  issuerUrl: string;
  siteUrl: string;
  redirectOrigins: readonly string[];
  anonymousSignIns: boolean;
  limits: AuthLimits;
  tokens: Tokens;
  liveness: SessionLiveness;
  passwords: Passwords;
  attempts: Attempts;
  secrets: DerivedSecrets;
  keyring(): Promise<Keyring>;
  keyToActor(key: string): Promise<Actor | null>;
  addressOf(c: Context): string;
  /** Runs after the answer, so that the answer's time tells nothing. Failures are logged. */
  later(what: string, work: () => Promise<void>): void;
};

/** The routes' environment: who was found to ask. */
export type AuthEnv = { Variables: { claims: Claims; clientAddress: string } };

/** The present as the database takes it. */
export const nowText = (ctx: AuthContext): string => ctx.clock.now().toISOString();
/** The present moved by seconds. */
export const afterSeconds = (ctx: AuthContext, seconds: number): string => new Date(ctx.clock.now().getTime() + seconds * 1000).toISOString();
