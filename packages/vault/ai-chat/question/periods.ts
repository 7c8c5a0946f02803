import { addDays, isoDate, lastDayOf } from '../../understanding/dates/calendar.ts';
import { findDates } from '../../understanding/dates/find-dates.ts';
import { monthNumber } from '../../understanding/dates/months.ts';

/** A stretch of days, both ends included; an open end is null. `month` is set where one calendar month was named. */
export type Period = { from: string | null; to: string | null; month: { year: number; month: number } | null; start: number; end: number };

const whole = (year: number): [string, string] => [`${String(year)}-01-01`, `${String(year)}-12-31`];
const monthDays = (year: number, month: number): [string, string] => [isoDate(year, month, 1)!, isoDate(year, month, lastDayOf(year, month))!];

type Read = { from: string | null; to: string | null; month?: { year: number; month: number } };
type Rule = { pattern: RegExp; read: (match: RegExpMatchArray, today: string) => Read | null };

const yearOf = (today: string) => Number(today.slice(0, 4));
const monthOf = (today: string) => Number(today.slice(5, 7));
const full = (text: string) => (text.length === 2 ? 2000 + Number(text) : Number(text));
const month = (year: number, number: number): Read => ({ from: monthDays(year, number)[0], to: monthDays(year, number)[1], month: { year, month: number } });
const shifted = (today: string, by: number): Read => {
  const index = yearOf(today) * 12 + monthOf(today) - 1 + by;
  return month(Math.floor(index / 12), (index % 12) + 1);
};
const unitDays: Record<string, number> = { day: 1, week: 7, month: 30, year: 365, fortnight: 14 };
const numbers: Record<string, number> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, thirty: 30, sixty: 60, ninety: 90, a: 1, an: 1 };
const count = (text: string | undefined) => (text === undefined ? 1 : numbers[text.toLowerCase()] ?? Number(text));
const fiscal = (year: number): Read => ({ from: `${String(year)}-04-01`, to: `${String(year + 1)}-03-31` });
const fiscalNow = (today: string) => yearOf(today) - (monthOf(today) < 4 ? 1 : 0);
const quarter = (year: number, number: number): Read => ({ from: monthDays(year, number * 3 - 2)[0], to: monthDays(year, number * 3)[1] });

const rules: Rule[] = [
  { pattern: /\b(?:fy|f\.y\.|financial year|fiscal year|assessment year|tax year)\s*(\d{4}|\d{2})\s*[-–/]\s*(\d{2,4})\b/i, read: (m) => fiscal(full(m[1]!)) },
  { pattern: /\b(?:fy|financial year|fiscal year)\s*(\d{4}|\d{2})\b/i, read: (m) => fiscal(full(m[1]!) - 1) },
  { pattern: /\b(20\d{2})\s*[-–]\s*(\d{2})\b(?!\s*[-–]\s*\d)/, read: (m) => (Number(m[2]) === (Number(m[1]) + 1) % 100 ? fiscal(Number(m[1])) : null) },
  { pattern: /\blast (?:financial|fiscal) year\b/i, read: (_, today) => fiscal(fiscalNow(today) - 1) },
  { pattern: /\b(?:this|current) (?:financial|fiscal) year\b/i, read: (_, today) => fiscal(fiscalNow(today)) },
  { pattern: /\b(?:in|within|over|during)?\s*(?:the )?(?:next|coming|following) (\d{1,3}|[a-z]{3,6})? ?(day|week|fortnight|month|year)s?\b/i, read: (m, today) => {
    const n = count(m[1]);
    return Number.isFinite(n) ? { from: today, to: addDays(today, n * unitDays[m[2]!.toLowerCase()]!) } : null;
  } },
  { pattern: /\bwithin (?:the )?(\d{1,3}|[a-z]{2,6}) (day|week|month|year)s?\b(?! of)/i, read: (m, today) => {
    const n = count(m[1]);
    return Number.isFinite(n) ? { from: today, to: addDays(today, n * unitDays[m[2]!.toLowerCase()]!) } : null;
  } },
  { pattern: /\b(?:in|over|during) the (?:last|past) (\d{1,3}|[a-z]{3,6}) (day|week|month|year)s?\b/i, read: (m, today) => {
    const n = count(m[1]);
    return Number.isFinite(n) ? { from: addDays(today, -n * unitDays[m[2]!.toLowerCase()]!), to: today } : null;
  } },
  { pattern: /\blast year\b/i, read: (_, today) => ({ from: whole(yearOf(today) - 1)[0], to: whole(yearOf(today) - 1)[1] }) },
  { pattern: /\bthis year\b/i, read: (_, today) => ({ from: whole(yearOf(today))[0], to: whole(yearOf(today))[1] }) },
  { pattern: /\bnext year\b/i, read: (_, today) => ({ from: whole(yearOf(today) + 1)[0], to: whole(yearOf(today) + 1)[1] }) },
  { pattern: /\blast month\b/i, read: (_, today) => shifted(today, -1) },
  { pattern: /\bthis month\b/i, read: (_, today) => shifted(today, 0) },
  { pattern: /\bnext month\b/i, read: (_, today) => shifted(today, 1) },
  { pattern: /\bthis quarter\b/i, read: (_, today) => quarter(yearOf(today), Math.ceil(monthOf(today) / 3)) },
  { pattern: /\bq([1-4])[ ,]*(20\d{2})\b/i, read: (m) => quarter(Number(m[2]), Number(m[1])) },
  { pattern: /\b(?:since|from) (?:the )?(?:year )?(20\d{2}|19\d{2}) (?:to|until|till|through|and|-) (20\d{2}|19\d{2})\b/i, read: (m) => ({ from: whole(Number(m[1]))[0], to: whole(Number(m[2]))[1] }) },
  { pattern: /\bbetween (20\d{2}|19\d{2}) and (20\d{2}|19\d{2})\b/i, read: (m) => ({ from: whole(Number(m[1]))[0], to: whole(Number(m[2]))[1] }) },
];

