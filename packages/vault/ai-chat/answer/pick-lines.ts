import type { Unit } from '../evidence/scope.ts';
import { prints } from './quotes.ts';

/** What is answered with: one line that is believed, or up to three of which one may be it. */
export type Choice = { sure: boolean; units: Unit[] };

const most = 3;
/** What the first must reach. Scores are logarithms of odds against there being no answer, of two ways of weighing halved: where both doubt, the line may still be it, and is said to be unsure. */
const floor = -1;
/** The same where the question leans on the papers that were just spoken of, and no others are looked at: then there mostly is an answer. */
const floorWithin = -3;
/** Below this the first is right in six of ten on papers that nothing was learned from: it is said to be unsure. */
const certain = 1.5;
/** The share of belief that the lines shown hold together. One line alone, where it holds as much, is right in nine of ten. */
const enough = 0.85;

/** True where both print the same: a value and the line it stands in, or two cuts of one line. */
export const saysTheSame = (one: Unit, other: Unit): boolean => {
  if (one.document.id !== other.document.id) return false;
  if (one.segment && other.segment) return one.segment.page === other.segment.page && one.segment.start < other.segment.end && other.segment.start < one.segment.end;
  if (one.field && other.field) return one.field.value === other.field.value;
  const [field, segment] = one.field ? [one.field, other.segment!] : [other.field!, one.segment!];
  return prints(segment.text, field.value);
};

/**
 * The lines to answer with out of what may answer, best first, or null where none is believed enough. As many as hold
 * most of the belief, no two of which say the same; sure where that is one, and it is well above the floor.
 */
export const pickLines = (units: readonly Unit[], leaning: boolean): Choice | null => {
  const [first] = units;
  if (!first || first.score <= (leaning ? floorWithin : floor)) return null;
  const apart: Unit[] = [];
  for (const unit of units) if (apart.every((other) => !saysTheSame(unit, other))) apart.push(unit);
  const odds = apart.map((unit) => Math.exp(unit.score - first.score));
  const all = odds.reduce((sum, one) => sum + one, 0);
  let shown = 0;
  let held = 0;
  while (shown < Math.min(most, apart.length) && held < all * enough) {
    held += odds[shown]!;
    shown += 1;
  }
  return { sure: shown === 1 && first.score >= certain, units: apart.slice(0, shown) };
};
