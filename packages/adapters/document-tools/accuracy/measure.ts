/*
 * Prints how well and how fast pages are recognised under conditions of scanners and telephones, against the exact text of the
 * sample PDFs. Run: npx tsx packages/adapters/document-tools/accuracy/measure.ts [page,…] [condition,…]
 */
import { existsSync } from 'node:fs';
import sharp from 'sharp';
import { readPicture } from '../ocr/read-picture.ts';
import { loadLineModels } from '../ocr/line-models.ts';
import { createOcrEngine } from '../ocr/tesseract-engine.ts';
import { decodeForReading } from '../image/image-document.ts';
import { drawPdf, textOfPdf } from '../testing/make-scan.ts';
import { buildThread, sample, SAMPLES } from '../testing/tools-for-tests.ts';
import { characterError, wordRecall } from './character-error.ts';
import { spoil, type Spoiling } from './spoil-picture.ts';

const PAGES: Record<string, string> = {
  letter: 'documents/DA-1p.pdf', invoice: 'invoices/AzureInterior.pdf', receipt: 'invoices/oyo.pdf',
  columns: 'documents/multi-column-2p.pdf', paper: 'broken/copy-protected.pdf', retail: 'invoices/FlipkartInvoice.pdf',
};

const CONDITIONS: Record<string, Spoiling & { dpi: number }> = {
  'clean 200': { dpi: 200, quality: 90 },
  'scan 150': { dpi: 150, skew: -2.1, blur: 0.6, grain: 10, specks: 0.0005 },
  'scan 200': { dpi: 200, skew: 3.2, blur: 0.6, grain: 10, specks: 0.0005 },
  'scan 200 faint': { dpi: 200, skew: -4.5, blur: 0.7, grain: 8, contrast: 0.5 },
  'scan 300': { dpi: 300, skew: 1.4, blur: 0.8, grain: 14, specks: 0.001 },
  'photo 150': { dpi: 150, skew: 2, blur: 0.5, grain: 6, shade: 0.5, perspective: 0.02, desk: 0.06, quality: 80 },
  'photo 200': { dpi: 200, skew: -3, blur: 0.8, grain: 6, shade: 0.6, perspective: 0.03, desk: 0.06, quality: 80 },
  'photo 250 slanted': { dpi: 250, skew: 5, blur: 1, grain: 6, shade: 0.6, perspective: 0.06, desk: 0.1, quality: 80 },
  'upside down': { dpi: 200, skew: 1, blur: 0.5, grain: 6, quarters: 2 },
  'on its side': { dpi: 200, skew: -1, blur: 0.5, grain: 6, quarters: 1 },
};

const [onlyPages, onlyConditions] = process.argv.slice(2).map((list) => list.split(','));
const engine = createOcrEngine(await buildThread('measure'));
const models = await loadLineModels();
if (!existsSync(SAMPLES)) throw new Error('the samples are not there: ../shared/samples');
const words: number[] = [];
for (const [condition, how] of Object.entries(CONDITIONS)) {
  if (onlyConditions && !onlyConditions.some((name) => condition.startsWith(name))) continue;
  const cells: string[] = [];
  const errors: number[] = [];
  let ms = 0;
  for (const [name, path] of Object.entries(PAGES)) {
    if (onlyPages && onlyPages[0] !== 'all' && !onlyPages.includes(name)) continue;
    const bytes = sample(path);
    const jpeg = await spoil(await drawPdf(bytes, how.dpi), how);
    const started = performance.now();
    const read = await readPicture({ engine, models }, await decodeForReading(sharp(jpeg)), ['eng', 'hin']);
    ms += performance.now() - started;
    const truth = await textOfPdf(bytes);
    const error = characterError(truth, read.text);
    errors.push(error);
    words.push(wordRecall(truth, read.text));
    cells.push(`${name} ${(100 * error).toFixed(2)} (${(100 * words.at(-1)!).toFixed(0)}, c${(100 * read.confidence).toFixed(0)})`);
    if (process.env['SHOW']) console.log(read.text);
  }
  console.log(`${condition.padEnd(18)} mean ${(100 * errors.reduce((a, b) => a + b, 0) / errors.length).toFixed(2)}  ${(ms / errors.length).toFixed(0)} ms  ${cells.join('  ')}`);
}
await engine.stop();
