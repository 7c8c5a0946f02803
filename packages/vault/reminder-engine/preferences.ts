import sql from 'sql-template-tag';
import type { ReminderPreferences, ReminderPreferencesInput } from '@docuvault/contract/reminders.ts';
import { notFound } from '@docuvault/core/errors.ts';
import type { Tx } from '@docuvault/db/types.ts';
import type { UserContext } from '../context.ts';
import { mustBeFamily } from './family.ts';
import { isTimeZone } from './local-time.ts';
import { nextLook, reminderColumns, remindersWithDocuments, rhythmOf, type ReminderRow } from './reminder-row.ts';
import { stoppedByText, zoneInvalid } from './reminders.errors.ts';
import { ownSettings } from './reminders.ts';
import { usualLeads, type Settings } from './settings.ts';

const toPreferences = (settings: Settings): Omit<ReminderPreferences, 'unreachable'> => ({
  timeZone: settings.timeZone, channels: [...settings.channels], channelsFor: Object.fromEntries(Object.entries(settings.channelsFor).map(([group, channels]) => [group, [...channels]])),
  leadDays: Object.fromEntries(Object.entries({ default: usualLeads, ...settings.leadDays }).map(([type, days]) => [type, [...days]])),
  quietHours: settings.quiet, notifyAt: settings.notifyAt, phone: settings.phone,
  escalation: settings.escalateTo === null ? null : { userId: settings.escalateTo, afterDays: settings.escalateAfterDays },
});

type Unreachable = ReminderPreferences['unreachable'][number];

const readPreferences = async (tx: Tx, userId: string): Promise<ReminderPreferences> => {
  const closed = await tx.query<Omit<Unreachable, 'since'> & { since: Date }>(sql`select channel, address, reason, since from private.my_suppressed_addresses()`);
  return { ...toPreferences(await ownSettings(tx, userId)), unreachable: closed.map((one) => ({ ...one, since: one.since.toISOString() })) };
};

/** How the person is reminded, the defaults filled in. */
export const getPreferences = ({ actor, deps }: UserContext): Promise<ReminderPreferences> => deps.db.asUser(actor, (tx) => readPreferences(tx, actor.userId));

/** The person says that their address takes messages again. 404 when nothing hinders it, 422 for a number whose STOP only a START by text takes back. */
export const freeAddress = ({ actor, deps }: UserContext, channel: string): Promise<ReminderPreferences> =>
  deps.db.asUser(actor, async (tx) => {
    const [row] = await tx.query<{ freed: boolean }>(sql`select private.free_my_address(${channel}) as freed`);
    const preferences = await readPreferences(tx, actor.userId);
    if (row!.freed) return preferences;
    throw preferences.unreachable.some((one) => one.channel === channel) ? stoppedByText() : notFound('address');
  });

/** In another zone days begin at other moments, so the next look at each reminder is put anew. */
const lookAnew = async (tx: Tx, zone: string, now: Date): Promise<void> => {
  const rows = await tx.query<ReminderRow>(sql`select ${reminderColumns} from ${remindersWithDocuments} where r.user_id = (select auth.uid()) and r.status = 'active' for update of r`);
  const looks = rows.map((row) => ({ id: row.id, next: nextLook(rhythmOf(row, zone), { dueOn: row.due_on, lastLead: row.last_lead }, now) }));
  await tx.query(sql`
    update public.reminders r set next_at = l.next from unnest(${looks.map(({ id }) => id)}::uuid[], ${looks.map(({ next }) => next?.toISOString() ?? null)}::timestamptz[]) as l (id, next)
    where r.id = l.id`);
};

/** Changes what is given and leaves the rest. 400 for a zone that nobody knows; 404 for an escalation to somebody outside of one's families. */
export const changePreferences = async ({ actor, deps }: UserContext, given: ReminderPreferencesInput): Promise<ReminderPreferences> => {
  if (given.timeZone !== undefined && !isTimeZone(given.timeZone)) throw zoneInvalid();
  return deps.db.asUser(actor, async (tx) => {
    const before = toPreferences(await ownSettings(tx, actor.userId));
    const after = { ...before, ...given };
    if (given.escalation) await mustBeFamily(tx, given.escalation.userId);
    const quiet = after.quietHours ?? { from: '00:00', until: '00:00' };
    if (after.timeZone !== before.timeZone) await tx.query(sql`update public.users u set time_zone = ${after.timeZone} where u.id = (select auth.uid())`);
    await tx.query(sql`
      insert into public.reminder_preferences as p (user_id, channels, channels_for, lead_days, quiet_from, quiet_until, notify_at, phone, escalate_to, escalate_after_days)
      values (${actor.userId}, ${after.channels}::text[], ${JSON.stringify(after.channelsFor)}::jsonb, ${JSON.stringify(after.leadDays)}::jsonb, ${quiet.from}, ${quiet.until}, ${after.notifyAt}, ${after.phone},
        ${after.escalation?.userId ?? null}, ${after.escalation?.afterDays ?? 3})
      on conflict (user_id) do update set channels = excluded.channels, channels_for = excluded.channels_for, lead_days = excluded.lead_days, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
        notify_at = excluded.notify_at, phone = excluded.phone, escalate_to = excluded.escalate_to, escalate_after_days = excluded.escalate_after_days`);
    if (after.timeZone !== before.timeZone) await lookAnew(tx, after.timeZone, deps.clock.now());
    return readPreferences(tx, actor.userId);
  });
};
