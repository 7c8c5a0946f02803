import type { GreyImage } from './grey-image.ts';

/**
 * Levels lines whose slant changes evenly from the top of the page to its bottom, by moving each pixel up or down. The middle of the
 * page stays where it is. White comes in from outside.
 */
export function levelFan(image: GreyImage, fan: { top: number; bottom: number }): GreyImage {
  const { width, height, data } = image;
  const out = new Uint8Array(data.length).fill(255);
  const slopeAt = (y: number): number => Math.tan((fan.top + (fan.bottom - fan.top) * y / height) * Math.PI / 180);
  for (let y = 0; y < height; y++) {
    const slope = slopeAt(y);
    for (let x = 0; x < width; x++) {
      const from = y + slope * (x - width / 2);
      const y0 = Math.floor(from);
      if (y0 < 0 || y0 >= height - 1) continue;
      const share = from - y0;
      const at = y0 * width + x;
      out[y * width + x] = data[at]! * (1 - share) + data[at + width]! * share;
    }
  }
  return { data: out, width, height };
}
