import { describe, expect, it } from 'vitest';
import { intervalFor, stepOf, stepsOf } from './steps.ts';

describe('steps of a chart', () => {
  it('are days for a quarter, weeks for a year and months beyond', () => {
    expect([['2026-01-01', '2026-04-02'], ['2026-01-01', '2026-04-03'], ['2026-01-01', '2027-06-30'], ['2020-01-01', '2026-01-01']].map(([from, to]) => intervalFor({ from: from!, to: to! }))).toEqual(['day', 'week', 'week', 'month']);
  });

  it('begin weeks on Monday and months on the first, and leave none out', () => {
    expect(stepOf('2026-11-29', 'week')).toBe('2026-11-23');
    expect(stepsOf({ from: '2026-11-25', to: '2026-12-07' }, 'week')).toEqual(['2026-11-23', '2026-11-30', '2026-12-07']);
    expect(stepsOf({ from: '2026-11-25', to: '2027-02-01' }, 'month')).toEqual(['2026-11-01', '2026-12-01', '2027-01-01', '2027-02-01']);
    expect(stepsOf({ from: '2028-02-28', to: '2028-03-01' }, 'day')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
  });
});
