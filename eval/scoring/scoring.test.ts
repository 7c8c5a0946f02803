import { describe, expect, it } from 'vitest';
import { datesIn, numbersIn, rightlyCited, saysExpected } from './answers.ts';
import { fieldMatches, rates, scoreFields } from './fields.ts';
import { firstRank, rankRates } from './ranking.ts';
import { bagOfWordsF1, compareReading, editDistance } from './text.ts';

/** The textbook table, to hold the banded one against. */
function fullTable(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) next.push(Math.min(row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1), row[j]! + 1, next[j - 1]! + 1));
    row = next;
  }
  return row[b.length]!;
}

describe('the distance between texts', () => {
  it('counts insertions, deletions and substitutions', () => {
    expect(editDistance('kitten', 'sitting')).toBe(3);
    expect(editDistance('', 'abc')).toBe(3);
    expect(editDistance('same', 'same')).toBe(0);
  });

  it('agrees with the full table when the band has to grow', () => {
    let state = 7;
    const letter = (): string => { state = (state * 48271) % 2147483647; return 'abcde'[state % 5]!; };
    for (let round = 0; round < 40; round += 1) {
      const a = Array.from({ length: 20 + round * 9 }, letter).join('');
      const b = Array.from({ length: 10 + round * 7 }, letter).join('');
      expect(editDistance(a, b)).toBe(fullTable(a, b));
    }
  });

  it('takes the nearer of two reading orders and does not mind white space', () => {
    const page = { painted: 'left one\nleft two\nright one', rows: 'left one right one\nleft two' };
    expect(compareReading([page], ['left one  right one left two'])).toMatchObject({ edits: 0 });
    expect(compareReading([page], ['left one left two right one'])).toMatchObject({ edits: 0 });
    expect(compareReading([page], [])).toMatchObject({ edits: 27, characters: 27 });
  });

  it('compares bags of words whatever their order', () => {
    expect(bagOfWordsF1('one two two', 'two one two')).toBe(1);
    expect(bagOfWordsF1('one two', 'one three')).toBe(0.5);
    expect(bagOfWordsF1('', '')).toBe(1);
  });
});

describe('fields', () => {
  it('compares names without titles, case and order, numbers without dashes, amounts to the cent', () => {
    expect(fieldMatches('holderName', 'MRS. RAO,  ASHA', 'Asha Rao')).toBe(true);
    expect(fieldMatches('holderName', 'Asha', 'Asha Rao')).toBe(false);
    expect(fieldMatches('documentNumber', '5294-0817 3662', '529408173662')).toBe(true);
    expect(fieldMatches('totalAmount', '1,23,456.5', '123456.50')).toBe(true);
    expect(fieldMatches('totalAmount', '71990.01', '71990')).toBe(false);
    expect(fieldMatches('issuer', 'Tuskar Retail Pvt. Ltd.', 'Tuskar Retail Private Limited')).toBe(true);
    expect(fieldMatches('expiryDate', '2031-05-17', '2031-05-18')).toBe(false);
  });

  it('tells right, wrong, missed, invented and neutral apart', () => {
    const scores = scoreFields(
      { documentNumber: 'A1', issueDate: '2020-01-01', holderName: 'Asha Rao' }, { currency: 'INR' },
      [{ name: 'documentNumber', value: 'a 1' }, { name: 'issueDate', value: '2020-01-02' }, { name: 'currency', value: 'INR' }, { name: 'totalAmount', value: 5 }, { name: 'nominee', value: 'x' }],
    );
    expect(Object.fromEntries(scores.map((score) => [score.name, score.outcome]))).toEqual({ documentNumber: 'right', issueDate: 'wrong', holderName: 'missed', currency: 'neutral', totalAmount: 'invented' });
    expect(rates(scores)).toEqual({ precision: 1 / 3, recall: 1 / 3, f1: 1 / 3, support: 3 });
  });

  it('takes the last day under either of its names', () => {
    expect(scoreFields({ endDate: '2027-01-01' }, {}, [{ name: 'expiryDate', value: '2027-01-01' }]).map((score) => score.outcome)).toEqual(['right', 'neutral']);
  });
});

describe('answers', () => {
  it('reads days in every usual form', () => {
    expect([...datesIn('on 17 May 2031, May 18, 2031, 19/05/2031, 2031-05-20 and the 21st of May 2031')]).toEqual(expect.arrayContaining(['2031-05-17', '2031-05-18', '2031-05-19', '2031-05-20', '2031-05-21']));
  });

  it('reads days in Hindi', () => {
    expect([...datesIn('देय तिथि: 24 अगस्त 2024। जन्म 3 फरवरी 2024, 4 फ़रवरी 2024')]).toEqual(expect.arrayContaining(['2024-08-24', '2024-02-03', '2024-02-04']));
  });

  it('reads amounts in Indian, American and German grouping', () => {
    expect(numbersIn('₹92,50,000 or $1,234.50 or 1.234,50 €')).toEqual(expect.arrayContaining([9_250_000, 1234.5, 1234.5]));
  });

  it('does not take a year or a day of a date for a count', () => {
    expect(saysExpected('You have 7 policies.', { count: 7 })).toBe(true);
    expect(saysExpected('You have seven policies.', { count: 7 })).toBe(true);
    expect(saysExpected('It ends on 07/07/2027.', { count: 7 })).toBe(false);
  });

  it('takes whole and masked numbers', () => {
    expect(saysExpected('It is V4183625.', { number: 'V4183625' })).toBe(true);
    expect(saysExpected('It is XXXX XXXX 3662.', { number: '5294 0817 3662' })).toBe(true);
    expect(saysExpected('It is 3662.', { number: '5294 0817 3662' })).toBe(false);
  });

  it('wants the page as well as the document', () => {
    const truth = [{ documentId: 'd', pages: [9] }];
    expect(rightlyCited([{ documentId: 'd', page: 9 }], truth, 'one')).toBe(true);
    expect(rightlyCited([{ documentId: 'd', page: 8 }], truth, 'one')).toBe(false);
    expect(rightlyCited([{ documentId: 'd', page: 9 }, { documentId: 'x', page: 1 }, { documentId: 'y', page: 1 }], truth, 'most')).toBe(false);
  });
});

describe('ranking', () => {
  it('counts a document once however many passages it has', () => {
    expect(firstRank(['a', 'a', 'b'], ['b'])).toBe(2);
    expect(firstRank(['a'], ['b'])).toBeNull();
    expect(rankRates([1, 2, null, 4])).toEqual({ hit1: 0.25, hit3: 0.5, mrr: 0.4375, n: 4 });
  });
});
