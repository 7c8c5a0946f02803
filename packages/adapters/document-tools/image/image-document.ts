import { ToolFailure } from '@docuvault/core/document-tools.ts';
import { packWords } from '@docuvault/core/page-words.ts';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { MAX_OCR_PIXELS, toGrey } from '../ocr/prepare-page.ts';
import { markedJpeg } from './mark-picture.ts';
import type { Reader, ReadPicture } from '../reader.ts';

/** Pictures that are decoded row by row may be this large: the decoder holds only a few rows. */
const MAX_STREAMED_PIXELS = 250_000_000;
/** Pictures that must be decoded whole (WebP, progressive JPEG, interlaced PNG) take 3 to 6 bytes a pixel. */
const MAX_WHOLE_PIXELS = 50_000_000;

/**
 * Opens a JPEG, PNG or WebP as a document of one page. Only the header is read here.
 * Failures: unreadable, and too_complex for pictures of more pixels than fit in memory.
 */
export async function openImage(bytes: Uint8Array, readPicture: ReadPicture): Promise<Reader> {
  const { format } = await checkSize(bytes);
  let source: Uint8Array | null = bytes;
  const decode = (): Sharp => {
    if (!source) throw new ToolFailure('cancelled', 'The document was closed.', true);
    return sharp(source, { limitInputPixels: MAX_STREAMED_PIXELS, failOn: 'none', sequentialRead: true });
  };
  // Pages are read and drawn as browsers display them, or places of words would be off: of WebP they show the pixels as they lie, whatever EXIF says.
  const displayed = (): Sharp => (format === 'webp' ? decode() : decode().autoOrient());
  return {
    opened: { kind: 'image', pageCount: 1 },
    async readPage(page) {
      const read = await readPicture(await decodeForReading(displayed()));
      if (!read) throw tookTooLong();
      return { page, text: read.text, source: 'ocr', confidence: read.confidence, words: packWords(read.words) };
    },
    hasTextLayer: () => false,
    async thumbnail(maxEdge) {
      const picture = await guarded(() => decode().autoOrient().resize(maxEdge, maxEdge, { fit: 'inside', withoutEnlargement: true }).webp({ quality: 80, effort: 2 }).toBuffer());
      return new Uint8Array(picture);
    },
    picture: (page, { maxEdge, mark }) =>
      page === 1 ? guarded(() => markedJpeg(displayed().flatten({ background: '#ffffff' }).resize(maxEdge, maxEdge, { fit: 'inside', withoutEnlargement: true }), mark)) : Promise.resolve(null),
    close() { source = null; },
  };
}

/** The failure of a page whose recognition was stopped at its time limit. */
export function tookTooLong(): ToolFailure {
  return new ToolFailure('timeout', 'Reading this page took too long and was stopped.');
}

/** Decodes a picture for reading: white behind transparency, grey, shrunk while decoding to what reading can use. */
export async function decodeForReading(pipeline: Sharp): Promise<Awaited<ReturnType<typeof toGrey>>> {
  const edge = Math.floor(Math.sqrt(MAX_OCR_PIXELS * 1.4));
  return guarded(() => toGrey(pipeline.flatten({ background: '#ffffff' }).resize(edge, edge, { fit: 'inside', withoutEnlargement: true })));
}

/** Refuses, by its header alone, a picture that would not fit in memory; tells what that header says. */
export async function checkSize(bytes: Uint8Array): Promise<Metadata> {
  const about = await guarded(() => sharp(bytes, { limitInputPixels: false, failOn: 'none' }).metadata());
  const pixels = about.width * about.height;
  const streamed = (about.format === 'png' || about.format === 'jpeg') && about.isProgressive !== true;
  if (pixels > (streamed ? MAX_STREAMED_PIXELS : MAX_WHOLE_PIXELS)) {
    throw new ToolFailure('too_complex', `The picture has ${about.width} × ${about.height} pixels, more than can be opened. Save it smaller and upload it again.`);
  }
  return about;
}

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ToolFailure) throw error;
    throw new ToolFailure('unreadable', 'This picture is damaged or of a kind that cannot be opened.');
  }
}
