import { fileTypeFromBuffer } from 'file-type';
import type { AcceptedType } from '@docuvault/contract/upload.ts';
import { typeNotAccepted, uploadMalware } from './document-upload.errors.ts';

/** Enough for every signature that is looked for; a PDF's header may come within the first 1,024 bytes. */
const headSize = 4100;
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The European Institute for Computer Antivirus Research's test file, put together here so that scanners leave this source alone. */
const eicar = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join(''), 'latin1');
/** Name of a DOCX's main part, and of what makes a Word file run code. */
const wordPart = Buffer.from('word/document.xml', 'latin1');
const macroPart = Buffer.from('word/vbaProject.bin', 'latin1');
/** Name of a DOC's main stream, as an OLE2 directory entry writes it ([MS-CFB] 2.6.1: UTF-16LE, entries of 128 bytes). */
const wordStream = Buffer.from('WordDocument\0', 'utf16le');
const overlap = 128;

type Kind = AcceptedType | 'zip' | 'ole2';

const startsWith = (bytes: Buffer, signature: readonly number[], at = 0) => signature.every((byte, i) => bytes[at + i] === byte);

/** Content that would be something else to a browser or a shell, though it may hold a PDF header a little later. */
const looksLikeText = /^(?:\ufeff|\s)*(?:<[a-z!?]|#!|\{|\[)/i;

/** The kind by the first bytes, or null. Sources: ISO 32000-1 annex H.3 note 13 (PDF header), PNG, JFIF, RIFF and [MS-CFB] signatures. */
const kindOfHead = (head: Buffer): Kind | null => {
  if (startsWith(head, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP') return 'image/webp';
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'ole2';
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return 'zip';
  return null;
};

const isPdf = async (head: Buffer): Promise<boolean> => {
  const at = head.subarray(0, 1024).indexOf('%PDF-', 0, 'latin1');
  if (at <= 0) return at === 0;
  if (startsWith(head, [0x4d, 0x5a]) || looksLikeText.test(head.toString('latin1', 0, at))) return false;
  const other = await detected(head);
  return other === null || other === 'application/pdf';
};

const detected = async (head: Buffer): Promise<string | null> => (await fileTypeFromBuffer(head).catch(() => undefined))?.mime ?? null;

/** Watches a file go by and says in the end what it is. */
export type ContentInspector = {
  /** Throws `upload.type_not_accepted` or `upload.malware` as soon as the bytes so far show it. */
  push(part: Uint8Array): Promise<void>;
  /** The type, by content alone. */
  finish(): Promise<AcceptedType>;
};

/** Tells the type from the bytes as they stream past, keeping 4 KB of them at most. */
export const createContentInspector = (): ContentInspector => {
  let head = Buffer.alloc(0);
  let kind: Kind | null = null;
  let tail = Buffer.alloc(0);
  let seen = 0;
  const found = { word: false, macro: false, encrypted: false };

  /** True when the name stands in a ZIP header: 30 bytes after a local one, or 46 after one of the directory (APPNOTE 4.3.7, 4.3.12). */
  const namedInZip = (bytes: Buffer, name: Buffer): boolean => {
    for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1)) {
      if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04], at - 30) || startsWith(bytes, [0x50, 0x4b, 0x01, 0x02], at - 46)) return true;
    }
    return false;
  };
  const streamInOle = (bytes: Buffer, base: number): boolean => {
    for (let at = bytes.indexOf(wordStream); at >= 0; at = bytes.indexOf(wordStream, at + 1)) if ((base + at) % 128 === 0) return true;
    return false;
  };
  const look = (bytes: Buffer, base: number) => {
    if (bytes.includes(eicar)) throw uploadMalware('EICAR-Test-File');
    if (kind === 'zip' || kind === null) {
      found.word ||= namedInZip(bytes, wordPart);
      found.macro ||= namedInZip(bytes, macroPart);
    }
    if (kind === 'ole2' || kind === null) found.word ||= streamInOle(bytes, base);
  };
  const decide = async () => {
    kind = kindOfHead(head) ?? ((await isPdf(head)) ? 'application/pdf' : null);
    if (kind === null) throw typeNotAccepted(await detected(head));
  };

  return {
    push: async (part) => {
      const bytes = Buffer.concat([tail, part]);
      look(bytes, seen - tail.length);
      seen += part.length;
      tail = Buffer.from(bytes.subarray(-overlap));
      if (kind !== null) return;
      head = Buffer.concat([head, part.subarray(0, headSize - head.length)]);
      if (head.length >= headSize) await decide();
    },
    finish: async () => {
      if (kind === null) await decide();
      if (kind === 'zip') {
        if (found.macro) throw typeNotAccepted('application/vnd.ms-word.document.macroenabled.12', 'Word files with macros are not accepted.');
        if (!found.word) throw typeNotAccepted('application/zip');
        return docx;
      }
      if (kind === 'ole2') {
        if (!found.word) throw typeNotAccepted('application/x-cfb');
        return 'application/msword';
      }
      return kind!;
    },
  };
};
