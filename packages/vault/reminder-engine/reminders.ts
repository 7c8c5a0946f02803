import sql, { empty } from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import type { Reminder, ReminderInput, ReminderPatch, RemindersQuery } from '@docuvault/contract/reminders.ts';
import { malformed, notFound } from '@docuvault/core/errors.ts';
import type { Tx } from '@docuvault/db/types.ts';
import type { UserContext } from '../context.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { readRecurrence } from './recurrence.ts';
import { documentIsThere, findReminder, nextLook, reminderColumns, remindersWithDocuments, toReminder, type ReminderRow } from './reminder-row.ts';
import { reminderMissing } from './reminders.errors.ts';
import { leadsFor, readSettings, type Settings } from './settings.ts';
import { mustBeFamily } from './family.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The settings of the person who asks; an account that is gone has no reminders. */
export const ownSettings = async (tx: Tx, userId: string): Promise<Settings> => {
  const settings = await readSettings(tx, userId);
  if (!settings) throw reminderMissing();
  return settings;
};

const behind = (cursor: string) => {
  const [dueOn, id] = decodeCursor(cursor, 2);
  if (typeof dueOn !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(dueOn) || typeof id !== 'string' || !uuid.test(id)) throw malformed('request.invalid_cursor', 'The cursor is not one that this list gave.');
  return sql`and (r.due_on, r.id) > (${dueOn}::date, ${id}::uuid)`;
};

/** The person's reminders, the nearest first. Those of documents in the trash are left out. */
export const listReminders = async ({ actor, deps }: UserContext, query: RemindersQuery): Promise<{ items: Reminder[]; nextCursor: string | null }> =>
  deps.db.asUser(actor, async (tx) => {
    const settings = await ownSettings(tx, actor.userId);
    const limit = query.limit ?? 50;
    const rows = await tx.query<ReminderRow>(sql`
      select ${reminderColumns} from ${remindersWithDocuments}
      where r.user_id = (select auth.uid()) and ${documentIsThere} ${query.status === 'open' ? sql`and r.status in ('active', 'snoozed')` : query.status ? sql`and r.status = ${query.status}` : empty}
        ${query.documentId ? sql`and r.document_id = ${query.documentId}` : empty} ${query.from ? sql`and r.due_on >= ${query.from}::date` : empty}
        ${query.until ? sql`and r.due_on <= ${query.until}::date` : empty} ${query.cursor ? behind(query.cursor) : empty}
      order by r.due_on, r.id limit ${limit + 1}`);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return { items: rows.slice(0, limit).map((row) => toReminder(row, settings, deps.clock.now())), nextCursor: last ? encodeCursor([last.due_on, last.id]) : null };
  });

export const getReminder = ({ actor, deps }: UserContext, id: string): Promise<Reminder> =>
  deps.db.asUser(actor, async (tx) => toReminder(await findReminder(tx, id), await ownSettings(tx, actor.userId), deps.clock.now()));

/** Makes a reminder of one's own, with or without a document of one's own. 404 `document.not_found` for any other document. */
export const createReminder = ({ actor, deps }: UserContext, input: ReminderInput): Promise<Reminder> =>
  deps.db.asUser(actor, async (tx) => {
    const settings = await ownSettings(tx, actor.userId);
    const now = deps.clock.now();
    if (input.escalateTo) await mustBeFamily(tx, input.escalateTo);
    let type: string | null = null;
    if (input.documentId) {
      const [document] = await tx.query<{ document_type: string }>(sql`
        select d.document_type from public.documents d where d.id = ${input.documentId} and d.user_id = (select auth.uid()) and d.deleted_at is null`);
      if (!document) throw notFound('document');
      type = document.document_type;
    }
    const recurrence = input.recurrence ? readRecurrence(input.recurrence, input.dueOn) : null;
    const leadDays = [...new Set(input.leadDays ?? leadsFor(settings, type))].sort((a, b) => b - a);
    const id = uuidv7();
    const next = nextLook({ startsOn: input.dueOn, recurrence, leadDays, zone: settings.timeZone, time: input.dueTime ?? null }, { dueOn: input.dueOn, lastLead: null }, now);
    await tx.query(sql`
      insert into public.reminders (id, user_id, document_id, title, starts_on, due_on, lead_days, channels, recurrence, due_time, person, escalate_to, source, next_at, created_at, updated_at)
      values (${id}, ${actor.userId}, ${input.documentId ?? null}, ${input.title}, ${input.dueOn}::date, ${input.dueOn}::date, ${leadDays}::integer[],
        ${input.channels ?? null}::text[], ${recurrence}, ${input.dueTime ?? null}, ${input.person ?? null}, ${input.escalateTo ?? null}, 'user', ${next}, ${now}, ${now})`);
    return toReminder(await findReminder(tx, id), settings, now);
  });

/** Changes a reminder. Another day or rule begins it anew; other leads leave alone what was said already. */
export const changeReminder = ({ actor, deps }: UserContext, id: string, patch: ReminderPatch): Promise<Reminder> =>
  deps.db.asUser(actor, async (tx) => {
    const settings = await ownSettings(tx, actor.userId);
    const now = deps.clock.now();
    const before = await findReminder(tx, id);
    if (patch.escalateTo) await mustBeFamily(tx, patch.escalateTo);
    const dueOn = patch.dueOn ?? before.due_on;
    const moved = dueOn !== before.due_on || (patch.recurrence !== undefined && patch.recurrence !== before.recurrence);
    const startsOn = moved ? dueOn : before.starts_on;
    const recurrence = patch.recurrence === undefined ? before.recurrence : patch.recurrence ? readRecurrence(patch.recurrence, startsOn) : null;
    const leadDays = patch.leadDays ? [...new Set(patch.leadDays)].sort((a, b) => b - a) : before.lead_days;
    const status = patch.status ?? (moved ? 'active' : before.status);
    const lastLead = moved ? null : before.last_lead;
    const dueTime = patch.dueTime === undefined ? before.due_time : patch.dueTime;
    const person = patch.person === undefined ? before.person : patch.person;
    const escalateTo = patch.escalateTo === undefined ? before.own_escalate_to : patch.escalateTo;
    const next = status === 'completed' ? null : status === 'snoozed' ? before.snoozed_until : nextLook({ startsOn, recurrence, leadDays, zone: settings.timeZone, time: dueTime }, { dueOn, lastLead }, now);
    await tx.query(sql`
      update public.reminders set title = ${patch.title ?? before.title}, starts_on = ${startsOn}::date, due_on = ${dueOn}::date, last_lead = ${lastLead}, lead_days = ${leadDays}::integer[],
        channels = ${patch.channels === undefined ? before.channels : patch.channels}::text[], recurrence = ${recurrence}, due_time = ${dueTime}, person = ${person}, escalate_to = ${escalateTo}, status = ${status}, edited = true,
        snoozed_until = ${status === 'snoozed' ? before.snoozed_until : null}, completed_at = ${status === 'completed' ? (before.completed_at ?? now) : null}, next_at = ${next}, escalate_at = null
      where id = ${id}`);
    return toReminder(await findReminder(tx, id), settings, now);
  });

/** Removes a reminder. One that was read out of a document stays away until its day changes. */
export const removeReminder = ({ actor, deps }: UserContext, id: string): Promise<void> =>
  deps.db.asUser(actor, async (tx) => {
    const before = await findReminder(tx, id);
    if (before.source === 'user') await tx.query(sql`delete from public.reminders where id = ${id}`);
    else await tx.query(sql`update public.reminders set status = 'dismissed', snoozed_until = null, next_at = null, escalate_at = null, edited = true where id = ${id}`);
  });
