import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import type { Reading } from '../reading.ts';
import type { Line } from '../text/lines.ts';
import { startsWithTitle } from '../names/person.ts';
import { labelsIn, type Label } from './labels.ts';
import type { Rule } from './rule.ts';
import { moneyOf, readValue, type Value } from './values.ts';

/** A value that may be a field's, with the reason to believe it. */
export type Candidate = {
  field: string;
  value: string;
  second?: string | undefined;
  currency?: string | null | undefined;
  confidence: number;
  page: number;
  line: number;
  start: number;
  weight: number;
  label: string;
};

type Row = { line: Line; labels: Label[]; only: boolean };

const tableHead = /description|narration|particulars|details|omschrijving|concepto|descripci|bezeichnung|verwendungszweck|buchung|libell|d[ée]signation|transaction|item|balance|amount|movimiento|descrizione/iu;
const born = /(?:born|geb(?:oren|\.)?|(?<!\p{L})née?|nacid[oa]|(?<!\p{L})nat[oa]|जन्म|birth)[^.;:]{0,30}$/iu;
const paying = /überweis|uberweis|iberweis|zahl|betal|begleich|régl|\bpay\b|payer|abonar|versement/iu;
// The second half of a caption in two scripts ("Due Date / देय तिथि") is no value.
const emptyRegion = /^(?:[\s:./|,;()*#>–—-]|\((?:[^)\d]{0,30}|\d{1,2})\))*(?:\s?\/\s?[\p{Script=Devanagari}\p{M}][\p{Script=Devanagari}\p{M} .]*[\s:]*)?$/u;
const prosePapers: ReadonlySet<DocumentType> = new Set(['lease', 'loan_agreement', 'property_deed', 'contract', 'will', 'power_of_attorney', 'insurance_policy', 'degree_certificate', 'marriage_certificate', 'birth_certificate', 'warranty', 'receipt']);

function boundary(label: Label, labels: readonly Label[]): Label | undefined {
  return labels.find((next) => next.start >= label.end && (next.colon || next.words >= 2 || next.opening));
}

/** Candidates found by labels: behind the label, under it in its column, or in a block of values after a block of labels. */
export function labelledCandidates(reading: Reading, type: DocumentType): Candidate[] {
  const rows: Row[] = reading.lines.map((line) => {
    const labels = labelsIn(line, type);
    const [first] = labels;
    const only = first !== undefined && first.opening && labels.length === 1 && emptyRegion.test(line.text.slice(0, first.start)) && emptyRegion.test(line.text.slice(first.end));
    return { line, labels, only };
  });
  const out: Candidate[] = [];
  const inBlock = readBlocks(rows, reading, out);
  rows.forEach((row, at) => {
    for (const label of row.labels) {
      if (!inBlock.has(at)) readLabel(label, row, at, rows, reading, type, out);
    }
  });
  return out;
}

function push(out: Candidate[], label: Label, rule: Rule, value: Value, base: number, line: Line): void {
  const weight = rule.weight ?? 1;
  const confidence = Math.min(0.93, base * weight * value.quality * (line.ocr ? 0.97 : 1) * (line.page > 4 ? 0.95 : 1));
  const shared = { confidence, page: line.page, line: line.index, start: label.start, weight, label: label.line.text.slice(label.start, label.end).toLowerCase() };
  if (value.second !== undefined) {
    out.push({ ...shared, field: 'startDate', value: value.value, second: value.second });
    out.push({ ...shared, field: 'endDate', value: value.second });
  } else out.push({ ...shared, field: rule.field, value: value.value, currency: value.currency });
}

function readLabel(label: Label, row: Row, at: number, rows: readonly Row[], reading: Reading, type: DocumentType, out: Candidate[]): void {
  let next = boundary(label, row.labels);
  const text = row.line.text;
  // "Jahresbeitrag inkl. 19 % Versicherungsteuer: 68,43": a word that only ends values stands inside the label's own column.
  if (next && !next.opening && label.rules.some(({ kind }) => kind === 'amount') && (next.rules.every(({ kind }) => kind === 'stop') || (next.rules.some(({ kind }) => kind === 'date') && /^\s+(?:by|before|on|within|till|upto|up to)\s+$/iu.test(text.slice(label.end, next.start)))) && moneyOf(text.slice(label.end, next.start), reading).length === 0) {
    next = boundary(next, row.labels);
  }
  // "Period of Insurance From: … To: …": the labels inside a period are part of it.
  if (label.rules.some(({ kind }) => kind === 'period')) while (next && (next.rules.some(({ field }) => field === 'startDate' || field === 'endDate') || /^(?:from|to|von|vom|bis|du|au|del|al|desde|hasta)$/iu.test(text.slice(next.start, next.end)))) next = boundary(next, row.labels);
  const region = text.slice(label.end, next?.start ?? text.length);
  // "Date of contravention" is a date of something else.
  if (label.words === 1 && /^\s+(?:of|du|de|des|der|del|van|di)\s+\p{L}/iu.test(region) && label.rules.some(({ kind, field }) => kind === 'date' && field === 'issueDate')) return;
  // "Amount payable after due date" is what it costs to be late.
  if (label.rules.some(({ field }) => field === 'totalAmount') && /^\s+(?:if paid )?(?:after|beyond)\b/iu.test(region)) return;
  const sure = label.colon || label.opening;
  // Compounds ("Seriennummer", "Rechnungsdatum") say as much as two words.
  const telling = label.words >= 2 || label.end - label.start >= 10;
  const usable = sure || telling || prosePapers.has(type);
  const cell = row.line.cells.find((part) => part.start <= label.start && part.end >= label.end);
  const fillsCell = cell !== undefined && emptyRegion.test(text.slice(label.end, cell.end));
  const empty = emptyRegion.test(region);
  for (const rule of label.rules) {
    if (rule.kind === 'stop') continue;
    // In a row of captions what stands in the next column is another caption: "PLATE NO   PERMIT NO   EXPIRY".
    const headed = fillsCell && row.line.cells.length > 2 && rule.kind === 'id' && !/\d/u.test(row.line.text);
    if (empty || headed) {
      // "Surname / Nom" is one label in two languages: the second half reads the value.
      if (next && /^[\s:/|()]*$/u.test(region) && next.rules.some((other) => other.field === rule.field) && !/ {2,}/.test(region)) continue;
      const before = out.length;
      if (usable) readUnder(label, rule, row, at, rows, reading, out);
      if (usable && out.length === before && ['surname', 'givenName', 'holderName', 'dateOfBirth'].includes(rule.field)) readAbove(label, rule, row, at, rows, reading, out);
      continue;
    }
    // Lines run on: the last words of a line of prose may be a label whose value begins the next line.
    const value = readValue(region, rule, reading) ?? (next === undefined && row.line.cells.length === 1 && region.trim().length < 28 && prosePapers.has(type) && rows[at + 1]?.line.page === row.line.page && rule.kind !== 'text' && rule.kind !== 'id'
      ? readValue(`${region} ${rows[at + 1]?.line.text ?? ''}`, rule, reading) : null) ?? (rule.kind === 'period' ? brokenPeriod(region, rule, rows[at + 1], row, reading) : null);
    const gap = region.replace(/^[\s:./|,;*#>–—-]+/u, '');
    const immediate = rule.kind === 'date' && /^(?:\p{L}{0,3}\s)?[\d\p{L}]/u.test(gap) && value !== null && value.quality > 0.9;
    // "Bitte überweisen Sie den Betrag bis zum 04.02.2019" ends no term.
    if (value && rule.kind === 'date' && (rule.field === 'endDate' || rule.field === 'startDate') && !label.opening && paying.test(text.slice(0, label.start))) continue;
    // "Rs. 2,00,000 interest free refundable deposit" belongs to the label behind it.
    if (value && rule.field === 'totalAmount' && next && !next.colon && !next.opening && /\d[\d.,/-]*\s*$/u.test(region) && next.rules.some(({ field }) => field === 'depositAmount')) continue;
    // "owner Mr Piotr Zielinski": a courtesy title proves the name behind its role.
    const titled = (rule.kind === 'person' || rule.kind === 'party') && /^\s/u.test(region) && startsWithTitle(region.trim()) && value !== null;
    if (value && (usable || immediate || titled)) {
      const base = label.colon ? 0.9 : label.opening ? 0.87 : telling ? 0.82 : immediate ? 0.62 : titled ? 0.74 : 0.5;
      // A single lower-case word inside prose ("rent", "date") is weak, and names behind it are weaker.
      const weak = !sure && !titled && !(telling && rule.kind === 'id') && (rule.kind === 'person' || rule.kind === 'party' || rule.kind === 'text' || rule.kind === 'id') ? 0.72 : 1;
      // "geboren te Haarlem op 3 juli 1949": what follows a birth is a birth date, whatever the label says.
      const birth = rule.kind === 'date' && rule.field !== 'dateOfBirth' && born.test(text.slice(Math.max(0, label.start - 40), label.start));
      push(out, label, birth ? { ...rule, field: 'dateOfBirth' } : rule, value, base * weak, row.line);
    } else if (fillsCell && usable) readUnder(label, rule, row, at, rows, reading, out);
  }
}

/** "From 17/04/2026 00:00 hrs to" and, on the next line, "midnight of 16/04/2027". */
function brokenPeriod(region: string, rule: Rule, next: Row | undefined, row: Row, reading: Reading): Value | null {
  const cell = region.split(/ {3,}/).find((part) => /\p{L}|\d/u.test(part)) ?? '';
  if (!next || next.line.page !== row.line.page || !/(?:\bto|until|till|through|bis|au|al|hasta|[-–])\s*$/iu.test(cell.trim())) return null;
  return readValue(`${cell} ${next.line.text}`, rule, reading);
}

/** Labels of a row as columns: the first half of a bilingual label ("Surname / Nom") is no column of its own. */
function columnsOf(row: Row): Label[] {
  return row.labels.filter((label, i) => {
    const next = row.labels[i + 1];
    return !next || !/^[\s:/|()]*$/u.test(row.line.text.slice(label.end, next.start)) || / {2,}/.test(row.line.text.slice(label.end, next.start))
      || !next.rules.some((other) => label.rules.some(({ field }) => field === other.field));
  });
}

/** The value in the label's column on one of the next lines: the same place in a row of as many columns, else what stands below it. */
function readUnder(label: Label, rule: Rule, row: Row, at: number, rows: readonly Row[], reading: Reading, out: Candidate[]): void {
  const { line } = row;
  const own = line.cells.findIndex((part) => part.start <= label.start && part.end > label.start);
  const cell = line.cells[own];
  if (!cell) return;
  const columns = columnsOf(row);
  // The date column of a table of entries is not the document's date.
  if (rule.field === 'issueDate' && line.cells.length + columns.length > 4 && tableHead.test(line.text) && label.words === 1) return;
  // Readers that give every gap the same width keep the order of columns, not their place.
  const placed = line.cells.some((part, i) => i > 0 && part.start - (line.cells[i - 1]?.end ?? 0) > 3);
  const from = own === 0 ? 0 : Math.max(cell.start - 3, (line.cells[own - 1]?.end ?? 0) + 1);
  const to = line.cells[own + 1] ? Math.max(cell.end, (line.cells[own + 1]?.start ?? 0) - 1) : Infinity;
  for (let step = 1; step <= 2; step += 1) {
    const below = rows[at + step];
    if (!below || below.line.page !== line.page) return;
    const cells = below.line.cells;
    const starting = (start: number) => below.labels.some((other) => other.start >= start && other.start <= start + 3 && (other.colon || below.only));
    let target: { start: number; end: number } | undefined;
    const heads = line.cells.filter((part) => row.labels.some((other) => other.start >= part.start && other.end <= part.end && emptyRegion.test(line.text.slice(other.end, part.end))));
    if (cells.length === line.cells.length) target = cells[own];
    else if (!placed && heads.length > 1 && cells.length === heads.length) target = cells[heads.indexOf(cell)];
    else if (placed && cells.length > 1) {
      target = cells.filter((part) => part.start < to && part.end > from && part.start >= from - 1).sort((a, b) => Math.abs(a.start - cell.start) - Math.abs(b.start - cell.start))[0]
        ?? cells.find((part) => part.end > cell.start && part.start < cell.end);
      if (!target) continue;
    } else if (line.cells.length === 1 && columns.length === 1) [target] = cells;
    if (line.cells.length === 1 && columns.length > 1) target = undefined;
    if (target && starting(target.start)) return;
    const value = target ? readValue(below.line.text.slice(target.start, target.end), rule, reading) : zip(label, rule, below, columns, reading);
    if (value) {
      push(out, label, rule, value, (step === 1 ? 0.84 : 0.7) * (label.opening ? 1 : 0.9) * (target ? 1 : 0.88), below.line);
      return;
    }
    // More values than labels: the last column is still the last, and a kind that only one cell can be is told by it.
    if (!value && cells.length > line.cells.length && line.cells.length > 1 && (rule.kind === 'person' || rule.kind === 'date')) {
      const last = own === line.cells.length - 1 ? cells.at(-1) : undefined;
      const ends = last ? readValue(last.text, rule, reading) : null;
      if (ends) {
        push(out, label, rule, ends, 0.72, below.line);
        return;
      }
    }
    if (!target && line.cells.length > 1) {
      const other = zip(label, rule, below, columns, reading);
      if (other) push(out, label, rule, other, 0.68, below.line);
    }
    if (rule.kind !== 'person' && rule.kind !== 'date' && rule.kind !== 'party') return;
  }
}

/** Forms that print their captions under the lines to fill: the value stands above, in a row of as many columns that is no row of captions itself. */
function readAbove(label: Label, rule: Rule, row: Row, at: number, rows: readonly Row[], reading: Reading, out: Candidate[]): void {
  const above = rows[at - 1];
  const own = row.line.cells.findIndex((part) => part.start <= label.start && part.end > label.start);
  const target = above?.line.cells[own];
  const captions = row.line.cells.every((part) => row.labels.some((other) => other.start >= part.start && other.end <= part.end) || part.text.length < 4);
  if (!above || !target || above.line.page !== row.line.page || !captions || row.line.cells.length < 2 || above.line.cells.length !== row.line.cells.length) return;
  if (above.labels.some((other) => other.start >= target.start && other.end <= target.end) || rows[at - 2]?.labels.some((other) => other.opening && Math.abs(other.start - target.start) < 3)) return;
  const value = readValue(target.text, rule, reading);
  if (value) push(out, label, rule, value, 0.7, above.line);
}

/** A row of labels over a row of values whose gaps do not match: the second date belongs to the second date label. */
function zip(label: Label, rule: Rule, below: Row, columns: readonly Label[], reading: Reading): Value | null {
  const same = columns.filter((other) => other.rules.some(({ kind }) => kind === rule.kind));
  const place = same.indexOf(label);
  const text = below.line.text;
  if (place < 0) return null;
  if (rule.kind === 'date') {
    const dates = reading.datesOf(below.line);
    const hit = dates.length === same.length || (same.length === 1 && columns.length > 1) ? dates[place] : undefined;
    return hit ? { value: hit.iso, quality: 1 } : null;
  }
  if (rule.kind === 'amount') {
    const money = moneyOf(text, reading);
    const hit = money.length === same.length ? money[place] : undefined;
    return hit ? readValue(text.slice(hit.start, hit.end), rule, reading) : null;
  }
  if (below.labels[0]?.colon && below.labels[0].opening) return null;
  if (label === columns[0]) return readValue(text, rule, reading);
  const words = text.split(/\s+/);
  if (rule.kind === 'id' && label === columns.at(-1)) return readValue(words.at(-1) ?? '', rule, reading);
  return rule.kind === 'id' && words.length === columns.length ? readValue(words[columns.indexOf(label)] ?? '', rule, reading) : null;
}

/** Columns that were read one after the other: a block of labels, then a block of as many values. Returns the lines that it has claimed. */
function readBlocks(rows: readonly Row[], reading: Reading, out: Candidate[]): Set<number> {
  const claimed = new Set<number>();
  for (let i = 0; i < rows.length; i += 1) {
    let n = 0;
    while (rows[i + n]?.only && rows[i + n]?.line.page === rows[i]?.line.page) n += 1;
    if (n < 2) continue;
    const found: [Label, Rule, Value, Line][] = [];
    let wanted = 0;
    for (let k = 0; k < n; k += 1) {
      const label = rows[i + k]?.labels[0];
      const valueRow = rows[i + n + k];
      const rule = label?.rules.find(({ kind }) => kind !== 'stop');
      if (!label || !rule) continue;
      wanted += 1;
      if (!valueRow || valueRow.labels[0]?.colon) continue;
      const value = readValue(valueRow.line.text, rule, reading);
      if (value) found.push([label, rule, value, valueRow.line]);
    }
    if (wanted >= 2 && found.length >= 2 && found.length >= wanted * 0.75) {
      for (const [label, rule, value, line] of found) push(out, label, rule, value, 0.68, line);
      for (let k = 0; k < n; k += 1) claimed.add(i + k);
    }
    i += n - 1;
  }
  return claimed;
}
