import sql, { type Sql } from 'sql-template-tag';

/** What states money that was or is to be paid. A policy's amount is what it covers, a payslip's what came in: neither is spending. */
const billTypes = ['invoice', 'receipt', 'utility_bill', 'travel_itinerary'];

const field = (name: string): Sql => sql`(select f.value from public.document_fields f where f.document_id = d.id and f.name = ${name})`;
const iso = '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$';
const money = '^-?\\d{1,12}(\\.\\d{1,4})?$';

/**
 * The bills of the owner with `day` (text, YYYY-MM-DD: the day they are of, or that they came in on in the time zone), `amount` and `currency`.
 * `copy` is 1 for each and more for what seems to be the same bill again: issuer, amount, currency and printed day alike.
 */
export const billsOf = (userId: string, zone: string): Sql => sql`
  select b.*, case when b.issuer is null or b.printed is null then 1 else
    row_number() over (partition by b.issuer, b.amount, b.currency, b.printed order by b.created_at desc, b.id) end as copy
  from (
    select d.id, d.title, d.category, d.created_at, lower(${field('issuer')}) as issuer, ${field('totalAmount')}::numeric as amount, ${field('currency')} as currency, p.printed,
      coalesce(p.printed, (d.created_at at time zone ${zone})::date::text) as day
    from public.documents d
    cross join lateral (select coalesce(${field('issueDate')}, ${field('startDate')}, ${field('dueDate')}) as printed) q
    cross join lateral (select case when q.printed ~ ${iso} then q.printed end as printed) p
    where d.user_id = ${userId} and d.deleted_at is null and d.document_type = any(${billTypes}::text[])
      and exists (select from public.document_fields a where a.document_id = d.id and a.name = 'totalAmount' and a.value ~ ${money})) b`;
