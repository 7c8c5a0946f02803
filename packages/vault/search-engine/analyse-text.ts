import { foldText } from './fold-text.ts';
import type { Stem } from './stem-word.ts';
import { stopWords } from './stop-words.ts';

/** A word of a text: `raw` as folded, `stem` as indexed, and where it stands in the folded text. */
export type Word = { raw: string; stem: string; start: number; end: number };

const word = /\d{1,3}(?:,\d{2,3})+(?:\.\d{1,2})?(?!\d)|\d+\.\d{2}(?![\d.])|[\p{L}\p{M}\p{N}]+/gu;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const longestWord = 64;

const number = (raw: string): string => raw.replaceAll(',', '').replace(/\.(\d)0$/, '.$1').replace(/\.0?$/, '');

/** Pairs of neighbouring characters, for scripts that put no spaces between words; a lone character stands for itself. */
const pairs = (raw: string, start: number): Word[] => {
  const characters = [...raw];
  if (characters.length === 1) return [{ raw, stem: raw, start, end: start + raw.length }];
  let at = start;
  return characters.slice(0, -1).map((character, index) => {
    const pair = character + characters[index + 1]!;
    const found = { raw: pair, stem: pair, start: at, end: at + pair.length };
    at += character.length;
    return found;
  });
};

/** The words of an already folded text, in order, without stop words unless `withStopWords`. */
export const wordsOf = (folded: string, stem: Stem, withStopWords = false): Word[] => {
  const words: Word[] = [];
  for (const match of folded.matchAll(word)) {
    const raw = match[0];
    const start = match.index;
    const end = start + raw.length;
    if (!withStopWords && stopWords.has(raw)) continue;
    if (raw.length > longestWord) words.push({ raw: raw.slice(0, longestWord), stem: raw.slice(0, longestWord), start, end });
    else if (raw.charCodeAt(0) > 0x0e00 && unspaced.test(raw)) words.push(...pairs(raw, start));
    else if (/^\d/.test(raw) && /[.,]/.test(raw)) words.push({ raw: number(raw), stem: number(raw), start, end });
    else words.push({ raw, stem: stem(raw), start, end });
  }
  return words;
};

/** Numbers that are printed in short groups: bank accounts (ISO 13616), number plates as in India, pairs of digits as in French telephone numbers and British insurance numbers. */
const grouped = /(?<![\p{L}\p{N}])(?:[a-z]{2}\d{2}(?: [a-z\d]{4}){2,7}(?: [a-z\d]{1,3})?|[a-z]{2}[- ]?\d{1,2}[- ]?[a-z]{1,2}[- ]?\d{4}|(?:[a-z]{2} )?\d{2}(?: \d{2}){2,6}(?: [a-z])?)(?![\p{L}\p{N}])/gu;
const coded = /(?<![\p{L}\p{N}])\d{2,6}(?:[- ]\d{3,6}){1,4}(?![\p{L}\p{N}])|[\p{L}\p{N}]+(?:[-/._][\p{L}\p{N}]+)+|\p{L}*\d[\p{L}\d]*/gu;
const date = /^(?:\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})$/;

/** A number as printed on papers, without its separators, and where it stood. */
export type Code = { bare: string; start: number; end: number };

/** Document, account and telephone numbers in a folded text: at least five characters, three of them digits, dates left out. */
export const codesOf = (folded: string): Code[] => {
  const codes: Code[] = [];
  for (const match of [...folded.matchAll(coded), ...folded.matchAll(grouped)]) {
    const raw = match[0];
    if (date.test(raw)) continue;
    const bare = raw.replace(/[^\p{L}\p{N}]/gu, '');
    if (bare.length < 5 || bare.length > 40 || bare.replace(/\D/g, '').length < 3) continue;
    codes.push({ bare, start: match.index, end: match.index + raw.length });
  }
  return codes;
};

/** Every run of four characters of a number, as indexed: any part of four and more is found by the runs in it. */
export const partsOf = (bare: string): string[] => {
  const parts: string[] = [];
  for (let i = 0; i + 4 <= bare.length; i += 1) parts.push(`#${bare.slice(i, i + 4)}`);
  return parts;
};

/** `foldText` then `wordsOf`, for short texts. */
export const stemsOf = (text: string, stem: Stem): string[] => wordsOf(foldText(text), stem).map((found) => found.stem);
