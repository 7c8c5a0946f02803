import sharp from 'sharp';
import { allocatePdf } from '../pdf/pdf-document.ts';
import { readPageWords } from '../pdf/page-words.ts';
import { loadPdfium, type Pdfium } from '../pdf/pdfium.ts';
import { renderForReading } from '../pdf/render-page.ts';
import { cleanText } from '@docuvault/core/text/clean-text.ts';
import { layOutWords } from '@docuvault/core/text/layout.ts';
import { makePdf, textAt } from './make-pdf.ts';

/** Draws a PDF's first page in grey at a resolution, by PDFium: its own fonts, so that the picture is the same on every machine. */
export async function drawPdf(bytes: Uint8Array, dpi: number): Promise<{ data: Uint8Array; width: number; height: number }> {
  const { pdfium, document } = await opened(bytes);
  const picture = renderForReading(pdfium, pdfium._FPDF_LoadPage(document, 0), dpi);
  if (!picture) throw new Error('no memory to draw the page');
  return picture;
}

/** The exact text of a PDF's first page: the truth to measure recognition against. Text that runs up the margin is left out. */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const { pdfium, document } = await opened(bytes);
  const { groups } = readPageWords(pdfium, pdfium._FPDFText_LoadPage(pdfium._FPDF_LoadPage(document, 0)));
  return cleanText(layOutWords(groups[0]?.words ?? []));
}

async function opened(bytes: Uint8Array): Promise<{ pdfium: Pdfium; document: number }> {
  const pdfium = await loadPdfium();
  const room = allocatePdf(pdfium, bytes.length);
  pdfium.HEAPU8.set(bytes, room.pointer);
  return { pdfium, document: pdfium._FPDF_LoadMemDocument(room.pointer, room.size, 0) };
}

/** A JPEG of an A4 page with the given lines of text, clean and level, `step` points from line to line. */
export async function scanOf(lines: readonly string[], dpi = 150, step = 20): Promise<{ jpeg: Buffer; width: number; height: number }> {
  const { data, width, height } = await drawPdf(makePdf([lines.map((line, i) => textAt(50, 780 - step * i, line)).join('\n')]), dpi);
  return { jpeg: await sharp(data, { raw: { width, height, channels: 1 } }).toColourspace('b-w').jpeg({ quality: 85 }).toBuffer(), width, height };
}
