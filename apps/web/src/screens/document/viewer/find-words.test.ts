import { describe, expect, it } from 'vitest';
import { findWords } from './find-words.ts';
import { waysToWrite } from './ways-to-write.ts';

describe('finding words on a page', () => {
  it('finds a quote over the ends of lines and pieces of words, whatever its case', () => {
    expect(findWords(['The notice per', 'iod is', 'two  months.'], ['NOTICE period is two months'], false)).toEqual([
      { item: 0, from: 4, to: 14 }, { item: 1, from: 0, to: 6 }, { item: 2, from: 0, to: 11 },
    ]);
  });

  it('finds no number inside a longer one', () => {
    expect(findWords(['Invoice 142.00', 'Total 42.00'], ['42.00'], false)).toEqual([{ item: 1, from: 6, to: 11 }]);
  });

  it('falls back to the words, at their beginnings, where the whole does not stand there', () => {
    expect(findWords(['Renewal of your policies', 'apolitical'], ['policy renew'], true).length).toBe(1);
    expect(findWords(['Hôtel receipt'], ['hotel'], true)).toEqual([{ item: 0, from: 0, to: 5 }]);
  });

  it('finds Hindi words with their vowel signs', () => {
    const [span] = findWords(['जन्म तिथि: 3 मई'], ['जन्म तिथि'], false);
    expect(span).toMatchObject({ item: 0, from: 0 });
  });

  it('finds words that the vault joined over a hyphen, and a row whose cells were painted apart', () => {
    expect(findWords(['the exam-', 'ination fee'], ['the examination fee'], false)).toHaveLength(2);
    const painted = ['Total', 'Tax', '42.00', '7.56'];
    expect(findWords(painted, ['Total   42.00'], false)).toEqual([]);
    expect(findWords(painted, ['Total   42.00'], false, [[0, 1, 2, 3], [0, 2, 1, 3]])).toEqual([{ item: 0, from: 0, to: 5 }, { item: 2, from: 0, to: 5 }]);
  });

  it('falls back to the longest runs of a quote before it lights single words up', () => {
    const items = ['of the land', 'Rent is due on the third day', 'page 1', 'of each month to the owner'];
    expect(findWords(items, ['Rent is due on the third day of each month to the owner'], true).map(({ item }) => item)).toEqual([1, 3]);
  });

  it('knows how papers write dates and amounts', () => {
    expect(waysToWrite('2023-03-20')).toEqual(expect.arrayContaining(['20/03/2023', '03/20/2023', '20 March 2023', 'March 20, 2023', '20-Mar-2023']));
    expect(waysToWrite(123456.5)).toEqual(expect.arrayContaining(['1,23,456.50', '123,456.50', '123.456,50', '123456.5']));
    expect(waysToWrite('GHX-1')).toEqual(['GHX-1']);
  });
});
