import type { Question } from '../question/parse-question.ts';
import { alike } from '../question/synonyms.ts';
import { isScaffold, wordsOf, type Word } from '../question/words.ts';
import { fieldStems, type ReadDocument } from './document-terms.ts';
import type { Unit } from './scope.ts';
import type { Segment } from './segments.ts';
import type { WordTable } from './word-table.ts';

/** The likeness of a question and a possible answer, word by word. */
export type Aligned = { own: number; withAbove: number; withPaper: number; caption: number; back: number; weakest: number; met: number; beside: number; head: number; exact: number; about: number };

type Asked = { word: Word; place: number; alike: ReadonlySet<string>; weight: number; head: boolean };
type Said = { key: string; stem: string; place: number };

const told = (text: string, table: WordTable): Said[] => wordsOf(text).filter((word) => !isScaffold(word) && word.key.length > 1).map(({ key, stem }) => ({ key, stem, place: table.find(key) }));

/** Likenesses below this are of any two words. */
const floor = 0.12;

/**
 * Compares the words of a question with those of the possible answers: for each word of the question its likest in the
 * line, the line's caption, what stands above it, and the paper's name, weighted by how rare it is among the papers.
 */
export const alignTo = (question: Question, documents: readonly ReadDocument[], people: ReadonlySet<string>, table: WordTable): ((unit: Unit) => Aligned) => {
  const met = new Map<string, number>();
  let lines = 0;
  for (const document of documents) for (const segment of document.segments) {
    if (segment.label !== undefined) continue;
    lines += 1;
    for (const stem of segment.stems) met.set(stem, (met.get(stem) ?? 0) + 1);
  }
  const words = wordsOf(question.folded).filter((word) => !isScaffold(word) && !people.has(word.stem));
  const asked: Asked[] = words.map((word) => ({
    word, place: table.find(word.key), alike: new Set(alike(word.stem)), head: question.head.has(word.stem),
    weight: Math.min(1, Math.max(0.2, Math.log((2 + lines) / (1 + (met.get(word.stem) ?? 0))) / Math.log(2 + lines))),
  }));
  const known = asked.map(() => new Map<string, number>());
  const like = (i: number, said: Said): number => {
    const before = known[i]!.get(said.key);
    if (before !== undefined) return before;
    const { word, place, alike: others } = asked[i]!;
    const found = said.stem === word.stem || said.key === word.key ? 1
      : Math.max(others.has(said.stem) ? 0.8 : 0, place >= 0 && said.place >= 0 ? Math.max(0, (table.like(place, said.place) - floor) / (1 - floor)) : 0);
    known[i]!.set(said.key, found);
    return found;
  };
  const best = (i: number, some: readonly Said[]): number => some.reduce((most, said) => Math.max(most, like(i, said)), 0);
  const cache = new Map<string, Said[]>();
  const read = (text: string): Said[] => {
    let found = cache.get(text);
    if (!found) cache.set(text, found = told(text, table));
    return found;
  };
  const names = new Map(documents.map((document) => [document, asked.map((_, i) => best(i, read(`${document.title} ${document.fileName.replace(/[_.-]+|(?<=\p{Ll})(?=\p{Lu})/gu, ' ')} ${document.type.replaceAll('_', ' ')} ${document.fields.find((field) => field.name === 'issuer')?.value ?? ''}`)))]));
  const bests = new Map<string, number[]>();
  const bestOf = (text: string): number[] => {
    let found = bests.get(text);
    if (!found) bests.set(text, found = asked.map((_, i) => best(i, read(text))));
    return found;
  };
  const none = asked.map(() => 0);
  const total = asked.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const mean = (values: readonly number[]): number => values.reduce((sum, value, i) => sum + value * asked[i]!.weight, 0) / total;
  const share = (text: string): number => {
    const some = read(text).filter((said) => !/^\d/.test(said.key));
    return some.length === 0 ? 0 : some.reduce((sum, said) => sum + asked.reduce((most, _, i) => Math.max(most, like(i, said)), 0), 0) / some.length;
  };
  const around = (document: ReadDocument, segment: Segment): number[] => {
    const at = document.segments.indexOf(segment);
    const near = [document.segments[at - 1], document.segments[at + 1]].filter((one) => one !== undefined && one.page === segment.page && one.label === undefined);
    return near.length === 0 ? none : asked.map((_, i) => Math.max(...near.map((one) => bestOf(one!.text)[i]!)));
  };
  return ({ document, field, segment }) => {
    const own = bestOf(segment ? segment.text : `${fieldStems(field!.name, document.type).join(' ')} ${field!.value}`);
    const above = segment?.heading ? bestOf(segment.heading) : none;
    const withAbove = own.map((value, i) => Math.max(value, above[i]! * 0.9));
    const paper = names.get(document)!;
    const withPaper = withAbove.map((value, i) => Math.max(value, paper[i]! * 0.9));
    const beside = segment && segment.label === undefined ? around(document, segment) : none;
    const heads = asked.flatMap(({ head }, i) => (head ? [withAbove[i]!] : []));
    // Words that the paper's name does not account for: what is asked of it.
    const left = asked.flatMap(({ weight }, i) => (paper[i]! < 0.7 ? [{ weight, value: withAbove[i]! }] : []));
    const leftWeight = left.reduce((sum, one) => sum + one.weight, 0);
    return {
      own: mean(own), withAbove: mean(withAbove), withPaper: mean(withPaper), caption: segment ? (segment.label === undefined ? 0 : share(segment.label)) : share(fieldStems(field!.name, document.type).join(' ')),
      back: share(segment ? segment.text : field!.name), weakest: asked.length === 0 ? 0 : Math.min(...withPaper), met: asked.length === 0 ? 0 : withPaper.filter((value) => value > 0.55).length / asked.length,
      beside: mean(beside.map((value, i) => Math.max(0, value - withPaper[i]!))), head: heads.length === 0 ? 0.5 : Math.max(...heads), exact: asked.length === 0 ? 0 : own.filter((value) => value === 1).length / asked.length,
      about: leftWeight === 0 ? 0.5 : left.reduce((sum, one) => sum + one.weight * one.value, 0) / leftWeight,
    };
  };
};
