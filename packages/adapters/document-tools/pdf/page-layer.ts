import { cleanText } from '@docuvault/core/text/clean-text.ts';
import { layOutWords } from '@docuvault/core/text/layout.ts';
import { judgeText } from '../text/text-quality.ts';
import { readPageWords } from './page-words.ts';
import { PDF_ANNOTATION, PDF_OBJECT, type Pdfium } from './pdfium.ts';

/** The text layer of a page and whether to trust it: useful as it is, useless (read the picture), or doubtful (read it and compare). */
export type PageLayer = {
  text: string;
  verdict: 'useful' | 'doubtful' | 'useless';
  /** Share of the page under its largest picture, 0..1. */
  covered: number;
  /** Resolution of that picture on the page; null without one. */
  pictureDpi: number | null;
};

/** Reads and judges the text layer of a page (0-based). Filled-in form fields and typed notes count as text. A page that cannot be loaded is useless. */
export function readPageLayer(pdfium: Pdfium, document: number, index: number): PageLayer {
  let page = pdfium._FPDF_LoadPage(document, index);
  if (page === 0) return { text: '', verdict: 'useless', covered: 0, pictureDpi: null };
  if (hasWrittenNotes(pdfium, page)) {
    // Flattening draws the fields into the page, where both the text reader and the renderer see them.
    pdfium._FPDFPage_Flatten(page, 0);
    pdfium._FPDF_ClosePage(page);
    page = pdfium._FPDF_LoadPage(document, index);
  }
  const textPage = pdfium._FPDFText_LoadPage(page);
  try {
    const read = textPage === 0 ? { groups: [], characters: 0, unmapped: 0 } : readPageWords(pdfium, textPage);
    const text = cleanText(read.groups.map((group) => layOutWords(group.words)).filter((part) => part !== '').join('\n\n'));
    const drawn = measureObjects(pdfium, page);
    const unmapped = read.characters + read.unmapped === 0 ? 0 : read.unmapped / (read.characters + read.unmapped);
    return { text, verdict: judgeLayer(text, unmapped, drawn), covered: drawn.covered, pictureDpi: drawn.pictureDpi };
  } finally {
    if (textPage !== 0) pdfium._FPDFText_ClosePage(textPage);
    pdfium._FPDF_ClosePage(page);
  }
}

type Drawn = { objects: number; paths: number; covered: number; pictureDpi: number | null };

/** The rules by which a layer is trusted; `unmapped` is the share of characters whose font does not say what they are. */
export function judgeLayer(text: string, unmapped: number, drawn: Drawn): PageLayer['verdict'] {
  const quality = judgeText(text);
  if (quality.letters === 0) return drawn.objects === 0 ? 'useful' : 'useless';
  if (unmapped > 0.15 || quality.garbage > 0.1) return 'useless';
  // Much of a page under a picture and little text: a scan with a stamp, a page number or a signature line.
  if (drawn.covered > 0.25 && quality.letters < 60) return 'doubtful';
  if (drawn.covered > 0.6 && (quality.letters < 300 || quality.odd > 0.03)) return 'doubtful';
  // Text drawn as outlines has hundreds of paths and hardly a letter.
  if (quality.letters < 40 && drawn.paths > 300) return 'doubtful';
  return quality.letters > 100 && quality.odd > 0.25 ? 'doubtful' : 'useful';
}

function hasWrittenNotes(pdfium: Pdfium, page: number): boolean {
  const count = Math.min(500, pdfium._FPDFPage_GetAnnotCount(page));
  for (let i = 0; i < count; i++) {
    const annotation = pdfium._FPDFPage_GetAnnot(page, i);
    if (annotation === 0) continue;
    const kind = pdfium._FPDFAnnot_GetSubtype(annotation);
    pdfium._FPDFPage_CloseAnnot(annotation);
    if (kind === PDF_ANNOTATION.freeText || kind === PDF_ANNOTATION.stamp || kind === PDF_ANNOTATION.widget) return true;
  }
  return false;
}

function measureObjects(pdfium: Pdfium, page: number): Drawn {
  const drawn: Drawn = { objects: 0, paths: 0, covered: 0, pictureDpi: null };
  const area = pdfium._FPDF_GetPageWidthF(page) * pdfium._FPDF_GetPageHeightF(page) || 1;
  const scratch = pdfium.wasmExports.malloc(24);
  try {
    visit(pdfium, scratch, area, drawn, pdfium._FPDFPage_CountObjects(page), (i) => pdfium._FPDFPage_GetObject(page, i), 0);
  } finally {
    pdfium.wasmExports.free(scratch);
  }
  return drawn;
}

function visit(pdfium: Pdfium, scratch: number, area: number, drawn: Drawn, count: number, get: (index: number) => number, depth: number): void {
  for (let i = 0; i < count && drawn.objects < 20_000; i++) {
    const object = get(i);
    const kind = pdfium._FPDFPageObj_GetType(object);
    drawn.objects++;
    if (kind === PDF_OBJECT.path) drawn.paths++;
    if (kind === PDF_OBJECT.form && depth < 4) {
      visit(pdfium, scratch, area, drawn, pdfium._FPDFFormObj_CountObjects(object), (k) => pdfium._FPDFFormObj_GetObject(object, k), depth + 1);
    }
    if (kind !== PDF_OBJECT.image || !pdfium._FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12)) continue;
    const view = new DataView(pdfium.HEAPU8.buffer);
    const width = Math.abs(view.getFloat32(scratch + 8, true) - view.getFloat32(scratch, true));
    const height = Math.abs(view.getFloat32(scratch + 12, true) - view.getFloat32(scratch + 4, true));
    // Bounds of an object inside a form are in the form's own space, mostly the page's; capped, as it may be larger.
    const share = Math.min(1, width * height / area);
    if (share <= drawn.covered) continue;
    drawn.covered = share;
    if (width > 0 && pdfium._FPDFImageObj_GetImagePixelSize(object, scratch + 16, scratch + 20)) {
      const pixels = Math.max(new DataView(pdfium.HEAPU8.buffer).getUint32(scratch + 16, true), new DataView(pdfium.HEAPU8.buffer).getUint32(scratch + 20, true));
      drawn.pictureDpi = pixels / Math.max(width, height) * 72;
    }
  }
}
