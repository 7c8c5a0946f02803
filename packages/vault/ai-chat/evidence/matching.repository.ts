import sql, { join, type Sql } from 'sql-template-tag';
import type { Tx } from '@docuvault/db/types.ts';

/** Which documents are counted, added up or listed. Patterns are POSIX regular expressions, met anywhere in title, fields or first pages. */
export type Filter = {
  types: readonly string[];
  category: string | null;
  /** The document's beginning must show it: "electricity" of an electricity bill. */
  marks: string;
  names: string;
  terms: readonly string[];
  period: { from: string | null; to: string | null } | null;
  within: readonly string[] | null;
  without: readonly string[];
};

export type Matched = {
  id: string; title: string; type: string; holder: string | null; dated: string | null; due: string | null; expires: string | null;
  amount: string | null; currency: string | null;
};

const iso = sql`'^\\d{4}-\\d{2}-\\d{2}$'`;
const field = (name: string): Sql => sql`(select f.value from public.document_fields f where f.document_id = d.id and f.name = ${name})`;
const begins = (pattern: string): Sql => sql`(d.title ~* ${pattern} or coalesce(${field('issuer')}, '') ~* ${pattern} or exists (
  select from public.document_pages p where p.document_id = d.id and p.version = d.version and p.page = 1 and left(p.text, 700) ~* ${pattern}))`;
const speaksOf = (pattern: string): Sql => sql`(d.title ~* ${pattern}
  or exists (select from public.document_fields f where f.document_id = d.id and f.value ~* ${pattern})
  or exists (select from public.document_pages p where p.document_id = d.id and p.version = d.version and p.page <= 2 and p.text ~* ${pattern}))`;

/** The rows of the documents that pass the filter; amounts by the first of `amounts` that a document has. */
const matching = (userId: string, filter: Filter, amounts: readonly string[], dateOf: 'dated' | 'due' | 'expires'): Sql => {
  const { period } = filter;
  const day = sql`m.${dateOf === 'dated' ? sql`dated` : dateOf === 'due' ? sql`due` : sql`expires`}`;
  return sql`
    select m.* from (
      select d.id, d.title, d.document_type as type, d.created_at,
        ${field('holderName')} as holder,
        coalesce(${field('issueDate')}, ${field('startDate')}, ${field('dueDate')}, ${field('endDate')}) as dated,
        ${field('dueDate')} as due,
        coalesce(d.expires_on::text, ${field('expiryDate')}) as expires,
        (select f.value::numeric from public.document_fields f where f.document_id = d.id and f.name = any(${[...amounts]}::text[]) and f.value ~ '^-?\\d{1,15}(\\.\\d{1,4})?$'
          order by array_position(${[...amounts]}::text[], f.name) limit 1) as amount,
        ${field('currency')} as currency
      from public.documents d
      where d.user_id = ${userId} and d.deleted_at is null
        ${filter.types.length > 0 ? sql`and d.document_type = any(${[...filter.types]}::text[])` : sql``}
        ${filter.category ? sql`and d.category = ${filter.category}` : sql``}
        ${filter.within ? sql`and d.id = any(${[...filter.within]}::uuid[])` : sql``}
        ${filter.without.length > 0 ? sql`and not d.id = any(${[...filter.without]}::uuid[])` : sql``}
        ${filter.names ? sql`and (coalesce(${field('holderName')}, '') || ' ' || coalesce(d.person, '') || ' ' || d.title) ~* ${filter.names}` : sql``}
        ${filter.marks ? sql`and ${begins(filter.marks)}` : sql``}
        ${filter.terms.length > 0 ? sql`and ${join(filter.terms.map(speaksOf), ' and ')}` : sql``}
    ) m
    where true
      ${dateOf === 'dated' ? sql`` : sql`and ${day} ~ ${iso}`}
      ${period?.from ? sql`and ${day} >= ${period.from}` : sql``} ${period?.to ? sql`and ${day} <= ${period.to}` : sql``}`;
};

/** How many there are, and how many of each type. */
export const countMatching = (tx: Tx, userId: string, filter: Filter): Promise<{ type: string; count: number }[]> =>
  tx.query(sql`select x.type, count(*)::int as count from (${matching(userId, filter, [], 'dated')}) x group by x.type order by 2 desc, 1`);

export type Sum = { currency: string | null; documents: number; total: string; average: string; most: string; least: string };

/** Sums by currency, and how many documents state no amount. */
export const sumMatching = async (tx: Tx, userId: string, filter: Filter, amounts: readonly string[]): Promise<{ sums: Sum[]; without: number }> => {
  const rows = await tx.query<Sum & { without: number }>(sql`
    select x.currency, count(x.amount)::int as documents, sum(x.amount)::text as total, round(avg(x.amount), 2)::text as average,
      max(x.amount)::text as most, min(x.amount)::text as least, count(*) filter (where x.amount is null)::int as without
    from (${matching(userId, filter, amounts, 'dated')}) x group by case when x.amount is null then null else x.currency end, x.currency order by 2 desc`);
  return { sums: rows.filter((row) => row.documents > 0), without: rows.reduce((sum, row) => sum + row.without, 0) };
};

/** The documents themselves, in the order asked for. */
export const listMatching = (tx: Tx, userId: string, filter: Filter, options: { amounts?: readonly string[]; by: 'dated' | 'due' | 'expires' | 'most' | 'least'; descending?: boolean; limit: number }): Promise<Matched[]> => {
  const dateOf = options.by === 'due' || options.by === 'expires' ? options.by : 'dated';
  const order = options.by === 'most' ? sql`x.amount desc nulls last` : options.by === 'least' ? sql`x.amount asc nulls last`
    : sql`${options.by === 'due' ? sql`x.due` : options.by === 'expires' ? sql`x.expires` : sql`x.dated`} ${options.descending ? sql`desc` : sql`asc`} nulls last`;
  return tx.query<Matched>(sql`
    select x.id, x.title, x.type, x.holder, x.dated, x.due, x.expires, x.amount::text as amount, x.currency
    from (${matching(userId, filter, options.amounts ?? ['totalAmount'], dateOf)}) x
    order by ${order}, x.created_at desc, x.id limit ${options.limit}`);
};
