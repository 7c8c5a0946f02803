import { percentile, type GreyImage } from './grey-image.ts';

/** A part of a picture, in its pixels. */
export type Part = { left: number; top: number; width: number; height: number };

/** Greys that a pixel differs from the paper by where something is printed; paper's own grain is less. */
const PRINTED = 24;
/** A row or column of no more such pixels holds dust. */
const DUST = 3;
/** What is kept around the print, and the step in which the detector takes sizes. */
const MARGIN = 32;
const STEP = 32;

/** The part of a page in even light that holds all that is printed on it, with a margin, in multiples of 32: no time is spent on empty paper. */
export function printedPart(page: GreyImage): Part {
  const paper = percentile(page, 0.8);
  const rows = new Uint32Array(page.height);
  const columns = new Uint32Array(page.width);
  for (let y = 0, at = 0; y < page.height; y++) {
    for (let x = 0; x < page.width; x++, at++) {
      if (Math.abs(page.data[at]! - paper) > PRINTED) { rows[y]!++; columns[x]!++; }
    }
  }
  const [top, height] = extent(rows);
  const [left, width] = extent(columns);
  return { left, top, width, height };
}

/** Where print begins along one side, less the margin, and how far it goes, both multiples of the step; all of it where there is none. */
function extent(counts: Uint32Array): [number, number] {
  const first = counts.findIndex((count) => count > DUST);
  if (first < 0) return [0, counts.length];
  const last = counts.findLastIndex((count) => count > DUST);
  // On the network's own grid, so that it sees what it would see of the whole page.
  const from = Math.max(0, Math.floor((first - MARGIN) / STEP) * STEP);
  return [from, Math.min(counts.length, Math.ceil((last + 1 + MARGIN) / STEP) * STEP) - from];
}

/** A part of a picture as one of its own. */
export function cut(image: GreyImage, { left, top, width, height }: Part): GreyImage {
  if (width === image.width && height === image.height) return image;
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) data.set(image.data.subarray((top + y) * image.width + left, (top + y) * image.width + left + width), y * width);
  return { data, width, height };
}
