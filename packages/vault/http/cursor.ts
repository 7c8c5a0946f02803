import { malformed } from '@docuvault/core/errors.ts';

/** Packs the last row's sort values into an opaque cursor. */
export const encodeCursor = (values: readonly unknown[]): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(values))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** Unpacks a cursor of `length` values; 400 `request.invalid_cursor` on anything else. */
export const decodeCursor = (cursor: string, length: number): unknown[] => {
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
    const values: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (Array.isArray(values) && values.length === length) return values;
  } catch {
    // falls through to the refusal below
  }
  throw malformed('request.invalid_cursor', 'The cursor is not one that this list gave.');
};
