import sql from 'sql-template-tag';
import type { Deps } from '../../context.ts';
import { deleteUnusedBlobs } from '../../files/blobs.repository.ts';
import { releaseFiles } from '../../files/release-files.ts';

export type EraseDeps = Pick<Deps, 'db' | 'blobs' | 'log' | 'clock'> & {
  /** Takes away what lies in the buckets of a storage server of its own; absent where storage keeps its files in `blobs`. */
  removeObjects?: ((userId: string) => Promise<void>) | undefined;
};

const batch = 200;

const hashOf = async (userId: string): Promise<string> =>
  Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(userId))).toString('hex');

/** Remembers that an erasure has begun, so that one which is cut off is finished by the next run. */
const begin = (deps: EraseDeps, userId: string, hash: string): Promise<{ documents: number }> => {
  const now = deps.clock.now();
  return deps.db.asService('begin to erase an account', async (tx) => {
    await tx.query(sql`
      insert into private.erasures (user_id, user_hash, requested_at, started_at, documents)
      select ${userId}, ${hash}, coalesce((select e.requested_at from public.account_deletions e where e.user_id = ${userId}), ${now}), ${now}, (select count(*)::int from public.documents d where d.user_id = ${userId})
      on conflict (user_id) do nothing`);
    const [row] = await tx.query<{ documents: number }>(sql`select e.documents from private.erasures e where e.user_id = ${userId}`);
    return row ?? { documents: 0 };
  });
};

/** Deletes some of the person's documents with their keys, then their bytes. Answers how many files went, null when no document is left. */
const eraseSome = async (deps: EraseDeps, userId: string): Promise<number | null> => {
  const files = await deps.db.asService('erase documents of an account', async (tx) => {
    const ids = (await tx.query<{ id: string }>(sql`select d.id from public.documents d where d.user_id = ${userId} limit ${batch}`)).map(({ id }) => id);
    if (ids.length === 0) return null;
    const rows = await tx.query<{ blob_id: string }>(sql`
      select v.blob_id from public.document_versions v where v.document_id = any(${ids}::uuid[])
      union select d.blob_id from public.documents d where d.id = any(${ids}::uuid[])
      union select d.thumbnail_blob_id from public.documents d where d.id = any(${ids}::uuid[]) and d.thumbnail_blob_id is not null`);
    await tx.query(sql`delete from public.documents d where d.id = any(${ids}::uuid[])`);
    return rows.map((row) => row.blob_id);
  }, { priority: 'background' });
  return files && (await releaseFiles(deps, files));
};

/** The account itself and whatever files are left, such as a picture in a bucket; their keys go in the same commit. */
const removeAccount = async (deps: EraseDeps, userId: string): Promise<number> => {
  const gone = await deps.db.asService('remove an account and the keys of its last files', async (tx) => {
    const left = await tx.query<{ id: string }>(sql`select b.id from private.blobs b where b.owner_id = ${userId}`);
    await tx.query(sql`select private.remove_account(${userId}::uuid)`);
    return deleteUnusedBlobs(tx, left.map(({ id }) => id));
  });
  for (const { storage_key } of gone) {
    await deps.blobs.delete(storage_key).catch((error: unknown) => {
      deps.log.warn('the bytes of an erased file stay for the sweep', { reason: error instanceof Error ? error.message : String(error) });
    });
  }
  return gone.length;
};

/**
 * Erases an account for good: rows first, and with them the wrapped keys, which makes every file noise; then the bytes. It
 * may be cut off anywhere and run again. Others keep what is theirs; a family whose last owner goes gets another. Answers
 * how many documents there were.
 */
export const eraseAccount = async (deps: EraseDeps, userId: string): Promise<{ documents: number }> => {
  const hash = await hashOf(userId);
  const begun = await begin(deps, userId, hash);
  let files = 0;
  for (let some = await eraseSome(deps, userId); some !== null; some = await eraseSome(deps, userId)) files += some;
  await deps.removeObjects?.(userId);
  files += await removeAccount(deps, userId);
  await deps.db.asService('an account is erased', (tx) =>
    tx.query(sql`update private.erasures e set user_id = null, finished_at = ${deps.clock.now()}, files = ${files} where e.user_id = ${userId}`));
  deps.log.info('an account was erased', { userHash: hash, documents: begun.documents, files });
  return begun;
};

/** Erases the accounts whose time has come, and finishes what was cut off. Answers how many. */
export const eraseDue = async (deps: EraseDeps): Promise<number> => {
  const due = await deps.db.asService('find accounts to erase', (tx) => tx.query<{ user_id: string }>(sql`
    select e.user_id from private.erasures e where e.user_id is not null
    union select d.user_id from public.account_deletions d where d.erase_after <= ${deps.clock.now()} limit 100`));
  for (const { user_id } of due) await eraseAccount(deps, user_id);
  return due.length;
};
