import sql from 'sql-template-tag';
import type { Deps } from '../context.ts';
import { purgeTrash } from '../documents/purge-trash.ts';
import { sweepOrphans } from '../files/sweep-orphans.ts';
import { reclaimJobs } from './queue.repository.ts';

const day = 24 * 60 * 60_000;
const background = { priority: 'background', timeoutMs: 120_000 } as const;

export type Upkeep = { purged: number; swept: number; keysForgotten: number; jobsForgotten: number; jobsReclaimed: number };

/**
 * What has to be done now and then, by any one process: empties the trash of what is overdue, removes files that
 * crashes left, forgets answers of idempotency keys after a day and finished jobs after a week, takes back jobs of dead
 * workers, makes the partitions of the years to come. Safe to run twice, and at once. VACUUM is the server's.
 */
export const runUpkeep = async (deps: Pick<Deps, 'db' | 'blobs' | 'log' | 'clock'>): Promise<Upkeep> => {
  const now = deps.clock.now();
  const ago = (ms: number) => new Date(now.getTime() - ms);
  const jobsReclaimed = await deps.db.asService('take back jobs of dead workers', (tx) => reclaimJobs(tx, now, false), background);
  const { keysForgotten, jobsForgotten } = await deps.db.asService('forget what is over', async (tx) => ({
    keysForgotten: (await tx.query(sql`delete from public.idempotency_keys k where k.created_at < ${ago(day)} returning 1`)).length,
    jobsForgotten: (await tx.query(sql`delete from public.processing_queue q where q.status = 'completed' and q.finished_at < ${ago(7 * day)} returning 1`)).length,
  }), background);
  await deps.db.asService('forget hours that are over', (tx) =>
    tx.query(sql`delete from private.rate_windows w where w.newest < ${Math.floor(ago(2 * 60 * 60_000).getTime() / 60_000)}::bigint`), background);
  // Recordings of signed callbacks are refused by their time before that; Twilio's carry none, so its ids are kept.
  await deps.db.asService('forget callbacks that are too old to come again', (tx) =>
    tx.query(sql`delete from private.provider_events e where e.provider <> 'twilio' and e.seen_at < ${ago(30 * day)}`), background);
  await deps.db.asService('make partitions ahead', (tx) => tx.query(sql`select private.maintain_partitions(${now}::timestamptz::date)`), background);
  return { purged: await purgeTrash(deps), swept: await sweepOrphans(deps), keysForgotten, jobsForgotten, jobsReclaimed };
};
