import sql, { type Sql } from 'sql-template-tag';
import type { SealedFile } from '@docuvault/core/encryption/sealed-files.ts';
import type { Tx } from '@docuvault/db/types.ts';
import { toSealedFile } from '../files/blobs.repository.ts';
import type { PendingPassage } from '../search-engine/embeddings.ts';
import type { Member } from '../understanding/names/household.ts';
import type { JobPayload } from './enqueue.ts';

/*
 * SQL of the queue. All of it wants a transaction of the service; times come from the caller's clock.
 * Every write after the claim checks the lease token: a worker that lost its lease changes nothing.
 */

export type JobKind = 'process' | 'embed';

/** A claimed job with all that its work needs to know of the document. */
export type Job = {
  id: string; token: string; kind: JobKind; documentId: string; userId: string; attempts: number; maxAttempts: number; priority: string; payload: JobPayload;
  version: number; mimeType: string; fileName: string; title: string; userEdited: string[]; country: string | null; knownPages: number;
  thumbnailBlobId: string | null; file: SealedFile;
  /** The first passages to embed, for a job of that kind. */
  passages: PendingPassage[];
  /** Whom the vault knew when it was claimed (by `performance.now`), for a job that reads. */
  household: { members: Member[]; at: number } | null;
  /** Whether others of its kind waited to be begun when it was claimed. */
  othersWait: boolean;
};

/** Raised when the lease of a job is another worker's now, or the job is gone: what was being done is dropped. */
export class LeaseLost extends Error {
  constructor() {
    super('the job is not this worker\'s any more');
    this.name = 'LeaseLost';
  }
}

type ClaimRow = {
  id: string; kind: JobKind; document_id: string; user_id: string; attempts: number; max_attempts: number; priority: string; payload: JobPayload; version: number;
  mime_type: string; file_name: string; title: string; user_edited: string[]; country: string | null; known_pages: number; thumbnail_blob_id: string | null;
  blob_id: string; storage_key: string; stored_bytes: number; key_version: number; wrapped_key: Uint8Array<ArrayBuffer>; others_wait: boolean;
};

export type Claim = { kind: JobKind; token: string; worker: string; now: Date; leaseUntil: Date; lastOwner: string };

/**
 * Takes the next job of a kind. Higher priority first; among owners, the one with the fewest jobs at work, then in
 * turn after `lastOwner`, so that nobody's thousand papers hold up another's one; within an owner, the oldest first.
 * The owners are found by skipping along the index, so the cost grows with owners waiting, not with jobs.
 */
