import { isoDate } from './dates/calendar.ts';

/** What a machine readable zone says (ICAO 9303). Dates are ISO; `checks` counts the check digits that hold, of `checksTotal`. */
export type Mrz = {
  format: 'TD1' | 'TD2' | 'TD3' | 'MRV-A' | 'MRV-B';
  documentCode: string;
  issuingCountry: string;
  documentNumber: string;
  surname: string;
  givenNames: string;
  nationality: string;
  dateOfBirth: string | null;
  sex: 'M' | 'F' | 'X' | null;
  expiryDate: string | null;
  personalNumber: string;
  checks: number;
  checksTotal: number;
  /** Each check on its own, because a damaged name must not spoil a proven number. */
  valid: { documentNumber: boolean; dateOfBirth: boolean; expiryDate: boolean; composite: boolean };
};

const asDigit: Record<string, string> = { O: '0', Q: '0', D: '0', I: '1', L: '1', Z: '2', S: '5', G: '6', B: '8', T: '7', A: '4' };
const asLetter: Record<string, string> = { 0: 'O', 1: 'I', 2: 'Z', 5: 'S', 6: 'G', 8: 'B', 4: 'A' };

/** Check digit with weights 7, 3, 1 (ICAO 9303-3 §4.9). */
export function mrzCheckDigit(text: string): string {
  const weights = [7, 3, 1];
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charCodeAt(i);
    const value = char >= 48 && char <= 57 ? char - 48 : char >= 65 && char <= 90 ? char - 55 : 0;
    sum += value * (weights[i % 3] ?? 0);
  }
  return String(sum % 10);
}

const digitsOf = (text: string) => text.replace(/[A-Z]/g, (char) => asDigit[char] ?? char);
const lettersOf = (text: string) => text.replace(/\d/g, (char) => asLetter[char] ?? char);

