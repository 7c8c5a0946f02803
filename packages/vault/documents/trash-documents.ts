import sql from 'sql-template-tag';
import type { Document } from '@docuvault/contract/document.ts';
import type { Tx } from '@docuvault/db/types.ts';
import type { UserContext } from '../context.ts';
import { releaseFiles } from '../files/release-files.ts';
import { documentMissing, notInTrash } from './documents.errors.ts';
import { getDocument } from './get-document.ts';
import { mustOwn } from './own-documents.ts';
import { recordActivity } from './record-activity.ts';

const visible = async (tx: Tx, ids: readonly string[]): Promise<{ id: string; trashed: boolean }[]> =>
  tx.query<{ id: string; trashed: boolean }>(sql`select d.id, d.deleted_at is not null as trashed from public.documents d where d.id = any(${[...ids]}::uuid[]) for update`);

/** Moves documents to the trash, whence they can be restored for 30 days. Answers those that are the caller's; one that lies there already stays as it is. */
export const trashDocuments = async (tx: Tx, actorId: string, ids: readonly string[], now: Date): Promise<string[]> => {
  const seen = await visible(tx, ids);
  const moved = seen.filter(({ trashed }) => !trashed).map(({ id }) => id);
  await tx.query(sql`update public.documents set deleted_at = ${now} where id = any(${moved}::uuid[])`);
  await recordActivity(tx, { actorId, documentIds: moved, action: 'trashed', now });
  return seen.map(({ id }) => id);
};

/** Takes documents out of the trash. Answers those that are the caller's, in the trash or not. */
export const restoreDocuments = async (tx: Tx, actorId: string, ids: readonly string[], now: Date): Promise<string[]> => {
  const seen = await visible(tx, ids);
  const moved = seen.filter(({ trashed }) => trashed).map(({ id }) => id);
  await tx.query(sql`update public.documents set deleted_at = null where id = any(${moved}::uuid[])`);
  await recordActivity(tx, { actorId, documentIds: moved, action: 'restored', now });
  return seen.map(({ id }) => id);
};

/** Deletes documents of the trash with all that belongs to them, and answers their files, to be released after the commit. */
export const deleteTrashed = async (tx: Tx, ids: readonly string[]): Promise<{ deleted: string[]; kept: string[]; blobIds: string[] }> => {
  const seen = await visible(tx, ids);
  const deleted = seen.filter(({ trashed }) => trashed).map(({ id }) => id);
  const files = await tx.query<{ blob_id: string }>(sql`
    select v.blob_id from public.document_versions v where v.document_id = any(${deleted}::uuid[])
    union select d.blob_id from public.documents d where d.id = any(${deleted}::uuid[])
    union select d.thumbnail_blob_id from public.documents d where d.id = any(${deleted}::uuid[]) and d.thumbnail_blob_id is not null`);
  await tx.query(sql`delete from public.documents d where d.id = any(${deleted}::uuid[])`);
  return { deleted, kept: seen.filter(({ trashed }) => !trashed).map(({ id }) => id), blobIds: files.map((file) => file.blob_id) };
};

/** Moves one document to the trash; 404 when the caller does not see it, 403 when it is somebody else's. */
export const trashDocument = async ({ actor, deps }: UserContext, id: string): Promise<void> => {
  await deps.db.asUser(actor, async (tx) => {
    await mustOwn(tx, actor.userId, id);
    await trashDocuments(tx, actor.userId, [id], deps.clock.now());
  });
};

/** Takes one document out of the trash and answers it. */
export const restoreDocument = ({ actor, deps }: UserContext, id: string): Promise<Document> =>
  deps.db.asUser(actor, async (tx) => {
    await mustOwn(tx, actor.userId, id);
    await restoreDocuments(tx, actor.userId, [id], deps.clock.now());
    return getDocument(tx, id);
  });

/** Deletes one document of the trash for good: its rows, its keys, its bytes. 409 when it does not lie in the trash. */
export const deleteForGood = async ({ actor, deps }: UserContext, id: string): Promise<void> => {
  const { deleted, kept, blobIds } = await deps.db.asUser(actor, async (tx) => {
    await mustOwn(tx, actor.userId, id);
    return deleteTrashed(tx, [id]);
  });
  if (kept.length > 0) throw notInTrash();
  if (deleted.length === 0) throw documentMissing();
  await releaseFiles(deps, blobIds);
};
