import type { Spending } from '@docuvault/contract/analytics.ts';

export type Month = { month: string; total: number };

/** The months from the first to the last, YYYY-MM. */
export const monthsBetween = (from: string, to: string): string[] => {
  const months: string[] = [];
  for (let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]; ; ) {
    const name = `${String(year)}-${String(month).padStart(2, '0')}`;
    if (name > to.slice(0, 7)) return months;
    months.push(name);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
};

/** What was spent in a currency, month by month, months without anything among them. */
export const spentByMonth = ({ from, to, byMonth }: Spending, currency: string | null): Month[] =>
  monthsBetween(from, to).map((month) => ({ month, total: byMonth.filter((row) => row.month === month && row.currency === currency).reduce((sum, { total }) => sum + total, 0) }));
