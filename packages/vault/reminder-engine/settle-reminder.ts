import sql from 'sql-template-tag';
import type { Reminder } from '@docuvault/contract/reminders.ts';
import type { UserContext } from '../context.ts';
import { startOfDay } from './local-time.ts';
import { nextOccurrence, previousOccurrence } from './recurrence.ts';
import { findReminder, nextLook, rhythmOf, toReminder } from './reminder-row.ts';
import { noteReminder } from './note-reminder.ts';
import { reminderCompleted, snoozePast, snoozeTooFar } from './reminders.errors.ts';
import { ownSettings } from './reminders.ts';

/** Says nothing more until the moment, or the beginning of the day in the person's zone. 422 for a time that is past. */
export const snoozeReminder = ({ actor, deps }: UserContext, id: string, until: string): Promise<Reminder> =>
  deps.db.asUser(actor, async (tx) => {
    const settings = await ownSettings(tx, actor.userId);
    const now = deps.clock.now();
    const before = await findReminder(tx, id);
    if (before.status === 'completed') throw reminderCompleted();
    const moment = until.length === 10 ? startOfDay(until, settings.timeZone) : new Date(until);
    if (moment <= now) throw snoozePast();
    if (moment.getUTCFullYear() > 9999) throw snoozeTooFar();
    await tx.query(sql`update public.reminders set status = 'snoozed', snoozed_until = ${moment}, next_at = ${moment}, escalate_at = null where id = ${id}`);
    await noteReminder(tx, actor.userId, before, 'reminder_snoozed', now);
    return toReminder(await findReminder(tx, id), settings, now);
  });

/** It is done: a reminder that recurs goes on with its next occurrence, any other is completed. Doing it twice does nothing more. */
export const completeReminder = ({ actor, deps }: UserContext, id: string): Promise<Reminder> =>
  deps.db.asUser(actor, async (tx) => {
    const settings = await ownSettings(tx, actor.userId);
    const now = deps.clock.now();
    const before = await findReminder(tx, id);
    if (before.status === 'completed') return toReminder(before, settings, now);
    const next = nextOccurrence(before.recurrence, before.starts_on, before.due_on);
    await tx.query(next === null
      ? sql`update public.reminders set status = 'completed', completed_at = ${now}, snoozed_until = null, next_at = null, escalate_at = null where id = ${id}`
      : sql`update public.reminders set status = 'active', completed_at = ${now}, snoozed_until = null, escalate_at = null, due_on = ${next}::date, last_lead = null,
          next_at = ${nextLook(rhythmOf(before, settings.timeZone), { dueOn: next, lastLead: null }, now)} where id = ${id}`);
    await noteReminder(tx, actor.userId, before, 'reminder_completed', now);
    return toReminder(await findReminder(tx, id), settings, now);
  });

/**
 * Takes back what was done to a reminder: that it was completed, put off or removed. One that recurs goes back to the
 * occurrence that was completed. Doing it twice does nothing more; what was said already is not said again.
 */
export const reopenReminder = ({ actor, deps }: UserContext, id: string): Promise<Reminder> =>
  deps.db.asUser(actor, async (tx) => {
    const settings = await ownSettings(tx, actor.userId);
    const now = deps.clock.now();
    const before = await findReminder(tx, id, { removed: true });
    const went = before.status === 'active' && before.completed_at !== null && before.recurrence !== null;
    if (before.status === 'active' && !went) return toReminder(before, settings, now);
    const dueOn = went ? (previousOccurrence(before.recurrence, before.starts_on, before.due_on) ?? before.due_on) : before.due_on;
    const lastLead = went ? null : before.last_lead;
    await tx.query(sql`
      update public.reminders set status = 'active', due_on = ${dueOn}::date, last_lead = ${lastLead}, snoozed_until = null, completed_at = null,
        next_at = ${nextLook(rhythmOf(before, settings.timeZone), { dueOn, lastLead }, now)} where id = ${id}`);
    return toReminder(await findReminder(tx, id), settings, now);
  });
