import { inkThreshold, type GreyImage } from './grey-image.ts';

/**
 * A hint at which way up level lines of text are, from -1 (upside down) to 1: in upright Latin, Greek and Cyrillic text more ink
 * rises above the small letters (capitals, b, d, f, h, k, l, t) than hangs below them (g, p, q, y). Lines in capitals, numbers and other
 * scripts give about 0 or mislead; so it is worth a try, not a verdict.
 */
export function wayUp(image: GreyImage, textHeight: number): number {
  const threshold = inkThreshold(image);
  const rows = Array.from({ length: image.height }, (_, y) => {
    let ink = 0;
    for (let x = y * image.width, end = x + image.width; x < end; x++) if (image.data[x]! <= threshold) ink++;
    return ink;
  });
  let above = 0;
  let below = 0;
  for (let y = 0; y < rows.length; y++) {
    if (rows[y]! < 2) continue;
    const from = y;
    while (y < rows.length && rows[y]! >= 2) y++;
    if (y - from < 1.1 * textHeight || y - from > 3.5 * textHeight) continue;
    const line = rows.slice(from, y);
    const half = Math.max(...line) / 2;
    const first = line.findIndex((ink) => ink >= half);
    const last = line.findLastIndex((ink) => ink >= half);
    above += line.slice(0, first).reduce((sum, ink) => sum + ink, 0);
    below += line.slice(last + 1).reduce((sum, ink) => sum + ink, 0);
  }
  return above + below === 0 ? 0 : (above - below) / (above + below);
}
