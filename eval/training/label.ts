import { answerFromUnits } from '@docuvault/vault/ai-chat/answer/answer-from-units.ts';
import { prints } from '@docuvault/vault/ai-chat/answer/quotes.ts';
import type { Unit } from '@docuvault/vault/ai-chat/evidence/scope.ts';
import type { FamilyQuestion } from '@docuvault/vault/ai-chat/fixtures/question.ts';
import type { Question } from '@docuvault/vault/ai-chat/question/parse-question.ts';
import type { TrainingQuestion } from './read-household.ts';

const squashed = (text: string): string => text.toLowerCase().replace(/[’‘]/g, "'").replace(/(?<=\d),(?=\d)/g, '').replace(/\s+/g, ' ').trim();

/** True where the text says one of the accepted values; a bare number only as a whole one. */
export const saysOne = (text: string, values: readonly string[]): boolean => {
  const said = squashed(text);
  return values.some((value) => {
    const wanted = squashed(value);
    if (!/^[\d.]+$/.test(wanted)) return said.includes(wanted);
    for (let at = said.indexOf(wanted); at >= 0; at = said.indexOf(wanted, at + 1)) if (!/\d/.test(said[at - 1] ?? '') && !/^\d|^\.(?!0+(?!\d))\d/.test(said.slice(at + wanted.length))) return true;
    return false;
  });
};

/** Where the words stand in a page, whatever the gaps between them: start and end, or null. */
const findLine = (page: string, line: string): { start: number; end: number } | null => {
  const words = line.split(/\s+/).filter(Boolean).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const match = words.length === 0 ? null : new RegExp(words.join('\\s+')).exec(page);
  return match ? { start: match.index, end: match.index + match[0].length } : null;
};

/** True where a row of the page that prints the value lies on the line. */
const printedOn = (page: string, at: { start: number; end: number }, value: string): boolean => {
  let start = 0;
  for (const row of page.split('\n')) {
    if (start < at.end && start + row.length > at.start && prints(row, value)) return true;
    start += row.length + 1;
  }
  return false;
};

/** 1 for what gives the answer, 0.5 for what says it in another place of the right paper, 0 for anything else. */
export const rightnessOf = ({ paper, values, line }: TrainingQuestion) => (unit: Unit, key: string): number => {
  if (key !== paper) return 0;
  const { field, segment, document: { pages } } = unit;
  if (field) {
    if (!values.some((one) => prints(one, field.value) || prints(field.value, one)) && !saysOne(field.value, values)) return 0;
    const places = pages.flatMap(({ text }) => { const at = findLine(text, line); return at ? [{ text, at }] : []; });
    return places.length === 0 || places.some(({ text, at }) => printedOn(text, at, field.value)) ? 1 : 0.5;
  }
  if (!saysOne(segment!.text, values)) return 0;
  const at = findLine(pages.find(({ page }) => page === segment!.page)?.text ?? '', line);
  return at && segment!.start < at.end && segment!.end > at.start ? 1 : 0.5;
};

/** 1 for what makes an answer that says all that the room's own test asks for. */
export const fulfils = ({ says = [], cites = [] }: FamilyQuestion) => (unit: Unit, key: string, question: Question): number => {
  if (cites.length > 0 && !cites.includes(key)) return 0;
  const { text } = answerFromUnits([unit], [unit], question, '2026-01-15', '');
  return says.every((part) => (part instanceof RegExp ? part.test(text) : squashed(text).includes(squashed(part)))) ? 1 : 0;
};
