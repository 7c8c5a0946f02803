import { ToolFailure } from '@docuvault/core/document-tools.ts';
import { openImage } from './image/image-document.ts';
import { isOle, openDoc } from './office/doc-document.ts';
import { openDocx } from './office/docx-document.ts';
import type { Reader, ReadPicture } from './reader.ts';

/** Opens any document but a PDF (which goes straight into PDFium's memory), by its first bytes; its name and announced type may lie. */
export async function openReader(bytes: Uint8Array, readPicture: ReadPicture): Promise<Reader> {
  if (isOle(bytes)) return openDoc(bytes);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return openDocx(bytes, readPicture);
  if (isPicture(bytes)) return openImage(bytes, readPicture);
  throw new ToolFailure('unreadable', 'This file is not a PDF, picture or Word document that can be read.');
}

/** A PDF by its mark, which readers accept anywhere in the first 1,024 bytes (ISO 32000-1, implementation note 13). */
export function isPdf(start: Uint8Array, mimeType: string): boolean {
  return mimeType === 'application/pdf' || Buffer.from(start.subarray(0, 1024)).includes('%PDF-');
}

function isPicture(bytes: Uint8Array): boolean {
  const is = (at: number, ...values: number[]): boolean => values.every((value, i) => bytes[at + i] === value);
  return is(0, 0xff, 0xd8, 0xff) || is(0, 0x89, 0x50, 0x4e, 0x47) || (is(0, 0x52, 0x49, 0x46, 0x46) && is(8, 0x57, 0x45, 0x42, 0x50));
}
