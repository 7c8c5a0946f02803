import type { GreyImage } from '../ocr/grey-image.ts';
import { MAX_OCR_PIXELS } from '../ocr/prepare-page.ts';
import type { PageLayer } from './page-layer.ts';
import type { Pdfium } from './pdfium.ts';

/** Formats of FPDFBitmap_CreateEx and flags of FPDF_RenderPageBitmap (fpdfview.h). */
const GREY = 1;
const BGRA = 4;
const WITH_ANNOTATIONS = 0x01;
const REVERSE_BYTE_ORDER = 0x10;
const SPARE_IMAGE_CACHE = 0x200;

/** Resolution for recognition: that of the scan itself where the page is one, at most 300 dpi; drawn pages at 220. */
export function dpiForReading(layer: PageLayer): number {
  if (layer.pictureDpi === null || layer.covered < 0.25) return 220;
  return Math.min(300, Math.max(120, layer.pictureDpi));
}

/** Renders a page as grey pixels, never more than MAX_OCR_PIXELS. Null when there is no memory for it. */
export function renderForReading(pdfium: Pdfium, page: number, dpi: number): GreyImage | null {
  const width = pdfium._FPDF_GetPageWidthF(page);
  const height = pdfium._FPDF_GetPageHeightF(page);
  const scale = Math.min(dpi / 72, Math.sqrt(MAX_OCR_PIXELS / Math.max(1, width * height)), 20_000 / Math.max(width, height));
  return render(pdfium, page, Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)), GREY);
}

/** Renders a page in colour (RGBA) for a thumbnail with at most `maxEdge` pixels on its longer side, drawn at twice that and shrunk by the caller. */
export function renderPicture(pdfium: Pdfium, page: number, maxEdge: number): GreyImage | null {
  const width = pdfium._FPDF_GetPageWidthF(page);
  const height = pdfium._FPDF_GetPageHeightF(page);
  const scale = Math.min(2000, 2 * maxEdge) / Math.max(1, width, height);
  return render(pdfium, page, Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)), BGRA);
}

function render(pdfium: Pdfium, page: number, width: number, height: number, format: typeof GREY | typeof BGRA): GreyImage | null {
  const stride = width * format;
  const buffer = pdfium.wasmExports.malloc(stride * height);
  if (buffer === 0) return null;
  try {
    const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, format, buffer, stride);
    if (bitmap === 0) return null;
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, WITH_ANNOTATIONS | REVERSE_BYTE_ORDER | SPARE_IMAGE_CACHE);
    pdfium._FPDFBitmap_Destroy(bitmap);
    return { data: pdfium.HEAPU8.slice(buffer, buffer + stride * height), width, height };
  } finally {
    pdfium.wasmExports.free(buffer);
  }
}
