import { describe, expect, it } from 'vitest';
import { monthsBetween, spentByMonth } from './months.ts';

describe('months of spending', () => {
  it('are all there, over the turn of the year', () => {
    expect(monthsBetween('2025-11-01', '2026-02-14')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  });

  it('add up what one currency has, in every category', () => {
    const row = { documents: 1, currency: 'INR' };
    const byMonth = [{ ...row, month: '2026-01', category: 'bills' as const, total: 10 }, { ...row, month: '2026-01', category: 'medical' as const, total: 5 }, { ...row, month: '2026-01', category: 'bills' as const, currency: 'EUR', total: 99 }];
    expect(spentByMonth({ from: '2025-12-01', to: '2026-01-31', totals: [], byCategory: [], byMonth }, 'INR')).toEqual([{ month: '2025-12', total: 0 }, { month: '2026-01', total: 15 }]);
  });
});
