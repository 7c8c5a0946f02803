import sql from 'sql-template-tag';
import { AppError } from '@docuvault/core/errors.ts';
import type { Driver } from '../types.ts';

/** A standby further behind than this is not asked. */
const mostBehindMs = 10_000;
const believedMs = 2_000;
const limits = { priority: 'interactive', timeoutMs: 2_000, from: 'primary', apart: false } as const;

/**
 * Sends transactions that ask for it to a standby, as long as it answers and follows closely; everything else, and all
 * of it while the standby is down or behind, to the primary.
 */
export const withReplica = (primary: Driver, replica: Driver, now: () => number = Date.now): Driver => {
  let usable = false;
  let until = 0;
  let asking: Promise<void> | null = null;

  /** How far behind: nothing left to replay is up to date, however long ago the last commit was. */
  const ask = async (): Promise<void> => {
    try {
      const [row] = await replica.transaction({ role: 'anon', claims: {} }, (tx) =>
        tx.query<{ standby: boolean; behind_ms: number }>(sql`
          select pg_is_in_recovery() as standby, case when pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() then 0
            else coalesce(extract(epoch from clock_timestamp() - pg_last_xact_replay_timestamp()) * 1000, 1e9) end::float8 as behind_ms`), limits);
      usable = row!.standby && row!.behind_ms <= mostBehindMs;
    } catch {
      usable = false;
    }
    until = now() + believedMs;
  };
  const isUsable = async (): Promise<boolean> => {
    if (now() >= until) {
      asking ??= ask().finally(() => {
        asking = null;
      });
      await asking;
    }
    return usable;
  };

  return {
    ...primary,
    transaction: async (session, work, options) => {
      if (options.from !== 'replica' || !(await isUsable())) return primary.transaction(session, work, options);
      try {
        return await replica.transaction(session, work, options);
      } catch (error) {
        if (error instanceof AppError && error.status < 500) throw error;
        // What a standby alone gets wrong (down, a query cancelled by recovery, not yet migrated), the primary gets right.
        usable = false;
        until = now() + believedMs;
        return primary.transaction(session, work, options);
      }
    },
    close: async () => {
      await Promise.all([primary.close(), replica.close()]);
    },
  };
};
