import type { Citation } from '@docuvault/contract/chat.ts';
import type { Unit } from '../evidence/scope.ts';
import type { Segment } from '../evidence/segments.ts';
import { wantedKind } from '../evidence/value-kinds.ts';
import { findAmounts } from '../../understanding/amounts/find-amounts.ts';
import { findDuration, sameDayAfter } from '../../understanding/dates/durations.ts';
import { findDates } from '../../understanding/dates/find-dates.ts';
import { nameParts } from '../question/people.ts';
import type { Question } from '../question/parse-question.ts';
import { formatDay, formatMoney, formatValue, yearsBetween } from './format.ts';
import { labelOf, said, type Language } from './phrases.ts';
import { clip, citeDocument, quoteOfField } from './quotes.ts';
import { reckonedFrom } from './reckon.ts';
import type { Reply } from './reply.ts';

const currencyOf = (unit: Unit): string | null => unit.document.fields.find((field) => field.name === 'currency')?.value ?? null;

/** A field's value in a sentence. */
const fieldSentence = (unit: Unit, question: Question, today: string): string => {
  const language: Language = question.language;
  const { document } = unit;
  const field = unit.field!;
  const value = formatValue(field.name, field.value, currencyOf(unit), language);
  const title = `“${document.title}”`;
  if (unit.asked?.key === 'expiryDate' && /^\d{4}-/.test(field.value)) {
    if (language === 'hi') return `${title} ${value} ${field.value < today ? 'को समाप्त हो चुका है' : 'को समाप्त होगा'}।`;
    return field.value < today ? `${title} expired on ${value}.` : `${title} expires on ${value}.`;
  }
  if (field.name === 'dateOfBirth' && /\bhow old\b|\bage\b/.test(question.folded)) {
    const years = String(yearsBetween(field.value, today));
    return language === 'hi' ? `${document.holder ?? title}: ${years} वर्ष (जन्म ${value})।` : `${document.holder ?? title} is ${years} years old, born on ${value}.`;
  }
  if (field.name === 'dateOfBirth' && document.holder && language === 'en') return `${document.holder} was born on ${value}.`;
  if (language === 'hi') return `${title} में ${labelOf(field.name, 'hi')}: ${value}।`;
  const label = unit.asked?.key === 'issuer' && document.type === 'lease' ? 'landlord' : labelOf(field.name, 'en');
  return `The ${label} in ${title} is ${value}.`;
};

const citeField = (unit: Unit): Citation => {
  const field = unit.field!;
  const derived = /^(?:end|expiry)Date$/.test(field.name) ? ['commenc', 'term', 'period', 'tenanc', 'month', 'year', 'valid'] : [];
  const labels = [...(unit.asked?.labels ?? []), ...derived, ...field.name.split(/(?=[A-Z])/).map((part) => part.toLowerCase())];
  const found = quoteOfField(unit.document.pages, field, labels);
  return found ? { documentId: unit.document.id, title: unit.document.title, ...found } : citeDocument(unit.document, unit.document.pages);
};

const citeSegment = (unit: Unit): Citation => {
  const segment = unit.segment!;
  const page = unit.document.pages.find((one) => one.page === segment.page);
  return { documentId: unit.document.id, title: unit.document.title, page: segment.page, quote: clip(page ? page.text.slice(segment.start, segment.end) : segment.text) };
};

const cells = (line: string): string[] => line.split(/ {2,}|\t+|\s\|\s/).map((cell) => cell.trim()).filter(Boolean);

/** A row of a table with the names of its columns, where both have as many; null otherwise. */
const rowSentence = (segment: Segment, raw: string): string | null => {
  const [head, row] = [cells(segment.table), cells(raw)];
  if (head.length < 3 || head.length !== row.length) return null;
  return `${row[0]!}: ${row.slice(1).map((cell, i) => `${head[i + 1]!} ${cell}`).join(', ')}`;
};

/** "5 years from the date of purchase", counted from the day that the paper gives. */
const endOfTerm = (unit: Unit, text: string): string | null => {
  const term = findDuration(text);
  if (!term || !/^\W*(?:from|after|since|following|ab|à compter|desde|vanaf)\b.{0,12}(?:date|day|purchas|delivery|issu|commenc|kauf|achat|compra|aankoop)/i.test(text.slice(term.end, term.end + 40))) return null;
  const from = ['purchaseDate', 'startDate', 'issueDate'].flatMap((name) => unit.document.fields.filter((field) => field.name === name && /^\d{4}-\d{2}-\d{2}$/.test(field.value)))[0];
  return from ? sameDayAfter(from.value, term) : null;
};

const kindless = (question: Question): boolean => wantedKind(question.folded) === null && (question.asked.length === 0 || question.asked[0]!.kind === 'text');

/** The sentence after a clause where it belongs to it: a permission after a ban. */
const goesOn = (unit: Unit, page: string): string => {
  const segment = unit.segment!;
  if (segment.form || segment.text.length > 240) return '';
  const next = unit.document.segments.find((other) => other.page === segment.page && other.label === undefined && !other.form && !other.opening && other.start >= segment.end && other.start - segment.end <= 3);
  return next && next.text.length <= 240 && !/^\s*(?:\(?[a-z0-9]{1,3}[.)]|\d+\.\d+)\s/i.test(next.text) && !/\n\s*\n/.test(page.slice(segment.end, next.start)) ? ` ${next.text}` : '';
};

