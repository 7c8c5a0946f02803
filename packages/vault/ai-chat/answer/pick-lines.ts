import type { Unit } from '../evidence/scope.ts';
import { prints } from './quotes.ts';

/** What is answered with: one line that is believed, or up to three of which one may be it. */
export type Choice = { sure: boolean; units: Unit[] };

const most = 3;
/** What the first must reach: scores are logarithms of odds against there being no answer, as the weights were fitted. */
const floor = 0;
/** Below this the first is right in four of ten on papers that nobody tuned on: it is said to be unsure. */
const certain = 1.5;
/** How much flatter the odds between lines are on papers that the weights have not seen than on those they were fitted to. */
const temper = 1.6;
/** The share of belief that the lines shown hold together. */
const enough = 0.75;

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
export const pickLines = (units: readonly Unit[]): Choice | null => {
  const [first] = units;
  if (!first || first.score <= floor) return null;
  const apart: Unit[] = [];
  for (const unit of units) if (apart.every((other) => !saysTheSame(unit, other))) apart.push(unit);
  const odds = apart.map((unit) => Math.exp((unit.score - first.score) / temper));
  const all = odds.reduce((sum, one) => sum + one, 0);
  let shown = 0;
  let held = 0;
  while (shown < Math.min(most, apart.length) && held < all * enough) {
    held += odds[shown]!;
    shown += 1;
  }
  return { sure: shown === 1 && first.score >= certain, units: apart.slice(0, shown) };
};
