import sql, { type Sql } from 'sql-template-tag';
import { malformed } from '@docuvault/core/errors.ts';
import type { Tx } from '@docuvault/db/types.ts';
import { isUuid } from '../documents/ids.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';

export type Page = { limit?: number | undefined; cursor?: string | undefined };

/**
 * A page of things listed newest first. `query` gets the condition behind the cursor and how many rows to take; it selects
 * `id` and the time as text in `at`.
 */
export const timedPage = async <Row extends { id: string; at: string }, Item>(
  tx: Tx,
  page: Page,
  query: (after: (time: Sql, id: Sql) => Sql, limit: number) => Sql,
  toItem: (row: Row) => Item,
): Promise<{ items: Item[]; nextCursor: string | null }> => {
  const limit = page.limit ?? 50;
  const [at, id] = page.cursor ? decodeCursor(page.cursor, 2) : [null, null];
  if (page.cursor && (typeof at !== 'string' || Number.isNaN(Date.parse(at)) || typeof id !== 'string' || !isUuid(id))) {
    throw malformed('request.invalid_cursor', 'The cursor is not one that this list gave.');
  }
  const after = (time: Sql, key: Sql) => (page.cursor ? sql`(${time}, ${key}) < (${at as string}::timestamptz, ${id as string}::uuid)` : sql`true`);
  const rows = await tx.query<Row>(query(after, limit + 1));
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(toItem), nextCursor: rows.length > limit && last ? encodeCursor([last.at, last.id]) : null };
};
