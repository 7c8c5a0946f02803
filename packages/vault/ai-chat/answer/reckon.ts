import { findAmounts } from '../../understanding/amounts/find-amounts.ts';
import { findDates } from '../../understanding/dates/find-dates.ts';
import { holdsTerm } from '../evidence/document-terms.ts';
import type { Unit } from '../evidence/scope.ts';
import { within } from '../question/periods.ts';
import type { Question } from '../question/parse-question.ts';
import { stemsOf } from '../question/words.ts';
import { formatDay, formatMoney } from './format.ts';

const asksDifference = /\bdifference\b|\b(?:by )?how much (?:\w+ ){0,2}?(?:more|less|higher|lower|dearer|cheaper|up|down)\b|\bhow much (?:did|does|do|will|has|is|was) .{1,40}\b(?:increase|decrease|rise|rose|risen|go(?:es|ne)? up|went up|fall|fell|drop(?:ped)?|change[ds]?)\b/;

/** What two sums of one line differ by, where the question asks how much more or less; null where the line has not two. */
export const differenceIn = (text: string, question: Question): string | null => {
  if (!asksDifference.test(question.folded)) return null;
  const found = findAmounts(text).filter((hit) => hit.currency !== null);
  const values = [...new Set(found.map((hit) => hit.value))];
  const currencies = new Set(found.map((hit) => hit.currency));
  if (values.length !== 2 || currencies.size !== 1) return null;
  return formatMoney(Math.abs(values[0]! - values[1]!), found[0]!.currency);
};

const mostShown = 8;

/** The days of a list's entries that the question counts, where it counts and the line is an entry of a list by days; null elsewhere. */
export const daysCounted = (unit: Unit, question: Question): string[] | null => {
  const { segment, document } = unit;
  if (!segment || !/\bhow (?:many|often)\b/.test(question.folded)) return null;
  const lines = (document.pages.find((page) => page.page === segment.page)?.text ?? '').split('\n');
  const entries = lines.flatMap((line) => {
    const [day] = findDates(line.trim().slice(0, 24), 'dmy');
    return day && day.start <= 6 && line.trim().split(/ {2,}|\t|\s\|\s/).length >= 2 ? [{ iso: day.iso, stems: stemsOf(line) }] : [];
  });
  const own = findDates(segment.text, 'dmy').map((hit) => hit.iso);
  if (entries.length < 2 || !entries.some((entry) => own.includes(entry.iso))) return null;
  const told = question.terms.filter((term) => !term.light && entries.some((entry) => holdsTerm(entry.stems, term) > 0));
  const { period } = question;
  const days = entries.filter((entry) => (period === null || within(entry.iso, period)) && told.every((term) => holdsTerm(entry.stems, term) > 0)).map((entry) => entry.iso);
  return days.length > 0 ? days : null;
};

/** What is reckoned from a line beside what it says itself: a difference, or how many such lines there are; empty where nothing is. */
export const reckonedFrom = (unit: Unit, question: Question): string => {
  const hindi = question.language === 'hi';
  const difference = unit.segment ? differenceIn(unit.segment.text, question) : null;
  if (difference) return hindi ? `अंतर ${difference}: ` : `A difference of ${difference}: `;
  const days = daysCounted(unit, question);
  if (!days) return '';
  const listed = `${days.slice(0, mostShown).map((day) => formatDay(day, question.language)).join(', ')}${days.length > mostShown ? ' …' : ''}`;
  return hindi ? `सूची में ${String(days.length)}: ${listed}। ` : `${String(days.length)} in the list (${listed}): `;
};
