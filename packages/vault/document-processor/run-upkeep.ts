import sql from 'sql-template-tag';
import type { Deps } from '../context.ts';
import { purgeTrash } from '../documents/purge-trash.ts';
import { sweepOrphans } from '../files/sweep-orphans.ts';

const background = { priority: 'background', timeoutMs: 120_000 } as const;

export type FileUpkeep = { purged: number; swept: number };
export type SqlUpkeep = { keysForgotten: number; jobsForgotten: number; jobsReclaimed: number };

/**
 * What has to be done now and then with files, by any one process: empties the trash of what is overdue, removes files
 * that crashes left. Safe to run twice, and at once.
 */
export const runFileUpkeep = async (deps: Pick<Deps, 'db' | 'blobs' | 'log' | 'clock'>): Promise<FileUpkeep> =>
  ({ purged: await purgeTrash(deps), swept: await sweepOrphans(deps) });

/**
 * What has to be done now and then in the database alone, by any one process or by pg_cron: forgets answers of
 * idempotency keys after a day and finished jobs after a week, takes back jobs of dead workers, makes the partitions of
 * the years to come. Safe to run twice, and at once. VACUUM is the server's.
 */
export const runSqlUpkeep = async (deps: Pick<Deps, 'db' | 'clock'>): Promise<SqlUpkeep> => {
  const [row] = await deps.db.asService('upkeep in SQL', (tx) =>
    tx.query<SqlUpkeep>(sql`
      select keys_forgotten as "keysForgotten", jobs_forgotten as "jobsForgotten", jobs_reclaimed as "jobsReclaimed"
      from private.sql_upkeep(${deps.clock.now()}::timestamptz)`), background);
  return row!;
};
