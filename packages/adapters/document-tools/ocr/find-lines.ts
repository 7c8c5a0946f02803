import type { GreyImage } from './grey-image.ts';
import type { Network } from './line-models.ts';
import { fromGrey, toGrey } from './prepare-page.ts';

/**
 * A line of text, or a piece of one that stands apart, in pixels of the page. Its middle runs straight from (x0, left) to (x1, right);
 * `height` is that of the whole type, from the tops of capitals to the tails of small letters, with a little air.
 */
export type TextLine = { x0: number; x1: number; left: number; right: number; height: number; score: number };

/** Mean and deviation of the pictures that the network was taught with (ImageNet's). */
const MEAN = [0.485, 0.456, 0.406] as const;
const DEVIATION = [0.229, 0.224, 0.225] as const;
/** Pixels surer than this belong to text (as in the detector's own settings). */
const TEXT = 0.3;
/** Spots that are text with less certainty on average are something else. */
const SURE = 0.5;
/** How far a spot, which the network draws shrunken, is grown again: its area times this over its circumference (Liao 2020, "DBNet", there 1.5 to 2). */
const GROWTH = 1.6;
/** Longest side at which the page is searched; small print of an A4 page is then 6 pixels high, below which lines are missed. */
const LONGEST = 1536;

/** Lines that run across, unordered, and whether more of the page's text runs up or down instead. */
export type FoundLines = { lines: TextLine[]; sideways: boolean };

/** Finds the lines of a page by a network that marks the core of each line, dark text on light and light on dark alike. */
export async function findLines(detector: Network, page: GreyImage): Promise<FoundLines> {
  const shrink = Math.min(1, LONGEST / Math.max(page.width, page.height));
  const width = Math.max(32, Math.round(page.width * shrink / 32) * 32);
  const height = Math.max(32, Math.round(page.height * shrink / 32) * 32);
  const small = await toGrey(fromGrey(page).resize(width, height, { fit: 'fill' }));
  const area = width * height;
  const { data } = await detector.run([1, 3, height, width], (input) => {
    for (let c = 0; c < 3; c++) {
      const table = Float32Array.from({ length: 256 }, (_, value) => (value / 255 - MEAN[c]!) / DEVIATION[c]!);
      for (let i = 0; i < area; i++) input[c * area + i] = table[small.data[i]!]!;
    }
  });
  return outline(data, width, page.width / width, page.height / height);
}

/** The spots of a map of certainties, as lines in pixels of the page. */
function outline(map: Float32Array, width: number, scaleX: number, scaleY: number): FoundLines {
  const seen = new Uint8Array(map.length);
  const stack: number[] = [];
  const lines: TextLine[] = [];
  let across = 0;
  let upright = 0;
  for (let start = 0; start < map.length; start++) {
    if (seen[start] === 1 || map[start]! < TEXT) continue;
    const pixels: number[] = [];
    let x0 = width;
    let x1 = 0;
    let y1 = 0;
    let sum = 0;
    seen[start] = 1;
    stack.push(start);
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      pixels.push(at);
      sum += map[at]!;
      const x = at % width;
      if (x < x0) x0 = x;
      if (x > x1) x1 = x;
      if ((at - x) / width > y1) y1 = (at - x) / width;
      for (const next of [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width]) {
        if (next >= 0 && next < map.length && seen[next] === 0 && map[next]! >= TEXT) { seen[next] = 1; stack.push(next); }
      }
    }
    if (x1 - x0 < 2 || sum / pixels.length < SURE) continue;
    // The first pixel of a spot is the topmost.
    const tall = y1 - Math.floor(start / width) + 1;
    const wide = x1 - x0 + 1;
    if (wide > 2 * tall) across += wide;
    if (tall > 2 * wide) { upright += tall; if (tall > 3 * wide) continue; }
    const line = straighten(pixels, width, x0, x1);
    if (line.height < 2) continue;
    const growth = wide * line.height * GROWTH / (2 * (wide + line.height));
    const from = x0 - growth;
    const to = x1 + 1 + growth;
    lines.push({
      x0: Math.max(0, from * scaleX), x1: Math.min(width * scaleX, to * scaleX),
      left: (line.at(from) + 0.5) * scaleY, right: (line.at(to) + 0.5) * scaleY,
      height: (line.height + 2 * growth) * scaleY, score: sum / pixels.length,
    });
  }
  return { lines: partNeighbours(lines), sideways: upright > 1.5 * across };
}

/** The straight middle of a spot, by least squares over its columns, and its height. */
function straighten(pixels: readonly number[], width: number, x0: number, x1: number): { at(x: number): number; height: number } {
  const columns = x1 - x0 + 1;
  const count = new Float64Array(columns);
  const total = new Float64Array(columns);
  for (const at of pixels) { const x = at % width; count[x - x0]! += 1; total[x - x0]! += (at - x) / width; }
  let weight = 0;
  let meanX = 0;
  let meanY = 0;
  for (let i = 0; i < columns; i++) { weight += count[i]!; meanX += count[i]! * i; meanY += total[i]!; }
  meanX /= weight;
  meanY /= weight;
  let xx = 0;
  let xy = 0;
  for (let i = 0; i < columns; i++) if (count[i]! > 0) { xx += count[i]! * (i - meanX) ** 2; xy += count[i]! * (i - meanX) * (total[i]! / count[i]! - meanY); }
  const height = count.toSorted()[Math.floor(columns * 0.85)]!;
  // The ends of a short spot are round, so that its slope tells nothing.
  const slope = columns > 4 * height && xx > 0 ? xy / xx : 0;
  return { at: (x) => meanY + slope * (x - x0 - meanX), height };
}

/** Grown lines may reach into their neighbours, whose edges would be read as letters: both end in the middle between them. */
function partNeighbours(lines: readonly TextLine[]): TextLine[] {
  const parted = lines.map((line) => ({ ...line })).sort((a, b) => a.x0 - b.x0);
  parted.forEach((line, i) => {
    for (const next of parted.slice(i + 1)) {
      if (next.x0 >= line.x1) break;
      const near = Math.abs(line.right - next.left) < 0.4 * Math.min(line.height, next.height);
      if (!near || line.x1 - next.x0 > 0.8 * Math.min(line.height, next.height) || next.x1 <= line.x1) continue;
      const cut = (line.x1 + next.x0) / 2;
      line.right -= (line.right - line.left) * (line.x1 - cut) / (line.x1 - line.x0);
      next.left += (next.right - next.left) * (cut - next.x0) / (next.x1 - next.x0);
      line.x1 = cut;
      next.x0 = cut;
    }
  });
  return parted;
}
