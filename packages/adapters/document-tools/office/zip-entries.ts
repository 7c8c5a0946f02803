import { ToolFailure } from '@docuvault/core/document-tools.ts';
import { inflateRawSync } from 'node:zlib';

/** A file inside a ZIP archive; `read` inflates it, at most `limit` bytes whatever the archive says about its size. */
export type ZipEntry = { name: string; size: number; read(limit?: number): Uint8Array };

const MAX_ENTRIES = 5_000;
const MAX_TOTAL_BYTES = 400_000_000;
/** XML of a book of 3,000 pages is about 30 MB. */
const MAX_ENTRY_BYTES = 64_000_000;

/**
 * Lists a ZIP archive by its central directory (PKWARE APPNOTE 6.3.3, sections 4.3.12 and 4.3.16) without inflating anything.
 * Failures: unreadable; too_complex for thousands of entries, for more than 400 MB announced, and while inflating more than was announced.
 */
export function listZip(bytes: Uint8Array): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MAX_ENTRIES || count === 0xffff) throw tooComplex();
  const entries = new Map<string, ZipEntry>();
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw unreadable();
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const header = view.getUint32(at + 42, true);
    const name = Buffer.from(bytes.buffer, bytes.byteOffset + at + 46, Math.min(nameLength, bytes.length - at - 46)).toString('utf8');
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    total += size;
    if (total > MAX_TOTAL_BYTES || size > MAX_ENTRY_BYTES) throw tooComplex();
    entries.set(name, { name, size, read: (limit = MAX_ENTRY_BYTES) => inflate(bytes, view, { header, packed, method, flags }, Math.min(limit, MAX_ENTRY_BYTES)) });
  }
  return entries;
}

function inflate(bytes: Uint8Array, view: DataView, entry: { header: number; packed: number; method: number; flags: number }, limit: number): Uint8Array {
  if (entry.flags & 1) throw new ToolFailure('password_required', 'This document is protected. Save it without a password and upload it again.');
  if (entry.header + 30 > bytes.length || view.getUint32(entry.header, true) !== 0x04034b50) throw unreadable();
  const start = entry.header + 30 + view.getUint16(entry.header + 26, true) + view.getUint16(entry.header + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw unreadable();
  try {
    return inflateRawSync(packed, { maxOutputLength: limit });
  } catch (error) {
    throw (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? tooComplex() : unreadable();
  }
}

/** The end-of-central-directory record is the last thing in the file, followed by a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw unreadable();
}

function tooComplex(): ToolFailure {
  return new ToolFailure('too_complex', 'This document unpacks to far more than a document should hold, and was not opened.');
}

function unreadable(): ToolFailure {
  return new ToolFailure('unreadable', 'This Word document is damaged or incomplete.');
}