const monthName = /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;

/** A month's name that stands without a year: "may" and "march" only after a preposition, other languages never in Latin letters. */
const bareMonth = (word: string, before: string): boolean => {
  if (/^[a-z]+$/i.test(word) && !monthName.test(word)) return false;
  return !/^(?:may|mar|march|jan)$/i.test(word) || /\b(?:in|for|of|since|before|after|until|till|by|about|from|’s|'s)\s+$/i.test(before);
};

/** Months in words with or without a year: without one, the latest such month that has begun. */
const namedMonth = (text: string, today: string): (Read & { start: number; end: number }) | null => {
  for (const match of text.matchAll(/(?<![\p{L}\d])(\p{L}[\p{L}\p{M}]{2,14})[ .,'’-]{0,3}((?:19|20)\d{2})?(?![\d\p{L}])/gu)) {
    const number = monthNumber(match[1]!.toLowerCase());
    if (!number || (!match[2] && !bareMonth(match[1]!, text.slice(0, match.index)))) continue;
    const year = match[2] ? Number(match[2]) : yearOf(today) - (number > monthOf(today) ? 1 : 0);
    return { ...month(year, number), start: match.index, end: match.index + match[0].trimEnd().length };
  }
  return null;
};

const bound = (text: string, found: Read & { start: number; end: number }): Period => {
  const before = text.slice(0, found.start).toLowerCase();
  const base = { month: found.month ?? null, start: found.start, end: found.end };
  if (/\b(?:end of|the end of)\s+(?:the\s+)?$/.test(before) && /\b(?:before|by|until|till|up to)\s+(?:the )?end of\s+(?:the\s+)?$/.test(before)) return { ...base, month: null, from: null, to: found.to };
  if (/\b(?:before|by|until|till|up to|prior to)\s+(?:the\s+)?(?:year\s+)?$/.test(before)) {
    return { ...base, month: null, from: null, to: /\b(?:until|till|up to|by)\s+(?:the\s+)?$/.test(before) ? found.to : addDays(found.from ?? found.to!, -1) };
  }
  const after = text.slice(found.end).toLowerCase();
  // "Bills from 2014" are of that year: "from" alone opens a stretch only where it goes on.
  if (/\bsince\s+(?:the\s+)?$/.test(before) || (/\bfrom\s+(?:the\s+)?$/.test(before) && (/^\W*(?:on\b|onwards?\b|to\b|until\b|till\b|through\b|and (?:later|after)\b)/.test(after) || (found.from !== null && found.from === found.to) || /\b(?:start|begin|run|valid|effective|rent|cover|cost|pay|charge|increase|change|appl)\p{L}*\b[^.?!]*\bfrom\s+(?:the\s+)?$/u.test(before)))) return { ...base, month: null, from: found.from, to: null };
  if (/\bafter\s+(?:the\s+)?(?:end of\s+)?$/.test(before)) return { ...base, month: null, from: found.to === null ? null : addDays(found.to, 1), to: null };
  return { ...base, from: found.from, to: found.to };
};

/** The stretch of time that a question names, or null. `today` is YYYY-MM-DD. */
export const findPeriod = (text: string, today: string): Period | null => {
  for (const { pattern, read } of rules) {
    const match = pattern.exec(text);
    const made = match && read(match, today);
    if (match && made) return bound(text, { ...made, start: match.index, end: match.index + match[0].length });
  }
  const dates = findDates(text, 'dmy', today);
  if (dates.length >= 2 && /between|from/i.test(text)) return { from: dates[0]!.iso, to: dates[1]!.iso, month: null, start: dates[0]!.start, end: dates[1]!.end };
  if (dates[0]) return bound(text, { from: dates[0].iso, to: dates[0].iso, start: dates[0].start, end: dates[0].end });
  const named = namedMonth(text, today);
  if (named) return bound(text, named);
  const year = /(?<![\p{L}\d/.-])((?:19|20)\d{2})(?![\p{L}\d]|[-/.]\d)/u.exec(text);
  if (!year) return null;
  return bound(text, { from: whole(Number(year[1]))[0], to: whole(Number(year[1]))[1], start: year.index, end: year.index + 4 });
};

/** True when the day lies in the period. */
export const within = (day: string | null | undefined, period: Period): boolean =>
  Boolean(day) && (period.from === null || day! >= period.from) && (period.to === null || day! <= period.to);
