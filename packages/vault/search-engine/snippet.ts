import { maskIdentityNumbersInText } from '../understanding/identifiers/mask.ts';
import { codesOf, wordsOf } from './analyse-text.ts';
import { foldText } from './fold-text.ts';
import type { Stem } from './stem-word.ts';

const width = 240;
const lead = 40;
/** What is masked around the shown part, so that a number cut by its edge is still known for what it is. */
const margin = 60;

const escape = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** Folded without moving anything: where folding changes a character's length, that character is kept or cut to its place. */
const foldInPlace = (text: string): string => {
  const folded = foldText(text);
  if (folded.length === text.length) return folded;
  return [...text].map((character) => {
    const one = foldText(character);
    return one.length === character.length ? one : one.slice(0, character.length).padEnd(character.length, ' ');
  }).join('');
};

/** What a search looks for: stems with their weights, those of them that stand in the query itself (mended or not), and bare numbers. */
export type Wanted = { weights: ReadonlyMap<string, number>; asked: ReadonlySet<string>; numbers: readonly string[] };

type Mark = { start: number; end: number; weight: number; asked: boolean };

const marksIn = (folded: string, { weights, asked, numbers }: Wanted, stem: Stem): Mark[] => {
  const marks: Mark[] = [];
  for (const word of wordsOf(folded, stem)) {
    const weight = weights.get(word.stem);
    if (weight !== undefined) marks.push({ start: word.start, end: word.end, weight, asked: asked.has(word.stem) });
  }
  if (numbers.length > 0) {
    for (const code of codesOf(folded)) if (numbers.some((number) => code.bare.includes(number))) marks.push({ start: code.start, end: code.end, weight: 5, asked: true });
    marks.sort((a, b) => a.start - b.start || b.end - a.end);
  }
  return marks;
};

const askedFirst = (marks: readonly Mark[]): readonly Mark[] => (marks.some((mark) => mark.asked) ? marks.filter((mark) => mark.asked) : marks);

/** Where the 200 characters with most of the matches begin: of the query's own words, where the passage has any. */
const densest = (all: readonly Mark[]): number => {
  const marks = askedFirst(all);
  let best = 0;
  let most = 0;
  let sum = 0;
  let first = 0;
  for (const mark of marks) {
    sum += mark.weight;
    while (mark.end - marks[first]!.start > width - lead) sum -= marks[first++]!.weight;
    if (sum > most) [most, best] = [sum, marks[first]!.start];
  }
  return best;
};

/**
 * About 240 characters of a passage around its best matches, as HTML: text escaped, matches in `<mark>`. Identity numbers
 * are masked first, those in `known` as well as those that show by their shape. Related words are marked only where no
 * word of the query shows.
 */
export const snippetOf = (passage: string, wanted: Wanted, stem: Stem, known: readonly string[]): string => {
  const whole = passage.replace(/\s+/g, ' ').trim().toWellFormed();
  const near = Math.max(0, densest(marksIn(foldInPlace(whole), wanted, stem)) - lead / 2);
  const before = near === 0 ? 0 : Math.max(0, whole.lastIndexOf(' ', near - margin) + 1);
  const after = Math.min(whole.length, near + width + margin);
  const text = maskIdentityNumbersInText(whole.slice(before, after), known);
  let from = near - before;
  if (from > 0) from = text.lastIndexOf(' ', from) + 1;
  let to = Math.min(text.length, from + width);
  if (to < text.length) to = Math.max(from + width / 2, text.lastIndexOf(' ', to));
  const ends = after === whole.length && to >= text.length;
  let html = before + from > 0 ? '… ' : '';
  let at = from;
  const shown = marksIn(foldInPlace(text), wanted, stem).filter((mark) => mark.start >= from && mark.end <= to);
  for (const mark of askedFirst(shown)) {
    if (mark.start < at) continue;
    html += `${escape(text.slice(at, mark.start))}<mark>${escape(text.slice(mark.start, mark.end))}</mark>`;
    at = mark.end;
  }
  return `${html}${escape(text.slice(at, to))}${ends ? '' : ' …'}`.toWellFormed();
};
