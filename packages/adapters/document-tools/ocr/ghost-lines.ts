import type { TextLine } from './find-lines.ts';
import { mirror, type GreyImage } from './grey-image.ts';
import { contrastOf, cropLine } from './line-crop.ts';
import { readLines, type LineWord } from './read-lines.ts';
import type { OcrEngine } from './tesseract-engine.ts';

/** Height at which lines are looked at. */
const LOOKED_AT = 16;
/** A line fainter than this, as a share of the contrast of the page's print, may shine through from the back … */
const FAINT = 0.5;
/** … unless it reads this well: small grey print does. */
const READS_WELL = 85;
/** … and does so if it reads this much better as seen from there. */
const BETTER = 10;
/** Fainter than this, and read worse than this either way, nothing is lost. */
const TRACE = 0.2;
const ILLEGIBLE = 50;

/**
 * Which lines of a page are ghosts: print of its back that shines through, known by being faint and by reading better in a mirror. Sheets
 * are turned over about their long edge or their short one, so that the back may also stand on its head. Print that has faded is kept.
 */
export async function findGhosts(engine: OcrEngine, page: GreyImage, lines: readonly TextLine[], words: readonly LineWord[][], language: string): Promise<boolean[]> {
  const contrasts = lines.map((line) => contrastOf(cropLine(page, line, LOOKED_AT)));
  // Of the lines that were read well, as there may be more ghosts than print.
  const print = contrasts.filter((_, i) => sureness(words[i]!) >= READS_WELL).sort((a, b) => a - b);
  const usual = print[Math.floor(print.length * 0.75)] ?? 0;
  const suspects = lines.map((_, i) => i).filter((i) => contrasts[i]! < FAINT * usual && sureness(words[i]!) < READS_WELL);
  const ghosts = lines.map(() => false);
  if (suspects.length === 0) return ghosts;
  const turnedOver = mirror(page);
  const asSeenBehind = suspects.map((i) => lines[i]!).map((line) => ({ ...line, x0: page.width - line.x1, x1: page.width - line.x0, left: line.right, right: line.left }));
  const onItsHead = mirror({ ...page, data: page.data.toReversed() });
  const asSeenOver = suspects.map((i) => lines[i]!).map((line) => ({ ...line, left: page.height - line.left, right: page.height - line.right }));
  const behind = await readLines(engine, turnedOver, asSeenBehind, [language]);
  const over = await readLines(engine, onItsHead, asSeenOver, [language]);
  suspects.forEach((i, k) => {
    const own = sureness(words[i]!);
    ghosts[i] = Math.max(sureness(behind[k]!), sureness(over[k]!)) > own + BETTER || (contrasts[i]! < TRACE * usual && own < ILLEGIBLE);
  });
  return ghosts;
}

function sureness(words: readonly LineWord[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  return words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0) / Math.max(1, letters);
}
