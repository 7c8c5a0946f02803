import { inkThreshold, type GreyImage } from './grey-image.ts';

/**
 * The usual height of a small letter's body in pixels, from the heights of connected spots of ink; null when there is no text to speak of.
 * Spots are found by joining runs of ink row by row, so that the whole page needs one pass and little memory.
 */
export function findTextHeight(image: GreyImage): number | null {
  const heights = spotHeights(image, inkThreshold(image));
  const plausible = heights.filter((spot) => spot.height >= 4 && spot.height <= 150 && spot.width <= 8 * spot.height && spot.width >= 2).map((spot) => spot.height);
  if (plausible.length < 20) return null;
  plausible.sort((a, b) => a - b);
  return plausible[plausible.length >> 1] ?? null;
}

type Spot = { width: number; height: number };

function spotHeights(image: GreyImage, threshold: number): Spot[] {
  const { width, height, data } = image;
  type Open = { x0: number; x1: number; y0: number; y1: number; parent: Open | null };
  const root = (spot: Open): Open => {
    let at = spot;
    while (at.parent) at = at.parent;
    return at;
  };
  let above: { from: number; to: number; spot: Open }[] = [];
  const all: Open[] = [];
  for (let y = 0; y < height; y++) {
    const row: typeof above = [];
    let k = 0;
    for (let x = 0; x < width; x++) {
      if (data[y * width + x]! > threshold) continue;
      const from = x;
      while (x < width && data[y * width + x]! <= threshold) x++;
      let spot: Open | null = null;
      while (k < above.length && above[k]!.to < from - 1) k++;
      for (let j = k; j < above.length && above[j]!.from <= x; j++) {
        const other = root(above[j]!.spot);
        if (!spot) spot = other;
        else if (other !== spot) {
          other.parent = spot;
          spot.x0 = Math.min(spot.x0, other.x0); spot.x1 = Math.max(spot.x1, other.x1); spot.y0 = Math.min(spot.y0, other.y0);
        }
      }
      if (!spot) { spot = { x0: from, x1: x, y0: y, y1: y, parent: null }; all.push(spot); }
      spot.x0 = Math.min(spot.x0, from); spot.x1 = Math.max(spot.x1, x - 1); spot.y1 = y;
      row.push({ from, to: x - 1, spot });
      if (all.length > 200_000) return [];
    }
    above = row;
  }
  return all.filter((spot) => !spot.parent).map((spot) => ({ width: spot.x1 - spot.x0 + 1, height: spot.y1 - spot.y0 + 1 }));
}
