import sharp, { type Sharp } from 'sharp';
import { escaped, faceFor } from './type-face.ts';

/** One line as a picture with nothing behind it, in grey that shows on white and on black; the face comes from an installed package, since a server may have no fonts. */
const lineOf = (text: string, size: number): Promise<Buffer> =>
  sharp({
    text: {
      text: `<span foreground="#80808090">${escaped(text)}</span>`, font: `Noto Sans Devanagari ${size}`, rgba: true, dpi: 72,
      fontfile: faceFor(text),
    },
  }).png().toBuffer();

/** The lines below each other, leaning, with room around: what is laid over a picture again and again. */
const tileOf = async (lines: readonly string[], size: number): Promise<Buffer> => {
  const drawn = await Promise.all(lines.map((line) => lineOf(line, size)));
  const sizes = await Promise.all(drawn.map((line) => sharp(line).metadata()));
  const width = Math.max(...sizes.map((one) => one.width));
  const step = Math.round(size * 1.5);
  const block = sharp({ create: { width, height: step * lines.length + size, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
    .composite(drawn.map((input, index) => ({ input, left: 0, top: index * step })));
  const leaning = sharp(await block.png().toBuffer()).rotate(-30, { background: { r: 0, g: 0, b: 0, alpha: 0 } });
  const gap = Math.round(size * 1.5);
  return leaning.extend({ top: gap, bottom: gap, left: gap, right: gap, background: { r: 0, g: 0, b: 0, alpha: 0 } }).png().toBuffer();
};

/** The picture as JPEG, with the lines burned in all over it. */
export async function markedJpeg(picture: Sharp, mark: readonly string[]): Promise<Uint8Array> {
  const lines = mark.map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  const plain = sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
  if (lines.length === 0) return new Uint8Array(await plain.jpeg({ quality: 85 }).toBuffer());
  let tile = await tileOf(lines, Math.max(12, Math.round(Math.max(info.width, info.height) / 55)));
  // What is laid over a picture may not be larger than it.
  const { width, height } = await sharp(tile).metadata();
  if (width > info.width || height > info.height) tile = await sharp(tile).resize(info.width, info.height, { fit: 'inside' }).png().toBuffer();
  return new Uint8Array(await plain.composite([{ input: tile, tile: true }]).jpeg({ quality: 85 }).toBuffer());
}
