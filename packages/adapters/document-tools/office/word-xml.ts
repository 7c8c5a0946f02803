/** Where a page ends, in the text that `wordText` returns. */
export const PAGE_BREAK = '\f';

/** Elements whose text is not part of what a reader sees: deleted text, field codes, and the second copy of a text box. */
const HIDDEN = new Set(['w:del', 'w:moveFrom', 'w:instrText', 'w:delText', 'mc:Fallback']);
const CELL = '   ';
const MAX_DEPTH = 2_000;

/**
 * The text of a WordprocessingML part (ECMA-376 Part 1, §17) as lines: a paragraph a line, a table row a line with its cells three
 * spaces apart, page breaks as PAGE_BREAK, both those that the author set and those that Word remembers from its last layout.
 * Reads tags one after the other instead of building a tree, so that memory stays at a few times the text.
 */
export function wordText(xml: string): string {
  const out: string[] = [];
  /** Rows being gathered, the innermost last: tables stand inside cells of tables. */
  const rows: { cells: string[]; cell: string }[] = [];
  let paragraph = '';
  let hidden = 0;
  let depth = 0;
  let inText = false;
  const endParagraph = (): void => {
    const row = rows.at(-1);
    if (row) {
      const text = paragraph.replaceAll(PAGE_BREAK, '').trim();
      if (text !== '') row.cell += (row.cell === '' ? '' : ' ') + text;
    } else out.push(paragraph);
    paragraph = '';
  };
  const tags = /<(\/?)([A-Za-z][\w.-]*(?::[\w.-]+)?)([^<>]*)>|([^<]+)/g;
  for (let match = tags.exec(xml); match; match = tags.exec(xml)) {
    const [, slash, name = '', attributes = '', text] = match;
    if (text !== undefined) {
      if (inText && hidden === 0) paragraph += decodeEntities(text);
      continue;
    }
    const closing = slash === '/';
    const empty = attributes.endsWith('/');
    if (!closing && !empty && ++depth > MAX_DEPTH) break;
    if (closing) depth--;
    if (HIDDEN.has(name)) {
      if (closing) hidden = Math.max(0, hidden - 1);
      else if (!empty) hidden++;
      continue;
    }
    if (name === 'w:t') inText = !closing && !empty;
    if (hidden > 0) continue;
    switch (name) {
      case 'w:p': if (closing || empty) endParagraph(); else if (paragraph !== '' && rows.length === 0) endParagraph(); break;
      case 'w:tab': if (!insideTabStops(attributes)) paragraph += CELL; break;
      case 'w:cr': paragraph += '\n'; break;
      case 'w:br': if (!closing) paragraph += /w:type\s*=\s*["']page/.test(attributes) ? PAGE_BREAK : '\n'; break;
      case 'w:lastRenderedPageBreak': paragraph += PAGE_BREAK; break;
      case 'w:noBreakHyphen': paragraph += '-'; break;
      case 'w:tr': if (closing) endRow(rows, out); else if (!empty) rows.push({ cells: [], cell: '' }); break;
      case 'w:tc': {
        const row = rows.at(-1);
        if (closing && row) { row.cells.push(row.cell); row.cell = ''; }
        break;
      }
      default: break;
    }
  }
  if (paragraph !== '') endParagraph();
  return out.join('\n');
}

function endRow(rows: { cells: string[]; cell: string }[], out: string[]): void {
  const row = rows.pop();
  if (!row) return;
  const line = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '').join(CELL);
  const outer = rows.at(-1);
  if (outer) { if (line !== '') outer.cell += (outer.cell === '' ? '' : ' ') + line; }
  else if (line !== '') out.push(line);
}

/** `w:tab` is both a tab in the text and, with attributes, the definition of a tab stop. */
function insideTabStops(attributes: string): boolean {
  return /w:(?:val|pos)\s*=/.test(attributes);
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five named entities of XML and numeric references; no others exist without a DTD, and DTDs are not read. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\w+));/g, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
