import { wordsOf } from '../question/words.ts';
import { placeCells, shapeOf } from './columns.ts';
import { isSpread, type Segment } from './segments.ts';

type Cell = { text: string; start: number; end: number };
type Row = { cells: Cell[]; blank: boolean };

const rowsOf = (text: string): Row[] => {
  const rows: Row[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const cells: Cell[] = [];
    if (isSpread(line)) cells.push({ text: line.trim(), start: at + line.length - line.trimStart().length, end: at + line.trimEnd().length });
    else for (const match of line.matchAll(/[^\s|]+(?: [^\s|]+)*/gu)) cells.push({ text: match[0], start: at + match.index, end: at + match.index + match[0].length });
    rows.push({ cells, blank: cells.length === 0 });
    at += line.length + 1;
  }
  return rows;
};

/** True for a caption of a form: a few words, no figures but in "9(b)" or "6-month", and no sentence. */
const isLabel = (text: string): boolean => {
  const bare = text.replace(/^\d{1,2}\s?[.)]?\s?(?:\([a-z]\))?\s*/u, '');
  const letters = bare.replace(/[^\p{L}\p{M}]/gu, '').length;
  return letters >= 2 && letters >= bare.replace(/\s/g, '').length * 0.6 && bare.length <= 60 && !/\d{3}|^\d+\p{L}/u.test(bare) && !/[.;]$/.test(bare.replace(/\b(?:no|nr|regn|reg|amt)\.$/i, '')) && bare.split(/\s+/).length <= 8;
};

/** True for what forms print as a caption themselves, which is nobody's value. */
export const isCaption = (text: string): boolean => !/\d/.test(text) && text.length <= 60 && /(?:^|\/ ?|\b)(?:date of|place of|name of|father['’]s name|mother['’]s name|given names?|surname|nationality|country code|passport no|file no|policy n[o°]|signature|authority)\b[^:]*$/i.test(text);

/** True for a column's name, which may be the name of a thing: "F-150". */
const isColumn = (text: string): boolean => isLabel(text) || (/^\p{L}/u.test(text) && text.length <= 14 && !/^(?:day|figure)$/.test(shapeOf(text)));

/** The cells that tell what a row is about: its first words, and what stands beside them where they are a mere code. */
const keysOf = (row: readonly Cell[]): Cell[] => {
  const at = Math.max(0, row.findIndex((cell) => /\p{L}{2}/u.test(cell.text)));
  const beside = row[at + 1];
  return row[at]!.text.length <= 5 && beside && row.length > at + 2 && shapeOf(beside.text) === 'text' ? [row[at]!, beside] : [row[at]!];
};

/** Captions that stand before a code without a colon. */
const beforeCode = /^(iban|bic|swift|btw|vat|ust-?id(?:-?nr)?|tel|telefon|phone|mobile|fax|kto-?nr|gstin|pan|cin|ifsc|siret|siren|tva|cif|nif|tin|kvk|steuer-?nr|kunden-?nr|rechnungs-?nr)\.? +((?=.*\d).{4,30})$/i;

/** How letters close; the name of the one who signs stands below. */
const closing = /^(?:(?:with |my |best |kind |warm |many )*regards|yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|mit freundlichen gr(?:ü|ue)(?:ß|ss)en|cordialement|atentamente|met vriendelijke groet(?:en)?|atenciosamente|cordiali saluti)[,.]?$/i;

/** True for a row of captions over a row of values. */
const isHead = (cells: readonly Cell[], next: Row | undefined): boolean =>
  cells.length >= 2 && next?.cells.length === cells.length && cells.every((cell) => isLabel(cell.text)) && /\d/.test(next.cells[0]!.text) && !isLabel(next.cells[0]!.text);

const mostRows = 400;

/**
 * Captions and their values, as forms set them: side by side, one below the other, or at the crossing of a table's row
 * and column. `text` is "caption: value"; `start` and `end` span both where they stand in the page.
 */
export const pairsOf = (page: number, text: string, headingOf: (at: number) => string): Segment[] => {
  const pairs: Segment[] = [];
  const rows = rowsOf(text).slice(0, mostRows);
  const add = (label: string, value: Cell, from: number, to: number, column?: string) => {
    const caption = label.replace(/\s*[:：]\s*$/, '').trim();
    const said = value.text.replace(/^[:：]\s*/, '').trim();
    if (!caption || !/[\p{L}\p{N}]/u.test(said) || said.length > 160 || isCaption(said)) return;
    const shown = `${caption}: ${said}`;
    const heading = headingOf(from);
    pairs.push({
      page, start: from, end: to, text: shown, stems: new Set(wordsOf(shown).map((word) => word.stem)), heading, headingStems: new Set(wordsOf(heading).map((word) => word.stem)),
      form: true, opening: false, above: '', table: '', label: caption, value: said, ...(column === undefined ? {} : { column }),
    });
  };
  rows.forEach((row, i) => {
    const { cells } = row;
    const nextAt = rows.findIndex((other, j) => j > i && !other.blank);
    const next = nextAt > 0 && nextAt <= i + 2 ? rows[nextAt] : undefined;
    const head = isHead(cells, next);
    const signs = next && cells.length === 1 && closing.test(cells[0]!.text) ? next.cells : [];
    if (signs.length === 1 && /^\p{Lu}[^\d,;:]*$/u.test(signs[0]!.text) && signs[0]!.text.split(' ').length <= 5) add('Signed', signs[0]!, cells[0]!.start, signs[0]!.end);
    cells.forEach((cell, c) => {
      const code = beforeCode.exec(cell.text);
      if (code) add(code[1]!, { ...cell, text: code[2]! }, cell.start, cell.end);
      const beside = cells[c + 1];
      const colon = /^(.{2,45}?)\s?[:：]\s+(\S.*)$/u.exec(cell.text);
      if (colon && isLabel(colon[1]!)) add(colon[1]!, { ...cell, text: colon[2]! }, cell.start, cell.end);
      if (!isLabel(cell.text) || colon) return;
      if (beside && !head && (/[:：]$/.test(cell.text) || !isLabel(beside.text) || c === 0 || c % 2 === 0)) add(cell.text, beside, cell.start, beside.end);
      const below = next && (next.cells.length === cells.length ? next.cells[c] : next.cells.length > cells.length && c === 0 ? next.cells[0] : undefined);
      if (below && (!beside || isLabel(beside.text)) && !/[:：]\s+\S/.test(below.text)) add(cell.text, below, Math.min(cell.start, below.start), Math.max(cell.end, below.end));
    });
    if (cells.length < 2 || !isLabel(cells[0]!.text) || !cells.every((cell) => isColumn(cell.text))) return;
    const body: Row[] = [];
    for (let j = i + 1, missed = 0; j < rows.length && j <= i + 14 && missed < 2; j += 1) {
      const row = rows[j]!;
      if (row.cells.length < 2) { missed += 1; continue; }
      if (row.cells.length > cells.length || row.cells.every((cell) => isLabel(cell.text))) break;
      missed = 0;
      body.push(row);
    }
    placeCells(body.map((row) => row.cells.map((cell) => cell.text)), cells.length).forEach((places, j) => {
      const row = body[j]!.cells;
      const keys = keysOf(row);
      places?.forEach((column, c) => {
        if (!keys.includes(row[c]!)) add(`${keys.map((key) => key.text).join(' ')} ${cells[column]!.text}`, row[c]!, row[0]!.start, row.at(-1)!.end, cells[column]!.text);
      });
    });
  });
  return pairs;
};
