import { describe, expect, it } from 'vitest';
import { addDays, afterQuiet, dayOf, momentOf, startOfDay } from './local-time.ts';
import { planReminder, type Firing, type Rhythm, type Standing } from './plan.ts';
import { nextOccurrence, readRecurrence } from './recurrence.ts';

const rhythm = (more: Partial<Rhythm> = {}): Rhythm => ({ startsOn: '2027-01-15', recurrence: null, leadDays: [90, 30, 7, 1], zone: 'Asia/Kolkata', ...more });
const begin = (of: Rhythm): Standing => ({ dueOn: of.startsOn, lastLead: null });
const said = (firings: readonly Firing[]) => firings.map(({ dueOn, lead }) => `${dueOn} -${lead}`);
const at = (text: string) => new Date(text);

describe('a reminder', () => {
  it('speaks when its day begins where its person lives, and not a moment before', () => {
    const of = rhythm({ leadDays: [7] });
    const before = planReminder(of, begin(of), at('2027-01-07T18:29:59Z'));
    expect(before).toMatchObject({ firings: [], nextAt: at('2027-01-07T18:30:00Z') });
    const after = planReminder(of, begin(of), before.nextAt!);
    expect(after).toMatchObject({ firings: [{ dueOn: '2027-01-15', lead: 7 }], nextAt: null });
    expect(planReminder(of, after.standing, at('2027-03-01T00:00:00Z')).firings).toEqual([]);
  });

  it('says once what several leads would have said while nobody was there', () => {
    const of = rhythm();
    const plan = planReminder(of, { dueOn: of.startsOn, lastLead: 90 }, at('2027-01-14T12:00:00Z'));
    expect(said(plan.firings)).toEqual(['2027-01-15 -1']);
    expect(plan.nextAt).toBeNull();
  });

  it('says of each occurrence that passed unseen that it did', () => {
    const of = rhythm({ recurrence: 'FREQ=MONTHLY', leadDays: [7, 1] });
    const plan = planReminder(of, begin(of), at('2027-04-10T12:00:00Z'));
    expect(said(plan.firings)).toEqual(['2027-01-15 -1', '2027-02-15 -1', '2027-03-15 -1', '2027-04-15 -7']);
    expect(plan.nextAt).toEqual(at('2027-04-13T18:30:00Z'));
  });

  it('leaves out leads that are longer than the time between two occurrences', () => {
    const of = rhythm({ recurrence: 'FREQ=MONTHLY' });
    const plan = planReminder(of, { dueOn: '2027-02-15', lastLead: null }, at('2027-01-10T12:00:00Z'));
    expect(plan).toMatchObject({ firings: [], nextAt: startOfDay('2027-01-16', of.zone) });
  });

  it('says nothing when the clock is set back', () => {
    const of = rhythm();
    const plan = planReminder(of, begin(of), at('2027-01-10T00:00:00Z'));
    expect(planReminder(of, plan.standing, at('2026-10-20T00:00:00Z')).firings).toEqual([]);
  });

  it.each(['Asia/Kolkata', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'America/Santiago'])('misses nothing and repeats nothing in ten years of %s, looked at by two engines at odd hours', (zone) => {
    const rules = [null, 'FREQ=YEARLY', 'FREQ=MONTHLY', 'FREQ=WEEKLY;INTERVAL=2', 'FREQ=MONTHLY;BYDAY=-1FR', 'FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=31,30'];
    for (const startsOn of ['2028-02-29', '2027-01-31']) {
      for (const recurrence of rules) {
        const of = rhythm({ startsOn, recurrence, zone, leadDays: [30, 7, 1, 0] });
        const heard: Firing[] = [];
        let standing = begin(of);
        let next: Date | null = startOfDay(addDays(startsOn, -40), zone);
        let seed = 7;
        const end = at('2037-06-01T00:00:00Z');
        while (next !== null && next < end) {
          seed = (seed * 1103515245 + 12345) % 2147483648;
          // A look is as late as two days, now and then nine, as after a week of downtime.
          const now: Date = new Date(next.getTime() + (seed % (seed % 11 === 0 ? 216 : 48)) * 3600_000);
          const plan = planReminder(of, standing, now);
          for (const firing of plan.firings) expect(firing.meantFor.getTime()).toBeLessThanOrEqual(now.getTime());
          heard.push(...plan.firings);
          const again = planReminder(of, plan.standing, now);
          expect([again.firings, again.nextAt]).toEqual([[], plan.nextAt]);
          ({ standing } = plan);
          if (plan.nextAt) expect(plan.nextAt > now).toBe(true);
          next = plan.nextAt;
        }
        expect(new Set(said(heard)).size).toBe(heard.length);
        const told = new Set(heard.map(({ dueOn }) => dueOn));
        for (let due: string | null = startsOn; due !== null && due < '2037-03-01'; due = nextOccurrence(recurrence, startsOn, due)) expect(told.has(due), `${zone} ${recurrence} ${due}`).toBe(true);
      }
    }
  });
});

