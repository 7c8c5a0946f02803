import { ToolFailure } from '@docuvault/core/document-tools.ts';
import WordExtractor from 'word-extractor';
import { textPicture } from '../image/text-picture.ts';
import type { Reader } from '../reader.ts';
import { cutPages } from './cut-pages.ts';

/** Every OLE compound file begins so ([MS-CFB] 2.2). */
const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** True for the container of DOC files and of DOCX files with a password. */
export function isOle(bytes: Uint8Array): boolean {
  return OLE_SIGNATURE.every((byte, i) => bytes[i] === byte);
}

/** Opens a DOC (Word 97–2003). Failures: unreadable; password_required for it and for an encrypted DOCX, which is an OLE file as well. */
export async function openDoc(bytes: Uint8Array): Promise<Reader> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isProtected(buffer)) {
    throw new ToolFailure('password_required', 'This Word document has a password. Save it without one (File, Info, Protect Document) and upload it again.');
  }
  let text: string;
  try {
    const document = await new WordExtractor().extract(buffer);
    const options = { filterUnicode: false };
    text = [document.getHeaders({ ...options, includeFooters: false }), document.getBody(options), document.getTextboxes(options), document.getFootnotes(options), document.getEndnotes(options)]
      .filter((part) => part.trim() !== '').join('\n');
  } catch {
    throw new ToolFailure('unreadable', 'This file is not a Word document that can be read.');
  }
  const pages = cutPages(text);
  return {
    opened: { kind: 'doc', pageCount: pages.length },
    readPage: (page) => Promise.resolve({ page, text: pages[page - 1] ?? '', source: 'document', confidence: null }),
    hasTextLayer: () => true,
    thumbnail: (maxEdge) => textPicture(pages[0] ?? '', maxEdge),
    picture: () => Promise.resolve(null),
    close: () => undefined,
  };
}

/**
 * An encrypted DOCX holds a stream named EncryptedPackage ([MS-OFFCRYPTO] 2.3.4.4). An encrypted DOC says so in bit 8 of the flags
 * of its FIB ([MS-DOC] 2.5.2), which begins with 0xA5EC at the start of a sector.
 */
function isProtected(buffer: Buffer): boolean {
  if (buffer.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return true;
  for (let at = 512; at + 12 < buffer.length; at += 512) {
    if (buffer.readUInt16LE(at) === 0xa5ec) return (buffer.readUInt16LE(at + 10) & 0x0100) !== 0;
  }
  return false;
}
