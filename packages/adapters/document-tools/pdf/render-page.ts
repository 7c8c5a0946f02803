import type { GreyImage } from '../ocr/grey-image.ts';
import { MAX_OCR_PIXELS } from '../ocr/prepare-page.ts';
import type { PageLayer } from './page-layer.ts';
import type { Pdfium } from './pdfium.ts';

/** Formats of FPDFBitmap_CreateEx and flags of FPDF_RenderPageBitmap (fpdfview.h). */
const BGRA = 4;
const BYTES = 4;
const WITH_ANNOTATIONS = 0x01;
const REVERSE_BYTE_ORDER = 0x10;
const SPARE_IMAGE_CACHE = 0x200;

/** Resolution for recognition: that of the scan itself where the page is one, at most 300 dpi; drawn pages at 220. */
export function dpiForReading(layer: PageLayer): number {
  if (layer.pictureDpi === null || layer.covered < 0.25) return 220;
  return Math.min(300, Math.max(120, layer.pictureDpi));
}

/**
 * Renders a page as grey pixels, never more than MAX_OCR_PIXELS. Null when there is no memory for it.
 * PDFium draws in colour and we take the grey of it: its own grey bitmaps trap on some soft masks (samples: single_table.pdf).
 */
export function renderForReading(pdfium: Pdfium, page: number, dpi: number): GreyImage | null {
  const width = pdfium._FPDF_GetPageWidthF(page);
  const height = pdfium._FPDF_GetPageHeightF(page);
  const scale = Math.min(dpi / 72, Math.sqrt(MAX_OCR_PIXELS / Math.max(1, width * height)), 20_000 / Math.max(width, height));
  return render(pdfium, page, Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)), toGrey);
}

/** Renders a page in colour (RGBA) for a picture with at most `maxEdge` pixels on its longer side, small ones drawn at up to twice that and shrunk by the caller. */
export function renderPicture(pdfium: Pdfium, page: number, maxEdge: number): GreyImage | null {
  const width = pdfium._FPDF_GetPageWidthF(page);
  const height = pdfium._FPDF_GetPageHeightF(page);
  const scale = Math.min(Math.max(2000, maxEdge), 2 * maxEdge) / Math.max(1, width, height);
  return render(pdfium, page, Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)), (pixels) => pixels.slice());
}

function render(pdfium: Pdfium, page: number, width: number, height: number, take: (rgba: Uint8Array) => Uint8Array): GreyImage | null {
  const size = width * height * BYTES;
  const buffer = pdfium.wasmExports.malloc(size);
  if (buffer === 0) return null;
  try {
    const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, BGRA, buffer, width * BYTES);
    if (bitmap === 0) return null;
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, WITH_ANNOTATIONS | REVERSE_BYTE_ORDER | SPARE_IMAGE_CACHE);
    pdfium._FPDFBitmap_Destroy(bitmap);
    return { data: take(pdfium.HEAPU8.subarray(buffer, buffer + size)), width, height };
  } finally {
    pdfium.wasmExports.free(buffer);
  }
}

/** Luma of ITU-R BT.601, in whole numbers. */
function toGrey(rgba: Uint8Array): Uint8Array {
  const grey = new Uint8Array(rgba.length / BYTES);
  for (let i = 0, j = 0; i < grey.length; i++, j += BYTES) grey[i] = (rgba[j]! * 77 + rgba[j + 1]! * 150 + rgba[j + 2]! * 29) >> 8;
  return grey;
}
