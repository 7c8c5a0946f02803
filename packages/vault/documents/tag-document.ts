import sql from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import type { Tx } from '@docuvault/db/types.ts';

/** Puts tags on documents of the person's, making those that are new, and answers their names as they are spelt in the vault. */
export const tagDocuments = async (tx: Tx, userId: string, documentIds: readonly string[], names: readonly string[]): Promise<string[]> => {
  if (names.length === 0 || documentIds.length === 0) return [];
  const unique = [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
  const rows = await tx.query<{ name: string }>(sql`
    with wanted as (
      insert into public.tags (id, user_id, name)
      select w.id, ${userId}::uuid, w.name from unnest(${unique.map(() => uuidv7())}::uuid[], ${unique}::text[]) as w (id, name)
      on conflict (user_id, lower(name)) do update set name = tags.name
      returning id, name),
    tagged as (
      insert into public.document_tags (document_id, tag_id, user_id)
      select d.id, wanted.id, ${userId}::uuid from wanted cross join unnest(${[...documentIds]}::uuid[]) as d (id) on conflict do nothing)
    select wanted.name from wanted order by lower(wanted.name)`);
  return rows.map((row) => row.name);
};

/** Takes tags off documents; without names, all of them. */
export const untagDocuments = async (tx: Tx, documentIds: readonly string[], names?: readonly string[]): Promise<void> => {
  const lowered = names?.map((name) => name.toLowerCase()) ?? null;
  await tx.query(sql`
    delete from public.document_tags dt using public.tags t
    where t.id = dt.tag_id and dt.document_id = any(${[...documentIds]}::uuid[]) and (${lowered}::text[] is null or lower(t.name) = any(${lowered}::text[]))`);
};
