import { describe, expect, it } from 'vitest';
import type { Reminder } from '@docuvault/contract/reminders.ts';
import { addMonths, firstDayOf, weeksOf } from './calendar-days.ts';
import { groupReminders } from './group-reminders.ts';
import { readRule, writeRule } from './recurrence.ts';
import { readRemindersSearch } from './reminders-search.ts';

const one = (title: string, dueOn: string, status: Reminder['status'] = 'active') => ({ title, dueOn, status }) as Reminder;

describe('the attention list', () => {
  it('has what is late first, and what is put off apart', () => {
    const grouped = groupReminders([one('a', '2026-11-24'), one('b', '2026-11-25'), one('c', '2026-12-02'), one('d', '2026-12-03'), one('e', '2026-12-27'), one('f', '2026-11-01', 'snoozed')], '2026-11-25');
    expect(Object.fromEntries(Object.entries(grouped).map(([name, list]) => [name, list.map(({ title }) => title).join('')]))).toEqual({ overdue: 'a', week: 'bc', month: 'd', later: 'e', snoozed: 'f' });
  });
});

describe('a month', () => {
  it('is shown in whole weeks, begun as the locale begins them', () => {
    const weeks = weeksOf('2026-11', 7);
    expect([weeks.length, weeks[0]![0], weeks.at(-1)!.at(-1)]).toEqual([5, '2026-11-01', '2026-12-05']);
    expect(weeksOf('2027-02', 1)).toHaveLength(4);
    expect(firstDayOf('de-DE')).toBe(1);
    expect(addMonths('2027-01-31', 1)).toBe('2027-02-28');
    expect(addMonths('2027-01-31', -2)).toBe('2026-11-30');
  });
});

describe('a recurrence', () => {
  it('goes from fields to a rule and back', () => {
    for (const rhythm of [{ unit: 'DAILY', every: 1, until: null, days: [] }, { unit: 'WEEKLY', every: 2, until: null, days: ['MO', 'TH'] }, { unit: 'MONTHLY', every: 3, until: '2030-01-31', days: [] }] as const) expect(readRule(writeRule({ ...rhythm, days: [...rhythm.days] }))).toEqual(rhythm);
    expect(readRule('FREQ=MONTHLY;BYDAY=-1FR')).toBeNull();
    expect(readRule('FREQ=HOURLY')).toBeNull();
  });
});

describe('the address', () => {
  it('drops what it does not know', () => {
    expect(readRemindersSearch({ view: 'calendar', month: '2026-13', day: '2026-11-25', r: 'x' })).toEqual({ view: 'calendar', day: '2026-11-25' });
  });
});
