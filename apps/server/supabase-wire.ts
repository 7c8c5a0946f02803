import { actorOfHeaders, type Authenticator } from '@docuvault/api/middleware/authenticate.ts';
import type { AccountAdmin } from '@docuvault/core/account-admin.ts';
import type { Mailer } from '@docuvault/core/mailer.ts';
import { createSupabaseAccounts } from '@docuvault/auth-supabase/supabase-accounts.ts';
import { createAuth, type Auth } from '@docuvault/supabase-local/auth/create-auth.ts';
import { createStorage, type Storage } from '@docuvault/supabase-local/storage/create-storage.ts';
import { adoptObject } from '@docuvault/vault/document-upload/claim-object.ts';
import type { QueueDeps } from '@docuvault/vault/document-processor/wake.ts';
import { authenticatorOf } from './authenticator.ts';
import type { Config } from './config.ts';
import type { Secrets } from './secrets.ts';

/** Supabase's auth and storage, served by ourselves. */
export type SupabaseWire = { auth: Auth; storage: Storage; authenticator: Authenticator; accounts: AccountAdmin };

/** Builds both on the same database, file store and keys as the rooms. */
export const createSupabaseWire = (queue: QueueDeps, config: Config, secrets: Secrets, publicUrl: string, mailer: Mailer | null): SupabaseWire => {
  const { db, clock, log, keyring, blobs } = queue;
  const auth = createAuth({
    db, clock, log, keyring, mailer,
    jwt: { secret: secrets.jwtSecret, issuerUrl: `${publicUrl}/auth/v1` },
    keys: { anonKey: secrets.anonKey, serviceRoleKey: secrets.serviceRoleKey },
    siteUrl: config.siteUrl ?? publicUrl,
    redirectOrigins: config.redirectUrls,
    limits: { attempts: config.rateLimits },
  });
  const authenticator = authenticatorOf(auth);
  const storage = createStorage({
    db, blobs, keyring, clock, log, publicUrl,
    jwt: { secret: secrets.jwtSecret },
    actorOf: (c) => actorOfHeaders(authenticator, c.req.raw.headers),
    onObjectStored: (event) => adoptObject(queue, event),
  });
  // The auth server is this process: asked in it, not over the network.
  const accounts = createSupabaseAccounts({ url: 'http://auth.internal', serviceKey: secrets.serviceRoleKey, send: (request) => auth.app.fetch(request) });
  return { auth, storage, authenticator, accounts };
};
