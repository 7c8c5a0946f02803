import { describe, expect, it } from 'vitest';
import { cut, printedPart } from './printed-part.ts';

const page = (width: number, height: number, ...marks: readonly (readonly [x: number, y: number, w: number, h: number])[]) => {
  const data = new Uint8Array(width * height).fill(240);
  for (const [x, y, w, h] of marks) for (let dy = 0; dy < h; dy++) data.fill(30, (y + dy) * width + x, (y + dy) * width + x + w);
  return { data, width, height };
};

describe('the part of a page that is searched for lines', () => {
  it('holds all print with a margin, on the network’s grid, and no more', () => {
    const part = printedPart(page(640, 960, [100, 100, 200, 20], [120, 300, 90, 20]));
    expect(part).toEqual({ left: 64, top: 64, width: 288, height: 288 });
  });
  it('does not grow for dust, and is all of a page that is printed to its edges, or empty', () => {
    expect(printedPart(page(640, 960, [100, 100, 200, 20], [600, 900, 2, 2]))).toMatchObject({ width: 288, height: 96 });
    expect(printedPart(page(320, 320, [0, 0, 320, 8], [0, 312, 320, 8]))).toEqual({ left: 0, top: 0, width: 320, height: 320 });
    expect(printedPart(page(320, 320))).toEqual({ left: 0, top: 0, width: 320, height: 320 });
  });
  it('is cut out as it is', () => {
    const whole = page(64, 64, [40, 40, 4, 4]);
    const { data, width, height } = cut(whole, { left: 32, top: 32, width: 32, height: 32 });
    expect([width, height, data[8 * 32 + 8], data[0]]).toEqual([32, 32, 30, 240]);
    expect(cut(whole, { left: 0, top: 0, width: 64, height: 64 })).toBe(whole);
  });
});
