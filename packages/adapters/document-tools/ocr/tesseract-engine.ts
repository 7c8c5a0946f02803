import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { GreyImage } from './grey-image.ts';
import type { EngineAnswer, EngineRequest } from './tesseract-messages.ts';

/** A word that was read, its box in pixels of the picture, confidence 0..100. `line` numbers the engine's own lines. */
export type ReadWord = { text: string; x0: number; y0: number; x1: number; y1: number; confidence: number; line: number };

/** Page segmentation modes of Tesseract that are used here. */
export type Segmentation = 'auto' | 'column' | 'block' | 'sparse';
const PSM: Record<Segmentation, string> = { auto: '3', column: '4', block: '6', sparse: '11' };

/** Text recognition, kept warm for every language that was used. `stop` frees the memory and fails what is under way; the next call starts anew. */
export type OcrEngine = {
  /** Reads the words of a picture with dark text on light paper. `languages` as Tesseract codes, the first weighing most. */
  read(image: GreyImage, languages: readonly string[], segmentation: Segmentation): Promise<ReadWord[]>;
  /** Loads the engine for the languages, so that the first page does not wait. */
  warm(languages: readonly string[]): Promise<void>;
  stop(): Promise<void>;
  readonly running: boolean;
};

/** The file of a language's data inside its package `@tesseract.js-data/<code>`. best_int holds the same network as 4.0.0 without the legacy tables: same text, 75 MB less. */
function dataFile(language: string): string {
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve(`@tesseract.js-data/${language}/package.json`)), '4.0.0_best_int', `${language}.traineddata.gz`);
}

type Waiting = { resolve(tsv: string): void; reject(error: Error): void };

/**
 * Starts nothing yet; the thread of `entry` (the built tesseract-thread.ts), with Tesseract compiled to WASM, is started on first use.
 * Works offline: data come from npm packages.
 */
export function createOcrEngine(entry: URL | string): OcrEngine {
  let thread: Worker | null = null;
  let nextId = 1;
  const waiting = new Map<number, Waiting>();
  const start = (): Worker => {
    if (thread) return thread;
    const started = new Worker(entry, { resourceLimits: { maxYoungGenerationSizeMb: 4 } });
    const ended = (error: Error): void => {
      if (thread === started) thread = null;
      for (const one of waiting.values()) one.reject(error);
      waiting.clear();
    };
    started.on('message', (answer: EngineAnswer) => {
      const one = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('error' in answer) one?.reject(new Error(answer.error));
      else one?.resolve(answer.tsv);
    });
    started.on('error', ended);
    started.on('exit', () => { if (thread === started) ended(new Error('the engine ended')); });
    thread = started;
    return started;
  };
  const ask = (request: Omit<EngineRequest, 'id' | 'data'>): Promise<string> => new Promise((resolve, reject) => {
    const id = nextId++;
    waiting.set(id, { resolve, reject });
    start().postMessage({ ...request, id, data: request.languages.map((code) => ({ code, file: dataFile(code) })) } satisfies EngineRequest, request.picture ? [request.picture.buffer as ArrayBuffer] : []);
  });
  return {
    async read(image, languages, segmentation) {
      return parseTsv(await ask({ languages, mode: PSM[segmentation], picture: toPgm(image) }));
    },
    async warm(languages) { await ask({ languages, mode: PSM.auto, picture: null }); },
    async stop() {
      const stopped = thread;
      thread = null;
      for (const one of waiting.values()) one.reject(new Error('the engine was stopped'));
      waiting.clear();
      await stopped?.terminate();
    },
    get running() { return thread !== null; },
  };
}

/** Netpbm's P5: a header and the bytes as they are, so that nothing is compressed only to be decompressed. */
function toPgm(image: GreyImage): Uint8Array {
  const header = Buffer.from(`P5\n${image.width} ${image.height}\n255\n`, 'latin1');
  const file = new Uint8Array(header.length + image.data.length);
  file.set(header);
  file.set(image.data, header.length);
  return file;
}

/** Rows of Tesseract's TSV: level, page, block, paragraph, line, word, left, top, width, height, confidence, text; level 5 is a word. */
function parseTsv(tsv: string): ReadWord[] {
  const words: ReadWord[] = [];
  let line = 0;
  for (const row of tsv.split('\n')) {
    const cells = row.split('\t');
    if (cells[0] === '4') line++;
    if (cells[0] !== '5') continue;
    const text = (cells[11] ?? '').trim();
    const [left, top, width, height] = [Number(cells[6]), Number(cells[7]), Number(cells[8]), Number(cells[9])];
    if (text !== '') words.push({ text, x0: left, y0: top, x1: left + width, y1: top + height, confidence: Math.max(0, Number(cells[10])), line });
  }
  return words;
}
