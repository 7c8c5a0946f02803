import sql, { type Sql } from 'sql-template-tag';
import type { Document, DocumentSummary, Field } from '@docuvault/contract/document.ts';
import type { Category, DocumentType } from '@docuvault/core/vocabulary.ts';
import { isIdentityField, maskIdentityNumber, maskIdentityNumbersInText } from '../understanding/identifiers/mask.ts';

/** A row as `documentColumns` selects it. */
export type DocumentRow = {
  id: string; user_id: string; title: string; file_name: string; mime_type: string; size_bytes: number; sha256: string; page_count: number | null;
  status: DocumentSummary['status']; failure_code: string | null; failure_message: string | null; category: Category; document_type: DocumentType;
  language: string | null; ai_summary: string | null; folder_id: string | null; person: string | null; expires_on: string | null; version: number;
  created_at: Date; updated_at: Date; accessed_at: Date; deleted_at: Date | null; tags: string[];
};

const columnsWith = (folder: Sql): Sql => sql`d.id, d.user_id, d.title, d.file_name, d.mime_type, d.size_bytes, d.sha256, d.page_count, d.status, d.failure_code,
  d.failure_message, d.category, d.document_type, d.language, d.ai_summary, ${folder}, d.person, d.expires_on, d.version, d.created_at, d.updated_at,
  d.accessed_at, d.deleted_at`;

/** The columns of public.documents, as `d`, that the wire shows, without the tags. */
export const ownColumns: Sql = columnsWith(sql`d.folder_id`);

/** Everything that the wire shows of a document (as `d`) but its fields. The folder only to those who see the folder too. */
export const documentColumns: Sql = sql`${columnsWith(sql`case when d.user_id = (select auth.uid()) then d.folder_id
  else (select f.id from public.folders f where f.id = d.folder_id) end as folder_id`)}, array(
  select t.name from public.document_tags dt join public.tags t on t.id = dt.tag_id where dt.document_id = d.id order by lower(t.name)) as tags`;

/** A document as lists show it. */
export const toSummary = (row: DocumentRow): DocumentSummary => ({
  id: row.id, title: row.title, fileName: row.file_name, mimeType: row.mime_type, sizeBytes: row.size_bytes, sha256: row.sha256,
  pageCount: row.page_count, status: row.status,
  failure: row.failure_code ? { code: row.failure_code, message: row.failure_message ?? '' } : null,
  category: row.category, documentType: row.document_type, language: row.language, summary: row.ai_summary, tags: row.tags,
  folderId: row.folder_id, ownerId: row.user_id, person: row.person, createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(), accessedAt: row.accessed_at.toISOString(), deletedAt: row.deleted_at?.toISOString() ?? null,
  expiresOn: row.expires_on, version: row.version,
});

/** Fields of a document (as `d`) that hold digits, as `name=value`: what lists may have to mask. */
export const identityNumbers: Sql = sql`array(select f.name || '=' || f.value from public.document_fields f where f.document_id = d.id and f.value ~ '[0-9]')`;

/** The identity numbers among what `identityNumbers` gave of a document of the type. */
export const knownNumbers = (numbers: readonly string[], type: DocumentType): string[] =>
  numbers.flatMap((pair) => {
    const at = pair.indexOf('=');
    return isIdentityField(pair.slice(0, at), type) ? [pair.slice(at + 1)] : [];
  });

/** A document as lists show it: identity numbers are masked wherever they show, in title, file name and summary. */
export const toMaskedSummary = (row: DocumentRow, numbers: readonly string[]): DocumentSummary => {
  const known = knownNumbers(numbers, row.document_type);
  const masked = (text: string) => maskIdentityNumbersInText(text, known);
  const summary = toSummary(row);
  return { ...summary, title: masked(summary.title), fileName: masked(summary.fileName), summary: summary.summary === null ? null : masked(summary.summary) };
};

export type FieldRow = { name: string; value: string; confidence: number; page: number | null; source: Field['source'] };

/** Fields whose value is an amount: the wire shows it as a number. */
export const isAmount = (name: string): boolean => /amount|total|balance|premium|salary|^tax$|^net|^gross|price|fee$/i.test(name);

/** A field as the wire shows it: amounts as numbers, everything else as text. */
export const toField = (row: FieldRow): Field => ({
  name: row.name,
  value: isAmount(row.name) && /^-?\d{1,15}(\.\d{1,6})?$/.test(row.value) ? Number(row.value) : row.value,
  confidence: Math.round(row.confidence * 1000) / 1000,
  page: row.page,
  source: row.source,
});

/** A document whole, for its owner. */
export const toDocument = (row: DocumentRow, fields: readonly FieldRow[]): Document => ({ ...toSummary(row), fields: fields.map(toField) });

/** A document as somebody sees it with whom its owner shares it: identity numbers are masked in everything it says. */
export const toSharedDocument = (row: DocumentRow, fields: readonly FieldRow[]): Document => ({
  ...toMaskedSummary(row, fields.map(({ name, value }) => `${name}=${value}`)),
  fields: fields.map((field) => toField({ ...field, value: maskIdentityNumber(field.name, field.value, row.document_type) })),
});
