import { ToolFailure, type DocumentSession, type DocumentTools } from '@docuvault/core/document-tools.ts';
import { packWords } from '@docuvault/core/page-words.ts';
import type { PageText } from '@docuvault/core/pages.ts';

export type PlainTextToolsOptions = {
  /** Called before each page is read; may wait, or throw a `ToolFailure`. */
  beforePage?: (page: number) => void | Promise<void>;
  /** Called for each file that is opened. */
  onOpen?: () => void;
};

const thumbnailOf = (text: string): Uint8Array => new TextEncoder().encode(`RIFF....WEBP${text.slice(0, 20)}`);

/** The smallest JPEG that says its size: a start of frame of 600 by 800, then what is drawn, as text. */
const pictureOf = (text: string, mark: readonly string[]): Uint8Array =>
  new Uint8Array(Buffer.concat([Buffer.from('ffd8ffc0001108032002580301110002110103110100', 'hex'), Buffer.from(`${text}|${mark.join('|')}`), Buffer.from('ffd9', 'hex')]));

/** The words in one row, each as wide as its letters. */
const placesOf = (text: string): string => {
  let x = 0;
  return packWords({ turn: 0, words: text.split(/\s+/).map((word) => ({ text: word, x: (x += 0.01) - 0.01, y: 0.1, w: 0.001 * word.length, h: 0.02 })) });
};

/**
 * The smallest honest reader: the bytes are text after an optional first line `%PDF-1.7`, pages end at form feeds.
 * `%PDF-1.7 password=<word>` asks for that word, a page that begins with `(scan)` has no text layer, and a file with
 * nothing after its first line is unreadable.
 */
export const createPlainTextTools = (options: PlainTextToolsOptions = {}): DocumentTools => ({
  open: async (bytes, { mimeType, password, signal }): Promise<DocumentSession> => {
    options.onOpen?.();
    const whole = new TextDecoder().decode(bytes);
    const [, header = '', body = ''] = /^(%PDF-[^\n]*\n)?([\s\S]*)$/.exec(whole)!;
    const wanted = /password=(\S+)/.exec(header)?.[1];
    if (wanted && password === undefined) throw new ToolFailure('password_required', 'This file needs its password.');
    if (wanted && password !== wanted) throw new ToolFailure('password_wrong', 'The password does not open this file.');
    if (body.trim() === '') throw new ToolFailure('unreadable', 'The file is damaged.');
    const pages = body.split('\f');
    const scanned = (page: number) => pages[page - 1]!.startsWith('(scan)');
    const read = async (page: number): Promise<PageText> => {
      await options.beforePage?.(page);
      if (signal?.aborted) throw new ToolFailure('cancelled', 'Cancelled.', true);
      return { page, text: pages[page - 1]!, source: scanned(page) ? 'ocr' : 'text-layer', confidence: scanned(page) ? 0.9 : null, ...(scanned(page) ? { words: placesOf(pages[page - 1]!) } : {}) };
    };
    await Promise.resolve();
    return {
      opened: { kind: mimeType === 'application/pdf' ? 'pdf' : mimeType.startsWith('image/') ? 'image' : 'docx', pageCount: pages.length },
      readPages: async (from, to) => {
        const out: PageText[] = [];
        for (let page = from; page <= to; page++) out.push(await read(page));
        return out;
      },
      hasTextLayer: async (from, to) => {
        await Promise.resolve();
        for (let page = from; page <= to; page++) if (scanned(page)) return false;
        return true;
      },
      thumbnail: () => Promise.resolve(thumbnailOf(pages[0]!)),
      picture: (page, { mark }) => Promise.resolve(page <= pages.length && !mimeType.includes('word') ? pictureOf(pages[page - 1]!, mark) : null),
      close: () => Promise.resolve(),
    };
  },
  close: () => Promise.resolve(),
});