/** A line as it may have been meant, or null when it cannot be part of a zone. */
function zoneLine(raw: string): string | null {
  // Prose has lower case; a zone has a few letters misread as such.
  if ((raw.match(/\p{Ll}/gu)?.length ?? 0) > raw.length * 0.3) return null;
  let line = raw.toUpperCase().replace(/[«»]/g, '<<').replace(/[‹›＜(){}[\]]/g, '<').replace(/[\s.,_'’`-]/g, '');
  // A run of fillers that was read as letters grows longer than it was printed.
  if (line.length > 44) line = line.replace(/(<{2,})[<KLCSEG]{8,}$/, (run) => '<'.repeat(Math.max(8, run.length - (line.length - 44))));
  if (line.length < 24 || line.length > 52 || !/^[A-Z0-9<]+$/.test(line)) return null;
  return line;
}

function tidyName(text: string): string {
  return lettersOf(text).replace(/</g, ' ').replace(/ +/g, ' ').trim();
}

/** Fillers read as K or C at the end of a name line. */
function repairNameLine(line: string, width: number): string {
  let text = line.replace(/<[KCSEGL]{1,2}(?=<)/g, (run) => '<'.repeat(run.length)).replace(/<[KCSEGL<]{3,}$/, (run) => '<'.repeat(run.length));
  text = text.replace(/[KC]{4,}$/, (run) => '<'.repeat(run.length));
  return text.length >= width ? text.slice(0, width) : text.padEnd(width, '<');
}

function names(field: string): { surname: string; givenNames: string } {
  const trimmed = field.replace(/<+$/, '');
  const cut = trimmed.indexOf('<<');
  if (cut < 0) return { surname: tidyName(trimmed), givenNames: '' };
  // After a second double filler only misread fillers follow.
  const given = trimmed.slice(cut + 2).split('<<')[0] ?? '';
  return { surname: tidyName(trimmed.slice(0, cut)), givenNames: tidyName(given) };
}

function date(text: string, kind: 'birth' | 'expiry', today: string): string | null {
  const digits = digitsOf(text);
  if (!/^\d{6}$/.test(digits)) return null;
  const yy = Number(digits.slice(0, 2));
  const now = Number(today.slice(0, 4));
  const century = now - (now % 100);
  let year = century + yy;
  if (kind === 'birth' && year * 10000 + Number(digits.slice(2)) > Number(today.replace(/-/g, ''))) year -= 100;
  if (kind === 'expiry' && year > now + 50) year -= 100;
  return isoDate(year, Number(digits.slice(2, 4)), Number(digits.slice(4, 6)));
}

/** The reading of a number field whose check digit holds: as it stands, or with look-alikes exchanged one at a time. */
function checkedNumber(field: string, check: string): { value: string; valid: boolean } {
  const expected = digitsOf(check);
  if (mrzCheckDigit(field) === expected) return { value: field, valid: true };
  const swaps: Record<string, string[]> = { O: ['0'], 0: ['O'], I: ['1'], 1: ['I'], S: ['5'], 5: ['S'], B: ['8'], 8: ['B'], Z: ['2'], 2: ['Z'], G: ['6'], 6: ['G'], D: ['0'], Q: ['0'], K: ['<'], C: ['<'] };
  const found = new Set<string>();
  for (const candidate of [field.slice(0, 1) + digitsOf(field.slice(1)), digitsOf(field), field.replace(/[KC]+$/, (run) => '<'.repeat(run.length))]) {
    if (mrzCheckDigit(candidate) === expected) return { value: candidate, valid: true };
  }
  for (let i = 0; i < field.length; i += 1) {
    for (const other of swaps[field.charAt(i)] ?? []) {
      const candidate = field.slice(0, i) + other + field.slice(i + 1);
      if (mrzCheckDigit(candidate) === expected) found.add(candidate);
    }
  }
  const [only] = found;
  return found.size === 1 && only ? { value: only, valid: true } : { value: field, valid: false };
}

type Layout = { format: Mrz['format']; number: string; numberCheck: string; nationality: string; birth: string; birthCheck: string; sex: string; expiry: string; expiryCheck: string; personal: string; composite: string | null; compositeCheck: string; country: string; code: string; name: string };

function build(layout: Layout, today: string): Mrz {
  const number = checkedNumber(layout.number, layout.numberCheck);
  const birthDigits = digitsOf(layout.birth);
  const expiryDigits = digitsOf(layout.expiry);
  const birthValid = mrzCheckDigit(birthDigits) === digitsOf(layout.birthCheck);
  const expiryValid = mrzCheckDigit(expiryDigits) === digitsOf(layout.expiryCheck);
  const compositeValid = layout.composite !== null && mrzCheckDigit(layout.composite) === digitsOf(layout.compositeCheck);
  const checks = [number.valid, birthValid, expiryValid, compositeValid].filter(Boolean).length;
  const sex = layout.sex === 'M' || layout.sex === 'F' ? layout.sex : layout.sex === '<' || layout.sex === 'X' ? 'X' : null;
  return {
    format: layout.format, documentCode: layout.code.replace(/</g, ''), issuingCountry: lettersOf(layout.country).replace(/</g, ''),
    documentNumber: number.value.replace(/</g, ''), ...names(layout.name), nationality: lettersOf(layout.nationality).replace(/</g, ''),
    dateOfBirth: date(layout.birth, 'birth', today), sex, expiryDate: date(layout.expiry, 'expiry', today), personalNumber: layout.personal.replace(/<+$/g, '').replace(/</g, ' '),
    checks, checksTotal: layout.composite === null ? 3 : 4,
    valid: { documentNumber: number.valid, dateOfBirth: birthValid, expiryDate: expiryValid, composite: compositeValid },
  };
}

/** Second lines whose length is a little off, with a filler put in or taken out where a run of them stands. */
function fits(line: string, width: number): string[] {
  if (line.length === width) return [line];
  if (Math.abs(line.length - width) > 3) return [];
  const run = /<{2,}/.exec(line);
  const out: string[] = [];
  if (line.length < width) {
    const gap = '<'.repeat(width - line.length);
    if (run) out.push(line.slice(0, run.index) + gap + line.slice(run.index));
    out.push(line + gap);
  } else {
    const extra = line.length - width;
    if (run && run[0].length > extra) out.push(line.slice(0, run.index) + line.slice(run.index + extra));
    out.push(line.slice(0, width));
  }
  return out;
}

function twoLine(first: string, second: string, width: 44 | 36, today: string): Mrz {
  const top = repairNameLine(first, width);
  const visa = top.startsWith('V');
  const composite = visa ? null : second.slice(0, 10) + second.slice(13, 20) + second.slice(21, width - 1);
  return build({
    format: width === 44 ? (visa ? 'MRV-A' : 'TD3') : visa ? 'MRV-B' : 'TD2', code: top.slice(0, 2), country: top.slice(2, 5), name: top.slice(5),
    number: second.slice(0, 9), numberCheck: second.charAt(9), nationality: second.slice(10, 13), birth: second.slice(13, 19), birthCheck: second.charAt(19),
    sex: second.charAt(20), expiry: second.slice(21, 27), expiryCheck: second.charAt(27), personal: visa ? '' : second.slice(28, width === 44 ? 42 : 35), composite, compositeCheck: second.charAt(width - 1),
  }, today);
}

function threeLine(first: string, second: string, third: string, today: string): Mrz {
  const top = first.length >= 30 ? first.slice(0, 30) : first.padEnd(30, '<');
  const middle = second.length >= 30 ? second.slice(0, 30) : second;
  let number = top.slice(5, 14);
  let check = top.charAt(14);
  let optional = top.slice(15);
  const long = /^([A-Z0-9]+)(\d)</.exec(optional);
  if (check === '<' && long) {
    number += long[1] ?? '';
    check = long[2] ?? '';
    optional = '';
  }
  return build({
    format: 'TD1', code: top.slice(0, 2), country: top.slice(2, 5), number, numberCheck: check, birth: middle.slice(0, 6), birthCheck: middle.charAt(6), sex: middle.charAt(7),
    expiry: middle.slice(8, 14), expiryCheck: middle.charAt(14), nationality: middle.slice(15, 18), personal: optional, composite: top.slice(5, 30) + middle.slice(0, 7) + middle.slice(8, 15) + middle.slice(18, 29), compositeCheck: middle.charAt(29), name: repairNameLine(third, 30),
  }, today);
}

/** Reads a machine readable zone out of a document's lines (TD1, TD2, TD3, visas), repairing OCR's look-alikes by the check digits; null when fewer than two checks hold. */
export function readMrz(lines: readonly string[], today: string): Mrz | null {
  const zone = lines.map(zoneLine);
  let best: Mrz | null = null;
  const consider = (mrz: Mrz) => {
    if (mrz.checks >= 2 && (mrz.checks > 2 || mrz.valid.dateOfBirth || mrz.valid.expiryDate) && mrz.checks > (best?.checks ?? 0)) best = mrz;
  };
  for (let i = 0; i < zone.length; i += 1) {
    const first = zone[i];
    if (!first) continue;
    const second = zone[i + 1] ?? zone[i + 2];
    if (!second) continue;
    const third = zone[i + 1] ? zone[i + 2] ?? zone[i + 3] : zone[i + 3];
    if (/^[PV]/.test(first)) for (const fit of fits(second, 44)) consider(twoLine(first, fit, 44, today));
    if (/^[ACIPV]/.test(first)) for (const fit of fits(second, 36)) consider(twoLine(first, fit, 36, today));
    if (/^[ACI1]/.test(first) && third) for (const fit of fits(second, 30)) consider(threeLine(first.replace(/^1/, 'I'), fit, third, today));
  }
  return best;
}
