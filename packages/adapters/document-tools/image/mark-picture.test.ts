import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { markedJpeg } from './mark-picture.ts';

const white = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#ffffff' } });

/** Share of pixels that are no longer white, in each quarter of the picture. */
const inked = async (jpeg: Uint8Array): Promise<number[]> => {
  const { width, height } = await sharp(jpeg).metadata();
  const [w, h] = [Math.floor(width / 2), Math.floor(height / 2)];
  return Promise.all([[0, 0], [w, 0], [0, h], [w, h]].map(async ([left, top]) => {
    const grey = await sharp(jpeg).extract({ left: left!, top: top!, width: w, height: h }).grayscale().raw().toBuffer();
    return grey.filter((value) => value < 235).length / grey.length;
  }));
};

describe('a mark', () => {
  it.each([[['Ravi Nair', '2026-11-25 10:00 UTC']], [['रवि नायर', '2026-11-25']]])('is seen in every part of the picture: %s', async (lines) => {
    const marked = await markedJpeg(white(1200, 1600), lines);
    expect(await sharp(marked).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 1600 });
    for (const share of await inked(marked)) expect(share).toBeGreaterThan(0.005);
  });

  it('fits a small picture, and markup in it is text', async () => {
    for (const lines of [['x'.repeat(80), 'y'.repeat(80)], ['<b>&amp;</b> "name"']]) {
      const marked = await markedJpeg(white(60, 40), lines);
      expect(await sharp(marked).metadata()).toMatchObject({ width: 60, height: 40 });
    }
  });

  it('is nowhere where none is asked for', async () => {
    expect(Math.max(...(await inked(await markedJpeg(white(400, 400), []))))).toBe(0);
  });
});
