import type { ReadGlyph } from './recognise-line.ts';
import type { LineWord } from './read-lines.ts';
import { readZone } from './read-zone.ts';

/** Words of the engine below this are worth a second opinion. */
const DOUBTFUL = 93;

/** What the engine may have read for a section sign, however sure it is. */
const LOOKS_LIKE_SECTION = '8';

/** Whether a line wants a second opinion: one of its words is doubtful, or is known to be mistaken for another. */
export function wantsOpinion(words: readonly LineWord[]): boolean {
  return words.length === 0 || words.some(({ text, confidence }) => confidence < DOUBTFUL || text.includes('<') || text === LOOKS_LIKE_SECTION);
}

/** A glyph of a word; `begins`: a space stands before it. */
type OwnedGlyph = ReadGlyph & { begins: boolean };

/**
 * One reading of a line out of two: the engine's words, and the glyphs of a second recogniser, which knows no words, is better at odd
 * print (cards, capitals amid digits, machine-readable zones) and worse at spaces, accents and quotation marks.
 */
export function settleWords(words: readonly LineWord[], glyphs: readonly ReadGlyph[]): LineWord[] {
  const zone = readZone(words, glyphs);
  if (zone) return [zone];
  const letters = glyphs.flatMap((glyph, i): OwnedGlyph[] => (glyph.text === ' ' ? [] : [{ ...glyph, begins: glyphs[i - 1]?.text === ' ' }]));
  if (words.length === 0) return byGlyphs(glyphs);
  const owned = words.map((): OwnedGlyph[] => []);
  for (const glyph of letters) {
    let best = 0;
    let bestGap = Infinity;
    words.forEach((word, i) => {
      const gap = glyph.at < word.from ? word.from - glyph.at : glyph.at > word.to ? glyph.at - word.to : 0;
      if (gap < bestGap) { bestGap = gap; best = i; }
    });
    owned[best]!.push(glyph);
  }
  return words.flatMap((word, i) => settleWord(word, owned[i]!));
}

/** In German a currency follows its figure, so that a dollar sign that stands alone before one is a section sign: `§ 7 Hausordnung`. */
export function signsOfSections(words: readonly LineWord[], language: string): LineWord[] {
  if (language !== 'deu') return [...words];
  return words.map((word, i) => (word.text === '$' && /^\d{1,4}[a-z]?[.,]?$/.test(words[i + 1]?.text ?? '') ? { ...word, text: '§' } : word));
}

function settleWord(word: LineWord, glyphs: readonly OwnedGlyph[]): LineWord[] {
  // The second recogniser knows one apostrophe only.
  const quote = /[’‘]/.exec(word.text)?.[0] ?? "'";
  const plain = glyphs.map((glyph) => glyph.text).join('').replaceAll("'", quote);
  // … and no rupee sign.
  const other = word.text.startsWith('₹') && /^\d/.test(plain) ? `₹${plain}` : plain;
  if (other === word.text) return [{ ...word, confidence: Math.max(word.confidence, 95) }];
  // Rules, specks and the edges of cards: signs that the other recogniser does not see.
  if (other === '' && !/[\p{L}\p{N}]/u.test(word.text) && !/^[-–—£€₹$%&§°.,:;]+$/u.test(word.text)) return [];
  // The section sign is an eight to the engine in some languages.
  if (word.text === LOOKS_LIKE_SECTION && other === '§' && glyphs[0]!.sure > 0.6) return [{ ...word, text: other }];
  if (/^[-«•*~.]$/.test(word.text) && /^[·—–•]$/.test(other)) return [{ ...word, text: other }];
  const trimmed = trimEdges(word, other);
  if (trimmed !== word) return settleWord(trimmed, glyphs);
  return prefersGlyphs(word, glyphs, other) ? splitAtSpaces({ ...word, text: other, confidence: 100 * mean(glyphs) }, glyphs) : [word];
}

/** A word of the second recogniser's, parted where it saw spaces; it loses some, but makes none up. */
function splitAtSpaces(word: LineWord, glyphs: readonly OwnedGlyph[]): LineWord[] {
  const starts = glyphs.flatMap((glyph, i) => (i > 0 && glyph.begins ? [i] : []));
  const shift = word.text.length - glyphs.reduce((sum, glyph) => sum + glyph.text.length, 0);
  if (starts.length === 0 || shift < 0) return [word];
  const bounds = [0, ...starts, glyphs.length];
  return bounds.slice(1).map((end, k) => {
    const own = glyphs.slice(bounds[k]!, end);
    const before = glyphs.slice(0, bounds[k]).reduce((sum, glyph) => sum + glyph.text.length, shift);
    const length = own.reduce((sum, glyph) => sum + glyph.text.length, 0);
    const text = k === 0 ? word.text.slice(0, shift + length) : word.text.slice(before, before + length);
    return { ...word, text, from: k === 0 ? word.from : (own[0]!.at + glyphs[bounds[k]! - 1]!.at) / 2, to: end === glyphs.length ? word.to : (own.at(-1)!.at + glyphs[end]!.at) / 2 };
  });
}

/** Takes signs off a word's ends that are no part of it: what is left is what the other recogniser read. */
function trimEdges(word: LineWord, other: string): LineWord {
  for (const bare of [word.text.replace(/^[|"“”'‘’[\]\\/_~-]+/u, ''), word.text.replace(/[|"“”'‘’[\]\\/_~-]+$/u, '')]) if (bare !== '' && bare === other) return { ...word, text: bare };
  return word;
}

function prefersGlyphs(word: LineWord, glyphs: readonly ReadGlyph[], other: string): boolean {
  if (other === '' || Math.abs(other.length - word.text.length) > 2) return false;
  // What is not in the second recogniser's alphabet it reads as something else.
  if (/[^\x20-\x7e·—°²³×±₹]/.test(word.text.replace(/[’‘“”]/g, "'")) || /[^\x20-\x7e·—°²³×±₹’‘]/.test(other)) return false;
  const least = Math.min(...glyphs.map((glyph) => glyph.sure));
  // A nought beside small letters is the second recogniser's commonest mistake, and other figures amid them.
  return word.confidence < 80 && least > 0.8 && !/0\p{Ll}|\p{Ll}0|\p{Ll}[1-9]\p{Ll}/u.test(other.replace(/0(?:st|nd|rd|th)/, ''));
}

const mean = (glyphs: readonly ReadGlyph[]): number => glyphs.reduce((sum, glyph) => sum + glyph.sure, 0) / Math.max(1, glyphs.length);

/** Words of the second recogniser alone, for a line in which the engine saw nothing. */
function byGlyphs(glyphs: readonly ReadGlyph[]): LineWord[] {
  const words: LineWord[] = [];
  let open: ReadGlyph[] = [];
  const close = (): void => {
    if (open.length > 0 && mean(open) > 0.85) words.push({ text: open.map((glyph) => glyph.text).join(''), from: Math.max(0, open[0]!.at - 0.01), to: Math.min(1, open.at(-1)!.at + 0.01), confidence: 100 * mean(open) });
    open = [];
  };
  for (const glyph of glyphs) if (glyph.text === ' ') close(); else open.push(glyph);
  close();
  return words.filter((word) => /^[\x20-\x7e]+$/.test(word.text));
}
