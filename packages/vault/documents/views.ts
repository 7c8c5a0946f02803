import sql from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import { DatabaseError, isUniqueViolation } from '@docuvault/db/errors.ts';
import type { Tx } from '@docuvault/db/types.ts';
import type { UserContext } from '../context.ts';
import { viewMissing, viewNameTaken, viewTooLarge } from './documents.errors.ts';
import { namedPage, type Page } from './named-page.ts';

type ViewRow = { id: string; name: string; query: Record<string, unknown>; created_at: Date; updated_at: Date };
export type View = { id: string; name: string; query: Record<string, unknown>; createdAt: string; updatedAt: string };

const toView = (row: ViewRow): View => ({
  id: row.id, name: row.name, query: row.query, createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(),
});

const translated = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    if (isUniqueViolation(error, 'saved_views_name_key')) throw viewNameTaken();
    if (error instanceof DatabaseError && error.constraint === 'saved_views_query_size') throw viewTooLarge();
    throw error;
  });

/** The person's saved views by name. A view's query is the client's own: it is kept and given back as it is. */
export const listViews = (tx: Tx, page: Page) =>
  namedPage<ViewRow, View>(tx, page, (after, limit) => sql`
    select v.* from public.saved_views v where ${after(sql`v.name`, sql`v.id`)} order by lower(v.name), v.id limit ${limit}`, toView);

export const getView = async (tx: Tx, id: string): Promise<View> => {
  const [row] = await tx.query<ViewRow>(sql`select v.* from public.saved_views v where v.id = ${id}`);
  if (!row) throw viewMissing();
  return toView(row);
};

export const createView = ({ actor, deps }: UserContext, input: { name: string; query?: Record<string, unknown> | undefined }): Promise<View> =>
  translated(
    deps.db.asUser(actor, async (tx) => {
      const id = uuidv7();
      await tx.query(sql`
        insert into public.saved_views (id, user_id, name, query) values (${id}, ${actor.userId}, ${input.name}, ${JSON.stringify(input.query ?? {})}::jsonb)`);
      return getView(tx, id);
    }),
  );

export const changeView = ({ actor, deps }: UserContext, id: string, patch: { name?: string | undefined; query?: Record<string, unknown> | undefined }): Promise<View> =>
  translated(
    deps.db.asUser(actor, async (tx) => {
      const before = await getView(tx, id);
      await tx.query(sql`
        update public.saved_views set name = ${patch.name ?? before.name}, query = ${JSON.stringify(patch.query ?? before.query)}::jsonb where id = ${id}`);
      return getView(tx, id);
    }),
  );

export const removeView = ({ actor, deps }: UserContext, id: string): Promise<void> =>
  deps.db.asUser(actor, async (tx) => {
    const rows = await tx.query(sql`delete from public.saved_views where id = ${id} returning id`);
    if (rows.length === 0) throw viewMissing();
  });
