import { nearWords } from './thesaurus/near-words.ts';

/** The list in its lines, which follow one another in order of their first words, so that a look reads one line and not half a megabyte. */
const lines = nearWords.trim().split('\n');

/** The stems of the words most like a stemmed English word, nearest first, at most eight; none where it is not in the list. */
export const findNearWords = (stem: string): string[] => {
  if (!/^[a-z]{3,}$/.test(stem)) return [];
  const sought = `|${stem} `;
  let low = 0;
  let high = lines.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (lines[middle]! < sought) low = middle;
    else high = middle;
  }
  for (const line of lines.slice(low, low + 2)) {
    const start = line.indexOf(sought);
    if (start >= 0) return line.slice(start + sought.length, line.indexOf('|', start + sought.length)).split(' ');
  }
  return [];
};

/** Whether a stem is one of the English words of that list, as a head or beside one. */
export const isEnglish = (stem: string): boolean =>
  /^[a-z]{3,}$/.test(stem) && ['|', ' '].some((before) => [' ', '|', '\n'].some((after) => nearWords.includes(before + stem + after)));