export const claimJob = async (tx: Tx, claim: Claim): Promise<Job | null> => {
  const [row] = await tx.query<ClaimRow>(sql`
    with recursive owners as (
      (select q.user_id from public.processing_queue q where q.status = 'queued' and q.kind = ${claim.kind} order by q.user_id limit 1)
      union all
      select n.user_id from owners o cross join lateral (
        select q.user_id from public.processing_queue q
        where q.status = 'queued' and q.kind = ${claim.kind} and q.user_id > o.user_id order by q.user_id limit 1) n),
    heads as (
      select h.* from owners o cross join lateral (
        select q.id, q.user_id, q.priority_rank from public.processing_queue q
        where q.status = 'queued' and q.kind = ${claim.kind} and q.user_id = o.user_id and q.run_at <= ${claim.now}
        order by q.priority_rank, q.run_at, q.id limit 1 for update skip locked) h),
    picked as (
      select h.id from heads h
      order by h.priority_rank,
        (select count(*) from public.processing_queue r where r.status = 'processing' and r.kind = ${claim.kind} and r.user_id = h.user_id),
        h.user_id <= ${claim.lastOwner}::uuid, h.user_id limit 1),
    claimed as (
      update public.processing_queue q set status = 'processing', attempts = q.attempts + 1, lease_token = ${claim.token}, lease_until = ${claim.leaseUntil},
        worker = ${claim.worker}, stage = ${claim.kind === 'embed' ? 'embedding' : 'reading'}, updated_at = ${claim.now}, finished_at = null
      from picked where q.id = picked.id returning q.*),
    shown as (
      update public.documents d set status = 'processing', failure_code = null, failure_message = null
      from claimed where d.id = claimed.document_id and d.status <> 'processing')
    select c.id, c.kind, c.document_id, c.user_id, c.attempts, c.max_attempts, c.priority, c.payload, d.version, d.mime_type, d.file_name, d.title, d.user_edited,
      u.country, d.thumbnail_blob_id, b.id as blob_id, b.storage_key, b.stored_bytes, b.key_version, b.wrapped_key,
      (select count(*) from public.document_pages p where p.document_id = d.id and p.version = d.version) as known_pages,
      exists (select from public.processing_queue q where q.status = 'queued' and q.kind = ${claim.kind} and q.run_at <= ${claim.now} and q.id <> c.id) as others_wait
    from claimed c join public.documents d on d.id = c.document_id join public.users u on u.id = d.user_id join private.blobs b on b.id = d.blob_id`);
  if (!row) return null;
  return {
    id: row.id, token: claim.token, kind: row.kind, documentId: row.document_id, userId: row.user_id, attempts: row.attempts, maxAttempts: row.max_attempts,
    priority: row.priority, payload: row.payload, version: row.version, mimeType: row.mime_type, fileName: row.file_name, title: row.title, userEdited: row.user_edited,
    country: row.country, knownPages: row.known_pages, thumbnailBlobId: row.thumbnail_blob_id, file: toSealedFile({ ...row, id: row.blob_id }), passages: [], household: null, othersWait: row.others_wait,
  };
};

const changed = async (tx: Tx, query: Sql): Promise<void> => {
  const rows = await tx.query(query);
  if (rows.length === 0) throw new LeaseLost();
};

/** Does the work where the job is still this worker's, in the same transaction. */
export const whileHeld = async <T>(tx: Tx, job: Job, work: (tx: Tx) => Promise<T>): Promise<T> => {
  await changed(tx, sql`select q.id from public.processing_queue q where q.id = ${job.id} and q.lease_token = ${job.token}`);
  return work(tx);
};

/** Notes how far a job is; `advanced` when work was stored, after which earlier attempts no longer count against it. */
export const noteProgress = (tx: Tx, job: Job, at: { stage: string; progress: number; advanced: boolean; now: Date }): Promise<void> =>
  changed(tx, sql`
    update public.processing_queue q set stage = ${at.stage}, progress = ${at.progress}, updated_at = ${at.now},
      attempts = case when ${at.advanced} then least(q.attempts, 1) else q.attempts end
    where q.id = ${job.id} and q.lease_token = ${job.token} returning q.id`);

/** Forgets the pages of the present version, once, for a job that was asked to read anew. */
export const startOver = async (tx: Tx, job: Job, now: Date): Promise<void> => {
  await changed(tx, sql`
    update public.processing_queue q set payload = q.payload - 'fresh', updated_at = ${now} where q.id = ${job.id} and q.lease_token = ${job.token} returning q.id`);
  await tx.query(sql`delete from public.document_pages p where p.document_id = ${job.documentId} and p.version = ${job.version}`);
};

/** Reading is done: the job waits for the lane that embeds, its password forgotten. */
export const passToEmbedding = (tx: Tx, job: Job, now: Date): Promise<void> =>
  changed(tx, sql`
    update public.processing_queue q set kind = 'embed', status = 'queued', stage = 'embedding', progress = 0.75, attempts = 0, payload = '{}', run_at = ${now},
      lease_token = null, lease_until = null, updated_at = ${now}
    where q.id = ${job.id} and q.lease_token = ${job.token} returning q.id`);

