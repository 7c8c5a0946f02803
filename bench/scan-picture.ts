import sharp from 'sharp';
import { zipfWord } from './household-text.ts';
import { createRandom } from './random.ts';

/** An A4 page of text at 200 dpi as a grey PNG with a little noise: what a flatbed scanner gives. */
export const scanPicture = async (number: number): Promise<Uint8Array<ArrayBuffer>> => {
  const random = createRandom(number);
  const lines = Array.from({ length: 34 }, (_, i) => `<text x="150" y="${200 + i * 58}">${Array.from({ length: 10 }, () => zipfWord(random())).join(' ')}</text>`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1654" height="2339"><rect width="100%" height="100%" fill="#f4f4f0"/><g font-family="DejaVu Sans, Liberation Sans, sans-serif" font-size="26" fill="#222">${lines.join('')}</g></svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).greyscale().blur(0.6).png().toBuffer());
};
