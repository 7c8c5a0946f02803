import { describe, expect, it } from 'vitest';
import type { Corners, Point } from './corners.ts';
import { findPaper } from './find-paper.ts';

const width = 192;
const height = 256;

/** Numbers that look thrown and are the same in every run. */
const createDice = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
  return seed / 0x7fffffff;
};

const isInside = (corners: Corners, { x, y }: Point): boolean =>
  corners.every((from, index) => {
    const to = corners[(index + 1) % 4]!;
    return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x) >= 0;
  });

type Scene = { corners: Corners; paper: number; table: number; noise?: number; text?: boolean; shadow?: number };

/** A picture of a paper on a table, with lines of writing on it, grain over it and a shadow across. */
const paint = ({ corners, paper, table, noise = 8, text = true, shadow = 0 }: Scene) => {
  const dice = createDice(7);
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const here = isInside(corners, { x: x / (width - 1), y: y / (height - 1) });
      const written = text && here && y % 11 < 3 && dice() < 0.5;
      const light = (written ? 60 : here ? paper : table) + (dice() - 0.5) * 2 * noise - (shadow * x) / width;
      data[y * width + x] = Math.max(0, Math.min(255, light));
    }
  }
  return { data, width, height };
};

const farthest = (found: Corners | null, wanted: Corners): number =>
  found ? Math.max(...found.map((point, index) => Math.hypot(point.x - wanted[index]!.x, point.y - wanted[index]!.y))) : Infinity;

const straight: Corners = [{ x: 0.15, y: 0.12 }, { x: 0.85, y: 0.12 }, { x: 0.85, y: 0.88 }, { x: 0.15, y: 0.88 }];
const askew: Corners = [{ x: 0.22, y: 0.08 }, { x: 0.93, y: 0.17 }, { x: 0.8, y: 0.93 }, { x: 0.08, y: 0.8 }];
const leaning: Corners = [{ x: 0.28, y: 0.2 }, { x: 0.72, y: 0.2 }, { x: 0.95, y: 0.9 }, { x: 0.05, y: 0.9 }];
const landscape: Corners = [{ x: 0.08, y: 0.34 }, { x: 0.9, y: 0.3 }, { x: 0.93, y: 0.66 }, { x: 0.1, y: 0.7 }];

describe('finding a paper in a picture', () => {
  it.each([['straight', straight], ['askew', askew], ['leaning away', leaning], ['across', landscape]])('that lies %s', (_how, corners) => {
    expect(farthest(findPaper(paint({ corners, paper: 225, table: 70 })), corners)).toBeLessThan(0.012);
  });

  it('on a light table, in poor light, with a shadow across', () => {
    expect(farthest(findPaper(paint({ corners: askew, paper: 215, table: 180, noise: 5 })), askew)).toBeLessThan(0.015);
    expect(farthest(findPaper(paint({ corners: leaning, paper: 120, table: 70, noise: 10, shadow: 50 })), leaning)).toBeLessThan(0.015);
    expect(farthest(findPaper(paint({ corners: askew, paper: 40, table: 150, text: false })), askew)).toBeLessThan(0.012);
  });

  it('finds none where there is none', () => {
    const nothing: Corners = [{ x: 2, y: 2 }, { x: 3, y: 2 }, { x: 3, y: 3 }, { x: 2, y: 3 }];
    expect(findPaper(paint({ corners: nothing, paper: 0, table: 128, noise: 20 }))).toBeNull();
    expect(findPaper(paint({ corners: nothing, paper: 0, table: 90, noise: 0, shadow: 80 }))).toBeNull();
  });
});
