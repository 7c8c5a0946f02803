import sql from 'sql-template-tag';
import type { AdminConnection } from '../types.ts';

/**
 * Makes a checkpoint once more than `mostBytes` of write-ahead log have been written since the last; answers whether it did.
 * The embedded engine makes none by itself but when it is closed: without this its log grows for as long as it runs, and
 * after a crash all of that is replayed.
 */
export const checkpointWhenDue = async (admin: AdminConnection, mostBytes: number): Promise<boolean> => {
  const [row] = await admin.query<{ due: boolean }>(sql`
    select pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_lsn(), c.redo_lsn) > ${mostBytes}::bigint as due from pg_catalog.pg_control_checkpoint() c`);
  if (row!.due) await admin.query(sql`checkpoint`);
  return row!.due;
};
