import { afterAll, describe, expect, it } from 'vitest';
import sharp, { type Sharp } from 'sharp';
import { unpackWords, type PageWord } from '@docuvault/core/page-words.ts';
import { openImage } from '../image/image-document.ts';
import { allocatePdf, openPdf } from '../pdf/pdf-document.ts';
import { loadPdfium } from '../pdf/pdfium.ts';
import { jpegObject, makePdf, textAt } from '../testing/make-pdf.ts';
import { drawPdf } from '../testing/make-scan.ts';
import { buildThread, HAVE_SAMPLES, sample } from '../testing/tools-for-tests.ts';
import { loadLineModels } from './line-models.ts';
import { newHabits, readPicture } from './read-picture.ts';
import { createOcrEngine } from './tesseract-engine.ts';

const models = await loadLineModels();
if (!models) throw new Error('the runtime of the networks does not load on this machine');
const engine = createOcrEngine(await buildThread('places-of-words'));
afterAll(() => engine.stop());

/** The page's foot is cut off at this height, in points. */
const HEIGHT = 300;
const LINES = ['The tenant pays the rent of 1,480.00 by the third day', 'of each month to the account of the landlord,', 'reference KA05MN4471, and keeps the receipt of it.', 'The deposit of three months is held by the agent.'];
/** Where the middle of a word was printed, in shares of the page: Helvetica of 14 points, 60 points from the left. */
const PRINTED = { tenant: [108, 0], landlord: [303, 1], reference: [90, 2] } as const;

const drawn = async (): Promise<Sharp> => {
  const { data, width, height } = await drawPdf(makePdf([LINES.map((line, i) => textAt(60, 780 - 40 * i, line, 14)).join('\n')]), 150);
  const kept = Math.round(height * HEIGHT / 842);
  return sharp(await sharp(data.subarray(0, kept * width), { raw: { width, height: kept, channels: 1 } }).png().toBuffer());
};
const read = async (picture: Sharp, how: 'by lines' | 'whole', as: 'jpeg' | 'webp' = 'jpeg'): Promise<{ turn: number; words: PageWord[] }> => {
  const reader = await openImage(new Uint8Array(await picture[as]({ quality: 90 }).toBuffer()), (grey) => readPicture({ engine, models: how === 'whole' ? null : models }, grey, ['eng'], newHabits()));
  return unpackWords((await reader.readPage(1)).words ?? null);
};
/** The printed words whose middle does not lie in their box; `move` says where a point of the page went. */
const missed = (words: readonly PageWord[], move: (x: number, y: number) => [number, number]): string[] =>
  Object.entries(PRINTED).flatMap(([text, [x, line]]) => {
    const [mx, my] = move(x / 595, (842 - 780 + 40 * line - 5) / HEIGHT);
    const box = words.find((word) => word.text.replace(/[.,]$/, '') === text);
    return box && mx > box.x && mx < box.x + box.w && my > box.y && my < box.y + box.h && box.w * box.h < 0.02 ? [] : [`${text} at ${mx.toFixed(3)} ${my.toFixed(3)} in ${JSON.stringify(box)}`];
  });

describe.each(['by lines', 'whole'] as const)('the places of words on a picture read %s', (how) => {
  it('are those of the picture as it is shown, whichever way up the page lies on it', async () => {
    const page = await drawn();
    for (const [turned, upright, move] of [
      [0, 0, (x, y) => [x, y]], [90, 3, (x, y) => [1 - y, x]], [180, 2, (x, y) => [1 - x, 1 - y]], [270, 1, (x, y) => [y, 1 - x]],
    ] as [number, number, (x: number, y: number) => [number, number]][]) {
      const { turn, words } = await read(page.clone().rotate(turned), how);
      expect({ turned, turn, missed: missed(words, move) }).toEqual({ turned, turn: upright, missed: [] });
    }
  });

  it('follow a page that lies askew, and one that the camera stored on its side', async () => {
    const page = await drawn();
    const { data, info } = await page.clone().rotate(4, { background: '#fff' }).png().toBuffer({ resolveWithObject: true });
    const { width, height } = await page.metadata();
    const [cos, sin] = [Math.cos(4 * Math.PI / 180), Math.sin(4 * Math.PI / 180)];
    const { words } = await read(sharp(data), how);
    expect(missed(words, (x, y) => {
      const [dx, dy] = [(x - 0.5) * width, (y - 0.5) * height];
      return [(dx * cos - dy * sin) / info.width + 0.5, (dx * sin + dy * cos) / info.height + 0.5];
    })).toEqual([]);
    const stored = sharp(await page.clone().rotate(270).png().toBuffer()).withMetadata({ orientation: 6 });
    expect(missed((await read(stored, how)).words, (x, y) => [x, y])).toEqual([]);
    // Browsers show a WebP as its pixels lie, whatever its EXIF says.
    const asItLies = await read(stored, how, 'webp');
    expect({ turn: asItLies.turn, missed: missed(asItLies.words, (x, y) => [y, 1 - x]) }).toEqual({ turn: 1, missed: [] });
  });
});

describe('the places of words', () => {
  it('on a scanned page of a PDF are those of the page as it is drawn, turned as the file says', async () => {
    const { data, info } = await (await drawn()).toColourspace('b-w').jpeg().toBuffer({ resolveWithObject: true });
    const bytes = makePdf([`q 595 0 0 ${HEIGHT} 0 0 cm /Im Do Q`], { resources: '/XObject << /Im 4 0 R >>', objects: [jpegObject(data, info.width, info.height)] });
    const turned = new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1').replace('/MediaBox [0 0 595 842]', `/MediaBox [0 0 595 ${HEIGHT}] /Rotate 90`), 'latin1'));
    const pdfium = await loadPdfium();
    const room = allocatePdf(pdfium, turned.length);
    pdfium.HEAPU8.set(turned, room.pointer);
    const reader = openPdf(pdfium, room, null, (grey) => readPicture({ engine, models }, grey, ['eng'], newHabits()));
    const { turn, words } = unpackWords((await reader.readPage(1)).words ?? null);
    reader.close();
    expect({ turn, missed: missed(words, (x, y) => [1 - y, x]) }).toEqual({ turn: 3, missed: [] });
  });

  it.skipIf(!HAVE_SAMPLES)('on a real photographed receipt stand in the order of its text and take a few kilobytes', async () => {
    const reader = await openImage(sample('invoices/oyo-scan.png'), (grey) => readPicture({ engine, models }, grey, ['eng'], newHabits()));
    const page = await reader.readPage(1);
    const { words } = unpackWords(page.words ?? null);
    expect(page.text.split(/\s+/).slice(0, 12)).toEqual(words.slice(0, 12).map(({ text }) => text));
    expect(page.words!.length / words.length).toBeLessThan(30);
  });
});
