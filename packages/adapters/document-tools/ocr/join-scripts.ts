import { partWords, type LineWord } from './read-lines.ts';

/** A letter of another script. The full stop of Indian scripts (danda), for which the figure one is taken, is none. */
const OTHER = /(?!\p{Script=Latin})\p{L}/u;
/** Words as they are spelt: letters and their signs alone, then perhaps a stop. What is left of Latin words that are read in another script has figures and signs amid letters. */
const WELL_FORMED = /^[(“"'[]?(?:(?!\p{Script=Latin})[\p{L}\p{M}-]|\u200c|\u200d)+[,.:;।॥)”"'\]]*$/u;
/** A Latin reading as sure as this is never given up. */
const FIRM = 93;
const RUPEE = '₹';
/** The rupee sign, or the letter from which it was formed and for which it is taken, alone or before an amount. */
const RUPEE_LIKE = /^[₹र][\u0951\u0952]?(?=[\d,.]*$)/u;
/** A joiner after the sign that takes a consonant's vowel: only a wish for a half form, which other writings of the word lack. */
const HALF_FORM = /([\u094d])[\u200c\u200d]/gu;

/** How many words of another script a reading has that can be believed. */
export function countOther(words: readonly LineWord[]): number {
  return words.filter((word) => word.confidence > 60 && OTHER.test(word.text) || word.text.startsWith(RUPEE)).length;
}

/**
 * One line out of two readings, in Latin and in another script: words of the other script from its own reading, all else (figures, Latin
 * words) from the Latin one, which reads them better. `native` says that the page is written in the other script in the main.
 */
export function joinScripts(latin: readonly LineWord[], other: readonly LineWord[], native: boolean): LineWord[] {
  const leeway = native ? 60 : countOther(other.filter((word) => WELL_FORMED.test(word.text))) > 0 ? 25 : 0;
  const signs = other.flatMap((word) => rupeeSign(word, latin));
  const believed = other.filter((word) => isOther(word, latin, leeway) && !signs.some((sign) => sign.from === word.from)).map((word) => ({ ...word, text: word.text.replace(HALF_FORM, '$1'), confidence: Math.max(40, word.confidence) }));
  if (believed.length + signs.length === 0) return [...latin];
  const covered = (word: LineWord, by: readonly LineWord[], share: number): boolean => by.some((one) => overlap(word, one) > share);
  const unbelieved = other.filter((word) => !signs.some((sign) => sign.from === word.from) && !believed.some((by) => by.from === word.from));
  // What the Latin reading has in a place where the other saw nothing of its own is a piece of a word that was believed, unless it is a figure.
  const rest = latin.filter((word) => !covered(word, believed, 0.35) && (believed.length === 0 || word.confidence > 80 || /\d\D*\d/.test(word.text) || covered(word, unbelieved, 0.2)))
    .map((word) => afterSign(word, signs)).filter((word) => word.text !== '');
  // Where the Latin reading saw nothing of what the other saw between its words, that is kept.
  const lone = unbelieved.filter((word) => word.confidence > 50 && !covered(word, believed, 0.3) && !covered(word, rest, 0.3));
  return partWords([...believed, ...signs.filter((sign) => sign.whole), ...rest, ...lone].sort((a, b) => a.from + a.to - b.from - b.to));
}

/** A rupee sign; `whole` when a space parts it from its amount. */
type RupeeSign = LineWord & { whole: boolean };

/** The rupee sign that a word is or begins with, when an amount of the Latin reading follows; Latin data do not know the sign. */
function rupeeSign(word: LineWord, latin: readonly LineWord[]): RupeeSign[] {
  const like = RUPEE_LIKE.exec(word.text)?.[0];
  if (like === undefined || (word.text[0] !== RUPEE && word.confidence < 40 && word.text.length === like.length)) return [];
  const middle = word.from + (word.to - word.from) * 0.5 * like.length / word.text.length;
  const next = latin.find((by) => by.to > middle && /\d/.test(by.text));
  const amount = next && /^[^\p{L}\d]?\d[\d,.]*[-/]*$/u.test(next.text) && next.from - word.to < 0.5 * (next.to - next.from);
  if (!amount || (word.text[0] !== RUPEE && next.confidence > FIRM && next.from < middle)) return [];
  const whole = word.text.length === like.length;
  return [{ text: RUPEE, whole, from: word.from, to: word.from + (word.to - word.from) * like.length / word.text.length, confidence: Math.max(60, word.confidence) }];
}

/** An amount without what its rupee sign was taken for. */
function afterSign(word: LineWord, signs: readonly RupeeSign[]): LineWord {
  const sign = signs.find((by) => overlap(by, word) > 0.3);
  if (!sign) return word;
  if (!/\d/.test(word.text)) return { ...word, text: '' };
  const amount = word.text.replace(/^[^\d.,]+(?=\d)/, '');
  return sign.whole ? { ...word, text: amount, from: Math.max(word.from, Math.min(sign.to, word.to)) } : { ...word, text: RUPEE + amount };
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
