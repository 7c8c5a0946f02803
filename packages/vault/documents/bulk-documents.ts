import sql from 'sql-template-tag';
import type { BulkRequest } from '@docuvault/contract/documents.ts';
import { AppError } from '@docuvault/core/errors.ts';
import { DatabaseError } from '@docuvault/db/errors.ts';
import type { UserActor } from '@docuvault/core/actor.ts';
import type { Tx } from '@docuvault/db/types.ts';
import { requeueDocument } from '../document-processor/reprocess-document.ts';
import type { QueueDeps } from '../document-processor/wake.ts';
import { releaseFiles } from '../files/release-files.ts';
import { reindexMetadata } from '../search-engine/index-text.ts';
import { conditionsOf } from './document-filter.ts';
import { bulkInvalid, documentMissing, folderMissing, notInTrash, ownerOnly } from './documents.errors.ts';
import { isUuid } from './ids.ts';
import { partByOwner } from './own-documents.ts';
import { recordActivity } from './record-activity.ts';
import { tagDocuments, untagDocuments } from './tag-document.ts';
import { deleteTrashed, restoreDocuments, trashDocuments } from './trash-documents.ts';

type Failed = { documentId: string; code: string; message: string };
export type BulkAnswer = { action: BulkRequest['action']; matched: number; succeeded: number; failed: Failed[] };
type BulkContext = { actor: UserActor; deps: QueueDeps };

/** Documents of one transaction: small enough that nobody else waits long. */
const batchSize = 50;

const failure = (documentId: string, error: AppError): Failed => ({ documentId, code: error.code, message: error.message });

/** What an action needs besides the documents; 400 where it is missing. */
const check = (request: BulkRequest): void => {
  if ((request.documentIds === undefined) === (request.filter === undefined)) throw bulkInvalid('Give either documentIds or a filter.');
  if ((request.action === 'tag' || request.action === 'untag') && !request.tags) throw bulkInvalid(`The action ${request.action} wants tags.`);
  if (request.action === 'move' && request.folderId === undefined) throw bulkInvalid('The action move wants a folderId, or null for no folder.');
  if (request.action === 'setPerson' && request.person === undefined) throw bulkInvalid('The action setPerson wants a person, or null for nobody.');
  if (request.action === 'setCategory' && request.category === undefined) throw bulkInvalid('The action setCategory wants a category.');
  if (request.folderId && !isUuid(request.folderId)) throw folderMissing();
};

const matching = ({ actor, deps }: BulkContext, request: BulkRequest): Promise<string[]> =>
  deps.db.asUser(actor, async (tx) => {
    const trashed = request.filter?.trashed ?? (request.action === 'restore' || request.action === 'delete');
    const rows = await tx.query<{ id: string }>(sql`
      select d.id from public.documents d where d.user_id = (select auth.uid()) and ${conditionsOf({ ...request.filter, trashed })} order by d.id`);
    return rows.map((row) => row.id);
  });

/** Sets columns of the documents that are the caller's, and answers them. */
const setColumns = async (tx: Tx, ids: readonly string[], request: BulkRequest): Promise<string[]> => {
  const set = {
    move: sql`folder_id = ${request.folderId ?? null}`,
    setPerson: sql`person = ${request.person || null}, user_edited = array(select distinct unnest(d.user_edited || 'person'::text))`,
    setCategory: sql`category = ${request.category ?? null}, user_edited = array(select distinct unnest(d.user_edited || 'category'::text))`,
  }[request.action as 'move' | 'setPerson' | 'setCategory'];
  const rows = await tx.query<{ id: string }>(sql`update public.documents d set ${set} where d.id = any(${[...ids]}::uuid[]) returning d.id`);
  return rows.map((row) => row.id);
};

type Batch = { done: string[]; failed: Failed[]; release: string[] };

const runBatch = async (tx: Tx, ctx: BulkContext, ids: readonly string[], request: BulkRequest): Promise<Batch> => {
  const { actor, deps } = ctx;
  const now = deps.clock.now();
  const record = (documentIds: readonly string[], details = {}) =>
    recordActivity(tx, { actorId: actor.userId, documentIds, action: 'updated', details: { by: 'bulk', changed: [request.action], ...details }, now });
  switch (request.action) {
    case 'trash': return { done: await trashDocuments(tx, actor.userId, ids, now), failed: [], release: [] };
    case 'restore': return { done: await restoreDocuments(tx, actor.userId, ids, now), failed: [], release: [] };
    case 'delete': {
      const { deleted, kept, blobIds } = await deleteTrashed(tx, ids);
      return { done: deleted, failed: kept.map((id) => failure(id, notInTrash())), release: blobIds };
    }
    case 'move': case 'setPerson': case 'setCategory': {
      const done = await setColumns(tx, ids, request);
      await record(done);
      if (request.action !== 'move') for (const id of done) await reindexMetadata(tx, id);
      return { done, failed: [], release: [] };
    }
    case 'tag': case 'untag': {
      const seen = (await tx.query<{ id: string }>(sql`select d.id from public.documents d where d.id = any(${[...ids]}::uuid[])`)).map((row) => row.id);
      if (request.action === 'tag') await tagDocuments(tx, actor.userId, seen, request.tags!);
      else await untagDocuments(tx, seen, request.tags);
      await record(seen);
      for (const id of seen) await reindexMetadata(tx, id);
      return { done: seen, failed: [], release: [] };
    }
    case 'reprocess': {
      const batch: Batch = { done: [], failed: [], release: [] };
      for (const documentId of ids) {
        try {
          await requeueDocument(tx, deps, { documentId, priority: 'low' });
          batch.done.push(documentId);
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          batch.failed.push(failure(documentId, error));
        }
      }
      return batch;
    }
  }
};

/**
 * Does one thing to many documents: those named (at most 500), or all that the filter matches. What is not the caller's
 * is a failure of its own (`document.not_found`, or `document.owner_only` where it is shared with them) and does not hold up the rest.
 */
export const bulkDocuments = async (ctx: BulkContext, request: BulkRequest): Promise<BulkAnswer> => {
  check(request);
  const { actor, deps } = ctx;
  const named = request.documentIds ? [...new Set(request.documentIds.map((id) => id.toLowerCase()))] : await matching(ctx, request);
  const failed = named.filter((id) => !isUuid(id)).map((id) => failure(id, documentMissing()));
  const ids = named.filter(isUuid);
  let succeeded = 0;
  for (let at = 0; at < ids.length; at += batchSize) {
    const part = ids.slice(at, at + batchSize);
    const batch = await deps.db.asUser(actor, async (tx) => {
      const { own, shared } = await partByOwner(tx, actor.userId, part);
      const ran = await runBatch(tx, ctx, own, request);
      return { ...ran, failed: [...ran.failed, ...shared.map((id) => failure(id, ownerOnly('document')))] };
    }).catch((error: unknown) => {
      if (error instanceof DatabaseError && error.constraint === 'documents_folder_fkey') throw folderMissing();
      throw error;
    });
    succeeded += batch.done.length;
    const answered = new Set([...batch.done, ...batch.failed.map(({ documentId }) => documentId)]);
    failed.push(...batch.failed, ...part.filter((id) => !answered.has(id)).map((id) => failure(id, documentMissing())));
    await releaseFiles(deps, batch.release);
  }
  if (request.action === 'reprocess') deps.wakeProcessor?.();
  return { action: request.action, matched: named.length, succeeded, failed };
};
