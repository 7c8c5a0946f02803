import sql from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import { isUniqueViolation } from '@docuvault/db/errors.ts';
import type { Tx } from '@docuvault/db/types.ts';
import type { UserContext } from '../context.ts';
import { reindexMetadata } from '../search-engine/index-text.ts';
import { tagMissing, tagNameTaken } from './documents.errors.ts';
import { namedPage, type Page } from './named-page.ts';

type TagRow = { id: string; name: string; colour: string | null; document_count: number; created_at: Date };
export type Tag = { id: string; name: string; colour: string | null; documentCount: number; createdAt: string };

const columns = sql`t.id, t.name, t.colour, t.created_at,
  (select count(*) from public.document_tags dt join public.documents d on d.id = dt.document_id where dt.tag_id = t.id and d.deleted_at is null) as document_count`;
const toTag = (row: TagRow): Tag => ({ id: row.id, name: row.name, colour: row.colour, documentCount: row.document_count, createdAt: row.created_at.toISOString() });

const translated = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    if (isUniqueViolation(error, 'tags_name_key')) throw tagNameTaken();
    throw error;
  });

/** The person's tags by name, with how many documents carry each. */
export const listTags = (tx: Tx, page: Page) =>
  namedPage<TagRow, Tag>(tx, page, (after, limit) => sql`
    select ${columns} from public.tags t where t.user_id = (select auth.uid()) and ${after(sql`t.name`, sql`t.id`)} order by lower(t.name), t.id limit ${limit}`, toTag);

export const getTag = async (tx: Tx, id: string): Promise<Tag> => {
  const [row] = await tx.query<TagRow>(sql`select ${columns} from public.tags t where t.id = ${id} and t.user_id = (select auth.uid())`);
  if (!row) throw tagMissing();
  return toTag(row);
};

const carriers = async (tx: Tx, id: string): Promise<string[]> =>
  (await tx.query<{ document_id: string }>(sql`select dt.document_id from public.document_tags dt where dt.tag_id = ${id}`)).map((row) => row.document_id);

/** Puts the documents in the index anew, a few a transaction, so that nobody waits for the thousandth. */
const reindex = async ({ actor, deps }: UserContext, documentIds: readonly string[]): Promise<void> => {
  for (let at = 0; at < documentIds.length; at += 20) {
    await deps.db.asUser(actor, async (tx) => {
      for (const id of documentIds.slice(at, at + 20)) await reindexMetadata(tx, id);
    }, { priority: 'background' });
  }
};

export const createTag = ({ actor, deps }: UserContext, input: { name: string; colour?: string | null | undefined }): Promise<Tag> =>
  translated(
    deps.db.asUser(actor, async (tx) => {
      const id = uuidv7();
      await tx.query(sql`insert into public.tags (id, user_id, name, colour) values (${id}, ${actor.userId}, ${input.name}, ${input.colour ?? null})`);
      return getTag(tx, id);
    }),
  );

/** Renames or recolours a tag on all its documents. */
export const changeTag = async (ctx: UserContext, id: string, patch: { name?: string | undefined; colour?: string | null | undefined }): Promise<Tag> => {
  const { tag, touched } = await translated(
    ctx.deps.db.asUser(ctx.actor, async (tx) => {
      const before = await getTag(tx, id);
      await tx.query(sql`
        update public.tags set name = ${patch.name ?? before.name}, colour = ${patch.colour === undefined ? before.colour : patch.colour} where id = ${id}`);
      return { tag: await getTag(tx, id), touched: patch.name !== undefined && patch.name !== before.name ? await carriers(tx, id) : [] };
    }),
  );
  await reindex(ctx, touched);
  return tag;
};

/** Puts the other tag in the place of this one on every document, and removes this one. */
export const mergeTags = async (ctx: UserContext, id: string, into: string): Promise<Tag> => {
  const { tag, touched } = await ctx.deps.db.asUser(ctx.actor, async (tx) => {
    await getTag(tx, id);
    const target = await getTag(tx, into);
    if (id === target.id) return { tag: target, touched: [] };
    const moved = await carriers(tx, id);
    await tx.query(sql`
      insert into public.document_tags (document_id, tag_id, user_id)
      select dt.document_id, ${into}::uuid, dt.user_id from public.document_tags dt where dt.tag_id = ${id} on conflict do nothing`);
    await tx.query(sql`delete from public.tags where id = ${id}`);
    return { tag: await getTag(tx, into), touched: moved };
  });
  await reindex(ctx, touched);
  return tag;
};

/** Removes a tag from the vault and from its documents, which stay. */
export const removeTag = async (ctx: UserContext, id: string): Promise<void> => {
  const touched = await ctx.deps.db.asUser(ctx.actor, async (tx) => {
    await getTag(tx, id);
    const carrying = await carriers(tx, id);
    await tx.query(sql`delete from public.tags where id = ${id}`);
    return carrying;
  });
  await reindex(ctx, touched);
};
