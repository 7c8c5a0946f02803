import { fullYear, isoDate, lastDayOf } from './calendar.ts';
import { monthNumber } from './months.ts';
import { findSpelledDates } from './spelled-dates.ts';

export type DateOrder = 'dmy' | 'mdy';
/** A date in a text. `iso` follows the order asked for; `ambiguous` when day and month could change places. */
export type DateHit = { start: number; end: number; iso: string; ambiguous: boolean; form: 'iso' | 'numeric' | 'named'; first: number; second: number; separator: string };
export type MonthHit = { start: number; end: number; first: string; last: string };

const isoPattern = /(?<![\d\p{L}])(\d{4})([-/.]) ?(\d{1,2})\2 ?(\d{1,2})(?!\d)/gu;
const numericPattern = /(?<![\p{L}\d]|\d[./])(\d{1,2}) ?([-./]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})(?!\d|\2\d|,\d)/gu;
const damagedPattern = /(?<![\p{L}\d]|\d[./-])([\dOoIl|]{1,2}) ?([-./]) ?([\dOoIl|]{1,2}) ?\2 ?([\dOoIl|]{4})(?![\p{L}\d])/gu;
const dayMonthYear = /(?<![\d.,])(\d{1,2})(?:st|nd|rd|th|ter|er|de|e|[.ºª°])?(?: ?day of)?[ ,.\-/]{0,3}(?:(?:de|of|den|the|di) )?(\p{L}[\p{L}\p{M}]{2,14})(?: ?\/ ?\p{L}{3,10})?[ .,\-/'’]{0,3}(?:(?:de|del|of|di|in the year) )?(\d{4}|\d{2})(?![\d:])/giu;
const monthDayYear = /(?<!\p{L})(\p{L}[\p{L}\p{M}]{2,14})[ .\-/]{1,2}(\d{1,2})(?:st|nd|rd|th)?(?: ?, ?| |-|\/|\. ?)(\d{4})(?!\d)/gu;
const yearMonthDay = /(?<!\d)(\d{4})[ \-/.]?(\p{L}[\p{L}\p{M}]{2,14})[ \-/.]?(\d{1,2})(?!\d)/gu;

type Found = Omit<DateHit, 'iso'> & { iso: string | null };

/** Matches whose word is a month; what a match without one took ("00 Hrs of 19-Oct-2025") is looked at again. */
function* withMonth(text: string, pattern: RegExp, group: number): Generator<RegExpExecArray> {
  const search = new RegExp(pattern.source, pattern.flags);
  for (let match = search.exec(text); match !== null; match = search.exec(text)) {
    if (monthNumber(match[group] ?? '')) yield match;
    else search.lastIndex = match.index + Math.max(1, /^(?:\d+|\p{L}[\p{L}\p{M}]*)/u.exec(match[0])?.[0].length ?? 1);
  }
}

function undamaged(text: string): number {
  return Number(text.replace(/[Oo]/g, '0').replace(/[Il|]/g, '1'));
}

function numeric(first: number, second: number, rawYear: number, separator: string, order: DateOrder, today: string): { iso: string | null; ambiguous: boolean } {
  const year = fullYear(rawYear, today);
  const dmy = isoDate(year, second, first);
  // Full stops are never American.
  const mdy = separator === '.' ? null : isoDate(year, first, second);
  const preferred = order === 'mdy' ? mdy ?? dmy : dmy ?? mdy;
  return { iso: preferred, ambiguous: dmy !== null && mdy !== null && dmy !== mdy };
}

/**
 * Dates in a text, in order: ISO, numeric (day first unless `order` says otherwise; an impossible month flips the two),
 * and with month names in English, German, Dutch, French, Spanish, Italian, Portuguese, Polish, Hindi and Marathi.
 * Digits misread by OCR (O, I, l) are repaired where at least four digits stand. Impossible dates are left out.
 */
export function findDates(text: string, order: DateOrder = 'dmy', today = '2026-01-01'): DateHit[] {
  if (!/\d|two thousand|nineteen|twenty/i.test(text)) return [];
  const found: Found[] = [];
  // Every character belongs to one date at most.
  const taken = new Uint8Array(text.length);
  const add = (match: RegExpMatchArray & { index: number }, hit: Omit<Found, 'start' | 'end'>) => {
    const start = match.index;
    const end = start + match[0].length;
    if (hit.iso === null || taken.subarray(start, end).includes(1)) return;
    taken.fill(1, start, end);
    found.push({ start, end, ...hit });
  };
  for (const match of text.matchAll(isoPattern)) {
    const [, y, separator = '-', m, d] = match;
    add(match, { iso: isoDate(Number(y), Number(m), Number(d)), ambiguous: false, form: 'iso', first: 0, second: 0, separator });
  }
  const named = (match: RegExpMatchArray & { index: number }, d: string | undefined, word: string | undefined, y: string | undefined) => {
    const month = monthNumber(word ?? '');
    // In "28 June, 28 December" the second number begins another day.
    if (y?.length === 2 && monthNumber(/^ (\p{L}{3,10})/u.exec(text.slice(match.index + match[0].length))?.[1] ?? '')) return;
    if (month) add(match, { iso: isoDate(fullYear(Number(y), today), month, Number(d)), ambiguous: false, form: 'named', first: 0, second: 0, separator: ' ' });
  };
  if (/\p{L}[\p{L}\p{M}]{2}/u.test(text)) {
    for (const match of withMonth(text, dayMonthYear, 2)) named(match, match[1], match[2], match[3]);
    for (const match of withMonth(text, monthDayYear, 1)) named(match, match[2], match[1], match[3]);
    for (const match of text.matchAll(yearMonthDay)) named(match, match[3], match[2], match[1]);
  }
  for (const { iso, start, end } of findSpelledDates(text)) {
    if (taken.subarray(start, end).includes(1)) continue;
    taken.fill(1, start, end);
    found.push({ start, end, iso, ambiguous: false, form: 'named', first: 0, second: 0, separator: ' ' });
  }
  for (const pattern of [numericPattern, damagedPattern]) {
    for (const match of text.matchAll(pattern)) {
      const [whole, a = '', separator = '/', b = '', y = ''] = match;
      if (pattern === damagedPattern && (whole.match(/\d/g)?.length ?? 0) < 4) continue;
      const first = undamaged(a);
      const second = undamaged(b);
      add(match, { ...numeric(first, second, undamaged(y), separator, order, today), form: 'numeric', first, second, separator });
    }
  }
  return found.filter((hit): hit is DateHit => hit.iso !== null).sort((a, b) => a.start - b.start);
}

/** Reads a date at the beginning of a labelled value, also "12 03 2026" and "12032026", which elsewhere would be mere numbers. */
export function dateAfterLabel(text: string, order: DateOrder, today: string): string | null {
  const match = /^[^\p{L}\d]{0,4}(\d{1,2}) (\d{1,2}) (\d{4})(?!\d)/u.exec(text) ?? /^[^\p{L}\d]{0,4}(\d{2})(\d{2})((?:19|20)\d{2})(?!\d)/u.exec(text);
  if (!match) {
    const spread = /^[^\p{L}\d]{0,4}((?:\d ){7}\d)(?! ?\d)/u.exec(text)?.[1]?.replace(/ /g, '');
    return spread ? dateAfterLabel(spread, order, today) : null;
  }
  return numeric(Number(match[1]), Number(match[2]), Number(match[3]), '/', order, today).iso;
}

/** Months such as "March 2026", "Mar-26" or "03/2026", with their first and last day. */
export function findMonths(text: string, today = '2026-01-01'): MonthHit[] {
  const hits: MonthHit[] = [];
  const add = (start: number, end: number, year: number, month: number | undefined) => {
    const first = month === undefined ? null : isoDate(year, month, 1);
    if (first && month) hits.push({ start, end, first, last: isoDate(year, month, lastDayOf(year, month)) ?? first });
  };
  for (const match of text.matchAll(/(?<![\p{L}\d]|\d[ .,-]|\d(?:st|nd|rd|th) )(\p{L}[\p{L}\p{M}]{2,14})[ .,\-/'’]{0,3}(?:(?:de|of) )?(\d{4}|\d{2}(?=[^\d,.]|$))(?!\d|[-/]\d{3})/gu)) {
    add(match.index, match.index + match[0].length, fullYear(Number(match[2]), today), monthNumber(match[1] ?? ''));
  }
  for (const match of text.matchAll(/(?<![\d/.-])(\d{1,2}) ?[/.-] ?((?:19|20)\d{2})(?![\d/.-])/g)) {
    add(match.index, match.index + match[0].length, Number(match[2]), Number(match[1]));
  }
  return hits.sort((a, b) => a.start - b.start);
}
