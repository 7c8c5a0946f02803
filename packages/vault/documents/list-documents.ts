import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import type { DocumentSummary } from '@docuvault/contract/document.ts';
import type { DocumentsQuery, SortKey } from '@docuvault/contract/documents.ts';
import { malformed } from '@docuvault/core/errors.ts';
import type { Tx } from '@docuvault/db/types.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { conditionsOf } from './document-filter.ts';
import { documentColumns, identityNumbers, toMaskedSummary, type DocumentRow } from './document-row.ts';
import { editableAmong } from './editable-among.ts';

type Sort = { by: Sql; type: 'timestamptz' | 'text' | 'date' | 'bigint' };

/** What each key sorts by. Documents without a date of expiry come last either way. */
const sorts = (key: SortKey, descending: boolean): Sort => {
  switch (key) {
    case 'createdAt': return { by: sql`d.created_at`, type: 'timestamptz' };
    case 'updatedAt': return { by: sql`d.updated_at`, type: 'timestamptz' };
    case 'accessedAt': return { by: sql`d.accessed_at`, type: 'timestamptz' };
    case 'deletedAt': return { by: sql`coalesce(d.deleted_at, '-infinity')`, type: 'timestamptz' };
    case 'title': return { by: sql`lower(d.title)`, type: 'text' };
    case 'fileName': return { by: sql`lower(d.file_name)`, type: 'text' };
    case 'sizeBytes': return { by: sql`d.size_bytes`, type: 'bigint' };
    case 'expiresOn': return { by: descending ? sql`coalesce(d.expires_on, '-infinity')` : sql`coalesce(d.expires_on, 'infinity')`, type: 'date' };
  }
};

const forms: Record<Sort['type'], RegExp> = {
  timestamptz: /^(-?infinity|\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?)$/, date: /^(-?infinity|\d{4,6}-\d\d-\d\d)$/, bigint: /^\d{1,18}$/, text: /^[\s\S]{0,600}$/,
};
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The condition that continues behind the cursor's row. */
const behind = (cursor: string, sortName: string, sort: Sort, comparison: Sql): Sql => {
  const [name, value, id] = decodeCursor(cursor, 3);
  if (name !== sortName || typeof value !== 'string' || !forms[sort.type].test(value) || typeof id !== 'string' || !uuid.test(id)) {
    throw malformed('request.invalid_cursor', 'The cursor is not one that this list gave.');
  }
  return sql`and (${sort.by}, d.id) ${comparison} (${value}::${raw(sort.type)}, ${id}::uuid)`;
};

/** The documents that the person sees (theirs and those shared with them, or one kind by `sharing`) that the query asks for, a page of them, newest first unless it says otherwise. Never text or fields; identity numbers are masked. */
export const listDocuments = async (tx: Tx, query: DocumentsQuery): Promise<{ items: DocumentSummary[]; nextCursor: string | null }> => {
  const sortName = query.sort ?? '-createdAt';
  const descending = sortName.startsWith('-');
  const sort = sorts(sortName.replace('-', '') as SortKey, descending);
  const limit = query.limit ?? 50;
  const direction = descending ? sql`desc` : sql`asc`;
  const narrowed = sql`${conditionsOf(query)} ${query.cursor ? behind(query.cursor, sortName, sort, descending ? sql`<` : sql`>`) : empty}
    order by ${sort.by} ${direction}, d.id ${direction} limit ${limit + 1}`;
  // Two scans, so that the person's own come in the order of an index whatever is shared with them.
  const sources = [
    ...(query.sharing === 'shared' ? [] : [sql`(select d.id from public.documents d where d.user_id = (select auth.uid()) and ${narrowed})`]),
    ...(query.sharing === 'own' ? [] : [sql`(select d.id from public.documents d where d.id in (select private.shared_documents()) and ${narrowed})`]),
  ];
  const rows = await tx.query<DocumentRow & { sort_value: string; numbers: string[]; own: boolean }>(sql`
    select ${documentColumns}, d.user_id = (select auth.uid()) as own, ${identityNumbers} as numbers, (${sort.by})::text as sort_value
    from (${join(sources, ' union all ')}) found join public.documents d on d.id = found.id
    order by ${sort.by} ${direction}, d.id ${direction} limit ${limit + 1}`);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const editable = await editableAmong(tx, page.filter(({ own }) => !own).map(({ id }) => id));
  return {
    items: page.map((row) => ({ ...toMaskedSummary(row, row.numbers), access: row.own ? 'owner' : editable.has(row.id) ? 'edit' : 'view' })),
    nextCursor: rows.length > limit && last ? encodeCursor([sortName, last.sort_value, last.id]) : null,
  };
};
