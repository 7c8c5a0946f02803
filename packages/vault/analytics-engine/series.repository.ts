import sql, { type Sql } from 'sql-template-tag';
import { eventsPrefix, type Figure } from '@docuvault/contract/analytics.ts';
import type { Tx } from '@docuvault/db/types.ts';
import { billsOf } from './bills.ts';
import type { Days } from './steps.ts';

/** What one day adds to a figure; `currency` tells series of money apart. */
export type DayValue = { day: string; value: number; currency: string | null };

type Range = Days & { userId: string; zone: string };

/** Moments are days in the person's time zone. */
const within = (moment: Sql, { from, to, zone }: Range): Sql =>
  sql`${moment} >= (${from}::date)::timestamp at time zone ${zone} and ${moment} < (${to}::date + 1)::timestamp at time zone ${zone}`;
const dayIn = (moment: Sql, zone: string): Sql => sql`(${moment} at time zone ${zone})::date::text`;

const byFigure: Record<Figure, (range: Range) => Sql> = {
  documents: (range) => sql`
    select ${dayIn(sql`d.created_at`, range.zone)} as day, count(*)::float8 as value, null as currency from public.documents d
    where d.user_id = ${range.userId} and ${within(sql`d.created_at`, range)} group by 1`,
  // What was there before the range counts on its first day, since the figure is a level and not a flow.
  storage: (range) => sql`
    select greatest(${dayIn(sql`d.created_at`, range.zone)}, ${range.from}) as day, sum(d.size_bytes)::float8 as value, null as currency from public.documents d
    where d.user_id = ${range.userId} and d.created_at < (${range.to}::date + 1)::timestamp at time zone ${range.zone} group by 1`,
  questions: (range) => sql`
    select ${dayIn(sql`m.created_at`, range.zone)} as day, count(*)::float8 as value, null as currency from public.chat_messages m
    where m.user_id = ${range.userId} and m.role = 'user' and ${within(sql`m.created_at`, range)} group by 1`,
  expiring: (range) => sql`
    select d.expires_on::text as day, count(*)::float8 as value, null as currency from public.documents d
    where d.user_id = ${range.userId} and d.deleted_at is null and d.expires_on between ${range.from}::date and ${range.to}::date group by 1`,
  spending: (range) => sql`
    select b.day, sum(b.amount)::float8 as value, b.currency from (${billsOf(range.userId, range.zone)}) b
    where b.copy = 1 and b.day between ${range.from} and ${range.to} group by b.day, b.currency`,
};

/** The days of a figure on which something was. */
export const readFigure = (tx: Tx, figure: Figure, range: Range): Promise<DayValue[]> => tx.query<DayValue>(byFigure[figure](range));

/** The days on which events of the name came, their values summed up. */
export const readEvents = (tx: Tx, metric: string, range: Range): Promise<DayValue[]> =>
  tx.query<DayValue>(sql`
    select ${dayIn(sql`a.date_recorded`, range.zone)} as day, sum(a.metric_value)::float8 as value, null as currency from public.analytics_data a
    where a.user_id = ${range.userId} and a.metric_type = ${metric.slice(eventsPrefix.length)} and ${within(sql`a.date_recorded`, range)} group by 1`);

/** The person's time zone; UTC where the account has none. */
export const readZone = async (tx: Tx, userId: string): Promise<string> => {
  const [row] = await tx.query<{ time_zone: string }>(sql`select u.time_zone from public.users u where u.id = ${userId}`);
  return row?.time_zone ?? 'UTC';
};
