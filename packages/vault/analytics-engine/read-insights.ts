import type { Insights, Spending } from '@docuvault/contract/analytics.ts';
import type { UserContext } from '../context.ts';
import { addDays, dayOf, daysBetween } from '../reminder-engine/local-time.ts';
import { maskIdentityNumbersInText } from '../understanding/identifiers/mask.ts';
import { findMissing } from './find-missing.ts';
import { readAccount, readCopies, readExpiring, readHeld, readLargest, readSpending, readStorage, type Spent } from './insights.repository.ts';

const aheadDays = 90;
const backDays = 365;
const masked = (title: string): string => maskIdentityNumbersInText(title);
const cents = (value: number): number => Math.round(value * 100) / 100;

type Summed = { total: number; documents: number };

const summedBy = <T>(rows: readonly Spent[], keyOf: (row: Spent) => T): (T & Summed)[] => {
  const sums = new Map<string, T & Summed>();
  for (const row of rows) {
    const key = keyOf(row);
    const sum = sums.get(JSON.stringify(key)) ?? { ...key, total: 0, documents: 0 };
    sums.set(JSON.stringify(key), { ...sum, total: cents(sum.total + row.total), documents: sum.documents + row.documents });
  }
  return [...sums.values()].sort((a, b) => b.documents - a.documents);
};

/** The first day of the month eleven months before today's. */
const yearOfMonths = (today: string): string => {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return new Date(Date.UTC(year, month - 12, 1)).toISOString().slice(0, 10);
};

const spendingOf = (rows: readonly Spent[], from: string, to: string): Spending => ({
  from, to,
  totals: summedBy(rows, ({ currency }) => ({ currency })),
  byCategory: summedBy(rows, ({ category, currency }) => ({ category, currency })),
  byMonth: rows.map((row) => ({ ...row })),
});

/** What the person's own papers show at a look: what ends, what is missing, what is there twice, what was spent, what takes room. Identity numbers in titles are masked. */
export const readInsights = ({ actor, deps }: UserContext): Promise<Insights> =>
  deps.db.asUser(actor, async (tx) => {
    const { userId } = actor;
    const account = await readAccount(tx, userId);
    const today = dayOf(deps.clock.now(), account.zone);
    const from = yearOfMonths(today);
    const expiring = await readExpiring(tx, userId, { from: addDays(today, -backDays), to: addDays(today, aheadDays) });
    const held = await readHeld(tx, userId);
    const copies = await readCopies(tx, userId, account.zone);
    const spent = await readSpending(tx, userId, account.zone, { from, to: today });
    const weighed = await readStorage(tx, userId);
    const largest = await readLargest(tx, userId);
    const groups = new Map<string, typeof copies>();
    for (const copy of copies) groups.set(copy.place, [...(groups.get(copy.place) ?? []), copy]);
    const pairs = [...groups.values()];
    const told = pairs.filter((group) => !pairs.some((other) => other !== group && group[0]!.reason === 'same_bill' && other[0]!.reason === 'same_number' && group.every(({ id }) => other.some((one) => one.id === id))));
    const trash = weighed.filter(({ trashed }) => trashed);
    const kept = weighed.filter(({ trashed }) => !trashed);
    return {
      expiring: expiring.map((paper) => ({
        documentId: paper.id, title: masked(paper.title), documentType: paper.type, category: paper.category, person: paper.person, expiresOn: paper.expires,
        daysLeft: daysBetween(today, paper.expires), state: paper.expires < today ? 'expired' : 'expiring',
      })),
      missing: findMissing(held, account.country, today),
      duplicates: told.map((group) => ({ reason: group[0]!.reason, documents: group.map((one) => ({ documentId: one.id, title: masked(one.title), createdAt: one.created_at.toISOString() })) })),
      spending: spendingOf(spent, from, today),
      storage: {
        used: account.used, limit: account.limit, documents: kept.reduce((sum, { documents }) => sum + documents, 0),
        trash: { documents: trash.reduce((sum, { documents }) => sum + documents, 0), bytes: trash.reduce((sum, { bytes }) => sum + bytes, 0) },
        byCategory: kept.map(({ category, documents, bytes }) => ({ category, documents, bytes })),
        largest: largest.map(({ id, title, size }) => ({ documentId: id, title: masked(title), sizeBytes: size })),
      },
    };
  }, { apart: true });
