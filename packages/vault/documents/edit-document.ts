import sql from 'sql-template-tag';
import type { Document } from '@docuvault/contract/document.ts';
import type { DocumentPatch } from '@docuvault/contract/documents.ts';
import type { Category, DocumentType } from '@docuvault/core/vocabulary.ts';
import { DatabaseError } from '@docuvault/db/errors.ts';
import type { UserContext } from '../context.ts';
import { followDates } from '../reminder-engine/follow-dates.ts';
import { reindexMetadata } from '../search-engine/index-text.ts';
import { documentMissing, folderMissing, ownerOnly, viewOnly } from './documents.errors.ts';
import { applyFieldChanges, fieldChanges, withoutMasked, type FieldChange } from './edit-fields.ts';
import { getDocument } from './get-document.ts';
import { isUuid } from './ids.ts';
import { partByOwner } from './own-documents.ts';
import { recordActivity } from './record-activity.ts';
import { tagDocuments, untagDocuments } from './tag-document.ts';
import { usualCategory } from './usual-category.ts';

type Before = {
  user_id: string; title: string; folder_id: string | null; person: string | null; category: Category; document_type: DocumentType; expires_on: string | null; user_edited: string[];
};

/** The columns as the patch leaves them, and which of them its person has decided. */
const edited = (before: Before, patch: DocumentPatch, fields: readonly FieldChange[]) => {
  const expiry = fields.find(({ name }) => name === 'expiryDate');
  const decided = new Set(before.user_edited);
  if (patch.title !== undefined) decided.add('title');
  if (patch.person !== undefined) decided.add('person');
  if (patch.category !== undefined) decided.add('category');
  if (patch.documentType !== undefined) decided.add('document_type');
  if (patch.expiresOn !== undefined || expiry) decided.add('expires_on');
  for (const { name, value } of fields) {
    if (value === null) decided.add(`field:${name}`);
    else decided.delete(`field:${name}`);
  }
  const followed = patch.documentType ? (usualCategory[patch.documentType] ?? before.category) : before.category;
  return {
    title: patch.title ?? before.title,
    folderId: patch.folderId === undefined ? before.folder_id : patch.folderId,
    person: patch.person === undefined ? before.person : patch.person || null,
    documentType: patch.documentType ?? before.document_type,
    category: patch.category ?? followed,
    expiresOn: patch.expiresOn !== undefined ? patch.expiresOn : expiry ? expiry.value : before.expires_on,
    userEdited: [...decided],
  };
};

/**
 * Puts a document right as its owner says, or somebody with whom it is shared for editing (but for its folder and tags); what was said stays when the document is read again. The category follows
 * the type unless given, expiresOn and the field expiryDate follow each other. Found by the new words at once.
 */
export const editDocument = async (ctx: UserContext, documentId: string, patch: DocumentPatch): Promise<Document> => {
  const { actor, deps } = ctx;
  if (patch.folderId && !isUuid(patch.folderId)) throw folderMissing();
  const given = fieldChanges(patch.fields);
  const fields = patch.expiresOn !== undefined && !given.some(({ name }) => name === 'expiryDate') ? [...given, { name: 'expiryDate', value: patch.expiresOn }] : given;
  const now = deps.clock.now();
  const changed = Object.entries(patch).filter(([, value]) => value !== undefined).map(([name]) => name);
  try {
    let shared = false;
    const document = await deps.db.asUser(actor, async (tx) => {
      const [before] = await tx.query<Before>(sql`
        select d.user_id, d.title, d.folder_id, d.person, d.category, d.document_type, d.expires_on, d.user_edited from public.documents d where d.id = ${documentId} for update`);
      // Rows are locked under the policies of changing: what is seen and cannot be locked is shared for reading.
      if (!before) throw (await partByOwner(tx, actor.userId, [documentId])).shared.length > 0 ? viewOnly() : documentMissing();
      const own = before.user_id === actor.userId;
      if (!own && (patch.folderId !== undefined || patch.tags)) throw ownerOnly('document');
      if (changed.length > 0) {
        const kept = own ? fields : await withoutMasked(tx, documentId, before.document_type, fields);
        const after = edited(before, patch, kept);
        await tx.query(sql`
          update public.documents set title = ${after.title}, folder_id = ${after.folderId}, person = ${after.person}, document_type = ${after.documentType},
            category = ${after.category}, expires_on = ${after.expiresOn}::date, user_edited = ${after.userEdited}::text[]
          where id = ${documentId}`);
        await applyFieldChanges(tx, before.user_id, documentId, kept, now);
        if (patch.tags) {
          await untagDocuments(tx, [documentId]);
          await tagDocuments(tx, actor.userId, [documentId], patch.tags);
        }
        await recordActivity(tx, { actorId: actor.userId, documentIds: [documentId], action: 'updated', details: { changed }, now });
        await reindexMetadata(tx, documentId);
        shared = !own;
        if (own) await followDates(tx, documentId, now);
      }
      return getDocument(tx, documentId);
    });
    // Reminders are the owner's alone: who may edit the paper may not touch them.
    if (shared) await deps.db.asService('reminders follow a shared document', (tx) => followDates(tx, documentId, now));
    return document;
  } catch (error) {
    if (error instanceof DatabaseError && error.constraint === 'documents_folder_fkey') throw folderMissing();
    throw error;
  }
};
