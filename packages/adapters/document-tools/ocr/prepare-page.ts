import sharp, { type Sharp } from 'sharp';
import type { ShareBox } from '@docuvault/core/text/layout.ts';
import { eraseRules } from './erase-rules.ts';
import { flattenLight } from './flatten-light.ts';
import { turn, type GreyImage } from './grey-image.ts';
import { fanSource, levelFan } from './level-fan.ts';
import { placeOf, type SharePoint } from '@docuvault/core/text/place-on-picture.ts';
import { findFan, findSkew } from './skew.ts';
import { findTextHeight } from './text-height.ts';
import { whitenPaper } from './whiten-paper.ts';

/** Height of a small letter, in pixels, at which Tesseract reads best for its time; measured, see the README beside this file. */
const BEST_TEXT_HEIGHT = 16;
/** A4 at 400 dpi has 15 million pixels; larger pictures bring no more text, only memory and time. */
export const MAX_OCR_PIXELS = 14_000_000;

type Corners = { x0: number; y0: number; x1: number; y1: number };

/**
 * A page ready to be read. `place` is where a box of it, in its pixels, lies on the picture that it was made of, and `turnedFor` the quarter turns
 * from that to upright; `onItsHead` says that the page was turned upside down since.
 */
export type PreparedPage = { page: GreyImage; place(box: Corners, onItsHead: boolean): ShareBox; turnedFor(onItsHead: boolean): number };

/**
 * Makes a picture of a page ready to be read: even light, lines level, upright or upside down (which only reading can tell),
 * letters of a good size, dark on light. About 150 ms for A4 at 200 dpi.
 */
export async function preparePage(picture: GreyImage): Promise<PreparedPage> {
  const lit = whitenPaper(flattenLight(invertIfDark(picture), 'painted'));
  const skew = findSkew(lit);
  const upright = turn(lit, skew.sideways ? 3 : 0);
  const height = findTextHeight(upright);
  const rotated = Math.abs(skew.angle) < 0.15 ? upright : await rotate(upright, -skew.angle);
  const fan = findFan(rotated);
  const level = fan ? levelFan(rotated, fan) : rotated;
  const bare = height === null ? level : eraseRules(level, height);
  const scale = scaleFor(bare, height);
  const page = scale === 1 ? bare : await resize(bare, scale);
  const turned = skew.sideways ? 3 : 0;
  const degrees = rotated === upright ? 0 : -skew.angle;
  /** From a place of the prepared page, in its pixels, back over each step to shares of the page as it was turned. */
  const back = (x: number, y: number): SharePoint => {
    const at = { x: x * level.width / page.width, y: y * level.height / page.height };
    const flat = fan ? { x: at.x, y: fanSource(rotated, fan, at.x, at.y) } : at;
    const plain = unrotate(flat, degrees, rotated, upright);
    return { x: plain.x / upright.width, y: plain.y / upright.height };
  };
  return {
    page,
    place: ({ x0, y0, x1, y1 }, onItsHead) => placeOf(
      [[x0, y0], [x1, y0], [x0, y1], [x1, y1]].map(([x, y]) => onItsHead ? back(page.width - x!, page.height - y!) : back(x!, y!)), turned),
    turnedFor: (onItsHead) => onItsHead ? (turned + 2) % 4 : turned,
  };
}

/** The place of a page that was rotated clockwise about its middle, as it was before; the rotated page is larger, so that all of it fits. */
function unrotate({ x, y }: SharePoint, degrees: number, rotated: GreyImage, before: GreyImage): SharePoint {
  const angle = degrees * Math.PI / 180;
  const [dx, dy] = [x - rotated.width / 2, y - rotated.height / 2];
  return { x: dx * Math.cos(angle) + dy * Math.sin(angle) + before.width / 2, y: dy * Math.cos(angle) - dx * Math.sin(angle) + before.height / 2 };
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
