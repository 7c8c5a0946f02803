import sharp from 'sharp';
import { fromGrey, toGrey } from '../ocr/prepare-page.ts';
import type { GreyImage } from '../ocr/grey-image.ts';

/** What a scanner or a telephone does to a page. Angles in degrees, shares 0..1, grain as standard deviation in grey values. */
export type Spoiling = {
  skew?: number;
  blur?: number;
  grain?: number;
  specks?: number;
  /** How far the corners are pulled, as a share of the picture's size: a page seen at a slant. */
  perspective?: number;
  /** How much darker the dark corner is than the bright one. */
  shade?: number;
  /** The page lies on a desk, with this share of the picture around it. */
  desk?: number;
  contrast?: number;
  quality?: number;
  quarters?: number;
};

/** Spoils a clean picture the same way every time, and returns it as a JPEG. */
export async function spoil(clean: GreyImage, how: Spoiling): Promise<Buffer> {
  let picture = clean;
  if (how.desk) picture = await onDesk(picture, how.desk);
  if (how.perspective) picture = slant(picture, how.perspective);
  if (how.skew) picture = await toGrey(fromGrey(picture).rotate(how.skew, { background: how.desk ? '#4a4a4a' : '#f2f2f2' }));
  if (how.blur) picture = await toGrey(fromGrey(picture).blur(how.blur));
  picture = { ...picture, data: light(picture, how) };
  if (how.quarters) picture = await toGrey(fromGrey(picture).rotate(90 * how.quarters));
  return sharp(picture.data, { raw: { width: picture.width, height: picture.height, channels: 1 } }).toColourspace('b-w').jpeg({ quality: how.quality ?? 75 }).toBuffer();
}

function light(picture: GreyImage, how: Spoiling): Uint8Array {
  const random = numbers(7);
  const contrast = how.contrast ?? 1;
  const out = new Uint8Array(picture.data.length);
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      const at = y * picture.width + x;
      // Bright at the upper left, dark at the lower right, with the soft edge of a shadow across.
      const far = (x / picture.width + y / picture.height) / 2;
      const shadow = 1 / (1 + Math.exp(-12 * (far - 0.6)));
      const shade = 1 - (how.shade ?? 0) * (0.5 * far + 0.5 * shadow);
      let value = (235 - contrast * (245 - picture.data[at]! * 0.96)) * shade;
      if (how.grain) value += how.grain * (random() + random() + random() + random() - 2) * 1.73;
      if (how.specks && random() < how.specks) value = random() < 0.5 ? 0 : 255;
      out[at] = Math.max(0, Math.min(255, value));
    }
  }
  return out;
}

async function onDesk(picture: GreyImage, share: number): Promise<GreyImage> {
  const x = Math.round(picture.width * share);
  const y = Math.round(picture.height * share);
  return toGrey(fromGrey(picture).extend({ top: y, bottom: y, left: x, right: x, background: '#4a4a4a' }));
}

/** Maps the picture's corners to a trapezoid by a projective transform (Heckbert 1989, unit square to quadrilateral). */
function slant(picture: GreyImage, share: number): GreyImage {
  const { width: w, height: h } = picture;
  const out = new Uint8Array(w * h);
  const border = picture.data[0]!;
  // The upper edge is farther away: it is narrower, and a little lower on the right.
  const [x0, y0, x1, y1, x2, y2, x3, y3] = [share, share * 0.5, 1 - share * 0.6, share * 0.9, 1, 1 - share * 0.2, 0, 1];
  const dx1 = x1 - x2, dx2 = x3 - x2, dx3 = x0 - x1 + x2 - x3;
  const dy1 = y1 - y2, dy2 = y3 - y2, dy3 = y0 - y1 + y2 - y3;
  const det = dx1 * dy2 - dy1 * dx2;
  const g = (dx3 * dy2 - dy3 * dx2) / det;
  const k = (dx1 * dy3 - dy1 * dx3) / det;
  const [a, b, c, d, e, f] = [x1 - x0 + g * x1, x3 - x0 + k * x3, x0, y1 - y0 + g * y1, y3 - y0 + k * y3, y0];
  // The inverse, by the adjugate.
  const [A, B, C, D, E, F, G, H, I] = [e - f * k, c * k - b, b * f - c * e, f * g - d, a - c * g, c * d - a * f, d * k - e * g, b * g - a * k, a * e - b * d];
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const u = x / w, v = y / h;
      const z = G * u + H * v + I;
      const sx = (A * u + B * v + C) / z * w;
      const sy = (D * u + E * v + F) / z * h;
      const ix = Math.floor(sx), iy = Math.floor(sy);
      if (ix < 0 || iy < 0 || ix >= w - 1 || iy >= h - 1) { out[y * w + x] = border; continue; }
      const fx = sx - ix, fy = sy - iy, at = iy * w + ix;
      out[y * w + x] = (picture.data[at]! * (1 - fx) + picture.data[at + 1]! * fx) * (1 - fy) + (picture.data[at + w]! * (1 - fx) + picture.data[at + w + 1]! * fx) * fy;
    }
  }
  return { data: out, width: w, height: h };
}

/** Mulberry32: small, fast, and the same on every machine. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