describe('a recurrence', () => {
  it('falls on the last day where the month is shorter', () => {
    expect(nextOccurrence('FREQ=YEARLY', '2028-02-29', '2028-02-29')).toBe('2029-02-28');
    expect(nextOccurrence('FREQ=YEARLY', '2028-02-29', '2031-03-01')).toBe('2032-02-29');
    expect(nextOccurrence('FREQ=MONTHLY', '2027-01-31', '2027-02-01')).toBe('2027-02-28');
  });

  it('ends where its rule ends', () => {
    expect(nextOccurrence(readRecurrence('FREQ=YEARLY;INTERVAL=9000', '2027-05-01'), '2027-05-01', '2027-05-01')).toBeNull();
    expect(nextOccurrence('FREQ=DAILY', '2027-05-01', '9999-12-31')).toBeNull();
    expect(nextOccurrence(readRecurrence('rrule:freq=yearly;count=2', '2027-05-01'), '2027-05-01', '2028-05-01')).toBeNull();
    expect(nextOccurrence(readRecurrence('FREQ=DAILY;UNTIL=20270503', '2027-05-01'), '2027-05-01', '2027-05-03')).toBeNull();
  });

  it.each(['', 'daily', 'FREQ=HOURLY', 'FREQ=SECONDLY', 'FREQ=DAILY;COUNT=0', 'FREQ=DAILY;INTERVAL=-1', 'FREQ=DAILY;FREQ=DAILY', 'FREQ=DAILY;DTSTART=20200101', 'FREQ=DAILY\nDTSTART:20200101T000000Z', `FREQ=DAILY;BYMONTH=${'1,'.repeat(400)}1`, 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=DAILY;X-EVIL=1'])('is refused: %j', (text) => {
    expect(() => readRecurrence(text, '2027-05-01')).toThrow(/recurrence/);
  });
});

describe('quiet hours', () => {
  const night = { from: '22:00', until: '07:30' };
  it.each([
    ['2027-06-01T00:00', '2027-06-01T09:00', 'the morning is waited for'], ['2027-06-01T12:00', '2027-06-01T12:00', 'by day at once'],
    ['2027-06-01T23:00', '2027-06-02T07:30', 'at night the end of the night is waited for'],
  ])('of a moment at %s the person hears at %s: %s', (from, to) => {
    const local = (text: string) => momentOf(text.slice(0, 10), text.slice(11), 'Europe/Berlin');
    expect(afterQuiet(local(from), 'Europe/Berlin', night, '09:00')).toEqual(local(to));
  });

  it('end at the right moment when the clocks go forward', () => {
    expect(afterQuiet(momentOf('2027-03-27', '23:00', 'Europe/Berlin'), 'Europe/Berlin', { from: '22:00', until: '02:30' }, '09:00')).toEqual(at('2027-03-28T01:30:00Z'));
    expect(dayOf(at('2027-03-27T23:30:00Z'), 'Europe/Berlin')).toBe('2027-03-28');
  });
});
