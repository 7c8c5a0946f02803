import sql from 'sql-template-tag';
import type { Document } from '@docuvault/contract/document.ts';
import { notFound } from '@docuvault/core/errors.ts';
import type { Tx } from '@docuvault/db/types.ts';
import { documentColumns, toDocument, toSharedDocument, type DocumentRow, type FieldRow } from './document-row.ts';
import { editableAmong } from './editable-among.ts';

/** A document whole, in the trash or not, if the transaction's person may see it; else 404 `document.not_found`. To anybody but its owner identity numbers are masked. */
export const getDocument = async (tx: Tx, id: string): Promise<Document> => {
  const [row] = await tx.query<DocumentRow & { fields: FieldRow[]; shared: boolean }>(sql`
    select ${documentColumns}, coalesce(d.user_id <> (select auth.uid()), false) as shared, (
      select coalesce(json_agg(json_build_object('name', f.name, 'value', f.value, 'confidence', f.confidence, 'page', f.page, 'source', f.source)
        order by f.name), '[]') from public.document_fields f where f.document_id = d.id) as fields
    from public.documents d where d.id = ${id}`);
  if (!row) throw notFound('document');
  if (!row.shared) return { ...toDocument(row, row.fields), access: 'owner' };
  return { ...toSharedDocument(row, row.fields), access: (await editableAmong(tx, [row.id])).has(row.id) ? 'edit' : 'view' };
};
