import type { GreyImage } from './grey-image.ts';

/**
 * Stretches the greys so that the paper with its grain becomes white and the ink black. The paper is the brightest peak of the
 * histogram; the width of the peak's bright half tells its grain, and two of those below the peak is where white begins.
 * Grain left grey would be taken for dots and accents once the picture is enlarged.
 */
export function whitenPaper(image: GreyImage): GreyImage {
  const histogram = new Float64Array(256);
  for (const value of image.data) histogram[value]!++;
  let peak = 255;
  for (let v = 254; v > 110; v--) if (histogram[v]! > histogram[peak]!) peak = v;
  const grain = Math.min(30, halfWidth(histogram, peak) / 1.18);
  const white = Math.max(120, peak - 2 * grain - 2);
  let ink = 0.01 * image.data.length;
  let black = 0;
  while (black < 90 && (ink -= histogram[black]!) > 0) black++;
  if (white >= 252 && black <= 5) return image;
  const table = Uint8Array.from({ length: 256 }, (_, v) => Math.max(0, Math.min(255, Math.round((v - black) * 255 / (white - black)))));
  return { ...image, data: image.data.map((value) => table[value]!) };
}

/** How far from its peak the histogram has fallen to half, towards dark (the bright side may be cut off at 255). */
function halfWidth(histogram: Float64Array, peak: number): number {
  let width = 1;
  while (width < 60 && peak - width > 0 && histogram[peak - width]! > histogram[peak]! / 2) width++;
  return width;
}
