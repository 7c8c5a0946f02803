import { findDesk } from './find-desk.ts';
import { shrink, type GreyImage } from './grey-image.ts';

const REACH = 5;

/**
 * Makes the paper evenly white: each pixel is divided by the brightness of the paper around it.
 * The paper is found on a picture of about 200 pixels as the brightest spot near each place, smoothed; shadows and lamp light are
 * wider than that, letters narrower. What lies around a photographed page is painted white on request: rules for it can err, and take a part of the page. Returns the picture itself when its paper is even and bright already.
 */
export function flattenLight(image: GreyImage, surroundings: 'painted' | 'kept'): GreyImage {
  const factor = Math.max(1, Math.round(Math.max(image.width, image.height) / 200));
  // A maximum over 11 places reaches across a line of text; two smoothings take the steps out.
  const bright = slide(shrink(image, factor), REACH, Math.max);
  const found = surroundings === 'painted' ? findDesk(bright) : null;
  // Taking the brightest made the page grow over the desk; the desk is given that back.
  const desk = found && slide({ ...bright, data: found }, REACH + 2, Math.max).data;
  const paper = smooth(smooth(bright, 6), 6);
  let low = 255;
  for (const value of paper.data) if (value < low) low = value;
  if (low >= 245) return image;
  const out = new Uint8Array(image.data.length);
  for (let y = 0; y < image.height; y++) {
    const fy = Math.min(paper.height - 1, Math.max(0, (y + 0.5) / factor - 0.5));
    const y0 = Math.floor(fy);
    const y1 = Math.min(paper.height - 1, y0 + 1);
    const wy = fy - y0;
    for (let x = 0; x < image.width; x++) {
      if (desk?.[Math.min(paper.height - 1, (y / factor) | 0) * paper.width + Math.min(paper.width - 1, (x / factor) | 0)] === 1) {
        out[y * image.width + x] = 255;
        continue;
      }
      const fx = Math.min(paper.width - 1, Math.max(0, (x + 0.5) / factor - 0.5));
      const x0 = fx | 0;
      const x1 = Math.min(paper.width - 1, x0 + 1);
      const wx = fx - x0;
      const top = paper.data[y0 * paper.width + x0]! * (1 - wx) + paper.data[y0 * paper.width + x1]! * wx;
      const bottom = paper.data[y1 * paper.width + x0]! * (1 - wx) + paper.data[y1 * paper.width + x1]! * wx;
      // Very dark surroundings (a desk, a black banner) are not paper; do not blow their noise up into ink.
      const light = Math.max(60, top * (1 - wy) + bottom * wy);
      const value = image.data[y * image.width + x]! * 250 / light;
      out[y * image.width + x] = value > 255 ? 255 : value;
    }
  }
  return { ...image, data: out };
}

function slide(image: GreyImage, radius: number, pick: (a: number, b: number) => number): GreyImage {
  return passes(image, (from, at, step, count, to) => {
    for (let i = 0; i < count; i++) {
      let value = from[at + i * step]!;
      for (let k = Math.max(0, i - radius); k <= Math.min(count - 1, i + radius); k++) value = pick(value, from[at + k * step]!);
      to[at + i * step] = value;
    }
  });
}

function smooth(image: GreyImage, radius: number): GreyImage {
  return passes(image, (from, at, step, count, to) => {
    for (let i = 0; i < count; i++) {
      const a = Math.max(0, i - radius);
      const b = Math.min(count - 1, i + radius);
      let sum = 0;
      for (let k = a; k <= b; k++) sum += from[at + k * step]!;
      to[at + i * step] = sum / (b - a + 1);
    }
  });
}

type Pass = (from: Uint8Array, at: number, step: number, count: number, to: Uint8Array) => void;

function passes(image: GreyImage, pass: Pass): GreyImage {
  const across = new Uint8Array(image.data.length);
  for (let y = 0; y < image.height; y++) pass(image.data, y * image.width, 1, image.width, across);
  const data = new Uint8Array(image.data.length);
  for (let x = 0; x < image.width; x++) pass(across, x, image.width, image.height, data);
  return { ...image, data };
}
