import sql, { join } from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import type { EventsInput } from '@docuvault/contract/analytics.ts';
import { malformed } from '@docuvault/core/errors.ts';
import type { UserContext } from '../context.ts';
import { maskIdentityNumbersInText } from '../understanding/identifiers/mask.ts';

const oldestMs = 30 * 86_400_000;
const aheadMs = 5 * 60_000;
const mostDimensions = 20;

type Event = EventsInput['events'][number];

const momentOf = ({ at }: Event, now: Date): Date => {
  if (at === undefined) return now;
  const moment = new Date(at);
  if (!(moment.getTime() >= now.getTime() - oldestMs && moment.getTime() <= now.getTime() + aheadMs)) throw malformed('analytics.event_time', 'An event lies within the last 30 days.', { at });
  return moment;
};

/** Texts carry no identity number into the figures. */
const dimensionsOf = ({ dimensions = {} }: Event): string => {
  if (Object.keys(dimensions).length > mostDimensions) throw malformed('analytics.too_many_dimensions', `An event has at most ${String(mostDimensions)} dimensions.`);
  return JSON.stringify(Object.fromEntries(Object.entries(dimensions).map(([name, value]) => [name, typeof value === 'string' ? maskIdentityNumbersInText(value) : value])));
};

/** The row's id: of the client's id and of whose it is, so that nobody's id stands in the way of another's (a UUID of version 8). */
const rowId = async (userId: string, id: string): Promise<string> => {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${userId} ${id.toLowerCase()}`))).slice(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return Buffer.from(bytes).toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

/** Keeps the client's own events, all or none. Answers how many were new: one whose `id` is known is not counted again. 400 `analytics.event_time`. */
export const recordEvents = async ({ actor, deps }: UserContext, { events }: EventsInput): Promise<{ accepted: number }> => {
  const now = deps.clock.now();
  const ids = await Promise.all(events.map(({ id }) => (id === undefined ? uuidv7() : rowId(actor.userId, id))));
  const rows = events.map((event, i) => sql`(${ids[i]}::uuid, ${actor.userId}::uuid, ${event.name}, ${event.value ?? 1}::float8, ${dimensionsOf(event)}::jsonb, ${momentOf(event, now)}::timestamptz)`);
  const taken = await deps.db.asUser(actor, (tx) => tx.query<{ id: string }>(sql`
    insert into public.analytics_data (id, user_id, metric_type, metric_value, dimensions, date_recorded)
    select distinct on (v.id) v.* from (values ${join(rows)}) v (id, user_id, metric_type, metric_value, dimensions, date_recorded)
    where not exists (select from public.analytics_data a where a.id = v.id and a.user_id = ${actor.userId})
    on conflict do nothing returning id`));
  return { accepted: taken.length };
};
