import sharp from 'sharp';
import { allocatePdf } from '../pdf/pdf-document.ts';
import { loadPdfium } from '../pdf/pdfium.ts';
import { renderForReading } from '../pdf/render-page.ts';
import { makePdf, textAt } from './make-pdf.ts';

/** Draws a PDF's first page in grey at a resolution, by PDFium: its own fonts, so that the picture is the same on every machine. */
export async function drawPdf(bytes: Uint8Array, dpi: number): Promise<{ data: Uint8Array; width: number; height: number }> {
  const pdfium = await loadPdfium();
  const room = allocatePdf(pdfium, bytes.length);
  pdfium.HEAPU8.set(bytes, room.pointer);
  const document = pdfium._FPDF_LoadMemDocument(room.pointer, room.size, 0);
  const picture = renderForReading(pdfium, pdfium._FPDF_LoadPage(document, 0), dpi);
  if (!picture) throw new Error('no memory to draw the page');
  return picture;
}

/** A JPEG of an A4 page with the given lines of text, clean and level. */
export async function scanOf(lines: readonly string[], dpi = 150): Promise<{ jpeg: Buffer; width: number; height: number }> {
  const { data, width, height } = await drawPdf(makePdf([lines.map((line, i) => textAt(50, 780 - 20 * i, line)).join('\n')]), dpi);
  return { jpeg: await sharp(data, { raw: { width, height, channels: 1 } }).toColourspace('b-w').jpeg({ quality: 85 }).toBuffer(), width, height };
}
