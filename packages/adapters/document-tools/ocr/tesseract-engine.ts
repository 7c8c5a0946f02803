import { copyFile, mkdtemp, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createWorker, OEM, type Worker } from 'tesseract.js';
import type { GreyImage } from './grey-image.ts';

/** A word that was read, its box in pixels of the picture, confidence 0..100. `line` numbers the engine's own lines. */
export type ReadWord = { text: string; x0: number; y0: number; x1: number; y1: number; confidence: number; line: number };

/** Page segmentation modes of Tesseract that are used here. */
export type Segmentation = 'auto' | 'column' | 'block' | 'sparse';
const PSM: Record<Segmentation, string> = { auto: '3', column: '4', block: '6', sparse: '11' };

/** Text recognition, kept warm for the two language sets used last. `stop` frees the memory; the next call starts anew. */
export type OcrEngine = {
  /** Reads the words of a picture with dark text on light paper. `languages` as Tesseract codes, the first weighing most. */
  read(image: GreyImage, languages: readonly string[], segmentation: Segmentation): Promise<ReadWord[]>;
  /** Loads the engine for the languages, so that the first page does not wait. */
  warm(languages: readonly string[]): Promise<void>;
  stop(): Promise<void>;
  readonly running: boolean;
};

/** The folder of a language's data inside its package `@tesseract.js-data/<code>`. best_int holds the same network as 4.0.0 without the legacy tables: same text, 75 MB less. */
function dataFolder(language: string): string {
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve(`@tesseract.js-data/${language}/package.json`)), '4.0.0_best_int');
}

/** tesseract.js wants all languages in one folder, but each comes in its own package: a folder with links, needed only while it loads. */
async function gatherData(languages: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'docuvault-ocr-'));
  for (const code of languages) {
    const name = `${code}.traineddata.gz`;
    const from = join(dataFolder(code), name);
    await symlink(from, join(folder, name)).catch(() => copyFile(from, join(folder, name)));
  }
  return folder;
}

/** A page in two scripts is read in both; each set of languages takes about 70 MB and half a second to start. */
const MAX_WORKERS = 2;

/** Starts nothing yet; a worker thread with Tesseract (WASM) is started on first use. Works offline: data come from npm packages. */
export function createOcrEngine(): OcrEngine {
  // The one used last comes last.
  const running: { languages: string; worker: Worker }[] = [];
  const start = async (languages: readonly string[]): Promise<Worker> => {
    const wanted = languages.join('+');
    const at = running.findIndex((one) => one.languages === wanted);
    if (at >= 0) {
      const [found] = running.splice(at, 1);
      running.push(found!);
      return found!.worker;
    }
    if (running.length >= MAX_WORKERS) await running.shift()!.worker.terminate();
    const folder = await gatherData(languages);
    try {
      const worker = await createWorker([...languages], OEM.LSTM_ONLY, { langPath: folder, cacheMethod: 'none', gzip: true, errorHandler: () => undefined });
      running.push({ languages: wanted, worker });
      return worker;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
  const stop = async (): Promise<void> => {
    for (const { worker } of running.splice(0)) await worker.terminate();
  };
  return {
    async read(image, languages, segmentation) {
      const worker = await start(languages);
      await worker.setParameters({ tessedit_pageseg_mode: PSM[segmentation] as never, user_defined_dpi: '300', preserve_interword_spaces: '0' });
      const result = await worker.recognize(toPgm(image), {}, { text: false, tsv: true });
      return parseTsv(result.data.tsv ?? '');
    },
    async warm(languages) { await start(languages); },
    stop,
    get running() { return running.length > 0; },
  };
}

/** Netpbm's P5: a header and the bytes as they are, so that nothing is compressed only to be decompressed. */
function toPgm(image: GreyImage): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${image.width} ${image.height}\n255\n`, 'latin1'), image.data]);
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
