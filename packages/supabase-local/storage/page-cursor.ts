import type { PageCursor } from './list-objects.ts';
import { StorageError } from './storage-error.ts';

type Sorting = { column: 'name' | 'updated_at' | 'created_at'; order: 'asc' | 'desc' };

const invalid = () => new StorageError(400, 'InvalidParameter', 'Invalid Parameter continuation token');

/** Packs where a page ended, and how it was sorted, so that the next call need not say it again. */
export const encodeCursor = (sorting: Sorting, last: PageCursor): string =>
  Buffer.from(JSON.stringify([last.name, last.stamp, sorting.column, sorting.order])).toString('base64');

/** Unpacks a cursor of `encodeCursor`; throws `InvalidParameter` on anything else. */
export const decodeCursor = (cursor: string): { after: PageCursor; sorting: Sorting } => {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64').toString());
  } catch {
    throw invalid();
  }
  if (!Array.isArray(parts) || parts.length !== 4 || !parts.every((part) => typeof part === 'string')) throw invalid();
  const [name, stamp, column, order] = parts as [string, string, Sorting['column'], Sorting['order']];
  if (!['name', 'updated_at', 'created_at'].includes(column) || !['asc', 'desc'].includes(order)) throw invalid();
  if (stamp !== '' && (Number.isNaN(Date.parse(stamp)) || !/^\d{4}-/.test(stamp))) throw invalid();
  return { after: { name: name.replaceAll('\0', '').toWellFormed(), stamp }, sorting: { column, order } };
};
