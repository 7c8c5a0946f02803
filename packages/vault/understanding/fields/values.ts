import { findAmounts, formatAmount, type AmountHit } from '../amounts/find-amounts.ts';
import { dateAfterLabel, findDates, findMonths } from '../dates/find-dates.ts';
import { findDuration } from '../dates/durations.ts';
import { findIdentifiers } from '../identifiers/find-identifiers.ts';
import { hasLegalForm, looksLikeOrganisation, readOrganisation } from '../names/organisation.ts';
import { readPerson, startsWithTitle } from '../names/person.ts';
import type { Reading } from '../reading.ts';
import type { Rule } from './rule.ts';

/** A value read behind, under or beside a label. `second` is the end of a period; `quality` (0..1) lowers confidence for what is merely plausible. */
export type Value = { value: string; second?: string; currency?: string | null; quality: number };

const lead = /^(?:[\s:.=#*>|°º)–—-]|\(\d{1,2}\)|\([^)]{0,40}\)(?=\s*[:\s])|["“”'])+/u;
const lettersBetween = (text: string) => text.replace(/[^\p{L}]/gu, '').length;

const clauseNumber = /^\d{1,2}\.\d{1,2}\.?\s+\p{L}/u;

/** Amounts that look like money: with decimals, grouping, a currency or of some size; bare counts only where nothing better stands. */
export function moneyOf(text: string, reading: Reading): AmountHit[] {
  const dates = findDates(text, reading.order, reading.today);
  const hits = findAmounts(text, reading.amounts).filter((hit) => dates.every((date) => hit.end <= date.start || hit.start >= date.end))
    .filter((hit) => !(hit.start === 0 && clauseNumber.test(text)));
  const likely = hits.filter((hit) => hit.exact || hit.currency !== null || hit.grouped);
  return likely.length > 0 ? likely : hits;
}

function readAmount(whole: string, rule: Rule, reading: Reading): Value | null {
  // A sentence ends its label's reach: "Paid with card: $1,287.60. Changes cost $75 a person."
  const text = whole.split(/(?<=\p{Ll}{3}|\d)\.\s+(?=\p{Lu}\p{Ll})/u)[0] ?? '';
  const hits = moneyOf(text, reading);
  const hit = rule.pick === 'last' ? hits.at(-1) : hits[0];
  const first = hits[0];
  if (!hit || !first) return null;
  const gap = text.slice(0, first.start);
  // In prose the amount follows its label within a few words.
  if (lettersBetween(gap) > (gap.includes('  ') ? 60 : 28) || /\p{Ll}{5}[.;]\s/u.test(gap)) return null;
  // A rate is no total: "$95 per hour".
  if (rule.field === 'totalAmount' && /^\s*(?:per|an|a|pro|par|por|\/)\s*(?:hours?|hrs?|day|stunde|tag|heure|jour|hora|uur|dag|km|night|sq|person|passenger|guest|head|year late)\b/iu.test(text.slice(hit.end))) return null;
  // Nor is a deposit a rent: "compensation and Rs. 2,00,000 interest free refundable deposit".
  if (rule.field === 'totalAmount' && /^\s*(?:\([^)]{0,80}\)\s*)?(?:as |towards |being )?(?:an? |the )?(?:interest[- ]free|refundable|security deposit|deposit)\b/iu.test(text.slice(hit.end))) return null;
  const bare = !hit.exact && !hit.grouped && hit.currency === null;
  // "Aanslag 2026" names a year.
  if (bare && /^(?:19|20)\d\d$/u.test(String(hit.value))) return null;
  return { value: formatAmount(hit.value), currency: hit.currency, quality: bare ? 0.8 : lettersBetween(gap) > 12 ? 0.92 : 1 };
}

function readDate(text: string, reading: Reading): Value | null {
  const [hit] = findDates(text, reading.order, reading.today);
  if (hit) {
    const gap = text.slice(0, hit.start);
    if (lettersBetween(gap) > 22 || /[.;]\s\p{Lu}/u.test(gap.replace(/\b(?:dt|am|den)\./gi, ''))) return null;
    return { value: hit.iso, quality: (hit.ambiguous && !reading.orderSure ? 0.85 : 1) * (lettersBetween(gap) > 8 ? 0.93 : 1) };
  }
  const plainDigits = dateAfterLabel(text, reading.order, reading.today);
  return plainDigits ? { value: plainDigits, quality: 0.9 } : null;
}

function readPeriod(text: string, reading: Reading): Value | null {
  const [from, to] = findDates(text, reading.order, reading.today);
  if (from && to && to.start - from.end < 40 && from.iso <= to.iso && lettersBetween(text.slice(0, from.start)) <= 25) return { value: from.iso, second: to.iso, quality: 1 };
  // "1-31 January 2026" and "01 Jan - 31 Jan 2026" leave the first year out.
  const short = /(\d{1,2})(?:st|nd|rd|th|\.)?(?: (\p{L}{3,10})\.?)? ?(?:-|–|to|bis|until|t\/m|au|al) ?(\d{1,2}(?:st|nd|rd|th|\.)? \p{L}{3,10}\.?,? (\d{4}))/iu.exec(text);
  if (short?.[1] && short[3]) {
    const [end] = findDates(short[3], reading.order, reading.today);
    const month = short[2] ?? /\p{L}{3,10}(?=[.,]? \d{4})/u.exec(short[3])?.[0] ?? '';
    const [start] = findDates(`${short[1]} ${month} ${short[4] ?? ''}`, reading.order, reading.today);
    if (start && end && start.iso <= end.iso) return { value: start.iso, second: end.iso, quality: 0.95 };
  }
  return from ? null : readMonth(text, reading);
}

/** "Jul - Sep 2026": months whose first leaves the year out. */
function readMonths(text: string, reading: Reading): Value | null {
  const span = /(?<!\p{L})(\p{L}{3,9})\.? ?(?:-|–|to|bis|a|au|bis) ?(\p{L}{3,9})\.?,? ?(\d{4})(?!\d)/iu.exec(text);
  const [from] = span ? findMonths(`${span[1] ?? ''} ${span[3] ?? ''}`, reading.today) : [];
  const [to] = span ? findMonths(`${span[2] ?? ''} ${span[3] ?? ''}`, reading.today) : [];
  return span && from && to && from.first < to.first && lettersBetween(text.slice(0, span.index)) <= 24 ? { value: from.first, second: to.last, quality: 0.95 } : null;
}

function readMonth(text: string, reading: Reading): Value | null {
  const months = readMonths(text, reading);
  if (months) return months;
  const [month, later] = findMonths(text, reading.today);
  if (!month || lettersBetween(text.slice(0, month.start)) > 24) return null;
  const day = findDates(text, reading.order, reading.today)[0];
  if (day && day.start <= month.start) return null;
  return { value: month.first, second: (later && later.first > month.first && later.start - month.end < 8 ? later : month).last, quality: 0.9 };
}

const idToken = /^[\p{Lu}\p{N}][\p{Lu}\p{N}\p{Ll}/.\-_()]*$/u;

/** A number or code at the beginning of a text: one token, and the groups of digits or capitals that go on with it. */
function readId(text: string): Value | null {
  const rest = text.replace(lead, '').replace(/^(?:no\.?|nr\.?|number|n[°ºo]\.?|is|:|#|sind|ist)\s*[:.#]?\s*/iu, '').replace(lead, '');
  const cell = rest.split(/ {2,}|\t|[|,;]|\s(?=\()/u)[0]?.trim() ?? '';
  const urn = /^URN:UVCI:[^\s,;]{8,80}/iu.exec(rest);
  if (urn) return { value: urn[0], quality: 1 };
  const masked = /^(?:\d{4}|[Xx*•]{4})[ -]?(?:[\dXx*•]{4}[ -]?){1,2}\d{4}(?!\d)/u.exec(cell);
  if (masked && /[Xx*•]{4}/u.test(masked[0])) return { value: masked[0], quality: 0.95 };
  const whole = /^(\d{1,6}\s?(?:of|\/)\s?(?:19|20)\d\d)(?![\d/-])/iu.exec(cell);
  if (whole?.[1]) return { value: whole[1], quality: 1 };
  const known = findIdentifiers(cell)[0];
  if (known?.start === 0 && known.kind !== 'pan') return { value: known.value, quality: known.checked ? 1.1 : 1 };
  const tokens = cell.split(/\s+/);
  const taken: string[] = [];
  for (const token of tokens.slice(0, 8)) {
    const clean = token.replace(/[,;:]+$/u, '').replace(/^[#]+/u, '');
    if (!clean || !idToken.test(clean)) break;
    const digits = /\d/.test(clean);
    const letters = /\p{L}/u.test(clean);
    if (/\p{Ll}{2}/u.test(clean) && !digits) break;
    if (taken.length > 0) {
      const before = taken.join('');
      // A further group belongs to the number when it is made of digits, or is a short code in capitals at the end of the column.
      const last = tokens.length === taken.length + 1;
      if (!(digits && (!letters || !/\d/.test(before) || clean.length <= 5 || /[-/]\d/.test(clean))) && !(last && letters && clean.length <= 3)) break;
      if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$/.test(clean)) break;
    }
    taken.push(clean);
    if (!digits && taken.length >= 2 && !/\d/.test(taken.join(''))) break;
  }
  // "PLATE NO PERMIT NO EXPIRY": the next caption is no number.
  if (!/\d/u.test(taken.join('')) && /^(?:no|nos|number|nr|date|name|id)\.?$/iu.test(tokens[taken.length] ?? '')) return null;
  const value = taken.join(' ').replace(/[.\-_(]+$/u, '').trim();
  const bare = value.replace(/[^\p{L}\p{N}]/gu, '');
  if (bare.length === 0 || bare.length > 34) return null;
  if (!/\d/.test(bare)) return /^[\p{Lu}]{5,8}$/u.test(bare) && taken.length === 1 ? { value, quality: 0.75 } : null;
  if (/^\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})$/.test(value) && findDates(value).length > 0) return null;
  return { value, quality: bare.length < 3 ? 0.85 : 1 };
}

/** Words that were set far apart read as columns; a name in capitals goes on through them: "VIKRAM   RAO", "FERNANDES,   ROHAN". */
function closeUp(text: string): string {
  const run = /^([\s:.]*)((?:\p{Lu}[\p{L}.'’-]*,? {2,}){1,3}\p{Lu}[\p{L}.'’-]*)(?=\s*(?:$|,|\d))/u.exec(text);
  const words = run?.[2]?.split(/ {2,}/) ?? [];
  const [first = ''] = words;
  const alike = words.every((word) => word === word.toUpperCase() && !/^(?:M|F|MALE|FEMALE|SELF|SPOUSE|SON|DAUGHTER|INDIAN|YES|NO)$/.test(word)) || first.endsWith(',');
  return run && alike ? (run[1] ?? '') + words.join(' ') + text.slice(run[0].length) : text;
}

function readParty(text: string): Value | null {
  const cell = (text.replace(lead, '').split(/ {2,}|\t|\|/u)[0] ?? '').trim();
  if (looksLikeOrganisation(cell.slice(0, 80)) && !startsWithTitle(cell)) {
    const organisation = readOrganisation(cell.replace(/^(?:the|der|die|das|de|la|le|el|il)\s+(?=\p{Lu})/u, ''));
    if (organisation && looksLikeOrganisation(organisation)) return { value: organisation, quality: hasLegalForm(organisation) ? 1 : 0.95 };
  }
  const person = readPerson(text, { lone: true });
  if (person) return { value: person, quality: 0.95 };
  const organisation = readOrganisation(cell);
  return organisation && /^[\p{Lu}\p{N}]/u.test(organisation) && organisation.split(' ').length <= 8 ? { value: organisation, quality: organisation === organisation.toUpperCase() ? 0.88 : 0.75 } : null;
}

function readText(text: string): Value | null {
  const value = (text.replace(lead, '').split(/ {2,}|\t|\|/u)[0] ?? '').trim().replace(/[,;:]+$/u, '').slice(0, 160);
  // The number of a list whose text stands elsewhere.
  if (/^\d{1,2}[.)]$/u.test(value)) return null;
  return /[\p{L}\p{N}]/u.test(value) && value.length >= 1 ? { value, quality: 0.9 } : null;
}

const sexes: readonly [RegExp, string][] = [
  [/^(?:female|f(?![\p{L}])|weiblich|w(?![\p{L}])|vrouw|v(?![\p{L}])|féminin|femme|mujer|femminile|महिला|स्त्री|girl)/iu, 'F'],
  [/^(?:male|m(?![\p{L}])|männlich|man(?![\p{L}])|masculin|homme|hombre|varón|maschile|h(?![\p{L}])|पुरुष|boy)/iu, 'M'],
  [/^(?:x(?![\p{L}])|other|divers|third gender|transgender)/iu, 'X'],
];

/** Reads a rule's kind of value at the beginning of a text, or null when something else stands there. */
export function readValue(text: string, rule: Rule, reading: Reading): Value | null {
  switch (rule.kind) {
    case 'amount': return readAmount(text, rule, reading);
    case 'date': return readDate(text, reading);
    case 'period': return readPeriod(text, reading);
    case 'month': return readMonth(text, reading);
    case 'id': return readId(text);
    case 'party': return readParty(text);
    case 'text': return readText(text);
    case 'person': {
      // "W/O CONTRAST": what is short for a relative is short for other things too.
      const value = readPerson((rule.field === 'givenName' || rule.field === 'surname' ? text : closeUp(text)).replace(lead, ''), { lone: !rule.labels.startsWith('s/o;') });
      if (value) return { value, quality: value.includes(' ') ? 1 : 0.85 };
      const organisation = rule.field === 'holderName' ? readParty(text) : null;
      return organisation && looksLikeOrganisation(organisation.value) ? { ...organisation, quality: 0.9 } : null;
    }
    case 'sex': {
      const rest = text.replace(lead, '');
      const found = sexes.find(([pattern]) => pattern.test(rest));
      return found ? { value: found[1], quality: 1 } : null;
    }
    case 'rate': {
      const match = /^[^%\n]{0,30}?(\d{1,2}(?:[.,]\d{1,3})?) ?(?:%|per ?cent|prozent|procent)/iu.exec(text);
      return match?.[1] ? { value: match[1].replace(',', '.'), quality: 1 } : null;
    }
    case 'term': {
      const term = findDuration(text);
      if (!term || lettersBetween(text.slice(0, term.start)) > 16) return null;
      return { value: `${String(term.months)}m${String(term.days)}d`, quality: 1 };
    }
    case 'stop': return null;
  }
}
