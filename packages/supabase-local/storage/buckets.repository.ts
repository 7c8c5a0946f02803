import sql, { type Sql } from 'sql-template-tag';
import type { Tx } from '@docuvault/db/types.ts';

export type BucketRow = {
  id: string;
  name: string;
  owner: string | null;
  public: boolean;
  file_size_limit: number | null;
  allowed_mime_types: string[] | null;
  created_at: Date;
  updated_at: Date;
};

const shown = sql`b.id, b.name, coalesce(b.owner::text, '') as owner, b.public, b.file_size_limit, b.allowed_mime_types, b.created_at, b.updated_at`;

/** The bucket, when the transaction's role may see it. */
export const findBucket = async (tx: Tx, id: string): Promise<BucketRow | null> => {
  const [row] = await tx.query<BucketRow>(sql`select ${shown} from storage.buckets b where b.id = ${id}`);
  return row ?? null;
};

const sortColumns = { id: sql`b.id`, name: sql`b.name`, created_at: sql`b.created_at`, updated_at: sql`b.updated_at` } satisfies Record<string, Sql>;
export const bucketSortColumns = Object.keys(sortColumns) as (keyof typeof sortColumns)[];

export type BucketQuery = {
  search: string;
  sortColumn: keyof typeof sortColumns;
  sortOrder: 'asc' | 'desc';
  limit: number | undefined;
  offset: number;
};

/** The buckets that the transaction's role may see. `search` matches any part of the name, in any case. */
export const listBuckets = (tx: Tx, query: BucketQuery): Promise<BucketRow[]> =>
  tx.query<BucketRow>(sql`
    select ${shown} from storage.buckets b where ${query.search} = '' or strpos(lower(b.name), lower(${query.search})) > 0
    order by ${sortColumns[query.sortColumn]} ${query.sortOrder === 'asc' ? sql`asc` : sql`desc`}, b.id
    limit ${query.limit ?? null}::bigint offset ${query.offset}::bigint`);

export type BucketSettings = { public?: boolean | undefined; fileSizeLimit?: number | null | undefined; allowedMimeTypes?: string[] | null | undefined };

export const insertBucket = async (tx: Tx, bucket: { id: string; name: string; ownerId: string | null } & BucketSettings): Promise<void> => {
  await tx.query(sql`
    insert into storage.buckets (id, name, owner, owner_id, public, file_size_limit, allowed_mime_types)
    values (${bucket.id}, ${bucket.name}, ${bucket.ownerId}::uuid, ${bucket.ownerId}, ${bucket.public ?? false},
      ${bucket.fileSizeLimit ?? null}, ${bucket.allowedMimeTypes ?? null})`);
};

/** Changes what is given, leaves the rest; false when the transaction's role sees no such bucket. */
export const updateBucket = async (tx: Tx, id: string, change: BucketSettings): Promise<boolean> => {
  const rows = await tx.query(sql`
    update storage.buckets b set public = coalesce(${change.public ?? null}, b.public),
      file_size_limit = case when ${change.fileSizeLimit !== undefined} then ${change.fileSizeLimit ?? null}::bigint else b.file_size_limit end,
      allowed_mime_types = case when ${change.allowedMimeTypes !== undefined} then ${change.allowedMimeTypes ?? null}::text[] else b.allowed_mime_types end,
      updated_at = now()
    where b.id = ${id} returning b.id`);
  return rows.length > 0;
};

export const deleteBucket = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.query(sql`delete from storage.buckets b where b.id = ${id} returning b.id`)).length > 0;

export const holdsObjects = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.query(sql`select from storage.objects o where o.bucket_id = ${id} limit 1`)).length > 0;

/** Removes up to `limit` objects of the bucket that the transaction's role may delete. */
export const emptyBucket = (tx: Tx, id: string, limit: number): Promise<{ blob_id: string | null }[]> =>
  tx.query<{ blob_id: string | null }>(sql`
    delete from storage.objects o where o.id in (select x.id from storage.objects x where x.bucket_id = ${id} limit ${limit}) returning o.blob_id`);
