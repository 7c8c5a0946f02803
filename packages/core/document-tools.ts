import type { PageText } from './pages.ts';

/** What a file turned out to be once opened. DOC and DOCX have no fixed pages: they are cut at page breaks, else at about 3,000 characters. */
export type OpenedDocument = {
  kind: 'pdf' | 'image' | 'docx' | 'doc';
  pageCount: number;
};

/** Reasons why a file could not be read; they become `processing.<code>` in the document's failure. */
export type ToolFailureCode =
  | 'password_required'
  | 'password_wrong'
  | 'unreadable'
  | 'too_complex'
  | 'timeout'
  | 'out_of_memory'
  | 'cancelled';

/** A file that could not be read, with a sentence a person can act on. `retryable` is true when the same bytes may work later. */
export class ToolFailure extends Error {
  readonly code: ToolFailureCode;
  readonly retryable: boolean;
  constructor(code: ToolFailureCode, message: string, retryable = false) {
    super(message);
    this.name = 'ToolFailure';
    this.code = code;
    this.retryable = retryable;
  }
}

/** `onlyDrawn`: nothing is to be read, so that a picture need not wait for others to be recognised. */
export type OpenOptions = { mimeType: string; password?: string | undefined; signal?: AbortSignal | undefined; onlyDrawn?: boolean };

/** `mark` is text that is to be seen on every part of the picture; its lines are of one script each. */
export type PictureOptions = { maxEdge: number; mark: readonly string[] };

/** One opened file. Calls are made one at a time; `close` frees the memory and is safe to call twice. */
export type DocumentSession = {
  readonly opened: OpenedDocument;
  /** Text of pages `from`..`to` (inclusive, 1-based): the text layer where it is useful, else OCR. A page that cannot be read yields empty text with confidence 0. */
  readPages(from: number, to: number): Promise<PageText[]>;
  /** True when every page in the range has a useful text layer, that is when `readPages` will be fast. */
  hasTextLayer(from: number, to: number): Promise<boolean>;
  /** The first page as WebP, at most `maxEdge` pixels on its longer side (of DOC and DOCX how its text begins); null where there is nothing to show. */
  thumbnail(maxEdge: number): Promise<Uint8Array | null>;
  /** A page (1-based) as JPEG, at most `maxEdge` pixels on its longer side, with `mark` (up to two lines) burned in all over it; null where the format has no picture, or the page is not there. */
  picture(page: number, options: PictureOptions): Promise<Uint8Array | null>;
  close(): Promise<void>;
};

/** Reads documents away from the main thread, in bounded memory and time. */
export type DocumentTools = {
  open(bytes: Uint8Array, options: OpenOptions): Promise<DocumentSession>;
  close(): Promise<void>;
};
