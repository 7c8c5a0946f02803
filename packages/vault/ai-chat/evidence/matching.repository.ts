import sql, { join, type Sql } from 'sql-template-tag';
import type { Tx } from '@docuvault/db/types.ts';
import { visible } from '../../documents/visible.ts';

/** Which documents are counted, added up or listed. Patterns are POSIX regular expressions, met anywhere in title, fields or first pages. */
export type Filter = {
  types: readonly string[];
  category: string | null;
  /** The document's beginning must show it: "electricity" of an electricity bill. */
  marks: string;
  names: string;
  terms: readonly string[];
  period: { from: string | null; to: string | null } | null;
  currency: string | null;
  within: readonly string[] | null;
  without: readonly string[];
};

export type Matched = {
  id: string; title: string; type: string; holder: string | null; dated: string | null; due: string | null; expires: string | null;
  amount: string | null; currency: string | null;
};

const iso = '^\\d{4}-\\d{2}-\\d{2}$';
const field = (name: string): Sql => sql`(select f.value from public.document_fields f where f.document_id = d.id and f.name = ${name})`;
const begins = (pattern: string): Sql => sql`(d.title ~* ${pattern} or coalesce(${field('issuer')}, '') ~* ${pattern} or exists (
  select from public.document_pages p where p.document_id = d.id and p.version = d.version and p.page = 1 and left(p.text, 700) ~* ${pattern}))`;
const speaksOf = (pattern: string): Sql => sql`(d.title ~* ${pattern}
  or exists (select from public.document_fields f where f.document_id = d.id and f.value ~* ${pattern})
  or exists (select from public.document_pages p where p.document_id = d.id and p.version = d.version and p.page <= 2 and p.text ~* ${pattern}))`;

type Day = 'dated' | 'due' | 'expires';

const inPeriod = (day: Sql, period: Filter['period'], cast: Sql): Sql =>
  sql`${period?.from ? sql`and ${day} >= ${period.from}${cast}` : sql``} ${period?.to ? sql`and ${day} <= ${period.to}${cast}` : sql``}`;

/** The rows of the documents that pass the filter; amounts by the first of `amounts` that a document has. */
const matching = (filter: Filter, amounts: readonly string[], day: Day): Sql => {
  const { period } = filter;
  return sql`
    select m.* from (
      select d.id, d.title, d.document_type as type, d.created_at,
        ${field('holderName')} as holder,
        coalesce(${field('issueDate')}, ${field('startDate')}, ${field('dueDate')}, ${field('endDate')}) as dated,
        ${day === 'due' ? sql`u.value` : field('dueDate')} as due, d.expires_on::text as expires,
        (select f.value::numeric from public.document_fields f where f.document_id = d.id and f.name = any(${[...amounts]}::text[]) and f.value ~ '^-?\\d{1,15}(\\.\\d{1,4})?$'
          order by array_position(${[...amounts]}::text[], f.name) limit 1) as amount,
        ${field('currency')} as currency
      from public.documents d
      ${day === 'due' ? sql`join public.document_fields u on u.document_id = d.id and ${visible(sql`u.user_id`)} and u.name = 'dueDate' and u.value ~ ${iso} ${inPeriod(sql`u.value`, period, sql``)}` : sql``}
      where ${visible(sql`d.user_id`)} and d.deleted_at is null
        ${day === 'expires' ? sql`and d.expires_on is not null ${inPeriod(sql`d.expires_on`, period, sql`::date`)}` : sql``}
        ${filter.types.length > 0 ? sql`and d.document_type = any(${[...filter.types]}::text[])` : sql``}
        ${filter.category ? sql`and d.category = ${filter.category}` : sql``}
        ${filter.within ? sql`and d.id = any(${[...filter.within]}::uuid[])` : sql``}
        ${filter.without.length > 0 ? sql`and not d.id = any(${[...filter.without]}::uuid[])` : sql``}
        ${filter.names ? sql`and (d.person ~* ${filter.names} or d.title ~* ${filter.names} or d.id in (
          select h.document_id from public.document_fields h where ${visible(sql`h.user_id`)} and h.name = 'holderName' and h.value ~* ${filter.names}))` : sql``}
        ${filter.marks ? sql`and ${begins(filter.marks)}` : sql``}
        ${filter.terms.length > 0 ? sql`and ${join(filter.terms.map(speaksOf), ' and ')}` : sql``}
    ) m
    where true ${filter.currency ? sql`and m.currency = ${filter.currency}` : sql``} ${day === 'dated' ? inPeriod(sql`m.dated`, period, sql``) : sql``}`;
};