/** The job is done and so is its document. */
export const completeJob = async (tx: Tx, job: Job, now: Date): Promise<void> => {
  await changed(tx, sql`
    with done as (
      update public.processing_queue q set status = 'completed', stage = 'completed', progress = 1, payload = '{}', last_error = null,
        lease_token = null, lease_until = null, updated_at = ${now}, finished_at = ${now}
      where q.id = ${job.id} and q.lease_token = ${job.token} returning q.id, q.document_id),
    shown as (
      update public.documents d set status = 'completed', failure_code = null, failure_message = null from done where d.id = done.document_id)
    select done.id from done`);
};

/** Gives a job back unharmed, to be taken up from `runAt` on, because its worker stops, lets others pass, or has nothing to work with; the attempt does not count. */
export const giveBack = (tx: Tx, job: Job, runAt: Date, now: Date): Promise<void> =>
  changed(tx, sql`
    update public.processing_queue q set status = 'queued', attempts = greatest(q.attempts - 1, 0), run_at = ${runAt}, lease_token = null, lease_until = null, updated_at = ${now}
    where q.id = ${job.id} and q.lease_token = ${job.token} returning q.id`);

/** Puts a job off until `runAt` after a failure that may pass. */
export const retryLater = (tx: Tx, job: Job, reason: string, runAt: Date, now: Date): Promise<void> =>
  changed(tx, sql`
    update public.processing_queue q set status = 'queued', run_at = ${runAt}, last_error = ${reason}, lease_token = null, lease_until = null, updated_at = ${now}
    where q.id = ${job.id} and q.lease_token = ${job.token} returning q.id`);

/** The dead letter: the job keeps its reason, the document shows it, nothing is lost. */
export const failJob = (tx: Tx, job: Job, failure: { code: string; message: string }, now: Date): Promise<void> =>
  changed(tx, sql`
    with dead as (
      update public.processing_queue q set status = 'failed', last_error = ${failure.code}, payload = '{}', lease_token = null, lease_until = null,
        updated_at = ${now}, finished_at = ${now}
      where q.id = ${job.id} and q.lease_token = ${job.token} returning q.id, q.document_id),
    shown as (
      update public.documents d set status = 'failed', failure_code = ${failure.code}, failure_message = ${failure.message} from dead where d.id = dead.document_id)
    select dead.id from dead`);

/** Extends the leases of the given tokens and answers which of them still hold. */
export const renewLeases = async (tx: Tx, tokens: readonly string[], leaseUntil: Date): Promise<Set<string>> => {
  const rows = await tx.query<{ lease_token: string }>(sql`
    update public.processing_queue q set lease_until = ${leaseUntil} where q.lease_token = any(${tokens}::uuid[]) and q.status = 'processing' returning q.lease_token`);
  return new Set(rows.map((row) => row.lease_token));
};

/** True when jobs wait that should not wait for a long one: never begun (`fresh`), or any at all. Of the same kind and no lower priority. */
export const othersWait = async (tx: Tx, job: Job, now: Date): Promise<{ fresh: boolean; any: boolean }> => {
  const waiting = sql`select from public.processing_queue q join public.processing_queue me on me.id = ${job.id}
    where q.status = 'queued' and q.kind = ${job.kind} and q.run_at <= ${now} and q.priority_rank <= me.priority_rank`;
  const [row] = await tx.query<{ fresh: boolean; any: boolean }>(sql`select exists (${waiting} and q.progress = 0) as fresh, exists (${waiting}) as any`);
  return row!;
};

/**
 * Takes jobs away from workers that died: the first time they are queued at once, then after growing waits, and when
 * the attempts are used up they end in the dead letter. `everything` reclaims leases that have not run out too, for a
 * process that knows itself to be the only worker. What is put off longer than any wait, or leased longer than any lease,
 * is so by a clock that has been set back since, and is freed as well. Answers how many were freed.
 */
export const reclaimJobs = async (tx: Tx, now: Date, everything: boolean): Promise<number> => {
  const [row] = await tx.query<{ freed: number }>(sql`select private.reclaim_jobs(${now}, ${everything}) as freed`);
  return row!.freed;
};
