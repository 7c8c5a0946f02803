import type { PageText } from '@docuvault/core/pages.ts';
import type { Chunk } from '@docuvault/core/understanding.ts';
import { cleanText } from './text/clean.ts';

const maxWords = 220;
const goodWords = 160;
const overlapWords = 30;
const maxChunks = 2000;
const maxChars = 2400;

type Block = { text: string; words: number; table: boolean };

function countWords(text: string): number {
  let words = 0;
  let inside = false;
  for (let i = 0; i < text.length; i += 1) {
    const space = text.charCodeAt(i) <= 32;
    if (!space && !inside) words += 1;
    inside = !space;
  }
  return words;
}

function looksTabular(line: string): boolean {
  return /\S(?: {2,}|\t+| ?\| ?)\S/.test(line.trim());
}

/** Paragraphs of a page; lines with columns that follow each other stay together as one table. */
function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  let table = false;
  const flush = () => {
    const joined = lines.join('\n').trim();
    if (joined) blocks.push({ text: joined, words: countWords(joined), table });
    lines = [];
  };
  for (const raw of text.split(/\r\n|[\n\r\f]/)) {
    const line = raw.replace(/[ \t]{3,}/g, '  ').trimEnd();
    if (!/\S/.test(line)) {
      if (!table) flush();
      continue;
    }
    const tabular = looksTabular(line);
    if (lines.length > 0 && tabular !== table && lines.length > 1) flush();
    if (lines.length === 0 || tabular) table = tabular;
    lines.push(line.trim());
  }
  flush();
  return blocks;
}

/** Cuts what is too long for one passage: a table at lines, prose at sentences, and what has neither at words or characters. */
function splitBlock(block: Block): string[] {
  if (block.words <= maxWords && block.text.length <= maxChars) return [block.text];
  const units = block.table ? block.text.split('\n') : block.text.replace(/\n/g, ' ').split(/(?<=[.!?।])\s+(?=\S)/);
  const out: string[] = [];
  let current: string[] = [];
  let size = 0;
  let chars = 0;
  const flush = () => {
    if (current.length > 0) out.push(current.join(block.table ? '\n' : ' '));
  };
  for (const unit of units.flatMap(pieces)) {
    const words = countWords(unit);
    if (size > 0 && (size + words > goodWords + overlapWords || chars + unit.length > maxChars - 300)) {
      flush();
      const tail = block.table ? undefined : current.at(-1);
      const tailWords = tail ? countWords(tail) : 0;
      const keep = tail !== undefined && tailWords <= overlapWords && tail.length < 300;
      current = keep ? [tail] : [];
      size = keep ? tailWords : 0;
      chars = keep ? tail.length : 0;
    }
    current.push(unit);
    size += words;
    chars += unit.length + 1;
  }
  flush();
  return out;
}

function pieces(unit: string): string[] {
  if (unit.length <= 1500 && countWords(unit) <= goodWords) return [unit];
  const out: string[] = [];
  let current: string[] = [];
  let chars = 0;
  for (const word of unit.split(/\s+/)) {
    for (let at = 0; at < word.length || at === 0; at += 1500) {
      const part = word.slice(at, at + 1500);
      if (current.length > 0 && (current.length >= goodWords || chars + part.length > 1500)) {
        out.push(current.join(' '));
        current = [];
        chars = 0;
      }
      if (part) current.push(part);
      chars += part.length + 1;
    }
  }
  if (current.length > 0) out.push(current.join(' '));
  return out;
}

/** Passages of one page: neighbouring small blocks are put together up to about 160 words, so that a short form is one passage. */
function passagesOf(text: string): string[] {
  const out: string[] = [];
  let current = '';
  let size = 0;
  for (const block of blocksOf(text)) {
    for (const part of splitBlock(block)) {
      const words = countWords(part);
      if (current && (size + words > maxWords || current.length + part.length > maxChars || (size >= goodWords && words > 20))) {
        out.push(current);
        current = '';
        size = 0;
      }
      current = current ? `${current}\n${part}` : part;
      size += words;
    }
  }
  if (current) out.push(current);
  return out;
}

/**
 * Passages to index: by page and paragraph, at most about 220 words, never across pages, short forms in one, tables
 * together as far as they fit, and a sentence of overlap inside long prose. At most 2,000 for a document: beyond that
 * every page keeps its first passages. Linear in the text.
 */
export function chunk(pages: readonly PageText[]): Chunk[] {
  const perPage = pages.map((page) => ({ page: page.page, passages: passagesOf(cleanText(page.text)) }));
  const total = perPage.reduce((sum, { passages }) => sum + passages.length, 0);
  let quota = Infinity;
  if (total > maxChunks) {
    const counts = perPage.map(({ passages }) => passages.length);
    quota = 1;
    while (counts.reduce((sum, n) => sum + Math.min(n, quota + 1), 0) <= maxChunks) quota += 1;
  }
  const chunks: Chunk[] = [];
  for (const { page, passages } of perPage) {
    for (const text of passages.slice(0, quota)) {
      if (chunks.length >= maxChunks) return chunks;
      chunks.push({ ordinal: chunks.length, page, text });
    }
  }
  return chunks;
}
