import { describe, expect, it } from 'vitest';
import { addMonths, isoDate } from './calendar.ts';
import { findDuration, lastDayOfTerm, sameDayAfter } from './durations.ts';
import { dateAfterLabel, findDates, findMonths } from './find-dates.ts';
import { decideOrder } from './order.ts';

const isos = (text: string, order: 'dmy' | 'mdy' = 'dmy') => findDates(text, order, '2026-03-01').map(({ iso }) => iso);

describe('dates', () => {
  it.each([
    ['12/03/2026', '2026-03-12'], ['2026-03-12', '2026-03-12'], ['12.03.26', '2026-03-12'], ['7. Mai 2014', '2014-05-07'], ['12th March 2026', '2026-03-12'], ['Mar 12, 2026', '2026-03-12'],
    ['18 april 2014', '2014-04-18'], ['12 de mayo de 2025', '2025-05-12'], ['1er janvier 2025', '2025-01-01'], ['this 5th day of July, 2025', '2025-07-05'], ['12 मार्च 2026', '2026-03-12'],
    ['14 AUG/AOUT 2017', '2017-08-14'], ['12MAR2026', '2026-03-12'], ['01-Jan-26', '2026-01-01'], ['l2/O3/2O26', '2026-03-12'], ['05/02/99', '1999-02-05'], ['15 septembre 2025', '2025-09-15'],
  ])('%s is %s', (text, iso) => {
    expect(isos(text)).toEqual([iso]);
  });

  it('come in ranges', () => {
    expect(isos('01.05.14-31.05.14')).toEqual(['2014-05-01', '2014-05-31']);
    expect(isos('From 01/04/2025 00:00 hrs To midnight of 31/03/2026')).toEqual(['2025-04-01', '2026-03-31']);
  });

  it('that do not exist are left out', () => {
    expect(isos('31/02/2024')).toEqual([]);
    expect(isos('45/13/2024')).toEqual([]);
    expect(isoDate(2023, 2, 29)).toBeNull();
  });

  it('follow the order asked for, unless it is impossible', () => {
    expect(isos('03/04/2026', 'mdy')).toEqual(['2026-03-04']);
    expect(isos('23/04/2026', 'mdy')).toEqual(['2026-04-23']);
    expect(isos('03.04.2026', 'mdy')).toEqual(['2026-04-03']);
  });

  it('are not seen in phone numbers, amounts and times', () => {
    expect(isos('Phone 080 100 444 66, Rs 1,23,456.78 at 10:12:14')).toEqual([]);
  });

  it('in boxes are read behind their label only', () => {
    expect(isos('12 03 1984')).toEqual([]);
    expect(dateAfterLabel(': 12 03 1984', 'dmy', '2026-03-01')).toBe('1984-03-12');
    expect(dateAfterLabel(' 1 2 0 3 1 9 8 4', 'dmy', '2026-03-01')).toBe('1984-03-12');
  });

  it('of a whole document are read in one order: a day above twelve decides, then the country', () => {
    expect(decideOrder(['03/20/2023', '04/04/2023'], null).order).toBe('mdy');
    expect(decideOrder(['20/03/2023', '04/04/2023'], 'US').order).toBe('dmy');
    expect(decideOrder(['04/05/2023'], 'US').order).toBe('mdy');
    expect(decideOrder(['04/05/2023'], null, 'IN')).toEqual({ order: 'dmy', sure: false });
  });
});

describe('months and terms', () => {
  it('a month has a first and a last day', () => {
    expect(findMonths('Payslip for February 2024')[0]).toMatchObject({ first: '2024-02-01', last: '2024-02-29' });
    expect(findMonths('03/2026')[0]).toMatchObject({ first: '2026-03-01' });
    expect(findMonths('12 March 2026')).toEqual([]);
  });

  it('a lease of eleven months ends on the day before', () => {
    const term = findDuration('for a period of 11 (eleven) months commencing');
    expect(term).toMatchObject({ months: 11 });
    expect(lastDayOfTerm('2025-07-01', term ?? { months: 0, days: 0 })).toBe('2026-05-31');
  });

  it('a warranty of 24 Monate ends on the same day', () => {
    expect(sameDayAfter('2025-10-14', findDuration('24 Monate') ?? { months: 0, days: 0 })).toBe('2027-10-14');
    expect(addMonths('2025-01-31', 1)).toBe('2025-02-28');
  });
});

describe('dates written out', () => {
  it.each([
    ['Eighteenth September 2021', '2021-09-18'], ['Twenty-third July 2016', '2016-07-23'], ['this eighteenth day of May, two thousand thirteen.', '2013-05-18'],
    ['the Eighth day of November Two Thousand and Nineteen', '2019-11-08'], ['twenty first March nineteen ninety four', '1994-03-21'], ['this 4th day of June two thousand and twenty-one', '2021-06-04'],
  ])('%s', (text, iso) => {
    expect(findDates(text).map((hit) => hit.iso)).toEqual([iso]);
  });

  it('are not made of other words, nor of two days in a row', () => {
    for (const text of ['the first of May', 'the second April fool 2000 times', '28 June, 28 December', 'two thousand rupees']) expect(findDates(text)).toEqual([]);
  });
});
