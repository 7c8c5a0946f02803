import sql from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import { DatabaseError, isUniqueViolation } from '@docuvault/db/errors.ts';
import type { Tx } from '@docuvault/db/types.ts';
import type { UserContext } from '../context.ts';
import { folderCycle, folderMissing, folderNameTaken, folderTooDeep, ownerOnly } from './documents.errors.ts';
import { isUuid } from './ids.ts';
import { namedPage, type Page } from './named-page.ts';
import { visible } from './visible.ts';

type FolderRow = { id: string; name: string; user_id: string; parent_id: string | null; document_count: number; created_at: Date; updated_at: Date };
export type Folder = { id: string; name: string; ownerId: string; parentId: string | null; documentCount: number; createdAt: string; updatedAt: string };

const deepest = 20;
const columns = sql`f.id, f.name, f.user_id, (select p.id from public.folders p where p.id = f.parent_id) as parent_id, f.created_at, f.updated_at,
  (select count(*) from public.documents d where d.folder_id = f.id and d.deleted_at is null) as document_count`;
const toFolder = (row: FolderRow): Folder => ({
  id: row.id, name: row.name, ownerId: row.user_id, parentId: row.parent_id, documentCount: row.document_count,
  createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(),
});

const translated = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    if (isUniqueViolation(error, 'folders_name_key')) throw folderNameTaken();
    if (error instanceof DatabaseError && error.constraint === 'folders_parent_fkey') throw folderMissing();
    if (error instanceof DatabaseError && error.constraint === 'folders_not_own_parent') throw folderCycle();
    throw error;
  });

/** The person's folders, and those shared with them, by name, with how many documents they see in each. */
export const listFolders = (tx: Tx, page: Page) =>
  namedPage<FolderRow, Folder>(tx, page, (after, limit) => sql`
    select ${columns} from public.folders f where ${visible(sql`f.user_id`)} and ${after(sql`f.name`, sql`f.id`)} order by lower(f.name), f.id limit ${limit}`, toFolder);

export const getFolder = async (tx: Tx, id: string): Promise<Folder> => {
  const [row] = await tx.query<FolderRow>(sql`select ${columns} from public.folders f where f.id = ${id}`);
  if (!row) throw folderMissing();
  return toFolder(row);
};

/** Refuses a place inside the folder itself, and too deep a nesting. All folders are locked, so that two moves cannot close a ring. */
const checkPlace = async (tx: Tx, id: string, parentId: string | null): Promise<void> => {
  if (parentId === null) return;
  const rows = await tx.query<{ id: string; parent_id: string | null }>(sql`select f.id, f.parent_id from public.folders f where f.user_id = (select auth.uid()) order by f.id for update`);
  const parents = new Map(rows.map((row) => [row.id, row.parent_id]));
  let above = 0;
  for (let at: string | null = parentId; at !== null; at = parents.get(at) ?? null) {
    if (at === id) throw folderCycle();
    if (++above > deepest) throw folderTooDeep();
  }
  const height = (of: string): number => 1 + Math.max(0, ...rows.filter((row) => row.parent_id === of).map((row) => height(row.id)));
  if (above + height(id) > deepest) throw folderTooDeep();
};

const parentOf = (parentId: string | null | undefined): string | null => {
  if (parentId && !isUuid(parentId)) throw folderMissing();
  return parentId?.toLowerCase() ?? null;
};

/** Makes a folder, inside another where `parentId` says so. */
export const createFolder = ({ actor, deps }: UserContext, input: { name: string; parentId?: string | null | undefined }): Promise<Folder> =>
  translated(
    deps.db.asUser(actor, async (tx) => {
      const id = uuidv7();
      const parentId = parentOf(input.parentId);
      await checkPlace(tx, id, parentId);
      await tx.query(sql`insert into public.folders (id, user_id, parent_id, name) values (${id}, ${actor.userId}, ${parentId}, ${input.name})`);
      return getFolder(tx, id);
    }),
  );

/** Renames a folder, or moves it with all that is in it. */
export const changeFolder = ({ actor, deps }: UserContext, id: string, patch: { name?: string | undefined; parentId?: string | null | undefined }): Promise<Folder> =>
  translated(
    deps.db.asUser(actor, async (tx) => {
      const before = await getFolder(tx, id);
      if (before.ownerId !== actor.userId) throw ownerOnly('folder');
      const parentId = patch.parentId === undefined ? before.parentId : parentOf(patch.parentId);
      if (patch.parentId !== undefined) await checkPlace(tx, id, parentId);
      await tx.query(sql`update public.folders set name = ${patch.name ?? before.name}, parent_id = ${parentId} where id = ${id}`);
      return getFolder(tx, id);
    }),
  );

/** Removes a folder and those inside it. Their documents stay, in no folder. */
export const removeFolder = ({ actor, deps }: UserContext, id: string): Promise<void> =>
  deps.db.asUser(actor, async (tx) => {
    const { ownerId } = await getFolder(tx, id);
    if (ownerId !== actor.userId) throw ownerOnly('folder');
    await tx.query(sql`delete from public.folders where id = ${id}`);
  });
