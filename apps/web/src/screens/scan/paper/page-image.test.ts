import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { turned, withCorner, type Corners } from './corners.ts';
import { filtered, inkOf } from './filters.ts';
import { flatten, homographyOf, mapPoint, sizeOf, turnPixels, type Pixels } from './flatten.ts';
import { packBits, writePdf } from './write-pdf.ts';

/** Node 20 lacks what the PDF library takes for granted. */
const openPdf = async (data: Uint8Array) => {
  const promise = Promise as unknown as { withResolvers?: () => object };
  promise.withResolvers ??= () => {
    const made: Record<string, unknown> = {};
    made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
    return made;
  };
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  return getDocument({ data, verbosity: 0 }).promise;
};

const picture = (width: number, height: number, light: (x: number, y: number) => number): Pixels => {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < width * height; at += 1) data.set([0, 1, 2].map(() => light(at % width, Math.floor(at / width))).concat(255), at * 4);
  return { data, width, height };
};
const at = ({ data, width }: Pixels, x: number, y: number) => data[(y * width + x) * 4];
const askew: Corners = [{ x: 0.2, y: 0.1 }, { x: 0.9, y: 0.2 }, { x: 0.8, y: 0.9 }, { x: 0.1, y: 0.8 }];

describe('a paper laid flat', () => {
  it('maps each corner onto its own', () => {
    const target: Corners = [{ x: 0, y: 0 }, { x: 100, y: 0 }, { x: 100, y: 140 }, { x: 0, y: 140 }];
    const map = homographyOf(askew, target);
    askew.forEach((corner, index) => {
      const { x, y } = mapPoint(map, corner);
      expect([x, y].map((value) => Math.round(value * 1e6) / 1e6 + 0)).toEqual([target[index]!.x, target[index]!.y]);
    });
  });

  it('shows nothing of the table', () => {
    const corners: Corners = [{ x: 0.25, y: 0.25 }, { x: 0.75, y: 0.25 }, { x: 0.75, y: 0.75 }, { x: 0.25, y: 0.75 }];
    const scene = picture(201, 201, (x, y) => (x >= 50 && x <= 150 && y >= 50 && y <= 150 ? 240 : 10));
    const flat = flatten(scene, corners);
    expect([flat.width, flat.height].every((side) => Math.abs(side - 100) < 2)).toBe(true);
    expect([at(flat, 1, 1), at(flat, flat.width - 2, flat.height - 2), at(flat, 50, 50)]).toEqual([240, 240, 240]);
  });

  it('takes the proportions of A4 where it comes near them, and is never larger than print needs', () => {
    const whole: Corners = [{ x: 0, y: 0 }, { x: 1, y: 0 }, { x: 1, y: 1 }, { x: 0, y: 1 }];
    expect(sizeOf(whole, 1000, 1400)).toEqual({ width: 1000, height: 1414 });
    expect(sizeOf(whole, 8000, 4000)).toEqual({ width: 2340, height: 1170 });
  });

  it('turns by quarters, corners and picture alike', () => {
    const source = picture(3, 2, (x, y) => y * 3 + x);
    const right = turnPixels(source, 1);
    expect([right.width, right.height, at(right, 0, 0), at(right, 1, 0), at(right, 1, 2)]).toEqual([2, 3, 3, 0, 2]);
    expect(at(turnPixels(source, 2), 0, 0)).toBe(5);
    expect(at(turnPixels(source, -1), 0, 0)).toBe(2);
    expect(turned([{ x: 0, y: 0 }, { x: 1, y: 0 }, { x: 1, y: 0.5 }, { x: 0, y: 0.5 }], 1)).toEqual([{ x: 0.5, y: 0 }, { x: 1, y: 0 }, { x: 1, y: 1 }, { x: 0.5, y: 1 }]);
  });

  it('keeps its shape when a corner would be drawn across it', () => {
    expect(withCorner(askew, 0, { x: 0.95, y: 0.95 })).toBe(askew);
    expect(withCorner(askew, 0, { x: -1, y: 0.05 })[0]).toEqual({ x: 0, y: 0.05 });
  });
});

describe('what a filter makes of a page', () => {
  const shaded = picture(240, 240, (x, y) => (y % 40 < 6 && x % 3 > 0 ? 0.3 : 1) * (230 - x / 2));
  it('is paper that is white, whatever the shadow, and writing that is not', () => {
    const colour = filtered(shaded, 'colour');
    expect([at(colour, 10, 20), at(colour, 230, 20)]).toEqual([255, 255]);
    expect(at(colour, 100, 42)!).toBeLessThan(120);
    const ink = filtered(shaded, 'ink');
    expect([at(ink, 10, 20), at(ink, 230, 20), at(ink, 100, 42), at(ink, 220, 82)]).toEqual([255, 255, 0, 0]);
    expect(filtered(shaded, 'photo')).toBe(shaded);
  });
});

describe('the PDF of scanned pages', () => {
  it('opens with as many pages, each as large as its picture wants', async () => {
    const bits = picture(300, 424, (x) => (x < 20 ? 0 : 255));
    const ink = inkOf(bits);
    const bytes = new Uint8Array(deflateSync(packBits(ink, 300, 424)));
    const pdf = await openPdf(writePdf([{ width: 300, height: 424, kind: 'bits', bytes }, { width: 424, height: 300, kind: 'bits', bytes: new Uint8Array(deflateSync(new Uint8Array(53 * 300))) }]));
    expect(pdf.numPages).toBe(2);
    const [first, second] = await Promise.all([pdf.getPage(1), pdf.getPage(2)]);
    expect(first.getViewport({ scale: 1 }).height).toBe(842);
    expect(second.getViewport({ scale: 1 }).width).toBe(842);
    const { fnArray } = await first.getOperatorList();
    expect(fnArray.length).toBeGreaterThan(0);
  });

  it('packs ink as black bits', () => {
    expect([...packBits(new Uint8Array([1, 0, 0, 0, 0, 0, 0, 1, 1, 0]), 5, 2)]).toEqual([0b01111111, 0b11001111]);
  });
});
