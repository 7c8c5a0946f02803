import type { PlacedWord } from '@docuvault/core/text/layout.ts';
import type { ReadWord } from './tesseract-engine.ts';

/**
 * Makes Tesseract's words fit for layout: words that are dirt are dropped, and the tight boxes around the ink ("a" is lower than "Ag",
 * "-" has hardly any height) become boxes of the line's height, so that lines and gaps are judged by the size of the type.
 */
export function placeWords(words: readonly ReadWord[]): PlacedWord[] {
  const lines = new Map<number, ReadWord[]>();
  for (const word of words) {
    if (isDirt(word)) continue;
    const line = lines.get(word.line);
    if (line) line.push(word);
    else lines.set(word.line, [word]);
  }
  return [...lines.values()].flatMap((line) => {
    const solid = line.filter((word) => /[\p{L}\p{N}]/u.test(word.text));
    const heights = (solid.length > 0 ? solid : line).map((word) => word.y1 - word.y0).sort((a, b) => a - b);
    const height = heights[Math.floor(heights.length * 0.6)]!;
    const whole = line.filter((word) => word.y1 - word.y0 >= 0.65 * height);
    const centres = (whole.length > 0 ? whole : line).map((word) => word.y0 + word.y1).sort((a, b) => a - b);
    const middle = centres[centres.length >> 1]! / 2;
    return line.map((word) => {
      // Its own height places a word best on a curved or slanting line; marks without height go where the line is.
      const own = word.y1 - word.y0 >= 0.65 * height && word.y1 - word.y0 <= 1.6 * height;
      const centre = own ? (word.y0 + word.y1) / 2 : middle;
      return { text: word.text, x0: word.x0, x1: word.x1, y0: centre - 0.6 * height, y1: centre + 0.6 * height };
    });
  });
}

/** Mean confidence of the words, weighted by length, 0..1; 0 when nothing was read. */
export function meanConfidence(words: readonly ReadWord[]): number {
  let sum = 0;
  let characters = 0;
  for (const word of words) {
    if (isDirt(word)) continue;
    sum += word.confidence * word.text.length;
    characters += word.text.length;
  }
  return characters === 0 ? 0 : sum / characters / 100;
}

/** Specks, rules and pictures read as words: signs without a letter or digit, single letters of low confidence, words standing on end. */
function isDirt(word: ReadWord): boolean {
  const width = word.x1 - word.x0;
  const height = word.y1 - word.y0;
  const solid = (word.text.match(/[\p{L}\p{N}]/gu) ?? []).length;
  if (word.text.length >= 3 && height > 1.3 * width) return true;
  if (word.confidence < 8 && !/[\p{L}\p{N}]{3}|\d/u.test(word.text)) return true;
  if (solid === 0) return !/^[-–—&+=%$€£₹*/:()#@•]+$/u.test(word.text) || word.confidence < 45;
  if (solid === 1 && word.text.length <= 2) return word.confidence < 35;
  return word.confidence < 15 && word.text.length <= 3 && !/\d/.test(word.text);
}
