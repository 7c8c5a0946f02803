import ical, { ICalAlarmType, ICalEventTransparency } from 'ical-generator';
import sql from 'sql-template-tag';
import { Temporal } from 'temporal-polyfill';
import type { Deps, UserContext } from '../context.ts';
import { maskIdentityNumbersInText } from '../understanding/identifiers/mask.ts';
import { addDays, momentOf } from './local-time.ts';
import { nextOccurrence } from './recurrence.ts';
import { documentIsThere, reminderColumns, remindersWithDocuments, type ReminderRow } from './reminder-row.ts';
import { calendarMissing } from './reminders.errors.ts';
import { readSettings } from './settings.ts';

/** Days that a feed shows back and ahead. Recurring reminders are written out day by day: calendars differ in what they make of rare rules. */
const back = 90;
const ahead = 3 * 366;
const mostEvents = 2_000;
const context = (userId: string) => `calendar feed ${userId}`;

const hashOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');

type Feed = { sealed_secret: Uint8Array<ArrayBuffer>; key_version: number };

/** The secret part of the person's calendar address, made at the first call; `renew` makes a new one, which ends the old address. */
export const calendarSecret = async ({ actor, deps }: UserContext, renew: boolean): Promise<string> => {
  const { userId } = actor;
  const secret = crypto.getRandomValues(new Uint8Array(32));
  const sealed = await deps.keyring.wrap(secret, context(userId));
  const hash = await hashOf(secret);
  const [feed] = await deps.db.asService('a person\'s calendar address', (tx) => tx.query<Feed>(renew
    ? sql`
      insert into private.calendar_feeds as f (user_id, secret_hash, sealed_secret, key_version, created_at) values (${userId}, ${hash}, ${sealed.bytes}, ${sealed.version}, ${deps.clock.now()})
      on conflict (user_id) do update set secret_hash = excluded.secret_hash, sealed_secret = excluded.sealed_secret, key_version = excluded.key_version, created_at = excluded.created_at
      returning f.sealed_secret, f.key_version`
    : sql`
      with made as (
        insert into private.calendar_feeds (user_id, secret_hash, sealed_secret, key_version, created_at) values (${userId}, ${hash}, ${sealed.bytes}, ${sealed.version}, ${deps.clock.now()})
        on conflict (user_id) do nothing returning sealed_secret, key_version)
      select * from made union all select f.sealed_secret, f.key_version from private.calendar_feeds f where f.user_id = ${userId} and not exists (select from made)`));
  if (!feed) return calendarSecret({ actor, deps }, renew);
  return Buffer.from(await deps.keyring.unwrap({ version: feed.key_version, bytes: feed.sealed_secret }, context(userId))).toString('base64url');
};

/** Ends the person's calendar address; the next call for one makes another. */
export const revokeCalendar = ({ actor, deps }: UserContext): Promise<void> =>
  deps.db.asService('end a calendar address', async (tx) => {
    await tx.query(sql`delete from private.calendar_feeds f where f.user_id = ${actor.userId}`);
  });

/** The days of a stretch on which a reminder is due: what is completed has none, what recurs has all to come. */
export const occurrences = (row: ReminderRow, from: string, until: string): string[] => {
  const days: string[] = [];
  if (row.status === 'completed') return days;
  for (let day: string | null = row.due_on; day !== null && day <= until && days.length < 400; day = nextOccurrence(row.recurrence, row.starts_on, day)) if (day >= from) days.push(day);
  return days;
};

const halfHourMs = 30 * 60_000;
const utcDay = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** A whole day, or half an hour where a time is given. */
const when = (day: string, time: string | null, zone: string) => {
  if (time === null) return { start: utcDay(day), end: utcDay(addDays(day, 1)), allDay: true };
  const start = momentOf(day, time, zone);
  return { start, end: new Date(start.getTime() + halfHourMs), allDay: false };
};

/** The feed behind a secret as iCalendar (RFC 5545): whole days, or their times, with alarms at the leads. 404 for a secret that is none (any more). */
export const calendarFeed = async (deps: Pick<Deps, 'db' | 'clock'>, secret: string): Promise<string> => {
  if (!/^[A-Za-z0-9_-]{43}$/.test(secret)) throw calendarMissing();
  const hash = await hashOf(Uint8Array.from(Buffer.from(secret, 'base64url')));
  const today = Temporal.Instant.fromEpochMilliseconds(deps.clock.now().getTime()).toZonedDateTimeISO('UTC').toPlainDate().toString();
  const { rows, zone } = await deps.db.asService('a calendar reads its feed', async (tx) => {
    const [feed] = await tx.query<{ user_id: string }>(sql`select f.user_id from private.calendar_feeds f where f.secret_hash = ${hash}`);
    if (!feed) throw calendarMissing();
    const rows = await tx.query<ReminderRow>(sql`
      select ${reminderColumns} from ${remindersWithDocuments} where r.user_id = ${feed.user_id} and ${documentIsThere} order by r.due_on, r.id limit ${mostEvents}`);
    return { rows, zone: (await readSettings(tx, feed.user_id))?.timeZone ?? 'UTC' };
  });
  const calendar = ical({ name: 'DocuVault', prodId: { company: 'DocuVault AI', product: 'Reminders', language: 'EN' }, ttl: 6 * 3600 });
  for (const row of rows) {
    for (const day of occurrences(row, addDays(today, -back), addDays(today, ahead))) {
      calendar.createEvent({
        id: `${row.id}-${day}@docuvault`, ...when(day, row.due_time, zone), timezone: null, transparency: ICalEventTransparency.TRANSPARENT,
        summary: maskIdentityNumbersInText(row.title, []), stamp: row.updated_at, lastModified: row.updated_at,
        alarms: row.lead_days.filter((lead) => lead > 0).map((lead) => ({ type: ICalAlarmType.display, trigger: lead * 86_400 })),
      });
    }
  }
  return calendar.toString();
};
