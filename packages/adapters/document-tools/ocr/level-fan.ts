import type { GreyImage } from './grey-image.ts';

/** The slant of lines in degrees, at the top and at the bottom edge of a page. */
export type Fan = { top: number; bottom: number };

/**
 * Levels lines whose slant changes evenly from the top of the page to its bottom, by moving each pixel up or down. The middle of the
 * page stays where it is. White comes in from outside.
 */
export function levelFan(image: GreyImage, fan: Fan): GreyImage {
  const { width, height, data } = image;
  const out = new Uint8Array(data.length).fill(255);
  for (let y = 0; y < height; y++) {
    const slope = slopeAt(image, fan, y);
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

/** Where in the picture before levelling the row of a place was. */
export function fanSource(image: GreyImage, fan: Fan, x: number, y: number): number {
  return y + slopeAt(image, fan, y) * (x - image.width / 2);
}

function slopeAt({ height }: GreyImage, fan: Fan, y: number): number {
  return Math.tan((fan.top + (fan.bottom - fan.top) * y / height) * Math.PI / 180);
}
