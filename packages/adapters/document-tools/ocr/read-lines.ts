import type { PlacedWord } from '@docuvault/core/text/layout.ts';
import type { TextLine } from './find-lines.ts';
import type { GreyImage } from './grey-image.ts';
import { clearLine, cropLine } from './line-crop.ts';
import { placeOf } from '@docuvault/core/text/place-on-picture.ts';
import type { OcrEngine, ReadWord } from './tesseract-engine.ts';

/** A word of a line: where it begins and ends along the line (0..1), and how sure it is, 0..100. */
export type LineWord = { text: string; from: number; to: number; confidence: number };

/** Height of a line in the picture that is handed to the engine; letters are then about 20 pixels high, as it was taught with. */
const ROW = 48;
const GAP = 16;
const MARGIN = 20;
/** How much of its height is kept around a line: accents and tails reach there, and the engine wants a margin. */
const AIR = 0.08;
/** Tallest picture handed over at once. */
const MAX_ROWS = 150;

/**
 * Reads lines with Tesseract: each is cut out, levelled, brought to one size and one polarity, and all are set below each other on white,
 * so that the engine has no layout to guess at. One list of words per line, from left to right.
 */
export async function readLines(engine: OcrEngine, page: GreyImage, lines: readonly TextLine[], languages: readonly string[]): Promise<LineWord[][]> {
  const read: LineWord[][] = [];
  for (let from = 0; from < lines.length; from += MAX_ROWS) {
    const part = lines.slice(from, from + MAX_ROWS);
    const crops = part.map((line) => clearLine(cropLine(page, line, ROW, AIR)));
    const words = await engine.read(stack(crops), languages, 'block');
    read.push(...unstack(words, crops, part));
  }
  return read;
}

function stack(crops: readonly GreyImage[]): GreyImage {
  const width = Math.max(300, ...crops.map((crop) => crop.width + 2 * MARGIN));
  const height = GAP + crops.length * (ROW + GAP);
  const data = new Uint8Array(width * height).fill(255);
  crops.forEach((crop, i) => {
    for (let y = 0; y < ROW; y++) data.set(crop.data.subarray(y * crop.width, (y + 1) * crop.width), (GAP + i * (ROW + GAP) + y) * width + MARGIN);
  });
  return { data, width, height };
}

function unstack(words: readonly ReadWord[], crops: readonly GreyImage[], lines: readonly TextLine[]): LineWord[][] {
  const rows: (LineWord & { group: number })[][] = lines.map(() => []);
  for (const word of words) {
    const i = Math.floor(((word.y0 + word.y1) / 2 - GAP / 2) / (ROW + GAP));
    const line = lines[i];
    if (!line) continue;
    const length = Math.hypot(line.x1 - line.x0, line.right - line.left);
    const air = AIR * line.height;
    const along = (x: number): number => Math.max(0, Math.min(1, ((x - MARGIN) / crops[i]!.width * (length + 2 * air) - air) / length));
    rows[i]!.push({ text: word.text, from: along(word.x0), to: along(word.x1), confidence: word.confidence, group: word.line });
  }
  return rows.map((row) => inOrder(row));
}

/**
 * The engine's words of one line come in the order of reading, but their boxes may reach over each other (it guesses them from the network's
 * timing). Where it took the line for two, the one that begins further left comes first.
 */
function inOrder(row: readonly (LineWord & { group: number })[]): LineWord[] {
  const starts = new Map<number, number>();
  for (const word of row) starts.set(word.group, Math.min(word.from, starts.get(word.group) ?? 1));
  const ordered = row.toSorted((a, b) => starts.get(a.group)! - starts.get(b.group)!).map(({ text, from, to, confidence }) => ({ text, from, to, confidence }));
  return partWords(ordered);
}

