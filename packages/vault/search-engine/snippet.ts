import { maskIdentityNumbersInText } from '../understanding/identifiers/mask.ts';
import { codesOf, wordsOf } from './analyse-text.ts';
import { foldText } from './fold-text.ts';
import type { Stem } from './stem-word.ts';

const width = 240;
const mostMarks = 150;

const escape = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** Folding keeps the length of most texts; where it does not, places are not known and the text is shown without marks. */
const foldInPlace = (text: string): string => {
  const folded = foldText(text);
  if (folded.length === text.length) return folded;
  return [...text].map((character) => {
    const one = foldText(character);
    return one.length === character.length ? one : one.length > character.length ? one.slice(0, character.length) : one.padEnd(character.length, ' ');
  }).join('');
};

type Mark = { start: number; end: number; weight: number };

/**
 * About 240 characters of a passage around its best matches, as HTML: text escaped, matches in `<mark>`. Identity numbers
 * are masked first, those in `known` as well as those that show by their shape.
 */
export const snippetOf = (passage: string, weights: ReadonlyMap<string, number>, stem: Stem, known: readonly string[], numbers: readonly string[] = []): string => {
  const text = maskIdentityNumbersInText(passage.replace(/\s+/g, ' ').trim(), known);
  const folded = foldInPlace(text);
  const marks: Mark[] = wordsOf(folded, stem).flatMap((word) => {
    const weight = weights.get(word.stem);
    return weight === undefined ? [] : [{ start: word.start, end: word.end, weight }];
  });
  for (const code of codesOf(folded)) if (numbers.some((number) => code.bare.includes(number))) marks.push({ start: code.start, end: code.end, weight: 5 });
  marks.sort((a, b) => a.start - b.start || b.end - a.end);
  marks.splice(mostMarks);
  let from = 0;
  let best = -1;
  for (const mark of marks) {
    const inside = marks.filter((other) => other.start >= mark.start && other.end <= mark.start + width - 40);
    const worth = inside.reduce((sum, other) => sum + other.weight, 0);
    if (worth > best) [best, from] = [worth, Math.max(0, mark.start - 30)];
  }
  if (from > 0) from = Math.max(0, text.lastIndexOf(' ', from) + 1);
  let to = Math.min(text.length, from + width);
  if (to < text.length) to = Math.max(from + width / 2, text.lastIndexOf(' ', to));
  let html = from > 0 ? '… ' : '';
  let at = from;
  for (const mark of marks) {
    if (mark.start < at || mark.end > to) continue;
    html += `${escape(text.slice(at, mark.start))}<mark>${escape(text.slice(mark.start, mark.end))}</mark>`;
    at = mark.end;
  }
  return `${html}${escape(text.slice(at, to))}${to < text.length ? ' …' : ''}`.toWellFormed();
};
