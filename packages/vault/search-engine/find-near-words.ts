import { nearWords } from './thesaurus/near-words.ts';

/** The stems of the words most like a stemmed English word, nearest first, at most eight; none where it is not in the list. */
export const findNearWords = (stem: string): string[] => {
  if (!/^[a-z]{3,}$/.test(stem)) return [];
  const start = nearWords.indexOf(`|${stem} `);
  if (start < 0) return [];
  const from = start + stem.length + 2;
  return nearWords.slice(from, nearWords.indexOf('|', from)).split(' ');
};
