import sql from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import type { Tx } from '@docuvault/db/types.ts';
import { ownColumns, type DocumentRow } from '../documents/document-row.ts';
import type { ReceivedFile } from './receive-file.ts';

export type NewDocument = {
  id: string; userId: string; title: string; titleGiven: boolean; fileName: string; folderId: string | null; person: string | null; file: ReceivedFile; now: Date;
};

/** Puts the document in, with its first version and the record of it, in one statement. */
export const insertDocument = async (tx: Tx, doc: NewDocument): Promise<Omit<DocumentRow, 'tags'>> => {
  const { file } = doc;
  const edited = [...(doc.titleGiven ? ['title'] : []), ...(doc.person ? ['person'] : [])];
  const [row] = await tx.query<Omit<DocumentRow, 'tags'>>(sql`
    with d as (
      insert into public.documents (id, user_id, title, file_name, file_path, mime_type, size_bytes, sha256, blob_id, folder_id, person, user_edited,
        created_at, updated_at, accessed_at)
      values (${doc.id}, ${doc.userId}, ${doc.title}, ${doc.fileName}, ${`${doc.userId}/${doc.id}/1`}, ${file.mimeType}, ${file.sizeBytes}, ${file.sha256},
        ${file.sealed.id}, ${doc.folderId}, ${doc.person}, ${edited}::text[], ${doc.now}, ${doc.now}, ${doc.now})
      returning *),
    version as (
      insert into public.document_versions (document_id, version, user_id, blob_id, file_name, mime_type, size_bytes, sha256, created_at)
      select d.id, 1, d.user_id, d.blob_id, d.file_name, d.mime_type, d.size_bytes, d.sha256, d.created_at from d),
    activity as (
      insert into public.document_activity (id, document_id, user_id, actor_id, action, details, created_at)
      select ${uuidv7()}::uuid, d.id, d.user_id, d.user_id, 'uploaded', '{}'::jsonb, d.created_at from d)
    select ${ownColumns} from d`);
  return row!;
};

/** The document that holds these bytes, taken out of the trash if it lies there. */
export const reviveHeld = async (tx: Tx, userId: string, documentId: string, now: Date): Promise<boolean> => {
  const rows = await tx.query(sql`
    with revived as (update public.documents d set deleted_at = null where d.id = ${documentId} and d.deleted_at is not null returning d.id)
    insert into public.document_activity (id, document_id, user_id, actor_id, action, details, created_at)
    select ${uuidv7()}::uuid, revived.id, ${userId}::uuid, ${userId}::uuid, 'restored', '{"by": "upload"}'::jsonb, ${now} from revived returning id`);
  return rows.length > 0;
};

/** The id of the person's document with these bytes. */
export const findHeld = async (tx: Tx, userId: string, sha256: string): Promise<string | null> => {
  const [row] = await tx.query<{ id: string }>(sql`select d.id from public.documents d where d.user_id = ${userId} and d.sha256 = ${sha256}`);
  return row?.id ?? null;
};

/** Bytes the person may still store, and whether a document of about that size is there already (which may be the same one). */
export const storageRoom = async (tx: Tx, userId: string, bodyBytes: number): Promise<{ room: number; maybeHeld: boolean }> => {
  const [row] = await tx.query<{ room: number; maybe_held: boolean }>(sql`
    select u.storage_limit - u.storage_used as room, exists (
      select from public.documents d where d.user_id = u.id and d.size_bytes between ${bodyBytes - 262_144} and ${bodyBytes}) as maybe_held
    from public.users u where u.id = ${userId}`);
  return { room: row?.room ?? 0, maybeHeld: row?.maybe_held ?? false };
};
