import { kinWords } from './kin-words.ts';

/** Stems that may stand for the stem in a paper: of the same sense, the next wider or a narrower one, but never of one beside it. */
export const kinOf = (stem: string): readonly string[] => {
  if (!/^[a-z]{3,}$/.test(stem)) return [];
  const start = kinWords.indexOf(`|${stem} `);
  if (start < 0) return [];
  const from = start + stem.length + 2;
  return kinWords.slice(from, kinWords.indexOf('|', from)).split(' ');
};
