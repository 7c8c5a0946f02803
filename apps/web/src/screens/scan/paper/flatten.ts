import type { Corners, Point } from './corners.ts';

export type Pixels = { data: Uint8ClampedArray<ArrayBuffer>; width: number; height: number };

/** A projective map as nine numbers, row by row, the last of them 1. */
export type Homography = readonly number[];

/** Solves eight equations by Gauss's elimination with pivots. */
const solve = (rows: number[][]): number[] => {
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1) if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let row = 0; row < size; row += 1) {
      if (row === column) continue;
      const factor = rows[row]![column]! / rows[column]![column]!;
      for (let at = column; at <= size; at += 1) rows[row]![at]! -= factor * rows[column]![at]!;
    }
  }
  return rows.map((row, at) => row[size]! / row[at]!);
};

/** The map that takes each of four points to its partner (Heckbert, Fundamentals of Texture Mapping, 2.2.3). */
export const homographyOf = (from: readonly Point[], to: readonly Point[]): Homography => {
  const rows = from.flatMap(({ x, y }, index) => {
    const { x: u, y: v } = to[index]!;
    return [[x, y, 1, 0, 0, 0, -x * u, -y * u, u], [0, 0, 0, x, y, 1, -x * v, -y * v, v]];
  });
  return [...solve(rows), 1];
};

export const mapPoint = (map: Homography, { x, y }: Point): Point => {
  const scale = map[6]! * x + map[7]! * y + map[8]!;
  return { x: (map[0]! * x + map[1]! * y + map[2]!) / scale, y: (map[3]! * x + map[4]! * y + map[5]!) / scale };
};

/** The longer side of a flattened page: an A4 paper at about 200 dots an inch. */
const mostPixels = 2340;
const a4 = Math.SQRT2;
const nearA4 = 0.07;

const length = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** How large the paper becomes: as large as it was in the picture, in the proportions of A4 where it comes near them. */
export const sizeOf = (corners: Corners, width: number, height: number): { width: number; height: number } => {
  const [a, b, c, d] = corners.map(({ x, y }) => ({ x: x * width, y: y * height })) as unknown as Corners;
  let wide = Math.max(length(a, b), length(d, c));
  let high = Math.max(length(a, d), length(b, c));
  const ratio = Math.max(wide, high) / Math.min(wide, high);
  if (Math.abs(ratio / a4 - 1) < nearA4) {
    if (high >= wide) high = wide * a4;
    else wide = high * a4;
  }
  const scale = Math.min(1, mostPixels / Math.max(wide, high));
  return { width: Math.max(1, Math.round(wide * scale)), height: Math.max(1, Math.round(high * scale)) };
};

/** Cuts the paper out of a picture and lays it flat, each pixel between its four neighbours. */
export const flatten = (source: Pixels, corners: Corners): Pixels => {
  const { width, height } = sizeOf(corners, source.width, source.height);
  const target: Corners = [{ x: 0, y: 0 }, { x: width - 1, y: 0 }, { x: width - 1, y: height - 1 }, { x: 0, y: height - 1 }];
  const map = homographyOf(target, corners.map(({ x, y }) => ({ x: x * (source.width - 1), y: y * (source.height - 1) })));
  const data = new Uint8ClampedArray(width * height * 4);
  const from = source.data;
  const [lastX, lastY] = [source.width - 1, source.height - 1];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const scale = map[6]! * x + map[7]! * y + 1;
      const sx = Math.min(lastX, Math.max(0, (map[0]! * x + map[1]! * y + map[2]!) / scale));
      const sy = Math.min(lastY, Math.max(0, (map[3]! * x + map[4]! * y + map[5]!) / scale));
      const [x0, y0] = [Math.floor(sx), Math.floor(sy)];
      const [fx, fy] = [sx - x0, sy - y0];
      const top = (y0 * source.width + x0) * 4;
      const right = x0 < lastX ? 4 : 0;
      const down = y0 < lastY ? source.width * 4 : 0;
      const to = (y * width + x) * 4;
      for (let channel = 0; channel < 3; channel += 1) {
        const at = top + channel;
        const upper = from[at]! * (1 - fx) + from[at + right]! * fx;
        const lower = from[at + down]! * (1 - fx) + from[at + down + right]! * fx;
        data[to + channel] = upper * (1 - fy) + lower * fy;
      }
      data[to + 3] = 255;
    }
  }
  return { data, width, height };
};

/** Turned by quarter turns clockwise. */
export const turnPixels = (source: Pixels, quarters: number): Pixels => {
  const turn = ((quarters % 4) + 4) % 4;
  if (turn === 0) return source;
  const { width, height } = turn === 2 ? source : { width: source.height, height: source.width };
  const from = new Uint32Array(source.data.buffer);
  const to = new Uint32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = turn === 1 ? (source.height - 1 - x) * source.width + y : turn === 2 ? (source.height - 1 - y) * source.width + source.width - 1 - x : x * source.width + source.width - 1 - y;
      to[y * width + x] = from[at]!;
    }
  }
  return { data: new Uint8ClampedArray(to.buffer), width, height };
};
