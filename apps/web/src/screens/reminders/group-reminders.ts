import type { Reminder } from '@docuvault/contract/reminders.ts';
import { addDays } from './calendar-days.ts';

export const groups = ['overdue', 'week', 'month', 'later', 'snoozed'] as const;
export type Group = (typeof groups)[number];

const weekDays = 7;
const monthDays = 31;

/** Reminders by when they want to be seen to: late, within a week, within a month, after that; what is put off stands apart. */
export const groupReminders = (reminders: readonly Reminder[], today: string): Record<Group, Reminder[]> => {
  const grouped: Record<Group, Reminder[]> = { overdue: [], week: [], month: [], later: [], snoozed: [] };
  for (const reminder of reminders) {
    const { status, dueOn } = reminder;
    if (status === 'snoozed') grouped.snoozed.push(reminder);
    else if (dueOn < today) grouped.overdue.push(reminder);
    else if (dueOn <= addDays(today, weekDays)) grouped.week.push(reminder);
    else if (dueOn <= addDays(today, monthDays)) grouped.month.push(reminder);
    else grouped.later.push(reminder);
  }
  return grouped;
};
