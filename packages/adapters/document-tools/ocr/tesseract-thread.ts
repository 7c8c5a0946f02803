import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import type TesseractCore from 'tesseract.js-core';
import { simd } from 'wasm-feature-detect';
import type { EngineAnswer, EngineRequest } from './tesseract-messages.ts';

/*
 * Entry of the thread in which Tesseract reads. One engine holds every language in the same WASM memory: a second one costs 10 to 15 MB and
 * 10 ms, where an engine of its own costs 60 MB and half a second.
 */

/** "LSTM only" of Tesseract's OcrEngineMode. */
const LSTM_ONLY = 1;

type Core = Awaited<ReturnType<typeof TesseractCore>>;
type Api = InstanceType<Core['TessBaseAPI']>;

const port = parentPort!;
const apis = new Map<string, Api>();
let core: Core | null = null;
let last: Promise<void> = Promise.resolve();

port.on('message', (request: EngineRequest) => {
  last = last.then(async () => {
    port.postMessage(await serve(request));
  });
});

async function serve(request: EngineRequest): Promise<EngineAnswer> {
  try {
    core ??= await loadCore();
    const api = apiFor(core, request);
    return { id: request.id, tsv: request.picture ? read(core, api, request.picture, request.mode) : '' };
  } catch (error) {
    return { id: request.id, error: error instanceof Error ? error.message : String(error) };
  }
}

async function loadCore(): Promise<Core> {
  const require = createRequire(import.meta.url);
  const load = require(await simd() ? 'tesseract.js-core/tesseract-core-simd-lstm' : 'tesseract.js-core/tesseract-core-lstm') as typeof TesseractCore;
  return load({ TesseractProgress: () => undefined });
}

function apiFor(engine: Core, { languages, data }: EngineRequest): Api {
  const wanted = languages.join('+');
  const kept = apis.get(wanted);
  if (kept) return kept;
  for (const { code, file } of data) engine.FS.writeFile(`./${code}.traineddata`, gunzipSync(readFileSync(file)));
  const api = new engine.TessBaseAPI();
  const status = api.Init(null, wanted, LSTM_ONLY);
  for (const { code } of data) engine.FS.unlink(`./${code}.traineddata`);
  if (status !== 0) throw new Error(`the data of ${wanted} cannot be loaded`);
  api.SetVariable('user_defined_dpi', '300');
  api.SetVariable('preserve_interword_spaces', '0');
  apis.set(wanted, api);
  return api;
}

function read(engine: Core, api: Api, picture: Uint8Array, mode: string): string {
  api.SetVariable('tessedit_pageseg_mode', mode);
  engine.FS.writeFile('/input', picture, { canOwn: true });
  try {
    if (api.SetImageFile(1, 0) === 1) throw new Error('the picture cannot be read');
    api.Recognize(null);
    return api.GetTSVText();
  } finally {
    api.Clear();
    engine.FS.unlink('/input');
  }
}
