import sql from 'sql-template-tag';
import type { PageText } from '@docuvault/core/pages.ts';
import type { ExtractedField, Understanding } from '@docuvault/core/understanding.ts';
import type { Tx } from '@docuvault/db/types.ts';
import type { IndexedDocument } from '../search-engine/index-text.ts';
import { LeaseLost, type Job } from './queue.repository.ts';

/** The pages that earlier attempts have stored for the job's version, in order, without the places of their words. */
export const loadPages = (tx: Tx, job: Job): Promise<PageText[]> =>
  tx.query<PageText>(sql`
    select p.page, p.text, p.source, p.confidence from public.document_pages p
    where p.document_id = ${job.documentId} and p.version = ${job.version} order by p.page`);

/** Stores pages; one that is there already is replaced. */
export const storePages = async (tx: Tx, job: Job, pages: readonly PageText[], now: Date): Promise<void> => {
  if (pages.length === 0) return;
  await tx.query(sql`
    insert into public.document_pages (document_id, version, page, user_id, text, source, confidence, words, reader, created_at)
    select ${job.documentId}::uuid, ${job.version}::integer, p.page, ${job.userId}::uuid, p.text, p.source, p.confidence, p.words, p.reader, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(pages.map(storable))}::jsonb) as p (page integer, text text, source text, confidence real, words text, reader text)
    on conflict (document_id, version, page) do update set text = excluded.text, source = excluded.source, confidence = excluded.confidence, words = excluded.words, reader = excluded.reader`);
};

/** Text as PostgreSQL takes it: no NUL, no lone surrogates. */
const storable = (page: PageText): PageText => ({ ...page, text: storableText(page.text), words: page.words == null ? null : storableText(page.words) });

const storableText = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** The fields as they may be stored: names in form, none that its people removed, values within bounds, one of a name. */
const storableFields = (job: Job, fields: readonly ExtractedField[]): ExtractedField[] => {
  const best = new Map<string, ExtractedField>();
  for (const field of fields) {
    if (!/^[a-z][A-Za-z0-9]{0,63}$/.test(field.name) || job.userEdited.includes(`field:${field.name}`)) continue;
    if (best.has(field.name) && best.get(field.name)!.confidence >= field.confidence) continue;
    best.set(field.name, { ...field, value: storableText(field.value).slice(0, 2000), confidence: Math.min(1, Math.max(0, field.confidence)) });
  }
  return [...best.values()];
};

type Details = Omit<IndexedDocument, 'chunks'>;
type DetailsRow = {
  title: string; document_type: string; category: string; person: string | null; expires_on: string | null; tags: string[]; own_fields: { name: string; value: string }[];
};

/** Writes what was understood to the document, except what its people have put right themselves. Answers the document's details as they are then, for the index. */
export const storeUnderstanding = async (tx: Tx, job: Job, made: Understanding, pageCount: number, now: Date): Promise<Details> => {
  const fields = storableFields(job, made.fields);
  const title = storableText(made.title ?? '').trim().slice(0, 500) || null;
  const [row] = await tx.query<DetailsRow>(sql`
    with edited as (
      update public.documents d set
        page_count = ${pageCount}, language = ${made.language}, ai_summary = ${storableText(made.summary)}, type_confidence = ${made.typeConfidence},
        title = case when 'title' = any(d.user_edited) then d.title else coalesce(${title}, d.title) end,
        document_type = case when 'document_type' = any(d.user_edited) then d.document_type else ${made.documentType} end,
        category = case when d.user_edited && array['category', 'document_type'] then d.category else ${made.category} end,
        person = case when 'person' = any(d.user_edited) then d.person else ${made.person === null ? null : storableText(made.person)} end,
        expires_on = case when 'expires_on' = any(d.user_edited) then d.expires_on else ${made.expiresOn}::date end
      where d.id = ${job.documentId} returning d.title, d.document_type, d.category, d.person, d.expires_on),
    fresh as (
      select f.* from jsonb_to_recordset(${JSON.stringify(fields)}::jsonb) as f (name text, value text, confidence real, page integer, source text)),
    gone as (
      delete from public.document_fields f where f.document_id = ${job.documentId} and f.source <> 'user'
        and not exists (select from fresh where fresh.name = f.name)),
    put as (
      insert into public.document_fields as f (document_id, name, user_id, value, confidence, page, source, updated_at)
      select ${job.documentId}::uuid, fresh.name, ${job.userId}::uuid, fresh.value, fresh.confidence, fresh.page, fresh.source, ${now}::timestamptz from fresh
      on conflict (document_id, name) do update set value = excluded.value, confidence = excluded.confidence, page = excluded.page, source = excluded.source
        where f.source <> 'user')
    select edited.*,
      array(select t.name from public.document_tags dt join public.tags t on t.id = dt.tag_id where dt.document_id = ${job.documentId} order by t.name) as tags,
      (select coalesce(jsonb_agg(jsonb_build_object('name', f.name, 'value', f.value)), '[]') from public.document_fields f
        where f.document_id = ${job.documentId} and f.source = 'user') as own_fields
    from edited`);
  if (!row) throw new LeaseLost();
  const own = new Set(row.own_fields.map((field) => field.name));
  return {
    documentId: job.documentId, userId: job.userId, title: row.title, fileName: job.fileName, documentType: row.document_type, category: row.category, person: row.person,
    tags: row.tags, expiresOn: row.expires_on, language: made.language, fields: [...row.own_fields, ...fields.filter((field) => !own.has(field.name))],
  };
};

/** Makes a stored picture the document's thumbnail; the blob's row has to be there. */
export const setThumbnail = async (tx: Tx, job: Job, blobId: string): Promise<void> => {
  await tx.query(sql`update public.documents d set thumbnail_blob_id = ${blobId} where d.id = ${job.documentId} and d.version = ${job.version}`);
};
