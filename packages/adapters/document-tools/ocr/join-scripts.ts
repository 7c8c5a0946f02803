import type { LineWord } from './read-lines.ts';
import type { ReadGlyph } from './recognise-line.ts';

/** A letter of another script. The full stop of Indian scripts (danda), for which the figure one is taken, is none. */
const OTHER = /(?!\p{Script=Latin})\p{L}/u;

/** A Latin reading as sure as this is not given up for a less sure one. */
const FIRM = 80;

/**
 * One line out of two readings, in Latin and in another script: words of the other script from its own reading, all else (figures, Latin
 * words) from the Latin one, which reads them better.
 */
export function joinScripts(latin: readonly LineWord[], other: readonly LineWord[], glyphs: readonly ReadGlyph[]): LineWord[] {
  const believed = other.filter((word) => isOther(word, latin, glyphs));
  if (believed.length === 0) return [...latin];
  const within = (word: LineWord, by: LineWord): number => (Math.min(word.to, by.to) - Math.max(word.from, by.from)) / Math.max(1e-6, Math.min(word.to - word.from, by.to - by.from));
  const rest = latin.filter((word) => !believed.some((by) => within(word, by) > 0.5));
  // Where the Latin reading saw nothing of what the other saw between its words, that is kept.
  const lone = other.filter((word) => !believed.includes(word) && word.confidence > 50 && !rest.some((by) => within(word, by) > 0.3) && !believed.some((by) => within(word, by) > 0.3));
  return [...believed, ...rest, ...lone].sort((a, b) => a.from - b.from);
}

/** How many words of another script a reading has that can be believed. */
export function countOther(words: readonly LineWord[]): number {
  return words.filter((word) => word.confidence > 60 && OTHER.test(word.text)).length;
}

function isOther(word: LineWord, latin: readonly LineWord[], glyphs: readonly ReadGlyph[]): boolean {
  if (!OTHER.test(word.text)) return false;
  const rivals = latin.filter((by) => Math.min(word.to, by.to) - Math.max(word.from, by.from) > 0.5 * Math.min(word.to - word.from, by.to - by.from));
  if (rivals.length === 0) return word.confidence > 40;
  const letters = rivals.reduce((sum, by) => sum + by.text.length, 0);
  const sure = rivals.reduce((sum, by) => sum + by.confidence * by.text.length, 0) / letters;
  // Two recognisers that read the same Latin characters are not both wrong.
  const same = glyphs.filter((glyph) => glyph.text !== ' ' && glyph.at >= word.from && glyph.at <= word.to).map((glyph) => glyph.text).join('');
  if (same.length >= 2 && rivals.map((by) => by.text).join('').includes(same)) return false;
  return word.confidence > 35 && (sure < FIRM || word.confidence > sure + 5);
}
