import sql from 'sql-template-tag';
import type { ReminderDay } from '@docuvault/contract/reminders.ts';
import { malformed } from '@docuvault/core/errors.ts';
import type { UserContext } from '../context.ts';
import { occurrences } from './calendar.ts';
import { daysBetween } from './local-time.ts';
import { documentIsThere, reminderColumns, remindersWithDocuments, toReminder, type ReminderRow } from './reminder-row.ts';
import { ownSettings } from './reminders.ts';

const mostDays = 400;
const mostRead = 2_000;

/** The days of a stretch on which the person's reminders fall, in order: what recurs on each of its days to come, what is completed on the day that it was for. */
export const listDays = ({ actor, deps }: UserContext, { from, until }: { from: string; until: string }): Promise<{ items: ReminderDay[]; nextCursor: null }> =>
  deps.db.asUser(actor, async (tx) => {
    if (from > until || daysBetween(from, until) > mostDays) throw malformed('request.invalid', `Ask for at most ${mostDays} days.`);
    const settings = await ownSettings(tx, actor.userId);
    const now = deps.clock.now();
    const rows = await tx.query<ReminderRow>(sql`
      select ${reminderColumns} from ${remindersWithDocuments}
      where r.user_id = (select auth.uid()) and ${documentIsThere} and r.due_on <= ${until}::date and (r.recurrence is not null or r.due_on >= ${from}::date)
      order by r.due_on desc, r.id limit ${mostRead}`);
    const items = rows.flatMap((row) => {
      const reminder = toReminder(row, settings, now);
      return (row.status === 'completed' ? [row.due_on].filter((on) => on >= from) : occurrences(row, from, until)).map((on) => ({ on, reminder }));
    });
    return { items: items.sort((a, b) => a.on.localeCompare(b.on) || a.reminder.title.localeCompare(b.reminder.title)), nextCursor: null };
  });
