import type { AskedField } from '../question/asked-field.ts';
import type { Question, Term } from '../question/parse-question.ts';
import type { Field } from './candidates.repository.ts';
import { holdsTerm, type ReadDocument } from './document-terms.ts';
import type { Segment } from './segments.ts';
import { wantedKind, type AnswerKind } from './value-kinds.ts';
import type { Features } from './weights.ts';

/** One thing that may be the answer: a field's value, or a segment of a page. Its score is above 0 where it is believed. */
export type Unit = { document: ReadDocument; score: number; features: Features; field: Field | null; asked: AskedField | null; segment: Segment | null; /** Terms of the question that neither it nor its document has. */ missing: readonly Term[] };

/** Words of captions that tell little beside others. */
export const generic: ReadonlySet<string> = new Set(['amount', 'date', 'number', 'name', 'code', 'valu', 'total', 'type', 'end', 'start', 'due', 'expir', 'issu']);

/** True when the word is part of what the document is called, and so tells nothing of what is asked about it. */
export const names = (document: ReadDocument, term: Term): boolean => holdsTerm(document.nameStems, term) > 0 || term.hinted.includes(document.type);

/** What is looked for, the same for all documents. */
export type Scope = { question: Question; weightsOf: ReadonlyMap<Term, number>; kind: AnswerKind; people: string[]; names: ReadonlySet<string> };

/** The kind of value that the question wants, by its words or by the field that it asks for. */
export const kindOf = (question: Question): AnswerKind => {
  const said = wantedKind(question.folded);
  if (said !== null) return said;
  const [ask] = question.asked;
  if (ask?.kind === 'number') return 'code';
  if (ask?.key === 'findings') return 'finding';
  return ask && (ask.kind === 'date' || ask.kind === 'amount' || ask.kind === 'time') ? ask.kind : null;
};

/** A label's words that the question accounts for, of all that tell: names of those asked about do not, nor "date" beside another. */
export const labelShare = (label: readonly string[], scope: Scope, ask: AskedField | null): number => {
  const telling = label.filter((stem) => stem.length > 1 && !/^\d/.test(stem) && !scope.names.has(stem) && !(generic.has(stem) && label.some((other) => !generic.has(other) && !scope.names.has(other))));
  if (telling.length === 0) return 0;
  const { question } = scope;
  const met = telling.filter((stem) => question.stems.has(stem) || question.terms.some((term) => !term.proper && term.alike.includes(stem)) || (ask?.labels.includes(stem) ?? false));
  return met.length / telling.length;
};

/** 1 where the thing asked about ("which antibiotic", "how much is the fee") is not in it at all. */
export const headMissed = (question: Question, document: ReadDocument, here: (term: Term) => number): number => {
  const counted = /\bhow many\b/.test(question.folded);
  const heads = question.terms.filter((term) => question.head.has(term.stem) && (!term.light || counted) && !term.proper && !names(document, term));
  return heads.length > 0 && heads.every((term) => here(term) === 0) ? 1 : 0;
};

/** What is asked of this document: not its total where the question names an amount of another kind, such as a fee. */
export const askedOf = (document: ReadDocument, question: Question, own: (term: Term) => number): AskedField[] =>
  question.terms.some((term) => !term.light && question.head.has(term.stem) && own(term) === 0 && !names(document, term) && holdsTerm(document.identityStems, term) === 0)
    ? question.asked.filter((ask) => ask.key !== 'totalAmount') : question.asked;

/** What a paper states of its holder alone. */
const ofHolder: ReadonlySet<string> = new Set(['dateOfBirth', 'placeOfBirth', 'motherName', 'fatherName', 'spouseName']);

/** True where it is told of the paper's holder, and somebody else was asked about who is only named in it. */
export const isOfAnother = (ask: AskedField, features: Features, people: readonly string[]): boolean =>
  people.length > 0 && ofHolder.has(ask.key) && (features.person ?? 0) > 0 && features.person! <= 0.5;

/** Kinds that a paper states in figures or not at all: what has none cannot be the answer. */
export const exact: ReadonlySet<AnswerKind> = new Set<AnswerKind>(['code', 'phone', 'time', 'percent', 'finding']);
