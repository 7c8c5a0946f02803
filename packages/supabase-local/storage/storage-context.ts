import type { Context } from 'hono';
import type { Actor } from '@docuvault/core/actor.ts';
import type { BlobStore } from '@docuvault/core/blob-store.ts';
import type { Clock } from '@docuvault/core/clock.ts';
import type { Keyring } from '@docuvault/core/encryption/keyring.ts';
import type { Logger } from '@docuvault/core/logger.ts';
import type { Database } from '@docuvault/db/types.ts';
import type { UrlTokens } from './url-tokens.ts';

/** Told after an object is stored and committed. `blobId` is its row in private.blobs. */
export type ObjectStored = {
  bucket: string;
  name: string;
  actor: Actor;
  via: 'tus' | 'rest';
  blobId: string;
  mimeType: string;
  size: number;
};

export type StorageOptions = {
  db: Database;
  blobs: BlobStore;
  keyring: Keyring;
  /** The secret that signs URL tokens, through a key derived from it: no URL token is ever an access token. */
  jwt: { secret: string };
  /** Who asks. Throws when the token does not verify. */
  actorOf: (c: Context) => Actor | Promise<Actor>;
  clock: Clock;
  log: Logger;
  /** Where clients reach this server, e.g. https://vault.example. An address listened on (127.0.0.1, 0.0.0.0) means: as the request came. */
  publicUrl: string;
  /**
   * Called after each stored object. When it throws, the object is taken back (a replaced one is restored) and the
   * error is the answer: an AppError by its status and code, anything else a 500. A resumable upload that fails with
   * a 5xx keeps its bytes, so that the client's next attempt tries again.
   */
  onObjectStored?: (event: ObjectStored) => Promise<void>;
  /** Largest object, whatever its bucket allows. Default 52,428,800. */
  maxFileBytes?: number;
};

/** What the routes share. Built once by `createStorage`. */
export type StorageContext = Omit<Required<StorageOptions>, 'jwt' | 'onObjectStored'> & {
  onObjectStored: ((event: ObjectStored) => Promise<void>) | null;
  urlTokens: UrlTokens;
};
