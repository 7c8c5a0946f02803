import sql, { type Sql } from 'sql-template-tag';
import type { Tx } from '@docuvault/db/types.ts';

/** A line of a listing; folders have no id and no times. */
export type ListedObject = {
  name: string;
  id: string | null;
  updated_at: Date | null;
  created_at: Date | null;
  last_accessed_at: Date | null;
  metadata: Record<string, unknown> | null;
};

const sortColumns = {
  name: null,
  updated_at: sql`l.updated_at`,
  created_at: sql`l.created_at`,
  last_accessed_at: sql`l.last_accessed_at`,
} satisfies Record<string, Sql | null>;
export type SortColumn = keyof typeof sortColumns;
export const sortColumnNames = Object.keys(sortColumns) as SortColumn[];

export type ListQuery = {
  bucket: string;
  /** A folder: '' or ending in a slash. Names in the answer are relative to it. */
  folder: string;
  search: string;
  column: SortColumn;
  order: 'asc' | 'desc';
  limit: number;
  offset: number;
};

/**
 * One level of a folder, as storage.search of the real server gives it: files and folders whose relative name starts
 * with `search` (in any case), by name; by a time, folders come first. Shows what the transaction's role may see.
 */
export const listFolder = (tx: Tx, query: ListQuery): Promise<ListedObject[]> => {
  const depth = query.search.split('/').length;
  const direction = query.order === 'asc' ? sql`asc` : sql`desc`;
  const time = sortColumns[query.column];
  const order = time ? sql`l.id is not null, ${time} ${direction},` : sql``;
  return tx.query<ListedObject>(sql`
    with found as materialized (
      select o.id, o.updated_at, o.created_at, o.last_accessed_at, o.metadata, substr(o.name, length(${query.folder}::text) + 1) as rest
      from storage.objects o where o.bucket_id = ${query.bucket} and starts_with(o.name, ${query.folder}::text)
    ), named as (
      select f.*, array_to_string((string_to_array(f.rest, '/'))[1:${depth}::int], '/') as name,
        cardinality(string_to_array(f.rest, '/')) > ${depth}::int as is_folder
      from found f where f.rest <> '' and starts_with(lower(f.rest), lower(${query.search}::text))
    ), listed as (
      select n.name, null::uuid as id, null::timestamptz as updated_at, null::timestamptz as created_at,
        null::timestamptz as last_accessed_at, null::jsonb as metadata
      from named n where n.is_folder group by n.name
      union all
      select n.name, n.id, n.updated_at, n.created_at, n.last_accessed_at, n.metadata from named n where not n.is_folder
    )
    select l.* from listed l
    order by ${order} lower(l.name) collate "C" ${direction}, l.name collate "C" ${direction}
    limit ${query.limit}::bigint offset ${query.offset}::bigint`);
};

export type PageQuery = {
  bucket: string;
  prefix: string;
  /** Whether names with a further slash are gathered into folders. */
  folders: boolean;
  column: 'name' | 'updated_at' | 'created_at';
  order: 'asc' | 'desc';
  limit: number;
  after: PageCursor | null;
};

/** The last line of the page before. `stamp` is '' where the page is sorted by name. */
export type PageCursor = { name: string; stamp: string };

/** A line of a page; `stamp` is what it is sorted by, in milliseconds, for the cursor. */
export type PagedObject = ListedObject & { stamp: Date };

/**
 * A page of the bucket by full names, objects and folders (ending in a slash) together, from `after` on. Times compare
 * in milliseconds, as precisely as a cursor can say them; folders have the earliest.
 */
export const listPage = (tx: Tx, query: PageQuery): Promise<PagedObject[]> => {
  const direction = query.order === 'asc' ? sql`asc` : sql`desc`;
  const beyond = query.order === 'asc' ? sql`>` : sql`<`;
  const time = query.column === 'name' ? sql`null::timestamptz` : query.column === 'created_at' ? sql`l.created_at` : sql`l.updated_at`;
  return tx.query<PagedObject>(sql`
    with found as materialized (
      select o.id, o.name, o.updated_at, o.created_at, o.last_accessed_at, o.metadata, substr(o.name, length(${query.prefix}::text) + 1) as rest
      from storage.objects o where o.bucket_id = ${query.bucket} and starts_with(o.name, ${query.prefix}::text)
    ), listed as (
      select f.name, f.id, f.updated_at, f.created_at, f.last_accessed_at, f.metadata
      from found f where not ${query.folders}::boolean or strpos(f.rest, '/') = 0
      union all
      select distinct ${query.prefix}::text || split_part(f.rest, '/', 1) || '/', null::uuid, null::timestamptz, null::timestamptz, null::timestamptz, null::jsonb
      from found f where ${query.folders}::boolean and strpos(f.rest, '/') > 0
    ), stamped as (
      select l.*, coalesce(date_trunc('milliseconds', ${time}), 'epoch'::timestamptz) as stamp from listed l
    )
    select s.* from stamped s
    where ${query.after === null}::boolean
      or (s.stamp, s.name collate "C") ${beyond} (coalesce(nullif(${query.after?.stamp ?? ''}::text, '')::timestamptz, 'epoch'), ${query.after?.name ?? ''}::text)
    order by s.stamp ${direction}, s.name collate "C" ${direction} limit ${query.limit}::bigint`);
};
