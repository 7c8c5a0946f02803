import { greyOf } from './paper/edges.ts';
import { filtered, inkOf, type Filter } from './paper/filters.ts';
import { findPaper, lookedAt } from './paper/find-paper.ts';
import { flatten, turnPixels, type Pixels } from './paper/flatten.ts';
import type { Corners } from './paper/corners.ts';
import { packBits, writePdf, type PageImage } from './paper/write-pdf.ts';

/** What the worker is asked, and what it answers to each. */
export type ScanJobs = {
  find: { ask: { picture: ImageBitmap }; answer: Corners | null };
  flatten: { ask: { picture: Blob; corners: Corners; quarters: number; filter: Filter }; answer: { image: PageImage; preview: Blob } };
  pdf: { ask: { pages: readonly PageImage[] }; answer: Uint8Array<ArrayBuffer> };
};
export type ScanAsk = { [K in keyof ScanJobs]: { id: number; kind: K } & ScanJobs[K]['ask'] }[keyof ScanJobs];
export type ScanAnswer = { id: number; value: unknown } | { id: number; failed: string };

const jpegQuality = 0.85;
const mostPixels = 4096;

const draw = (picture: ImageBitmap, longest: number): { canvas: OffscreenCanvas; pixels: Pixels } => {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  return { canvas, pixels: { data: data as Uint8ClampedArray<ArrayBuffer>, width, height } };
};

const jpegOf = async ({ data, width, height }: Pixels): Promise<Blob> => {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')!.putImageData(new ImageData(data, width, height), 0, 0);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: jpegQuality });
};

/** zlib's format, as PDF's FlateDecode wants it. */
const deflated = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'))).arrayBuffer());

const flattened = async ({ picture, corners, quarters, filter }: ScanJobs['flatten']['ask']): Promise<ScanJobs['flatten']['answer']> => {
  const { pixels } = draw(await createImageBitmap(picture), mostPixels);
  const page = filtered(turnPixels(flatten(pixels, corners), quarters), filter);
  const preview = await jpegOf(page);
  const { width, height } = page;
  if (filter === 'ink') return { preview, image: { width, height, kind: 'bits', bytes: await deflated(packBits(inkOf(page), width, height)) } };
  return { preview, image: { width, height, kind: 'jpeg', bytes: new Uint8Array(await preview.arrayBuffer()) } };
};

const run = (ask: ScanAsk): unknown => {
  switch (ask.kind) {
    case 'find': return findPaper(greyOf(draw(ask.picture, lookedAt).pixels));
    case 'flatten': return flattened(ask);
    case 'pdf': return writePdf(ask.pages);
  }
};

const port = globalThis as unknown as { onmessage: (event: MessageEvent<ScanAsk>) => void; postMessage(answer: ScanAnswer): void };
port.onmessage = ({ data }) => {
  void (async () => {
    try {
      port.postMessage({ id: data.id, value: await run(data) });
    } catch (error) {
      port.postMessage({ id: data.id, failed: error instanceof Error ? error.message : String(error) });
    }
  })();
};
