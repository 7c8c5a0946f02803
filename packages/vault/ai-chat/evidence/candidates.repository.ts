import sql, { type Sql } from 'sql-template-tag';
import type { Tx } from '@docuvault/db/types.ts';
import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import { identityNumbers, knownNumbers } from '../../documents/document-row.ts';
import { visible } from '../../documents/visible.ts';
import { maskIdentityNumber, maskIdentityNumbersInText } from '../../understanding/identifiers/mask.ts';

export type Field = { name: string; value: string; page: number | null };
/** A document that may hold the answer. `dated` is the day it is filed under. */
export type Candidate = {
  id: string; title: string; fileName: string; type: string; category: string; person: string | null; language: string | null; expiresOn: string | null;
  holder: string | null; dated: string | null; fields: Field[];
};
export type PageRow = { documentId: string; page: number; text: string };

/** Who asks, and everybody whom documents are held by or filed under. */
export const readPeople = async (tx: Tx, userId: string): Promise<{ self: string | null; email: string | null; known: string[]; labels: string[] }> => {
  const rows = await tx.query<{ kind: string; name: string | null }>(sql`
    select 'self' as kind, u.full_name as name from public.users u where u.id = ${userId}
    union all select 'email', u.email from public.users u where u.id = ${userId}
    union (select 'holder', f.value from public.document_fields f where ${visible(sql`f.user_id`)} and f.name = 'holderName' and length(f.value) <= 100 limit 2000)
    union (select 'label', d.person from public.documents d where ${visible(sql`d.user_id`)} and d.deleted_at is null and d.person is not null)`);
  const of = (kind: string) => rows.filter((row) => row.kind === kind && row.name).map((row) => row.name!);
  return { self: of('self')[0] ?? null, email: of('email')[0] ?? null, known: of('holder'), labels: of('label') };
};

export type CandidateQuery = {
  types: readonly string[]; ids: readonly string[]; names: string; within: readonly string[] | null; limit: number;
  /** Where more documents are of the types than are read, those of these days, or the latest or earliest, go first. */
  days?: { from: string | null; to: string | null } | null; order?: 'latest' | 'earliest' | null;
  /** Reads so many of the latest documents as well, whatever they are: all of a small vault. */
  latest?: number;
};

const heldBy = (names: string): Sql => sql`select f.document_id from public.document_fields f where ${visible(sql`f.user_id`)} and f.name = 'holderName' and f.value ~* ${names}`;

/** Documents of the types, of the people, or named by id; those named first, then those of the people, then the latest. */
export const findCandidates = async (tx: Tx, userId: string, query: CandidateQuery): Promise<Candidate[]> => {
  const { names, days, order } = query;
  const timed = Boolean(days) || Boolean(order);
  const rows = await tx.query<Omit<Candidate, 'fields'> & { shared: boolean }>(sql`
    with held as materialized (${names ? heldBy(names) : sql`select null::uuid as document_id where false`}),
    dated as materialized (${timed ? sql`select f.document_id, min(f.value) as value from public.document_fields f where ${visible(sql`f.user_id`)} and f.name in ('issueDate', 'startDate') group by 1` : sql`select null::uuid as document_id, null::text as value where false`}),
    chosen as materialized (
      select d.id, row_number() over (order by (d.id = any(${[...query.ids]}::uuid[])) desc
        ${names ? sql`, (d.id in (select h.document_id from held h) or coalesce(d.person, '') ~* ${names}) desc` : sql``}
        ${days ? sql`, coalesce(t.value between ${days.from ?? '0'} and ${days.to ?? '9'}, false) desc` : sql``}
        ${order ? sql`, t.value ${order === 'earliest' ? sql`asc` : sql`desc`} nulls last` : sql``}, d.created_at desc) as place
      from public.documents d ${timed ? sql`left join dated t on t.document_id = d.id` : sql``}
      where ${visible(sql`d.user_id`)} and d.deleted_at is null
        ${query.within ? sql`and d.id = any(${[...query.within]}::uuid[])` : sql`and (d.document_type = any(${[...query.types]}::text[]) or d.id = any(${[...query.ids]}::uuid[])
          ${query.latest ? sql`or d.id in (select l.id from public.documents l where ${visible(sql`l.user_id`)} and l.deleted_at is null order by l.created_at desc limit ${query.latest})` : sql``}
          ${names ? sql`or d.person ~* ${names} or d.id in (select h.document_id from held h)` : sql``})`}
      order by 2 limit ${query.limit})
    select d.id, d.title, d.file_name as "fileName", d.document_type as type, d.category, d.person, d.language, d.expires_on as "expiresOn", d.user_id <> ${userId} as shared, h.value as holder,
      coalesce(i.value, s.value, case when d.document_type = 'other' then null else e.value end) as dated
    from chosen c join public.documents d on d.id = c.id
    left join public.document_fields h on h.document_id = d.id and h.name = 'holderName'
    left join public.document_fields i on i.document_id = d.id and i.name = 'issueDate'
    left join public.document_fields s on s.document_id = d.id and s.name = 'startDate'
    left join public.document_fields e on e.document_id = d.id and e.name = 'dueDate'
    order by c.place`);
  const fields = await tx.query<Field & { documentId: string }>(sql`
    select f.document_id as "documentId", f.name, f.value, f.page from public.document_fields f
    where f.document_id = any(${rows.map((row) => row.id)}::uuid[])`);
  const byDocument = new Map<string, Field[]>();
  for (const { documentId, name, value, page } of fields) {
    const own = byDocument.get(documentId) ?? [];
    own.push({ name, value, page });
    byDocument.set(documentId, own);
  }
  return rows.map(({ shared, ...row }) => {
    const own = byDocument.get(row.id) ?? [];
    return shared ? { ...row, title: maskIdentityNumbersInText(row.title), fileName: maskIdentityNumbersInText(row.fileName), fields: own.map((field) => ({ ...field, value: maskIdentityNumber(field.name, field.value, row.type as DocumentType) })) } : { ...row, fields: own };
  });
};

