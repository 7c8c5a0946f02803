import { malformed } from '@docuvault/core/errors.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { Page } from './timed-page.ts';

/** A page of a list that is short enough to be read whole: it goes on behind the item that the cursor names. */
export const pageOf = <Item>(items: readonly Item[], { limit = 50, cursor }: Page, keyOf: (item: Item) => string): { items: Item[]; nextCursor: string | null } => {
  const [last] = cursor ? decodeCursor(cursor, 1) : [null];
  const from = last === null ? 0 : items.findIndex((item) => keyOf(item) === last) + 1;
  if (cursor && from === 0) throw malformed('request.invalid_cursor', 'The cursor is not one that this list gave.');
  const page = items.slice(from, from + limit);
  return { items: page, nextCursor: from + limit < items.length ? encodeCursor([keyOf(page.at(-1)!)]) : null };
};
