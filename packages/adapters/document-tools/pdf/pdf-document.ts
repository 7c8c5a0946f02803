import { ToolFailure } from '@docuvault/core/document-tools.ts';
import { packWords } from '@docuvault/core/page-words.ts';
import type { PageText } from '@docuvault/core/pages.ts';
import sharp from 'sharp';
import { tookTooLong } from '../image/image-document.ts';
import { markedJpeg } from '../image/mark-picture.ts';
import type { PictureText } from '../ocr/read-picture.ts';
import type { Reader, ReadPicture } from '../reader.ts';
import { judgeText } from '../text/text-quality.ts';
import { readPageLayer, type PageLayer } from './page-layer.ts';
import { PDF_ERROR, type Pdfium } from './pdfium.ts';
import { dpiForReading, renderForReading, renderPicture } from './render-page.ts';

/** Text layers kept after judging, so that reading a page does not parse it again. */
const KEPT_LAYERS = 64;

/** A block of PDFium's memory that holds the file; PDFium reads from it as long as the document is open. */
export type PdfBytes = { pointer: number; size: number };

/** Reserves room in PDFium's own memory, so that the file is held once and never copied. */
export function allocatePdf(pdfium: Pdfium, size: number): PdfBytes {
  const pointer = pdfium.wasmExports.malloc(size);
  if (pointer === 0) throw new ToolFailure('out_of_memory', 'The document is too large for the memory that is left. It will be tried again.', true);
  return { pointer, size };
}

/**
 * Opens a PDF whose bytes are already in PDFium's memory and takes them over: they are freed when opening fails or the reader is closed.
 * Failures: password_required, password_wrong, unreadable.
 */
export function openPdf(pdfium: Pdfium, bytes: PdfBytes, password: string | null, readPicture: ReadPicture): Reader {
  const document = loadDocument(pdfium, bytes, password);
  const pageCount = pdfium._FPDF_GetPageCount(document);
  const layers = new Map<number, PageLayer>();
  let open = true;
  const withPage = <T>(page: number, work: (handle: number) => T): T | null => {
    const handle = pdfium._FPDF_LoadPage(document, page - 1);
    if (handle === 0) return null;
    try { return work(handle); } finally { pdfium._FPDF_ClosePage(handle); }
  };
  const layerOf = (page: number): PageLayer => {
    const kept = layers.get(page);
    if (kept) return kept;
    const layer = readPageLayer(pdfium, document, page - 1);
    if (layers.size >= KEPT_LAYERS) layers.delete(layers.keys().next().value!);
    layers.set(page, layer);
    return layer;
  };
  if (pageCount < 1) {
    pdfium._FPDF_CloseDocument(document);
    pdfium.wasmExports.free(bytes.pointer);
    throw unreadable();
  }
  return {
    opened: { kind: 'pdf', pageCount },
    async readPage(page) {
      const layer = layerOf(page);
      if (layer.verdict === 'useful') return { page, text: layer.text, source: 'text-layer', confidence: null };
      const picture = withPage(page, (handle) => renderForReading(pdfium, handle, dpiForReading(layer)));
      if (!picture) throw unreadable();
      const read = await readPicture(picture);
      return chooseText(page, layer, read);
    },
    hasTextLayer: (page) => layerOf(page).verdict === 'useful',
    async thumbnail(maxEdge) {
      const picture = withPage(1, (handle) => renderPicture(pdfium, handle, maxEdge));
      if (!picture) return null;
      return new Uint8Array(await sharp(picture.data, { raw: { width: picture.width, height: picture.height, channels: 4 } })
        .removeAlpha().resize(maxEdge, maxEdge, { fit: 'inside', withoutEnlargement: true }).webp({ quality: 80, effort: 2 }).toBuffer());
    },
    async picture(page, { maxEdge, mark }) {
      if (page < 1 || page > pageCount) return null;
      const picture = withPage(page, (handle) => renderPicture(pdfium, handle, maxEdge));
      if (!picture) return null;
      const drawn = sharp(picture.data, { raw: { width: picture.width, height: picture.height, channels: 4 } });
      return markedJpeg(drawn.removeAlpha().resize(maxEdge, maxEdge, { fit: 'inside', withoutEnlargement: true }), mark);
    },
    close() {
      if (!open) return;
      open = false;
      layers.clear();
      pdfium._FPDF_CloseDocument(document);
      pdfium.wasmExports.free(bytes.pointer);
    },
  };
}

function loadDocument(pdfium: Pdfium, bytes: PdfBytes, password: string | null): number {
  const secret = password === null ? 0 : cString(pdfium, password);
  const document = pdfium._FPDF_LoadMemDocument(bytes.pointer, bytes.size, secret);
  const error = document === 0 ? pdfium._FPDF_GetLastError() : 0;
  if (secret !== 0) {
    pdfium.HEAPU8.fill(0, secret, secret + Buffer.byteLength(password!));
    pdfium.wasmExports.free(secret);
  }
  if (document !== 0) return document;
  pdfium.wasmExports.free(bytes.pointer);
  if (error === PDF_ERROR.password) {
    throw password === null
      ? new ToolFailure('password_required', 'This PDF is protected. Upload it again with its password, or process it again with the password.')
      : new ToolFailure('password_wrong', 'The password does not open this PDF.');
  }
  if (error === PDF_ERROR.security) throw new ToolFailure('unreadable', 'This PDF uses a kind of protection that is not supported. Save it without protection and upload it again.');
  throw unreadable();
}

function unreadable(): ToolFailure {
  return new ToolFailure('unreadable', 'This file is not a PDF that can be read: it is damaged or incomplete.');
}

function cString(pdfium: Pdfium, text: string): number {
  const encoded = Buffer.from(`${text}\0`, 'utf8');
  const pointer = pdfium.wasmExports.malloc(encoded.length);
  pdfium.HEAPU8.set(encoded, pointer);
  return pointer;
}

/** The layer or the reading, whichever says more that can be believed. */
function chooseText(page: number, layer: PageLayer, read: PictureText | null): PageText {
  const fromLayer: PageText = { page, text: layer.text, source: 'text-layer', confidence: null };
  if (!read && layer.verdict === 'doubtful') return fromLayer;
  if (!read) throw tookTooLong();
  const fromPicture: PageText = { page, text: read.text, source: 'ocr', confidence: read.confidence, words: packWords(read.words) };
  if (layer.verdict === 'useless') return fromPicture;
  const ours = judgeText(read.text);
  const theirs = judgeText(layer.text);
  const cleaner = theirs.odd > 0.03 && ours.odd < 0.7 * theirs.odd && ours.letters > 0.7 * theirs.letters && read.confidence > 0.6;
  const richer = ours.letters > 1.2 * theirs.letters + 20 && read.confidence > 0.5;
  return cleaner || richer ? fromPicture : fromLayer;
}
