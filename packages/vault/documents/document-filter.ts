import sql, { join, type Sql } from 'sql-template-tag';
import type { DocumentsQuery } from '@docuvault/contract/documents.ts';

export type DocumentFilter = Pick<DocumentsQuery, 'category' | 'documentType' | 'tag' | 'folderId' | 'ownerId' | 'person' | 'status' | 'expiresBefore' | 'trashed'>;

/** The filter as conditions on public.documents as `d`. Without `trashed`, what lies in the trash is left out. */
export const conditionsOf = (filter: DocumentFilter): Sql => {
  const conditions = [filter.trashed ? sql`d.deleted_at is not null` : sql`d.deleted_at is null`];
  if (filter.category) conditions.push(sql`d.category = ${filter.category}`);
  if (filter.documentType) conditions.push(sql`d.document_type = ${filter.documentType}`);
  if (filter.status) conditions.push(sql`d.status = ${filter.status}`);
  if (filter.person !== undefined) conditions.push(sql`lower(d.person) = lower(${filter.person})`);
  if (filter.folderId) conditions.push(filter.folderId === 'none' ? sql`d.folder_id is null` : sql`d.folder_id = ${filter.folderId}::uuid`);
  if (filter.ownerId) conditions.push(sql`d.user_id = ${filter.ownerId}::uuid`);
  if (filter.expiresBefore) conditions.push(sql`d.expires_on < ${filter.expiresBefore}::date`);
  if (filter.tag !== undefined) {
    conditions.push(sql`exists (select from public.document_tags dt join public.tags t on t.id = dt.tag_id where dt.document_id = d.id and lower(t.name) = lower(${filter.tag}))`);
  }
  return join(conditions, ' and ');
};
