import sql from 'sql-template-tag';
import type { Category, DocumentType } from '@docuvault/core/vocabulary.ts';
import type { Tx } from '@docuvault/db/types.ts';
import { billsOf } from './bills.ts';
import type { Days } from './steps.ts';

export type Paper = { id: string; title: string; type: DocumentType; category: Category; person: string | null; expires: string | null };

/** Whose paper it is: as labelled, else as printed. */
const person = sql`coalesce(d.person, (select f.value from public.document_fields f where f.document_id = d.id and f.name = 'holderName'))`;

const mostExpiring = 100;

/** What ends in the range, the first to end first, unless a later paper of its kind and person is there (of papers that one can have several of: of the same issuer too). */
export const readExpiring = (tx: Tx, userId: string, { from, to }: Days): Promise<(Paper & { expires: string })[]> =>
  tx.query(sql`
    with ending as (
      select d.id, d.title, d.document_type as type, d.category, ${person} as person, d.expires_on,
        (select lower(f.value) from public.document_fields f where f.document_id = d.id and f.name = 'issuer') as issuer
      from public.documents d where d.user_id = ${userId} and d.deleted_at is null and d.expires_on >= ${from}::date)
    select e.id, e.title, e.type, e.category, e.person, e.expires_on::text as expires from ending e
    where e.expires_on <= ${to}::date and not exists (
      select from ending l where l.type = e.type and l.expires_on > e.expires_on and lower(l.person) is not distinct from lower(e.person)
        and (e.type in ('passport', 'national_id', 'driving_licence', 'visa', 'vehicle_registration') or l.issuer = e.issuer))
    order by e.expires_on, e.id limit ${mostExpiring}`);

export type Held = { id: string; title: string; type: DocumentType; person: string | null; born: string | null; covers: string };

/** What bears on which papers a household may lack: who they are of, when their holder was born, and what policies say that they cover. */
export const readHeld = (tx: Tx, userId: string): Promise<Held[]> =>
  tx.query(sql`
    select d.id, d.title, d.document_type as type, ${person} as person,
      (select f.value from public.document_fields f where f.document_id = d.id and f.name = 'dateOfBirth') as born,
      case when d.document_type = 'insurance_policy' then lower(d.title || ' ' || coalesce((
        select left(p.text, 1500) from public.document_pages p where p.document_id = d.id and p.version = d.version and p.page = 1), '')) else '' end as covers
    from public.documents d
    where d.user_id = ${userId} and d.deleted_at is null and d.status = 'completed' and d.document_type in (
      'passport', 'national_id', 'tax_id', 'driving_licence', 'birth_certificate', 'vaccination_record', 'insurance_policy', 'will', 'vehicle_registration', 'property_deed', 'lease')
    order by d.created_at desc, d.id limit 2000`);

type Copy = { place: string; reason: 'same_number' | 'same_bill'; id: string; title: string; created_at: Date };

/** Papers of identity with the same number, others with the same number and dates, and bills with issuer, amount and day alike; in groups (`place`). */
export const readCopies = (tx: Tx, userId: string, zone: string): Promise<Copy[]> =>
  tx.query(sql`
    with dated as (
      select f.document_id, string_agg(f.name || '=' || f.value, ' ' order by f.name) filter (where f.name in ('issueDate', 'startDate', 'endDate', 'expiryDate', 'dueDate')) as days,
        upper(regexp_replace(max(f.value) filter (where f.name = 'documentNumber'), '[^[:alnum:]]', '', 'g')) as number
      from public.document_fields f where f.user_id = ${userId} and f.name in ('documentNumber', 'issueDate', 'startDate', 'endDate', 'expiryDate', 'dueDate') group by f.document_id),
    numbered as (
      select d.id, d.title, d.created_at, 'same_number' as reason,
        d.document_type || ' ' || n.number || ' ' || case when d.document_type in ('passport', 'national_id', 'tax_id', 'driving_licence', 'visa') then '' else n.days end as place
      from public.documents d join dated n on n.document_id = d.id
      where d.user_id = ${userId} and d.deleted_at is null and length(n.number) >= 5),
    billed as (
      select b.id, b.title, b.created_at, 'same_bill' as reason, concat_ws(' ', b.issuer, trim_scale(b.amount), b.currency, b.printed) as place
      from (${billsOf(userId, zone)}) b where b.issuer is not null and b.printed is not null),
    grouped as (
      select g.*, count(*) over (partition by g.reason, g.place) as members, max(g.created_at) over (partition by g.reason, g.place) as latest
      from (select * from numbered union all select * from billed) g where g.place is not null)
    select g.reason || ' ' || g.place as place, g.reason, g.id, g.title, g.created_at from grouped g where g.members > 1
    order by g.latest desc, 1, g.created_at desc, g.id limit 200`);

export type Spent = { month: string; category: Category; currency: string | null; total: number; documents: number };

/** What bills state, by month, category and currency, copies counted once. */
export const readSpending = (tx: Tx, userId: string, zone: string, { from, to }: Days): Promise<Spent[]> =>
  tx.query(sql`
    select left(b.day, 7) as month, b.category, b.currency, round(sum(b.amount), 2)::float8 as total, count(*)::int as documents
    from (${billsOf(userId, zone)}) b where b.copy = 1 and b.day between ${from} and ${to}
    group by 1, 2, 3 order by 1, 2, 3`);

type Weighed = { category: Category; documents: number; bytes: number; trashed: boolean };

/** The person's papers by category, those in the trash apart. */
export const readStorage = (tx: Tx, userId: string): Promise<Weighed[]> =>
  tx.query(sql`
    select d.category, count(*)::int as documents, sum(d.size_bytes)::float8 as bytes, d.deleted_at is not null as trashed
    from public.documents d where d.user_id = ${userId} group by d.category, d.deleted_at is not null order by 3 desc, 1`);

export const readLargest = (tx: Tx, userId: string): Promise<{ id: string; title: string; size: number }[]> =>
  tx.query(sql`
    select d.id, d.title, d.size_bytes::float8 as size from public.documents d
    where d.user_id = ${userId} and d.deleted_at is null order by d.size_bytes desc, d.id limit 5`);

export type Account = { zone: string; country: string | null; used: number; limit: number };

export const readAccount = async (tx: Tx, userId: string): Promise<Account> => {
  const [row] = await tx.query<Account>(sql`
    select u.time_zone as zone, u.country, u.storage_used::float8 as used, u.storage_limit::float8 as "limit" from public.users u where u.id = ${userId}`);
  return row ?? { zone: 'UTC', country: null, used: 0, limit: 0 };
};
