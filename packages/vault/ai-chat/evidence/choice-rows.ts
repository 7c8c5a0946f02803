import type { Question } from '../question/parse-question.ts';
import { wordsOf } from '../question/words.ts';
import { alignTo, type Aligned } from './alignment.ts';
import type { Ranked } from './rank-documents.ts';
import type { Scope, Unit } from './scope.ts';
import { shapeOf } from './value-shape.ts';
import { weigh, weights, type FeatureName } from './weights.ts';
import { wordTable } from './word-table.ts';

/** A possible answer as the learned choice sees it: its features, and what it looks like. */
export type ChoiceRow = { unit: Unit; x: Float32Array; shape: Float32Array };

const ruled = (Object.keys(weights) as FeatureName[]).filter((name) => !['meaning', 'nearest', 'related', 'older', 'bygone'].includes(name));
const aligned: readonly (keyof Aligned)[] = ['own', 'withAbove', 'withPaper', 'caption', 'back', 'weakest', 'met', 'beside', 'head', 'exact', 'about'];
const among = ['byRules', 'belowOwn', 'belowAbove', 'belowAbout', 'place', 'belowFirst', 'many', 'paperAbove', 'paperAbout', 'paperAboveGap', 'paperAboutGap', 'order'] as const;

/** The features' names, in their order. */
export const choiceNames: readonly string[] = [...ruled, ...aligned, ...among];

/** How many are looked at closely: the best by the rules, and the best by the likeness of their words. */
const [byRules, byWords] = [60, 30];
/** How much of what a missing word costs is made up for before likeness is asked. */
const hope = 2;

/** What the learned choice knows of the question itself: its words, its first words in pairs, and what kind of thing it asks for. */
export const cluesOf = (question: Question, kind: string | null): string[] => {
  const keys = wordsOf(question.folded).map((word) => word.key);
  return [...new Set([...keys, ...keys.slice(0, 3).map((key, i) => `${key}_${keys[i + 1] ?? ''}`), `first:${keys[0] ?? ''}`, `kind:${kind ?? ''}`, ...question.asked.slice(0, 1).map((ask) => `ask:${ask.key}`), '*'])];
};

/** The likeliest of the possible answers, with all that the learned choice weighs. */
export const choiceRows = (units: readonly Unit[], ranked: readonly Ranked[], scope: Scope): ChoiceRow[] => {
  const { question } = scope;
  const people = new Set([...scope.names, ...question.names.flatMap((name) => wordsOf(name).map((word) => word.stem))]);
  const align = alignTo(question, ranked.map(({ document }) => document), people, wordTable);
  const all = units.map((unit) => ({ unit, aligned: align(unit), rules: weigh({ ...unit.features, meaning: 0.45, nearest: 0.1 }) + ((unit.features.lost ?? 0) + (unit.features.lostVerb ?? 0)) * hope }));
  const chosen = [...new Set([
    ...[...all].sort((a, b) => b.rules - a.rules).slice(0, byRules),
    ...[...all].sort((a, b) => b.aligned.about + b.aligned.withPaper - a.aligned.about - a.aligned.withPaper).slice(0, byWords),
  ])];
  const most = (some: readonly (typeof all)[number][], name: keyof Aligned): number => some.reduce((best, one) => Math.max(best, one.aligned[name]), 0);
  const [own, above, about] = [most(all, 'own'), most(all, 'withAbove'), most(all, 'about')];
  const papers = new Map(ranked.map(({ document, score }, place) => [document, { place, score, rows: chosen.filter((one) => one.unit.document === document) }]));
  const best = new Map([...papers].map(([document, { rows }]) => [document, { above: most(rows, 'withAbove'), about: most(rows, 'about') }]));
  const order = new Map([...chosen].sort((a, b) => b.aligned.about + b.aligned.withPaper - a.aligned.about - a.aligned.withPaper).map((one, i) => [one, i]));
  const first = ranked[0]?.score ?? 0;
  return chosen.map((one) => {
    const paper = papers.get(one.unit.document)!;
    const top = best.get(one.unit.document)!;
    return { unit: one.unit, shape: shapeOf(one.unit), x: Float32Array.from([
      ...ruled.map((name) => one.unit.features[name] ?? 0), ...aligned.map((name) => one.aligned[name]),
      one.rules, one.aligned.own - own, one.aligned.withAbove - above, one.aligned.about - about, 1 / (1 + paper.place), paper.score - first, Math.log(1 + units.length),
      top.above, top.about, above - top.above, about - top.about, 1 / (1 + order.get(one)!),
    ]) };
  });
};
