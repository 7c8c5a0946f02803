import type { Pixels } from './flatten.ts';

/** `colour`: the paper made white, its colours kept · `grey` · `ink`: black on white, small and sharp · `photo`: as it was taken. */
export const filters = ['colour', 'grey', 'ink', 'photo'] as const;
export type Filter = (typeof filters)[number];

/** So many squares along the longer side; fewer than this many pixels tell nothing of the light. */
const cells = 64;
const leastCell = 8;
const cellOf = ({ width, height }: Pixels): number => Math.max(leastCell, Math.round(Math.max(width, height) / cells));

/** The light of the paper in squares of a picture: the bright end of each, smoothed, for one channel. */
const lightOf = (source: Pixels, channel: number): { light: Float32Array; across: number; down: number } => {
  const { data, width, height } = source;
  const cell = cellOf(source);
  const across = Math.ceil(width / cell);
  const down = Math.ceil(height / cell);
  const raw = new Float32Array(across * down);
  for (let cy = 0; cy < down; cy += 1) {
    for (let cx = 0; cx < across; cx += 1) {
      const seen: number[] = [];
      for (let y = cy * cell; y < Math.min(height, (cy + 1) * cell); y += 3) for (let x = cx * cell; x < Math.min(width, (cx + 1) * cell); x += 3) seen.push(data[(y * width + x) * 4 + channel]!);
      seen.sort((a, b) => a - b);
      raw[cy * across + cx] = seen[Math.floor(seen.length * 0.9)] ?? 255;
    }
  }
  const light = new Float32Array(raw.length);
  const reach = 3;
  for (let cy = 0; cy < down; cy += 1) {
    for (let cx = 0; cx < across; cx += 1) {
      // The brightest fifth of the neighbourhood: a picture or a black bar must not pass for shadow.
      const near: number[] = [];
      for (let y = Math.max(0, cy - reach); y <= Math.min(down - 1, cy + reach); y += 1) for (let x = Math.max(0, cx - reach); x <= Math.min(across - 1, cx + reach); x += 1) near.push(raw[y * across + x]!);
      near.sort((a, b) => a - b);
      light[cy * across + cx] = near[Math.floor(near.length * 0.8)]!;
    }
  }
  return { light, across, down };
};

/** Evens out the light and lets the paper be white. */
const whitened = (source: Pixels): Pixels => {
  const { width, height } = source;
  const data = new Uint8ClampedArray(source.data);
  const cell = cellOf(source);
  for (let channel = 0; channel < 3; channel += 1) {
    const { light, across, down } = lightOf(source, channel);
    for (let y = 0; y < height; y += 1) {
      const gy = Math.min(down - 1, Math.max(0, y / cell - 0.5));
      const [y0, y1] = [Math.floor(gy), Math.min(down - 1, Math.floor(gy) + 1)];
      for (let x = 0; x < width; x += 1) {
        const gx = Math.min(across - 1, Math.max(0, x / cell - 0.5));
        const [x0, x1] = [Math.floor(gx), Math.min(across - 1, Math.floor(gx) + 1)];
        const [fx, fy] = [gx - x0, gy - y0];
        const paper = (light[y0 * across + x0]! * (1 - fx) + light[y0 * across + x1]! * fx) * (1 - fy) + (light[y1 * across + x0]! * (1 - fx) + light[y1 * across + x1]! * fx) * fy;
        const at = (y * width + x) * 4 + channel;
        const share = data[at]! / Math.max(40, paper);
        // What comes near the paper's white is white; the rest gains a little contrast.
        data[at] = 255 * Math.min(1, Math.max(0, (share - 0.08) / 0.8));
      }
    }
  }
  return { data, width, height };
};

const greyed = (source: Pixels): Pixels => {
  const { data } = source;
  for (let at = 0; at < data.length; at += 4) {
    const light = (data[at]! * 299 + data[at + 1]! * 587 + data[at + 2]! * 114) / 1000;
    data[at] = data[at + 1] = data[at + 2] = light;
  }
  return source;
};

const inkShare = 0.86;

/** Ink is what is darker than its neighbourhood (Bradley and Roth, Adaptive thresholding using the integral image, 2007). */
export const inkOf = ({ data, width, height }: Pixels): Uint8Array => {
  const reach = Math.max(6, Math.round(width / 32));
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += data[(y * width + x) * 4]!;
      sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1]! + row;
    }
  }
  const ink = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = [Math.max(0, y - reach), Math.min(height, y + reach + 1)];
    for (let x = 0; x < width; x += 1) {
      const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)];
      const sum = sums[bottom * (width + 1) + right]! - sums[top * (width + 1) + right]! - sums[bottom * (width + 1) + left]! + sums[top * (width + 1) + left]!;
      ink[y * width + x] = data[(y * width + x) * 4]! * (right - left) * (bottom - top) < sum * inkShare ? 1 : 0;
    }
  }
  return ink;
};

/** A page as the filter shows it. */
export const filtered = (source: Pixels, filter: Filter): Pixels => {
  if (filter === 'photo') return source;
  const white = whitened(source);
  if (filter === 'colour') return white;
  const grey = greyed(white);
  if (filter === 'grey') return grey;
  inkOf(grey).forEach((ink, index) => { grey.data.fill(ink ? 0 : 255, index * 4, index * 4 + 3); });
  return grey;
};
