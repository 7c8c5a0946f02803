import { ToolFailure, type OpenedDocument, type PictureOptions } from '@docuvault/core/document-tools.ts';
import type { PageText } from '@docuvault/core/pages.ts';
import { newHabits, readPicture, type PictureText } from './ocr/read-picture.ts';
import { loadLineModels, type LineModels } from './ocr/line-models.ts';
import { createOcrEngine } from './ocr/tesseract-engine.ts';
import type { GreyImage } from './ocr/grey-image.ts';
import { isPdf, openReader } from './open-reader.ts';
import { allocatePdf, openPdf, type PdfBytes } from './pdf/pdf-document.ts';
import { loadPdfium, type Pdfium } from './pdf/pdfium.ts';
import { samplePdf } from './pdf/sample-pdf.ts';
import { WALL_LIMITS, type ProcessSettings, type Request } from './protocol.ts';
import type { Reader } from './reader.ts';

/** The work of the child process: at most one document open, its bytes arriving whole or in pieces. */
export type Desk = {
  warm(): Promise<void>;
  /** Opens the document, or returns null when its bytes are still to come in pieces. */
  open(request: Extract<Request, { ask: 'open' }>): Promise<OpenedDocument | null>;
  receive(piece: Uint8Array): Promise<OpenedDocument | null>;
  read(from: number, to: number, onPage: (page: PageText) => void): Promise<void>;
  hasTextLayer(from: number, to: number, onPage: () => void): Promise<boolean>;
  thumbnail(maxEdge: number): Promise<Uint8Array | null>;
  picture(page: number, options: PictureOptions): Promise<Uint8Array | null>;
  close(): void;
};

/** A page has to be recognised, and the document was opened where that is not allowed. */
export class NeedsRecognition extends Error {}

type Arriving = { request: Extract<Request, { ask: 'open' }>; filled: number; pdf: PdfBytes | null; bytes: Uint8Array | null };

/** The engine keeps 100 MB and more; when nothing needed it for so long, it is let go. */
const OCR_IDLE_MS = 30_000;

const WARM_ROUNDS = 30;

/** Sets the desk up; libraries are loaded when first needed, or by `warm`. `engineEntry` is the built tesseract-thread.ts. */
export function createDesk(settings: ProcessSettings, engineEntry: URL): Desk {
  const engine = createOcrEngine(engineEntry);
  let models: Promise<LineModels | null> | null = null;
  let pdfium: Pdfium | null = null;
  let reader: Reader | null = null;
  let arriving: Arriving | null = null;
  let habits = newHabits();
  let mayRecognise = false;
  let ocrIdle: NodeJS.Timeout | undefined;
  const readBounded = async (picture: GreyImage): Promise<PictureText | null> => {
    if (!mayRecognise) throw new NeedsRecognition();
    clearTimeout(ocrIdle);
    let timer: NodeJS.Timeout | undefined;
    const giveUp = new AbortController();
    const limitMs = settings.pageTimeoutMs * 0.8;
    const begun = { wall: performance.now(), processor: process.cpuUsage() };
    // Of processor time, as the parent counts it: on a busy machine an honest page may take minutes by the wall.
    const late = new Promise<null>((resolve) => {
      const look = (afterMs: number): void => {
        timer = setTimeout(() => {
          const { user, system } = process.cpuUsage(begun.processor);
          const left = limitMs - (user + system) / 1_000;
          if (left <= 0 || performance.now() - begun.wall >= limitMs * WALL_LIMITS) {
            giveUp.abort();
            resolve(null);
          } else look(Math.max(100, left));
        }, afterMs);
      };
      look(limitMs);
    });
    try {
      models ??= loadLineModels();
      const tools = { engine, models: await models };
      const reading = readPicture(tools, picture, settings.languages, habits, giveUp.signal).catch((error: unknown) => {
        if (giveUp.signal.aborted) return null;
        throw error;
      });
      const read = await Promise.race([reading, late]);
      if (read === null) await engine.stop();
      return read;
    } finally {
      clearTimeout(timer);
      ocrIdle = setTimeout(() => void engine.stop(), OCR_IDLE_MS).unref();
    }
  };
  const loaded = async (): Promise<Pdfium> => pdfium ??= await loadPdfium();
  const openArrived = async (done: Arriving): Promise<OpenedDocument> => {
    arriving = null;
    reader = done.pdf
      ? openPdf(await loaded(), done.pdf, done.request.password, readBounded)
      : await openReader(done.bytes!, readBounded);
    return reader.opened;
  };
  const opened = (): Reader => {
    if (!reader) throw new ToolFailure('unreadable', 'No document is open.');
    return reader;
  };
  const desk: Desk = {
    async warm() {
      // V8 compiles WASM and our layout in steps as they are used: the first text page takes 30 ms, the thirtieth 5.
      const sample = samplePdf();
      for (let i = 0; i < WARM_ROUNDS; i++) {
        await desk.open({ id: 0, ask: 'open', recognise: false, mimeType: 'application/pdf', size: sample.length, password: null, bytes: sample });
        await opened().readPage(1);
        desk.close();
      }
    },
    async open(request) {
      desk.close();
      habits = newHabits();
      mayRecognise = request.recognise;
      const start = request.bytes ?? new Uint8Array(0);
      const pdf = isPdf(start, request.mimeType);
      arriving = {
        request, filled: 0,
        pdf: pdf ? allocatePdf(await loaded(), request.size) : null,
        bytes: pdf ? null : request.bytes?.length === request.size ? request.bytes : new Uint8Array(request.size),
      };
      return desk.receive(start);
    },
    async receive(piece) {
      const at = arriving;
      if (!at) return null;
      if (at.pdf) pdfium!.HEAPU8.set(piece.subarray(0, at.pdf.size - at.filled), at.pdf.pointer + at.filled);
      else if (at.bytes !== piece) at.bytes!.set(piece.subarray(0, at.bytes!.length - at.filled), at.filled);
      at.filled += piece.length;
      return at.filled >= at.request.size ? openArrived(at) : null;
    },
    async read(from, to, onPage) {
      for (let page = from; page <= to; page++) onPage(await readOne(opened(), page));
    },
    async hasTextLayer(from, to, onPage) {
      for (let page = from; page <= to; page++) {
        if (!opened().hasTextLayer(page)) return false;
        onPage();
        // Lets messages out, so that the parent sees progress.
        if (page % 16 === 0) await new Promise<void>((resolve) => { setImmediate(resolve); });
      }
      return true;
    },
    thumbnail: (maxEdge) => opened().thumbnail(maxEdge),
    picture: (page, options) => opened().picture(page, options),
    close() {
      reader?.close();
      reader = null;
      if (arriving?.pdf) pdfium!.wasmExports.free(arriving.pdf.pointer);
      arriving = null;
    },
  };
  return desk;
}

/** A page that cannot be read is empty with confidence 0, unless it is the only one: then the document cannot be read. */
async function readOne(reader: Reader, page: number): Promise<PageText> {
  try {
    return await reader.readPage(page);
  } catch (error) {
    if (!(error instanceof ToolFailure) || reader.opened.pageCount === 1) throw error;
    return { page, text: '', source: 'ocr', confidence: 0 };
  }
}
