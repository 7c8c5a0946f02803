import sql from 'sql-template-tag';
import type { Deps } from '../context.ts';
import { releaseFiles } from './release-files.ts';

const prefixes = ['documents/', 'thumbnails/'] as const;
const batch = 200;
/** Longer than any upload or commit takes. */
const safeAgeMs = 24 * 60 * 60_000;
const background = { priority: 'background' } as const;

type SweepDeps = Pick<Deps, 'db' | 'blobs' | 'log' | 'clock'>;

/** When a file was begun, by the id that its key ends with (RFC 9562, 5.7: 48 bits of milliseconds); null for a key of another form. */
const bornAt = (key: string): number | null => {
  const id = /([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/.exec(key);
  return id ? Number.parseInt(id[1]! + id[2]!, 16) : null;
};

/** Rows of files that no document came to use, because a crash came between. */
const releaseForgotten = async (deps: SweepDeps, before: Date): Promise<number> => {
  const rows = await deps.db.asService('find files that no document uses', (tx) =>
    tx.query<{ id: string }>(sql`
      select b.id from private.blobs b
      where (starts_with(b.storage_key, ${prefixes[0]}) or starts_with(b.storage_key, ${prefixes[1]})) and b.created_at < ${before}
        and not exists (select from public.documents d where d.blob_id = b.id)
        and not exists (select from public.documents d where d.thumbnail_blob_id = b.id)
        and not exists (select from public.document_versions v where v.blob_id = b.id) limit 10000`), background);
  let released = 0;
  for (let at = 0; at < rows.length; at += batch) released += await releaseFiles(deps, rows.slice(at, at + batch).map((row) => row.id));
  return released;
};

/** Files that have no row, because a crash came before it or a store was down when they were released. */
const removeRowless = async (deps: SweepDeps, prefix: string, before: Date): Promise<number> => {
  let removed = 0;
  let keys: string[] = [];
  const flush = async () => {
    if (keys.length === 0) return;
    const known = await deps.db.asService('tell orphaned files from kept ones', (tx) =>
      tx.query<{ storage_key: string }>(sql`select b.storage_key from private.blobs b where b.storage_key = any(${keys}::text[])`), background);
    const kept = new Set(known.map((row) => row.storage_key));
    for (const key of keys.filter((one) => !kept.has(one))) {
      await deps.blobs.delete(key);
      removed += 1;
    }
    keys = [];
  };
  for await (const key of deps.blobs.list(prefix)) {
    const born = bornAt(key);
    if (born === null || born >= before.getTime()) continue;
    if (keys.push(key) >= batch) await flush();
  }
  await flush();
  return removed;
};

/** Removes what crashes left behind in the store, once it is a day old. Answers how many files went. */
export const sweepOrphans = async (deps: SweepDeps): Promise<number> => {
  const before = new Date(deps.clock.now().getTime() - safeAgeMs);
  let swept = await releaseForgotten(deps, before);
  for (const prefix of prefixes) swept += await removeRowless(deps, prefix, before);
  return swept;
};