/** Cuts words of a line that reach over each other, each in the middle of what it shares with the next. */
export function partWords(words: readonly LineWord[]): LineWord[] {
  const parted = words.map((word) => ({ ...word }));
  parted.forEach((word, i) => {
    const next = parted[i + 1];
    if (!next || next.from >= word.to) return;
    const cut = Math.max(word.from, Math.min(next.to, (word.to + next.from) / 2));
    word.to = cut;
    next.from = cut;
    next.to = Math.max(next.to, cut);
  });
  return parted;
}

/** Half the height of a line's type, in heights of the line, which has some air. */
const HALF = 0.44;

/** Brings the words of slanting lines to where they would lie on a level page, ready for layout. `turned`: the quarter turns that the page was given before. */
export function levelWords(lines: readonly TextLine[], words: readonly LineWord[][], page: GreyImage, turned: number): PlacedWord[] {
  const { width, height } = page;
  const level = leveller(lines, width, height);
  return lines.flatMap((line, i) => words[i]!.map((word) => {
    const run = line.x1 - line.x0;
    const at = (share: number): { x: number; y: number } => ({ x: line.x0 + share * run, y: line.left + share * (line.right - line.left) });
    const middle = at((word.from + word.to) / 2);
    const y = level(middle.x, middle.y);
    const half = HALF * line.height;
    const [from, to] = [at(word.from), at(word.to)];
    const corners = [from, to].flatMap((end) => [-half, half].map((up) => ({ x: end.x / width, y: (end.y + up) / height })));
    return { text: word.text, x0: from.x, x1: Math.max(to.x, from.x + 1), y0: y - half, y1: y + half, place: placeOf(corners, turned) };
  }));
}

/**
 * How lines slant differs from place to place on a page that was photographed at an angle: the slant is taken as a linear function of the
 * place (least squares over the longer lines), and its integral along x taken off.
 */
function leveller(lines: readonly TextLine[], width: number, height: number): (x: number, y: number) => number {
  const long = lines.filter((line) => line.x1 - line.x0 > 4 * line.height).map((line) => ({
    slope: (line.right - line.left) / (line.x1 - line.x0), weight: line.x1 - line.x0,
    x: ((line.x0 + line.x1) / 2 - width / 2) / width, y: ((line.left + line.right) / 2 - height / 2) / height,
  })).sort((a, b) => a.slope - b.slope);
  const total = long.reduce((sum, line) => sum + line.weight, 0);
  if (total === 0) return (_x, y) => y;
  let left = total / 2;
  const median = long.find((line) => (left -= line.weight) <= 0)?.slope ?? 0;
  const kept = long.filter((line) => Math.abs(line.slope - median) < 0.05);
  const [a, b, c] = kept.length < 6 ? [median, 0, 0] : fitPlane(kept);
  return (x, y) => {
    const dx = x - width / 2;
    return y - (a + c * (y - height / 2) / height) * dx - b * dx * dx / (2 * width);
  };
}

/** Weighted least squares of slope = a + b x + c y, with a little ridge so that lines at one place do not make it wild. */
function fitPlane(points: readonly { slope: number; weight: number; x: number; y: number }[]): [number, number, number] {
  const rows = [[0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]];
  let weights = 0;
  for (const { slope, weight, x, y } of points) {
    const v = [1, x, y];
    weights += weight;
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) rows[i]![j]! += weight * v[i]! * v[j]!;
      rows[i]![3]! += weight * v[i]! * slope;
    }
  }
  rows[1]![1]! += 0.01 * weights;
  rows[2]![2]! += 0.01 * weights;
  for (let i = 0; i < 3; i++) {
    for (let k = 0; k < 3; k++) {
      if (k === i) continue;
      const factor = rows[k]![i]! / rows[i]![i]!;
      for (let j = i; j < 4; j++) rows[k]![j]! -= factor * rows[i]![j]!;
    }
  }
  return [rows[0]![3]! / rows[0]![0]!, rows[1]![3]! / rows[1]![1]!, rows[2]![3]! / rows[2]![2]!];
}