/** A clause, under its heading where that says what the clause alone does not. */
const segmentSentence = (unit: Unit, question: Question): string => {
  const { language } = question;
  const segment = unit.segment!;
  const page = unit.document.pages.find((one) => one.page === segment.page)?.text ?? '';
  const following = kindless(question) ? goesOn(unit, page) : '';
  const below = clip(rowSentence(segment, page.slice(segment.start, segment.end)) ?? segment.text.replace(/^(?:\(?[a-z0-9]{1,3}[.)]|[-•*·])\s+/i, ''));
  const heading = segment.above ? `${segment.above}: ` : '';
  const where = language === 'hi' ? `“${unit.document.title}”, पृष्ठ ${String(segment.page)}` : `“${unit.document.title}”, page ${String(segment.page)}`;
  const days = question.asked[0]?.kind === 'date' || wantedKind(question.folded) === 'date' ? [...new Set(findDates(segment.text).map((hit) => hit.iso))] : [];
  const day = days.length === 1 && !below.includes(formatDay(days[0]!, question.language)) ? `${formatDay(days[0]!, question.language)}; ` : '';
  const end = days.length === 0 && question.asked[0]?.key === 'expiryDate' ? endOfTerm(unit, segment.text) : null;
  const amounts = wantedKind(question.folded) === 'amount' ? findAmounts(segment.text, { decimal: /\d,\d{2}(?!\d)/.test(segment.text) ? ',' : '.' }).filter((hit) => hit.currency !== null) : [];
  const money = amounts.length === 1 && !below.includes(formatMoney(amounts[0]!.value, null)) ? `${formatMoney(amounts[0]!.value, amounts[0]!.currency)}; ` : '';
  return `${reckonedFrom(unit, question)}${heading}${below}${following} (${end ? `${language === 'hi' ? '' : 'until '}${formatDay(end, language)}; ` : ''}${day}${money}${where})`;
};

const sayOne = (unit: Unit, question: Question, today: string): { text: string; citation: Citation } =>
  unit.field ? { text: fieldSentence(unit, question, today), citation: citeField(unit) } : { text: segmentSentence(unit, question), citation: citeSegment(unit) };

/** The same field of as many documents as have an equal claim, each of another holder; the first alone where the question says which. */
export const alternatives = (units: readonly Unit[], chosen: Unit, question: Question, samePerson: (unit: Unit) => string): Unit[] => {
  const particular = question.names.length > 0 || question.relation !== null || question.period !== null || question.order !== null || question.terms.length > 0 || question.pronoun;
  if (!chosen.field || particular || question.nouns.length === 0) return [chosen];
  const out = [chosen];
  for (const unit of units) {
    if (out.length >= 4 || unit.field?.name !== chosen.field.name || unit.document.type !== chosen.document.type || unit.score < chosen.score - 0.35) continue;
    if (out.every((other) => other.document.id !== unit.document.id && samePerson(other) !== samePerson(unit))) out.push(unit);
  }
  return out;
};

const distinct = (parts: readonly { citation: Citation }[]): Citation[] =>
  parts.map((part) => part.citation).filter((citation, i, all) => all.findIndex((other) => other.documentId === citation.documentId && other.page === citation.page && other.quote === citation.quote) === i);

/** Puts an answer together from what was found: `note` goes before it. */
export const answerFromUnits = (units: readonly Unit[], chosen: readonly Unit[], question: Question, today: string, note: string): Reply => {
  const parts = chosen.map((unit) => sayOne(unit, question, today));
  const second = secondAsked(units, chosen, question);
  if (second) parts.push(sayOne(second, question, today));
  return {
    text: [note, ...parts.map((part) => part.text)].filter(Boolean).join(' '),
    citations: distinct(parts),
    grounded: true,
    documents: [...new Set(chosen.map((unit) => unit.document.id))],
  };
};

/** The lines of which one may answer, each cited, with a word that it is not sure which. What is asked next is taken to be about the first's paper. */
export const answerUnsurely = (lines: readonly Unit[], question: Question, today: string, note: string): Reply => {
  const parts = lines.map((unit) => sayOne(unit, question, today));
  const text = parts.length === 1 ? parts[0]!.text : parts.map((part, i) => `(${String(i + 1)}) ${part.text}`).join(' ');
  return { text: [note, said[parts.length === 1 ? 'nearestLine' : 'nearestLines'][question.language], text].filter(Boolean).join(' '), citations: distinct(parts), grounded: true, documents: lines.slice(0, 1).map((unit) => unit.document.id), unsure: true };
};

/** "the number and the total": the second field of the same document, where both were asked for. */
const secondAsked = (units: readonly Unit[], chosen: readonly Unit[], question: Question): Unit | null => {
  const [first] = chosen;
  if (chosen.length !== 1 || !first?.field || !first.asked || question.asked.length < 2 || !/ and |,|parents/.test(question.folded)) return null;
  return units.find((unit) => unit.document.id === first.document.id && unit.field !== null && unit.asked !== null && unit.asked.key !== first.asked!.key && question.asked.includes(unit.asked)) ?? null;
};

/** Who holds the unit's document, as far as names tell. */
export const holderKey = (unit: Unit): string => nameParts(unit.document.holder ?? unit.document.person ?? '').join(' ');
