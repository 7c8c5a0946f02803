import type { PageText } from '@docuvault/core/pages.ts';
import { cleanText } from './clean.ts';
import { foldWord } from './fold.ts';
import { withoutStrayScript } from './stray-script.ts';

/** A word of a line, with its place in the line's text. `key` is the OCR-tolerant key of text/fold.ts. */
export type Token = { key: string; start: number; end: number };
/** A column of a line: what stands between two gaps of two or more spaces, a tab or a bar. */
export type Cell = { text: string; start: number; end: number };
/** `gap`: an empty line or the beginning of a page stands before it. */
export type Line = { page: number; index: number; text: string; cells: Cell[]; tokens: Token[]; ocr: boolean; gap: boolean };

const maxLineLength = 600;
const maxLinesPerPage = 400;
const firstPages = 30;
const lastPages = 3;

/** The pages whose fields are read: the first 30 and the last 3. */
export function pagesToRead(pages: readonly PageText[]): PageText[] {
  if (pages.length <= firstPages + lastPages) return [...pages];
  return [...pages.slice(0, firstPages), ...pages.slice(-lastPages)];
}

function breakLong(line: string): string[] {
  if (line.length <= maxLineLength) return [line];
  const parts: string[] = [];
  for (let at = 0; at < line.length;) {
    let end = Math.min(line.length, at + maxLineLength);
    const space = end < line.length ? line.lastIndexOf(' ', end) : -1;
    if (space > at + maxLineLength / 2) end = space;
    parts.push(line.slice(at, end));
    at = end;
  }
  return parts;
}

/** "I N V O I C E" is "INVOICE": letterspaced headings come apart in text layers and OCR. */
function joinSpaced(line: string): string {
  if (!/(?:^|[^\p{L}\p{N}])\p{L} \p{L} \p{L} \p{L}/u.test(line)) return line;
  return line.replace(/(?<![\p{L}\p{N}\p{M}])\p{L}(?: \p{L}){3,}(?![\p{L}\p{N}\p{M}])/gu, (run) => run.replace(/ /g, ''));
}

const widelySet = 0.36;
const dateApart = /(?<=(?<!\p{L})\p{L}{3,9}\.?) {2,}(\d{1,2}(?:st|nd|rd|th)?),? {2,}(?=\d{4}(?!\d))/gu;

/** Readers take the gaps of widely set type for columns. Where that happens in most of a page, words close up again, and dates everywhere. */
function closeUp(text: string): string {
  const apart = text.match(/(?<=\p{L}[,.]?) {3}(?=\p{L})/gu)?.length ?? 0;
  const near = text.match(/(?<=\p{L}[,.]?) (?=\p{L})/gu)?.length ?? 0;
  const closed = apart >= 8 && apart / (apart + near) >= widelySet ? text.replace(/(?<=\p{L}[,.]?) {3}(?=\p{L})/gu, ' ') : text;
  return closed.replace(dateApart, ' $1, ');
}

/** Columns of a line, split at two or more spaces, tabs and bars. */
export function cellsOf(text: string): Cell[] {
  const cells: Cell[] = [];
  for (const match of text.matchAll(/[^\s|¦│](?:[^\t|¦│ ]| (?! |· ))*/g)) {
    const value = match[0].trimEnd();
    if (value) cells.push({ text: value, start: match.index, end: match.index + value.length });
  }
  return cells;
}

/** Words of a text; "InvoiceNo" is two. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const word = match[0];
    const start = match.index;
    const hump = word.length > 5 ? /^(\p{Lu}?\p{Ll}{2,})(\p{Lu}\p{L}+)$/u.exec(word) : null;
    if (hump?.[1]) {
      const cut = start + hump[1].length;
      tokens.push({ key: foldWord(hump[1]), start, end: cut }, { key: foldWord(word.slice(hump[1].length)), start: cut, end: start + word.length });
    } else tokens.push({ key: foldWord(word), start, end: start + word.length });
  }
  return tokens;
}

/** The non-empty lines of the pages that are read for fields, cleaned, with their columns and words. Linear in the text; long lines are cut at 600 characters and a page at 400 lines. */
export function linesOf(pages: readonly PageText[]): Line[] {
  const lines: Line[] = [];
  for (const page of pagesToRead(pages)) {
    let taken = 0;
    let gap = true;
    const text = cleanText(page.text.slice(0, maxLineLength * maxLinesPerPage));
    for (const raw of (page.source === 'ocr' ? closeUp(withoutStrayScript(text)) : text).split(/\r\n|[\n\r\f\u2028\u2029]/)) {
      if (taken >= maxLinesPerPage) break;
      for (const part of breakLong(raw.trimEnd())) {
        if (!/\S/.test(part)) gap = true;
        if (!/\S/.test(part) || taken >= maxLinesPerPage) continue;
        const text = joinSpaced(part);
        taken += 1;
        lines.push({ page: page.page, index: lines.length, text, cells: cellsOf(text), tokens: tokensOf(text), ocr: page.source === 'ocr', gap });
        gap = false;
      }
    }
  }
  return lines;
}
