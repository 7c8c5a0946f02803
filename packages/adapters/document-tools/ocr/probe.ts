import { inkThreshold, type GreyImage } from './grey-image.ts';
import type { ReadWord } from './tesseract-engine.ts';

/** About eight lines of text. */
const MIN_ROWS = 320;

/** The band across the page, a fifth of its height, that was read worst, or with no words the one with the most ink: enough text to judge script and orientation by, quick to read. */
export function cropOfDoubt(page: GreyImage, words: readonly ReadWord[]): GreyImage {
  const doubt = words.length > 0 ? new Float64Array(page.height + 1) : inkOf(page);
  for (const word of words) {
    const middle = Math.min(page.height, Math.max(0, Math.round((word.y0 + word.y1) / 2)));
    doubt[middle]! += Math.max(0, 85 - word.confidence) * word.text.length;
  }
  const rows = Math.min(page.height, Math.max(MIN_ROWS, Math.round(page.height / 5)));
  let sum = 0;
  let best = Math.max(0, Math.round((page.height - rows) / 2));
  let bestSum = 0;
  for (let y = 0; y < page.height; y++) {
    sum += doubt[y]! - (y >= rows ? doubt[y - rows]! : 0);
    if (y >= rows - 1 && sum > bestSum * 1.0001) { bestSum = sum; best = y - rows + 1; }
  }
  return { data: page.data.slice(best * page.width, (best + rows) * page.width), width: page.width, height: Math.min(rows, page.height - best) };
}

function inkOf(page: GreyImage): Float64Array {
  const threshold = inkThreshold(page);
  return Float64Array.from({ length: page.height + 1 }, (_, y) => {
    // Changes between ink and paper count letters; a photograph or a black bar has much ink but few changes.
    let changes = 0;
    for (let at = y * page.width + 1; at < (y + 1) * page.width; at++) if ((page.data[at]! <= threshold) !== (page.data[at - 1]! <= threshold)) changes++;
    return changes;
  });
}
