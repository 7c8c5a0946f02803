import { percentile, type GreyImage } from './grey-image.ts';

/** On one surface brightness changes by less than this share from place to place, even under a lamp; the edge of a page is a larger step. */
const SMOOTH = 0.2;

/**
 * What lies around a photographed page: 1 for desk, 0 for page, on a small picture whose text has been taken out (brightest of the
 * neighbourhood). The desk is what can be reached from the picture's edge over an even surface that is darker than paper; the page's
 * edge, where brightness jumps, is never crossed. Null when there is none, or when "desk" would be nearly everything.
 */
export function findDesk(small: GreyImage): Uint8Array | null {
  const { width, height, data } = small;
  const paper = percentile(small, 0.95);
  const desk = new Uint8Array(data.length);
  const open: number[] = [];
  const enter = (at: number, limit: number): void => {
    if (desk[at] === 1 || data[at]! >= limit * paper || isEdge(small, at)) return;
    desk[at] = 1;
    open.push(at);
  };
  for (let x = 0; x < width; x++) { enter(x, 0.72); enter((height - 1) * width + x, 0.72); }
  for (let y = 0; y < height; y++) { enter(y * width, 0.72); enter(y * width + width - 1, 0.72); }
  let count = 0;
  let sum = 0;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    count++;
    sum += data[at]!;
    const x = at % width;
    if (x > 0) enter(at - 1, 0.85);
    if (x < width - 1) enter(at + 1, 0.85);
    if (at >= width) enter(at - width, 0.85);
    if (at + width < data.length) enter(at + width, 0.85);
  }
  if (count < 0.02 * data.length || count > 0.75 * data.length) return null;
  const rest = data.reduce((total, value) => total + value, 0) - sum;
  return sum / count < 0.75 * rest / (data.length - count) ? desk : null;
}

function isEdge({ data, width, height }: GreyImage, at: number): boolean {
  const x = at % width;
  const y = (at - x) / width;
  let low = 255;
  let high = 0;
  for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
    for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
      const value = data[v * width + u]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return high - low > SMOOTH * high + 3;
}
