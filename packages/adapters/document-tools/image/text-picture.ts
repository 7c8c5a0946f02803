import sharp from 'sharp';
import { escaped, faceFor } from './type-face.ts';

/** As many letters as find room at this size. */
const mostLetters = 2_500;

/**
 * The beginning of a text as a page of paper, `maxEdge` pixels high, as WebP: for papers that have no picture of their own.
 * It shows what is written, not how Word would set it. Null where nothing is written.
 */
export const textPicture = async (text: string, maxEdge: number): Promise<Uint8Array | null> => {
  const shown = text.replace(/[^\S\n]+/g, ' ').replace(/[^\P{Cc}\n]/gu, '').replace(/\n{3,}/g, '\n\n').trim().slice(0, mostLetters).toWellFormed();
  if (shown === '') return null;
  const [width, height] = [Math.round(maxEdge / Math.SQRT2), maxEdge];
  const margin = Math.round(width / 10);
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="#303030">${escaped(shown)}</span>`, font: `Noto Sans Devanagari ${Math.round(maxEdge / 50)}`, fontfile: faceFor(shown), rgba: true, dpi: 72,
      width: width - 2 * margin, wrap: 'word-char',
    },
  }).png().toBuffer({ resolveWithObject: true });
  const part = { left: 0, top: 0, width: Math.min(info.width, width - margin), height: Math.min(info.height, height - 2 * margin) };
  const page = sharp({ create: { width, height, channels: 3, background: '#ffffff' } });
  return new Uint8Array(await page.composite([{ input: await sharp(data).extract(part).png().toBuffer(), left: margin, top: margin }]).webp({ quality: 80, effort: 2 }).toBuffer());
};