const shown = sql`x.id, x.title, x.type, x.holder, x.dated, x.due, x.expires, x.amount::text as amount, x.currency`;
/** Looking up every document's date would be slow; without a filter the day it came in must do. */
const isBroad = (filter: Filter): boolean =>
  filter.types.length === 0 && filter.category === null && filter.names === '' && filter.terms.length === 0 && filter.within === null && filter.period === null && filter.currency === null;

/** How many there are of each type, and the latest of them. One statement, so that the filter is applied once. */
export const countMatching = async (tx: Tx, filter: Filter, limit: number): Promise<{ types: { type: string; count: number }[]; rows: Matched[] }> => {
  const [made] = await tx.query<{ types: { type: string; count: number }[] | null; rows: Matched[] | null }>(sql`
    with found as materialized (select y.id, y.type, y.created_at, ${isBroad(filter) ? sql`null` : sql`y.dated`} as dated from (${matching(filter, [], 'dated')}) y),
    latest as (select f.id, row_number() over (order by f.dated desc nulls last, f.created_at desc, f.id) as place from found f order by 2 limit ${limit})
    select (select jsonb_agg(g) from (select f.type, count(*)::int as count from found f group by f.type order by 2 desc, 1) g) as types,
      (select jsonb_agg(jsonb_build_object('id', d.id, 'title', d.title, 'type', d.document_type, 'holder', ${field('holderName')}) order by l.place)
        from latest l join public.documents d on d.id = l.id) as rows`);
  return { types: made?.types ?? [], rows: (made?.rows ?? []).map((row) => ({ ...nothingKnown, ...row })) };
};

const nothingKnown = { holder: null, dated: null, due: null, expires: null, amount: null, currency: null };

export type Sum = { currency: string | null; documents: number; total: string; average: string; most: string; least: string };

/** Sums by currency, how many documents state no amount, and the latest that do. One statement, so that the filter is applied once. */
export const sumMatching = async (tx: Tx, filter: Filter, amounts: readonly string[], limit: number): Promise<{ sums: Sum[]; without: number; rows: Matched[] }> => {
  const [made] = await tx.query<{ sums: Sum[] | null; without: number; rows: Matched[] | null }>(sql`
    with found as materialized (select y.id, y.title, y.type, y.created_at, y.dated, y.amount, y.currency from (${matching(filter, amounts, 'dated')}) y)
    select (select jsonb_agg(g) from (
        select f.currency, count(*)::int as documents, sum(f.amount)::text as total, round(avg(f.amount), 2)::text as average, max(f.amount)::text as most, min(f.amount)::text as least
        from found f where f.amount is not null group by f.currency order by 2 desc, 1) g) as sums,
      (select count(*)::int from found f where f.amount is null) as without,
      (select jsonb_agg(r) from (
        select f.id, f.title, f.type, f.dated, f.amount::text as amount, f.currency from found f where f.amount is not null
        order by f.dated desc nulls last, f.created_at desc, f.id limit ${limit}) r) as rows`);
  return { sums: made?.sums ?? [], without: made?.without ?? 0, rows: (made?.rows ?? []).map((row) => ({ ...nothingKnown, ...row })) };
};

/** The documents themselves, in the order asked for. */
export const listMatching = (tx: Tx, filter: Filter, options: { amounts?: readonly string[]; by: 'dated' | 'due' | 'expires' | 'most' | 'least'; descending?: boolean; limit: number }): Promise<Matched[]> => {
  const dateOf = options.by === 'due' || options.by === 'expires' ? options.by : 'dated';
  const broad = options.descending === true && isBroad(filter);
  const order = options.by === 'most' ? sql`x.amount desc nulls last` : options.by === 'least' ? sql`x.amount asc nulls last`
    : sql`${options.by === 'due' ? sql`x.due` : options.by === 'expires' ? sql`x.expires` : broad ? sql`x.created_at` : sql`x.dated`} ${options.descending ? sql`desc` : sql`asc`} nulls last`;
  return tx.query<Matched>(sql`
    select ${shown}
    from (${matching(filter, options.amounts ?? ['totalAmount'], dateOf)}) x
    order by ${order}, x.created_at desc, x.id limit ${options.limit}`);
};
