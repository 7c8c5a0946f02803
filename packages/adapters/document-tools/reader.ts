import type { OpenedDocument, PictureOptions } from '@docuvault/core/document-tools.ts';
import type { PageText } from '@docuvault/core/pages.ts';
import type { GreyImage } from './ocr/grey-image.ts';
import type { PictureText } from './ocr/read-picture.ts';

/** One kind of document opened inside the child process. Pages are 1-based. */
export type Reader = {
  readonly opened: OpenedDocument;
  readPage(page: number): Promise<PageText>;
  hasTextLayer(page: number): boolean;
  thumbnail(maxEdge: number): Promise<Uint8Array | null>;
  picture(page: number, options: PictureOptions): Promise<Uint8Array | null>;
  close(): void;
};

/** Recognition within the page's time limit; null when it took too long. */
export type ReadPicture = (picture: GreyImage) => Promise<PictureText | null>;
