import { partWords, type LineWord } from './read-lines.ts';

/** A letter of another script. The full stop of Indian scripts (danda), for which the figure one is taken, is none. */
const OTHER = /(?!\p{Script=Latin})\p{L}/u;
/** Words as they are spelt: letters and their signs alone, then perhaps a stop. What is left of Latin words that are read in another script has figures and signs amid letters. */
const WELL_FORMED = /^[(“"'[]?(?:(?!\p{Script=Latin})[\p{L}\p{M}-]|\u200c|\u200d)+[,.:;।॥)”"'\]]*$/u;
/** A Latin reading as sure as this is never given up. */
const FIRM = 93;
const RUPEE = '₹';
/** A joiner after the sign that takes a consonant's vowel: only a wish for a half form, which other writings of the word lack. */
const HALF_FORM = /([\u094d])[\u200c\u200d]/gu;

/** How many words of another script a reading has that can be believed. */
export function countOther(words: readonly LineWord[]): number {
  return words.filter((word) => word.confidence > 60 && OTHER.test(word.text)).length;
}

/**
 * One line out of two readings, in Latin and in another script: words of the other script from its own reading, all else (figures, Latin
 * words) from the Latin one, which reads them better. `native` says that the page is written in the other script in the main.
 */
export function joinScripts(latin: readonly LineWord[], other: readonly LineWord[], native: boolean): LineWord[] {
  const leeway = native ? 60 : countOther(other.filter((word) => WELL_FORMED.test(word.text))) > 0 ? 25 : 0;
  const believed = other.filter((word) => isOther(word, latin, leeway)).map((word) => ({ ...word, text: word.text.replace(HALF_FORM, '$1'), confidence: Math.max(40, word.confidence) }));
  const signs = other.filter((word) => word.text === RUPEE && word.confidence > 40);
  if (believed.length + signs.length === 0) return [...latin];
  const covered = (word: LineWord, by: readonly LineWord[], share: number): boolean => by.some((one) => overlap(word, one) > share);
  const unbelieved = other.filter((word) => !signs.includes(word) && !believed.some((by) => by.from === word.from));
  // What the Latin reading has in a place where the other saw nothing of its own is a piece of a word that was believed.
  const rest = latin.filter((word) => !covered(word, believed, 0.35) && (believed.length === 0 || word.confidence > 80 || covered(word, unbelieved, 0.2)))
    .map((word) => afterSign(word, signs)).filter((word) => word.text !== '');
  // Where the Latin reading saw nothing of what the other saw between its words, that is kept.
  const lone = unbelieved.filter((word) => word.confidence > 50 && !covered(word, believed, 0.3) && !covered(word, rest, 0.3));
  return partWords([...believed, ...signs, ...rest, ...lone].sort((a, b) => a.from + a.to - b.from - b.to));
}

/** An amount without what its rupee sign, which Latin data do not know, was taken for. */
function afterSign(word: LineWord, signs: readonly LineWord[]): LineWord {
  const sign = signs.find((by) => overlap(by, word) > 0.3);
  if (!sign) return word;
  if (word.to - sign.to < 0.3 * (word.to - word.from)) return { ...word, text: '' };
  return { ...word, text: word.text.replace(/^[^\d.,]+(?=\d)/, ''), from: Math.max(word.from, sign.to) };
}

function overlap(word: LineWord, by: LineWord): number {
  return (Math.min(word.to, by.to) - Math.max(word.from, by.from)) / Math.max(1e-6, Math.min(word.to - word.from, by.to - by.from));
}

function isOther(word: LineWord, latin: readonly LineWord[], leeway: number): boolean {
  if (!OTHER.test(word.text)) return false;
  const rivals = latin.filter((by) => overlap(word, by) > 0.5);
  if (rivals.length === 0) return word.confidence > 40 || (leeway > 0 && WELL_FORMED.test(word.text));
  const sure = rivals.reduce((sum, by) => sum + by.confidence * by.text.length, 0) / rivals.reduce((sum, by) => sum + by.text.length, 0);
  return sure < FIRM && (WELL_FORMED.test(word.text) ? word.confidence > sure - leeway : word.confidence > Math.max(70, sure));
}