/** Text of the documents' current pages (with identity numbers masked in what others share): those where the pattern is met first, at most `perDocument` of each, in page order. */
export const readPages = async (tx: Tx, ids: readonly string[], pattern: string, wanted: readonly string[], perDocument: number): Promise<PageRow[]> => {
  const rows = await tx.query<PageRow & { type: DocumentType; numbers: string[] | null }>(sql`
    select ranked.document_id as "documentId", ranked.page, ranked.text, d.document_type as type,
      case when d.user_id <> (select auth.uid()) then ${identityNumbers} end as numbers
    from (
      select p.document_id, p.page, left(p.text, 20000) as text, row_number() over (
        partition by p.document_id
        order by (p.document_id::text || ' ' || p.page::text = any(${[...wanted]}::text[])) desc,
          ${pattern ? sql`(select count(distinct lower(m[1])) from regexp_matches(p.text, ${pattern}, 'gi') m) desc,` : sql``} p.page
      ) as place
      from public.document_pages p join public.documents d on d.id = p.document_id and d.version = p.version
      where p.document_id = any(${[...ids]}::uuid[])
    ) ranked join public.documents d on d.id = ranked.document_id
    where ranked.place <= ${perDocument} order by 1, 2`);
  return rows.map(({ numbers, type, ...row }) => (numbers ? { ...row, text: maskIdentityNumbersInText(row.text, knownNumbers(numbers, type)) } : row));
};

export type KinPage = PageRow & { holder: string | null; type: string };
const kinTypes = ['passport', 'national_id', 'birth_certificate', 'marriage_certificate', 'insurance_policy', 'driving_licence', 'tax_id', 'lease', 'will', 'power_of_attorney', 'property_deed', 'visa', 'loan_agreement', 'contract'];

/** First pages of papers that say who is whose wife, son or mother. */
export const readKinshipPages = (tx: Tx): Promise<KinPage[]> =>
  tx.query<KinPage>(sql`
    select p.document_id as "documentId", p.page, left(p.text, 3000) as text, h.value as holder, d.document_type as type
    from public.documents d join public.document_pages p on p.document_id = d.id and p.version = d.version and p.page <= 2
    left join public.document_fields h on h.document_id = d.id and h.name = 'holderName'
    where ${visible(sql`d.user_id`)} and d.deleted_at is null and d.document_type = any(${kinTypes}::text[])
    order by d.document_type in ('birth_certificate', 'marriage_certificate', 'passport') desc, d.created_at desc limit 120`);

/** Names of kin and sexes that fields hold, with the holder of their paper. */
export const readKinshipFields = (tx: Tx): Promise<{ holder: string; name: string; value: string }[]> =>
  tx.query<{ holder: string; name: string; value: string }>(sql`
    select h.value as holder, f.name, f.value
    from public.document_fields f join public.document_fields h on h.document_id = f.document_id and h.name = 'holderName'
    join public.documents d on d.id = f.document_id and d.deleted_at is null
    where ${visible(sql`f.user_id`)} and f.name in ('fatherName', 'motherName', 'spouseName', 'sex') and length(f.value) <= 100 limit 1000`);
