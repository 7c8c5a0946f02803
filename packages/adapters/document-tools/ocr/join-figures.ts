import type { TextLine } from './find-lines.ts';
import { partWords, type LineWord } from './read-lines.ts';

/** A figure that goes on behind a stop, comma or colon, and what it goes on with. */
const OPEN = /\d[.,:]$/;
const GOES_ON = /^\d/;
/** Gaps of a page that tell how wide its spaces are. */
const ENOUGH = 8;

/** The gap before a word of a line, in heights of the line. */
const gapBefore = (line: TextLine, row: readonly LineWord[], i: number): number => (row[i]!.from - row[i - 1]!.to) * Math.hypot(line.x1 - line.x0, line.right - line.left) / line.height;

/**
 * Puts figures together that the engine parted at a sign inside them, as it does in faces whose signs are as wide as letters: `96. 00`,
 * `18: 42`. The gap there is clearly narrower than the page's spaces; where it is one of them, the print has a space.
 */
export function joinFigures(lines: readonly TextLine[], rows: readonly LineWord[][]): LineWord[][] {
  const gaps = rows.flatMap((row, k) => row.slice(1).map((_, i) => gapBefore(lines[k]!, row, i + 1)).filter((gap, i) => gap < 1 && !(OPEN.test(row[i]!.text) && GOES_ON.test(row[i + 1]!.text))));
  const space = gaps.length < ENOUGH ? null : gaps.sort((a, b) => a - b)[gaps.length >> 1]!;
  return rows.map((row, k) => {
    const joined: LineWord[] = [];
    row.forEach((word, i) => {
      const last = joined.at(-1);
      if (last && space !== null && OPEN.test(last.text) && GOES_ON.test(word.text) && gapBefore(lines[k]!, row, i) < 0.75 * space) {
        joined[joined.length - 1] = { text: last.text + word.text, from: last.from, to: word.to, confidence: Math.min(last.confidence, word.confidence) };
      } else joined.push(word);
    });
    return joined.length === row.length ? [...row] : partWords(joined);
  });
}
