import type { Actor } from '@docuvault/core/actor.ts';
import type { Database } from '@docuvault/db/types.ts';
import { insertObject, upsertObject, type NewObject } from './objects.repository.ts';
import { keyAlreadyExists } from './storage-error.ts';
import { isUniqueViolation } from '@docuvault/db/errors.ts';

class RolledBack extends Error {}

/** Whom an object made by the actor belongs to. */
export const ownerOf = (actor: Actor): string | null => (actor.role === 'authenticated' ? actor.userId : null);

/** The person that a signed URL was made by, as policies and rooms know a person; the service when nobody is named. */
export const actorOfOwner = (owner: string | null): Actor =>
  owner === null
    ? { role: 'service_role' }
    : { role: 'authenticated', userId: owner, sessionId: null, email: null, aal: 'aal1', claims: { sub: owner, role: 'authenticated' } };

export type WantedObject = Pick<NewObject, 'bucket' | 'name' | 'userMetadata'> & {
  isUpsert: boolean;
  mimeType: string;
  contentLength: number | null;
};

/**
 * Asks the policies whether the actor may write the object, by writing its row in a transaction that is rolled back,
 * as the real server does. Throws `KeyAlreadyExists` for a name that is taken, or the policy's refusal.
 */
export const mayUpload = async (db: Database, actor: Actor, wanted: WantedObject): Promise<void> => {
  const metadata = { mimetype: wanted.mimeType, ...(wanted.contentLength === null ? {} : { contentLength: wanted.contentLength }) };
  const row: NewObject = { ...wanted, ownerId: ownerOf(actor), version: '1', metadata, blobId: null, untoldVia: null };
  try {
    await db.asUser(actor, async (tx) => {
      await (wanted.isUpsert ? upsertObject(tx, row) : insertObject(tx, row));
      throw new RolledBack();
    });
  } catch (error) {
    if (error instanceof RolledBack) return;
    throw isUniqueViolation(error) ? keyAlreadyExists() : error;
  }
};
