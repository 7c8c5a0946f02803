import { findDates } from '../../understanding/dates/find-dates.ts';
import type { Question } from '../question/parse-question.ts';
import { nameParts } from '../question/people.ts';
import { wordsOf } from '../question/words.ts';
import { rarities } from './document-terms.ts';
import { fieldUnits } from './field-units.ts';
import type { Ranked, Wanted } from './rank-documents.ts';
import { cosine, relate, type Encode } from './relatedness.ts';
import { kindOf, type Scope, type Unit } from './scope.ts';
import { segmentUnits } from './segment-units.ts';
import { weigh } from './weights.ts';

const compared = 40;
/** How much of what a missing word costs is made up for before meaning is asked. */
const hope = 2;

/** What a unit says, for comparison with the question. */
const spokenOf = (unit: Unit): string =>
  unit.field ? `${unit.field.name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()}: ${unit.field.value}` : [unit.segment!.above, unit.segment!.text].filter(Boolean).join(': ').slice(0, 260);

/** A question about what is still to come. */
const looksAhead = /\bnext\b|\b(?:is|are|do|does|must|should|will|can)\b.*\b(?:due|expire|renew|run|end|pay|valid|over|leave|start|again)/;

const daysIn = (unit: Unit): string[] => (unit.field ? [unit.field.value] : findDates(unit.segment!.text, 'dmy').map((hit) => hit.iso)).filter((day) => /^\d{4}-\d{2}-\d{2}$/.test(day));

/** The day that a table's row begins with, as books of accounts do; empty elsewhere. */
const rowDay = ({ segment, document }: Unit): string => {
  if (segment === null || (segment.table === '' && segment.column === undefined)) return '';
  const row = document.pages.find((page) => page.page === segment.page)?.text.slice(segment.start, segment.end) ?? '';
  const [day] = findDates(row.slice(0, 24), 'dmy');
  return day && day.start <= 6 ? day.iso : '';
};

/** The words that a unit says. */
const wordsSaid = (unit: Unit): string[] => wordsOf(unit.field ? spokenOf(unit) : `${unit.segment!.heading} ${unit.segment!.text}`).map((word) => word.key);

/** Fields and segments that may answer, best first; the likeliest by words are compared by meaning as well, and so are words of the question that they lack. */
export const findUnits = async (ranked: readonly Ranked[], question: Question, wanted: Wanted, today: string, encode: Encode): Promise<Unit[]> => {
  const scope: Scope = { question, weightsOf: rarities(ranked.map(({ document }) => document), question.terms), kind: kindOf(question), people: wanted.names.flatMap((name) => nameParts(name).slice(0, 1)), names: new Set(wanted.names.flatMap((name) => wordsOf(name).map((word) => word.stem))) };
  const units = ranked.flatMap((one) => [...fieldUnits(one, scope), ...segmentUnits(one, scope)]);
  for (const unit of units) unit.score = weigh({ ...unit.features, meaning: 0.45 }) + ((unit.features.lost ?? 0) + (unit.features.lostVerb ?? 0)) * hope;
  units.sort((a, b) => b.score - a.score);
  const likely = units.slice(0, compared);
  const said = likely.map(wordsSaid);
  const missing = likely.flatMap((unit) => unit.missing.map((term) => term.text.toLowerCase()));
  const [vectors, related] = await Promise.all([
    likely.length > 0 ? encode([question.folded.slice(0, 400), ...likely.map(spokenOf)]) : null,
    relate(missing, new Set(said.flat()), encode),
  ]);
  const near = vectors?.slice(1).map((vector) => cosine(vectors[0]!, vector));
  const nearest = near ? Math.max(...near) : 0;
  const ahead = (scope.kind === 'date' || scope.kind === 'deadline') && looksAhead.test(question.folded);
  const lastDay = (unit: Unit): string => daysIn(unit).reduce((last, day) => (day > last ? day : last), '');
  /** True where the other speaks of a later day than one that is over. */
  const isLater = (other: Unit, unit: Unit): boolean => { const day = lastDay(unit); return day !== '' && day < today && lastDay(other) > day; };
  const counts = scope.kind === 'amount' || scope.kind === 'number' || scope.kind === 'quantity';
  const days = counts && question.period === null && question.order !== 'earliest' ? likely.map(rowDay) : [];
  likely.forEach((unit, i) => {
    const { features } = unit;
    const day = days[i] ?? '';
    features.older = day !== '' && likely.some((other, j) => other.document === unit.document && other.segment?.column === unit.segment?.column && days[j]! > day && days[j]! <= today) ? 1 : 0;
    features.meaning = near?.[i] ?? 0.45;
    features.nearest = near ? nearest - near[i]! : 0.1;
    for (const term of unit.missing) {
      const word = term.text.toLowerCase();
      const here = related(word, said[i]!);
      features.related = Math.min(2, (features.related ?? 0) + here);
      if (features.headMiss && question.head.has(term.stem)) features.headMiss = 1 - here;
    }
    const over = /\bnext\b/.test(question.folded) && !unit.segment?.stems.has('next') && lastDay(unit) !== '' && lastDay(unit) < today;
    const overtaken = ahead && unit.asked !== null && likely.some((other) => other.document === unit.document && other.asked !== null && isLater(other, unit));
    features.bygone = ahead && over ? 2 : overtaken ? 1 : 0;
    unit.score = weigh(features);
  });
  likely.sort((a, b) => b.score - a.score);
  return likely;
};
