import type { DocumentType } from '@docuvault/core/vocabulary.ts';

/** What kind of value stands behind a label. `period` gives a start and an end; `stop` gives nothing and only ends the value before it. */
export type Kind = 'date' | 'amount' | 'person' | 'party' | 'id' | 'text' | 'period' | 'month' | 'sex' | 'rate' | 'term' | 'stop';

/** Labels of one field. `weight` (0..1, default 1) scales confidence and decides between rivals; `pick` says which amount of a row counts. */
export type Rule = { field: string; kind: Kind; labels: string; weight?: number; pick?: 'first' | 'last'; prose?: boolean };

/** Rules of a type, or of all types ("*"); a type's own rule wins over the common one for the same label. */
export type RuleSet = { type: DocumentType | '*'; rules: readonly Rule[] };

export function date(field: string, labels: string, weight = 1): Rule {
  return { field, kind: 'date', labels, weight };
}
export function amount(field: string, labels: string, weight = 1, pick: 'first' | 'last' = 'first'): Rule {
  return { field, kind: 'amount', labels, weight, pick };
}
export function person(field: string, labels: string, weight = 1): Rule {
  return { field, kind: 'person', labels, weight };
}
export function party(field: string, labels: string, weight = 1): Rule {
  return { field, kind: 'party', labels, weight };
}
export function id(field: string, labels: string, weight = 1): Rule {
  return { field, kind: 'id', labels, weight };
}
export function text(field: string, labels: string, weight = 1): Rule {
  return { field, kind: 'text', labels, weight };
}
export function period(labels: string, weight = 1): Rule {
  return { field: 'period', kind: 'period', labels, weight };
}
export function stop(labels: string): Rule {
  return { field: '', kind: 'stop', labels };
}
