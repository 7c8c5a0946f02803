import { expect, it } from 'vitest';
import { findNearWords } from './find-near-words.ts';

it('knows what other words a household paper may have for the one that is asked', () => {
  expect(findNearWords('landladi')).toContain('landlord');
  expect(findNearWords('puppi')).toContain('dog');
  expect(findNearWords('burglari')).toContain('theft');
  expect(findNearWords('excurs')).toContain('trip');
});

it('says nothing of words that it does not have, and of no text', () => {
  for (const none of ['', 'qqqq', '|', 'a b', 'शांति', 'x'.repeat(5_000)]) expect(findNearWords(none)).toEqual([]);
});
