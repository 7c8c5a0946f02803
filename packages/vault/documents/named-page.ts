import sql, { type Sql } from 'sql-template-tag';
import { malformed } from '@docuvault/core/errors.ts';
import type { Tx } from '@docuvault/db/types.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { isUuid } from './ids.ts';

export type Page = { limit?: number | undefined; cursor?: string | undefined };
type After = (name: Sql, id: Sql) => Sql;

/** A page of things that have a name and are listed by it. `query` gets the condition behind the cursor and how many rows to take. */
export const namedPage = async <Row extends { id: string; name: string }, Item>(
  tx: Tx,
  page: Page,
  query: (after: After, limit: number) => Sql,
  toItem: (row: Row) => Item,
): Promise<{ items: Item[]; nextCursor: string | null }> => {
  const limit = page.limit ?? 50;
  const [name, id] = page.cursor ? decodeCursor(page.cursor, 2) : [null, null];
  if (page.cursor && (typeof name !== 'string' || typeof id !== 'string' || !isUuid(id))) {
    throw malformed('request.invalid_cursor', 'The cursor is not one that this list gave.');
  }
  const after: After = (nameColumn, idColumn) =>
    page.cursor ? sql`(lower(${nameColumn}), ${idColumn}) > (lower(${name as string}), ${id as string}::uuid)` : sql`true`;
  const rows = await tx.query<Row>(query(after, limit + 1));
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(toItem), nextCursor: rows.length > limit && last ? encodeCursor([last.name, last.id]) : null };
};
