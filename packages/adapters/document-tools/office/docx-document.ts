import { ToolFailure } from '@docuvault/core/document-tools.ts';
import sharp from 'sharp';
import { checkSize, decodeForReading, tookTooLong } from '../image/image-document.ts';
import { textPicture } from '../image/text-picture.ts';
import type { Reader, ReadPicture } from '../reader.ts';
import { cutPages } from './cut-pages.ts';
import { wordText } from './word-xml.ts';
import { listZip, type ZipEntry } from './zip-entries.ts';

/** Fewer letters than this beside pictures: a scan pasted into Word. */
const HARDLY_ANY_TEXT = 60;
const MAX_PICTURES = 60;

/**
 * Opens a DOCX. Headers come first, then the body, footnotes, endnotes and footers. When it has hardly any text but pictures, each
 * picture is a page and is read as a scan. Failures: unreadable, too_complex, password_required.
 */
export function openDocx(bytes: Uint8Array, readPicture: ReadPicture): Reader {
  const entries = listZip(bytes);
  const body = entries.get(mainPart(entries));
  if (!body) throw new ToolFailure('unreadable', 'This file is not a Word document that can be read.');
  const text = [...parts(entries, /^word\/header\d*\.xml$/), body, ...parts(entries, /^word\/(?:foot|end)notes\.xml$/), ...parts(entries, /^word\/footer\d*\.xml$/)]
    .map((entry) => wordText(decodeXml(entry.read()))).filter((part, i, all) => part.trim() !== '' && all.indexOf(part) === i).join('\n');
  const letters = (text.match(/[\p{L}\p{N}]/gu) ?? []).length;
  const pictures = letters < HARDLY_ANY_TEXT ? parts(entries, /^word\/media\/[^/]+\.(?:jpe?g|png|webp)$/i).slice(0, MAX_PICTURES) : [];
  if (pictures.length > 0) return scansInWord(text, pictures, readPicture);
  const pages = cutPages(text);
  return {
    opened: { kind: 'docx', pageCount: pages.length },
    readPage: (page) => Promise.resolve({ page, text: pages[page - 1] ?? '', source: 'document', confidence: null }),
    hasTextLayer: () => true,
    thumbnail: (maxEdge) => textPicture(pages[0] ?? '', maxEdge),
    picture: () => Promise.resolve(null),
    close: () => undefined,
  };
}

function scansInWord(text: string, pictures: readonly ZipEntry[], readPicture: ReadPicture): Reader {
  const [typed = ''] = cutPages(text);
  return {
    opened: { kind: 'docx', pageCount: pictures.length },
    async readPage(page) {
      const bytes = pictures[page - 1]!.read();
      await checkSize(bytes);
      const read = await readPicture(await decodeForReading(sharp(bytes, { failOn: 'none', limitInputPixels: 250_000_000 }).autoOrient()));
      if (!read) throw tookTooLong();
      const both = [page === 1 ? typed : '', read.text].filter((part) => part !== '').join('\n\n');
      return { page, text: both, source: 'ocr', confidence: read.confidence };
    },
    hasTextLayer: () => false,
    thumbnail: () => Promise.resolve(null),
    picture: () => Promise.resolve(null),
    close: () => undefined,
  };
}

/** The main part is named by the package's relationships; nearly always word/document.xml. */
function mainPart(entries: Map<string, ZipEntry>): string {
  const relations = entries.get('_rels/.rels');
  const xml = relations ? decodeXml(relations.read(1_000_000)) : '';
  const relation = [...xml.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => tag).find((tag) => /Type\s*=\s*["'][^"']*\/officeDocument["']/.test(tag));
  const target = relation ? /Target\s*=\s*["']\/?([^"']+)["']/.exec(relation)?.[1] : undefined;
  return target && entries.has(target) ? target : 'word/document.xml';
}

function parts(entries: Map<string, ZipEntry>, name: RegExp): ZipEntry[] {
  return [...entries.values()].filter((entry) => name.test(entry.name))
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}

/** XML parts are UTF-8, or UTF-16 with its mark. */
function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}
