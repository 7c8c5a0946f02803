import sql from 'sql-template-tag';
import type { DocumentPatch } from '@docuvault/contract/documents.ts';
import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import type { Tx } from '@docuvault/db/types.ts';
import { maskIdentityNumber } from '../understanding/identifiers/mask.ts';
import { isAmount } from './document-row.ts';
import { fieldInvalid } from './documents.errors.ts';

/** A field as a person put it; null removes it. */
export type FieldChange = { name: string; value: string | null };

const isDate = (name: string): boolean => /Date$|^dateOfBirth$/.test(name);
const isCalendarDate = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value;

const checked = (name: string, given: string | number): string => {
  const value = String(given).replaceAll('\0', '').trim();
  if (isDate(name) && !isCalendarDate(value)) throw fieldInvalid(name, 'a date of the form YYYY-MM-DD');
  if (isAmount(name) && !/^-?\d{1,15}(\.\d{1,6})?$/.test(value)) throw fieldInvalid(name, 'a plain number');
  return value;
};

/** The changes that a patch's `fields`, as an object or as an array, asks for. An empty text removes the field too. */
export const fieldChanges = (fields: DocumentPatch['fields']): FieldChange[] => {
  const pairs = Array.isArray(fields) ? fields.map(({ name, value }) => [name, value] as const) : Object.entries(fields ?? {});
  return [...new Map(pairs)].map(([name, value]) => ({ name, value: value === null || value === '' ? null : checked(name, value) }));
};

/** The changes without those that put the mask of an identity number in its place: whoever sees only the mask sends it back unmeant. */
export const withoutMasked = async (tx: Tx, documentId: string, type: DocumentType, changes: readonly FieldChange[]): Promise<FieldChange[]> => {
  const rows = await tx.query<{ name: string; value: string }>(sql`
    select f.name, f.value from public.document_fields f where f.document_id = ${documentId} and f.name = any(${changes.map(({ name }) => name)}::text[])`);
  const masks = new Map(rows.map((row) => [row.name, maskIdentityNumber(row.name, row.value, type)]));
  return changes.filter(({ name, value }) => value === null || masks.get(name) !== value);
};

/** Applies the changes; what is put in bears the source `user`, which processing never overwrites. */
export const applyFieldChanges = async (tx: Tx, userId: string, documentId: string, changes: readonly FieldChange[], now: Date): Promise<void> => {
  if (changes.length === 0) return;
  const gone = changes.filter(({ value }) => value === null).map(({ name }) => name);
  const put = changes.filter(({ value }) => value !== null);
  await tx.query(sql`
    with gone as (delete from public.document_fields f where f.document_id = ${documentId} and f.name = any(${gone}::text[]))
    insert into public.document_fields as f (document_id, name, user_id, value, confidence, source, updated_at)
    select ${documentId}::uuid, p.name, ${userId}::uuid, p.value, 1, 'user', ${now}::timestamptz
    from unnest(${put.map(({ name }) => name)}::text[], ${put.map(({ value }) => value)}::text[]) as p (name, value)
    on conflict (document_id, name) do update set value = excluded.value, confidence = 1, source = 'user'`);
};
