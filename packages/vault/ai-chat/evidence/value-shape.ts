import { findAmounts } from '../../understanding/amounts/find-amounts.ts';
import { holds } from './value-kinds.ts';
import type { Unit } from './scope.ts';

/** What a possible answer looks like, whatever it says; by place. */
export const shapeNames = [
  'always', 'date', 'time', 'duration', 'amount', 'money', 'percent', 'number', 'quantity', 'size', 'code', 'phone', 'name', 'frequency', 'negated', 'bound', 'allowed', 'must', 'mail', 'weekday', 'place', 'person', 'condition', 'words',
  'short', 'long', 'field', 'pair', 'column', 'row', 'line', 'prose', 'heading', 'total', 'first', 'bare',
] as const;

const tests: readonly (readonly [(typeof shapeNames)[number], RegExp])[] = [
  ['negated', /\b(?:not|no|never|without|except|exclud\w+|none|nil|neither|cannot|nicht|kein\w*)\b/i], ['bound', /\b(?:only|up to|maximum|minimum|at least|at most|not more than|limit\w*|within|before|until|till|by|from)\b/i],
  ['allowed', /\b(?:may|can|allowed|permitted|entitled|free|included|covered|available)\b/i], ['must', /\b(?:must|shall|required|has to|have to|should|need\w*|payable|prohibited|forbidden)\b/i],
  ['mail', /\S@\S|\bwww\.|https?:/i], ['weekday', /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\bdaily\b|\bweek(?:days?|ends?)\b/i],
  ['place', /\b(?:street|road|lane|avenue|nagar|floor|flat|house|block|sector|gate|wing|building|city|town|district|st\.|rd\.|p\.?o\.|office|school|hospital|clinic|hotel|station)\b/i],
  ['person', /\b(?:mr|mrs|ms|miss|dr|shri|sri|smt|prof|frau|herr)\b\.?/i], ['condition', /\b(?:if|when|unless|in case|provided|after|where)\b/i],
  ['total', /\b(?:total|sum|balance|net|gross|amount due|payable|summe|gesamt)\b/i],
];

/** The shape of a unit: one number of 0 to 1 for each of `shapeNames`. */
export const shapeOf = (unit: Unit): Float32Array => {
  const { segment, field } = unit;
  const text = segment ? segment.value ?? segment.text : field!.value;
  const whole = segment ? segment.text : field!.value;
  const words = text.split(/\s+/).length;
  const form = segment === null || segment.form;
  const is: Partial<Record<(typeof shapeNames)[number], boolean>> = {
    always: true, date: holds(text, 'date'), time: holds(text, 'time'), duration: holds(text, 'duration'), amount: holds(text, 'amount'), money: findAmounts(text).some((hit) => hit.currency !== null), percent: holds(text, 'percent'),
    number: /\d/.test(text), quantity: holds(text, 'quantity'), size: holds(text, 'size'), code: holds(text, 'code'), phone: holds(text, 'phone'), name: /\p{Lu}\p{Ll}+\.? \p{Lu}\p{L}+/u.test(text), frequency: holds(text, 'frequency'), words: !/\d/.test(text),
    short: words <= 3, long: words > 25, field: field !== null, pair: segment?.label !== undefined, column: segment?.column !== undefined, row: segment !== null && segment.table !== '', line: segment !== null && form && segment.label === undefined && !segment.table,
    prose: segment !== null && !form, heading: segment?.opening ?? false, first: segment !== null && segment.start < 120 && segment.page === 1, bare: /^[\d.,/ -]+$/.test(text),
  };
  for (const [name, pattern] of tests) is[name] = pattern.test(whole);
  return Float32Array.from(shapeNames, (name) => (is[name] ? 1 : 0));
};
