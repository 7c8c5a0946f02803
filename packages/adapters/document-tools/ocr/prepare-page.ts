import sharp, { type Sharp } from 'sharp';
import { eraseRules } from './erase-rules.ts';
import { flattenLight } from './flatten-light.ts';
import { turn, type GreyImage } from './grey-image.ts';
import { levelFan } from './level-fan.ts';
import { findFan, findSkew } from './skew.ts';
import { findTextHeight } from './text-height.ts';
import { whitenPaper } from './whiten-paper.ts';

/** Height of a small letter, in pixels, at which Tesseract reads best for its time; measured, see the README beside this file. */
const BEST_TEXT_HEIGHT = 16;
/** A4 at 400 dpi has 15 million pixels; larger pictures bring no more text, only memory and time. */
export const MAX_OCR_PIXELS = 14_000_000;

/**
 * Makes a picture of a page ready to be read: even light, lines level, upright or upside down (which only reading can tell),
 * letters of a good size, dark on light. About 150 ms for A4 at 200 dpi.
 */
export async function preparePage(picture: GreyImage): Promise<GreyImage> {
  const lit = whitenPaper(flattenLight(invertIfDark(picture), 'painted'));
  const skew = findSkew(lit);
  const upright = turn(lit, skew.sideways ? 3 : 0);
  const height = findTextHeight(upright);
  const rotated = Math.abs(skew.angle) < 0.15 ? upright : await rotate(upright, -skew.angle);
  const fan = findFan(rotated);
  const level = fan ? levelFan(rotated, fan) : rotated;
  const bare = height === null ? level : eraseRules(level, height);
  const scale = scaleFor(bare, height);
  return scale === 1 ? bare : resize(bare, scale);
}

/** Reads raw pixels of a sharp pipeline as one grey channel. */
export async function toGrey(pipeline: Sharp): Promise<GreyImage> {
  const { data, info } = await pipeline.greyscale().toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  if (info.channels === 1) return { data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength), width: info.width, height: info.height };
  const grey = new Uint8Array(info.width * info.height);
  for (let i = 0, j = 0; i < grey.length; i++, j += info.channels) grey[i] = data[j]!;
  return { data: grey, width: info.width, height: info.height };
}

/** A sharp pipeline over a grey picture. */
export function fromGrey(image: GreyImage): Sharp {
  return sharp(image.data, { raw: { width: image.width, height: image.height, channels: 1 }, limitInputPixels: 60_000_000 });
}

async function rotate(image: GreyImage, degrees: number): Promise<GreyImage> {
  return toGrey(fromGrey(image).rotate(degrees, { background: '#ffffff' }));
}

async function resize(image: GreyImage, scale: number): Promise<GreyImage> {
  return toGrey(fromGrey(image).resize(Math.round(image.width * scale), Math.round(image.height * scale), { kernel: scale > 1 ? 'cubic' : 'lanczos3', fit: 'fill' }));
}

function scaleFor(image: GreyImage, textHeight: number | null): number {
  const wanted = textHeight === null ? 1 : Math.min(3, Math.max(0.4, BEST_TEXT_HEIGHT / textHeight));
  const allowed = Math.sqrt(MAX_OCR_PIXELS / (image.width * image.height));
  const scale = Math.min(wanted, allowed);
  return scale > 0.8 && scale < 1.25 ? Math.min(1, allowed) : scale;
}

/** White on black (screens in night mode, microfilm) is turned round: on paper the middle grey is light. */
function invertIfDark(image: GreyImage): GreyImage {
  let dark = 0;
  const step = Math.max(1, Math.floor(image.data.length / 50_000));
  let seen = 0;
  for (let i = 0; i < image.data.length; i += step) { seen++; if (image.data[i]! < 90) dark++; }
  return dark > 0.7 * seen ? { ...image, data: image.data.map((value) => 255 - value) } : image;
}
