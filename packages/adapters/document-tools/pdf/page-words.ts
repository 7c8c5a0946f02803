import type { PlacedWord } from '@docuvault/core/text/layout.ts';
import type { Pdfium } from './pdfium.ts';

/** Words of a PDF page by writing direction (quarter turns clockwise), boxes turned so that each group reads left to right. */
export type PageWords = { quarter: number; words: PlacedWord[] }[];

export type PageCharacters = { groups: PageWords; characters: number; unmapped: number };

const WHITE = /\s/u;
/** Unicode noncharacters by which PDFium marks a hyphen at a line's end. */
const LINE_HYPHENS = new Set([0x02, 0xfffe]);

/**
 * Reads the words of a page from PDFium's characters and their boxes.
 * PDFium's own text comes in painting order, which for tables and letterheads is not reading order; boxes let us lay it out again.
 * Rotated runs (and pages whose text is drawn rotated) are turned upright, one group per direction, the largest first.
 */
export function readPageWords(pdfium: Pdfium, textPage: number): PageCharacters {
  const count = Math.max(0, pdfium._FPDFText_CountChars(textPage));
  const rect = pdfium.wasmExports.malloc(16);
  const groups = new Map<number, PlacedWord[]>();
  let characters = 0;
  let unmapped = 0;
  let word: PlacedWord | null = null;
  let quarter = 0;
  let view = new DataView(pdfium.HEAPU8.buffer);
  try {
    for (let i = 0; i < count; i++) {
      const code = pdfium._FPDFText_GetUnicode(textPage, i) >>> 0;
      if (code === 0 || (code < 0x21 && code !== 0x02) || (code > 0x7f && code <= 0xffff && WHITE.test(String.fromCharCode(code)))) {
        if (code === 0) unmapped++;
        word = null;
        continue;
      }
      characters++;
      if (code > 0xe000 && code < 0xf900 || code === 0xfffd) unmapped++;
      if (!pdfium._FPDFText_GetLooseCharBox(textPage, i, rect)) { word = null; continue; }
      if (view.buffer !== pdfium.HEAPU8.buffer) view = new DataView(pdfium.HEAPU8.buffer);
      // FS_RECTF: left, top, right, bottom.
      const box = { left: view.getFloat32(rect, true), top: view.getFloat32(rect + 4, true), right: view.getFloat32(rect + 8, true), bottom: view.getFloat32(rect + 12, true) };
      const text = LINE_HYPHENS.has(code) ? '-' : String.fromCodePoint(code > 0x10ffff ? 0xfffd : code);
      if (!word) quarter = quarterOf(pdfium._FPDFText_GetCharAngle(textPage, i));
      const placed = upright(box, quarter, text);
      if (word && continues(word, placed)) {
        word.text += text;
        word.x0 = Math.min(word.x0, placed.x0);
        word.x1 = Math.max(word.x1, placed.x1);
        word.y0 = Math.min(word.y0, placed.y0);
        word.y1 = Math.max(word.y1, placed.y1);
      } else {
        if (word) quarter = quarterOf(pdfium._FPDFText_GetCharAngle(textPage, i));
        word = upright(box, quarter, text);
        const group = groups.get(quarter);
        if (group) group.push(word);
        else groups.set(quarter, [word]);
      }
    }
  } finally {
    pdfium.wasmExports.free(rect);
  }
  const ordered = [...groups].map(([q, words]) => ({ quarter: q, words })).sort((a, b) => b.words.length - a.words.length);
  return { groups: ordered, characters, unmapped };
}

/** The direction of writing in quarter turns clockwise from left-to-right; slanted text goes to the nearest. */
function quarterOf(radians: number): number {
  return radians < 0 || Number.isNaN(radians) ? 0 : Math.round(radians / (Math.PI / 2)) % 4;
}

/** Turns a box of PDF space (y up) into one that reads left to right with y down. */
function upright(box: { left: number; top: number; right: number; bottom: number }, quarter: number, text: string): PlacedWord {
  const x0 = Math.min(box.left, box.right);
  const x1 = Math.max(box.left, box.right);
  const y0 = Math.min(box.bottom, box.top);
  const y1 = Math.max(box.bottom, box.top);
  if (quarter === 3) return { text, x0: y0, x1: y1, y0: x0, y1: x1 };
  if (quarter === 2) return { text, x0: -x1, x1: -x0, y0, y1 };
  if (quarter === 1) return { text, x0: -y1, x1: -y0, y0: -x1, y1: -x0 };
  return { text, x0, x1, y0: -y1, y1: -y0 };
}

/** Whether a character goes on the word: on its line, and neither before it nor a space's width after it. */
function continues(word: PlacedWord, next: PlacedWord): boolean {
  const height = Math.min(word.y1 - word.y0, next.y1 - next.y0) || 1;
  const overlap = Math.min(word.y1, next.y1) - Math.max(word.y0, next.y0);
  const gap = next.x0 - word.x1;
  return overlap > 0.3 * height && gap < 0.25 * height && gap > -1.2 * height;
}
