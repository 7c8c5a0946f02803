import { expect, it } from 'vitest';
import { findNearWords } from './find-near-words.ts';
import { nearWords } from './thesaurus/near-words.ts';

it('knows what other words a household paper may have for the one that is asked', () => {
  expect(findNearWords('landladi')).toContain('landlord');
  expect(findNearWords('puppi')).toContain('dog');
  expect(findNearWords('burglari')).toContain('theft');
  expect(findNearWords('excurs')).toContain('trip');
});

it('finds every word of the list, wherever it stands', () => {
  const entries = nearWords.split(/[|\n]+/).filter((entry) => entry !== '');
  expect(entries.length).toBeGreaterThan(10_000);
  const lost = entries.filter((entry) => [entry.split(' ')[0], ...findNearWords(entry.split(' ')[0]!)].join(' ') !== entry);
  expect(lost).toEqual([]);
});

it('says nothing of words that it does not have, and of no text', () => {
  for (const none of ['', 'qqqq', '|', 'a b', 'शांति', 'x'.repeat(5_000)]) expect(findNearWords(none)).toEqual([]);
});
