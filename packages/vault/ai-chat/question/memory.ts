import { findNouns, type FoundNoun } from './document-nouns.ts';
import type { Question } from './parse-question.ts';
import type { Relation } from './people.ts';
import { wordsOf } from './words.ts';

/** What a conversation remembers: the documents last spoken of, who is who, and the last question as it was understood. */
export type Memory = { documents: string[]; relations: Partial<Record<Relation, string>>; last: Slots | null };

type Slots = Pick<Question, 'nouns' | 'hints' | 'category' | 'asked' | 'qualified' | 'period' | 'names' | 'relation' | 'self' | 'terms' | 'order' | 'folded'> & { intent: { kind: Question['intent']['kind']; words: string[]; next: boolean } };

export const emptyMemory: Memory = { documents: [], relations: {}, last: null };

/** Reads stored state; what is not of our making is forgotten. */
export const readMemory = (state: unknown): Memory => {
  if (state === null || typeof state !== 'object') return emptyMemory;
  const { documents, relations, last, form } = state as Record<string, unknown>;
  if (form !== 2 || !Array.isArray(documents)) return emptyMemory;
  return { documents: documents as string[], relations: (relations ?? {}) as Memory['relations'], last: (last ?? null) as Slots | null };
};

/** The state to store. */
export const writeMemory = (memory: Memory): Record<string, unknown> => ({ form: 2, ...memory });

export const slotsOf = (question: Question): Slots => {
  const { nouns, hints, category, asked, qualified, period, names, relation, self, terms, order, folded, intent } = question;
  return { nouns, hints, category, asked, qualified, period, names, relation, self, terms, order, folded, intent: { ...intent, words: [...intent.words] } };
};

/** A question completed by the conversation. `focus` are the documents it speaks of, `without` those it does not mean. */
export type Resolved = { question: Question; focus: string[]; without: string[] };

const personOf = (from: Pick<Slots, 'names' | 'relation' | 'self'>) => ({ names: from.names, relation: from.relation, self: from.self });

/** "What about the car?" after a question on a health policy: the noun that both make together, or null. */
const anotherKind = (question: Question, last: Slots): FoundNoun[] | null => {
  const kind = last.nouns[0]?.words.at(-1);
  if (!kind || question.nouns.length > 0 || question.asked.length > 0 || question.terms.length === 0 || question.terms.length > 2) return null;
  const found = findNouns(wordsOf(`${question.terms.map((term) => term.text).join(' ')} ${kind}`)).filter((noun) => !noun.soft && noun.words.length > 1);
  return found.length > 0 ? found : null;
};

/** True for "and of Coolblue?" and "what about the Kreuzberg one?", which ask the same of something else. */
const isAnotherSubject = ({ continues, asked, terms, folded }: Question): boolean =>
  continues && asked.length === 0 && terms.length > 0 && terms.length <= 3 && (terms.every((term) => term.proper) || /\bthe (?:\w+ ){1,3}one\b|^(?:and|what about|how about)(?: the one)? (?:of|from|by|at) /.test(folded));

/** Fills in what a short question leaves out: "and my husband's?", "what about 2024?", "when does it expire?", "how much in total?". */
export const resolveFollowUp = (question: Question, memory: Memory): Resolved => {
  const alone = { question, focus: [], without: [] };
  const { last } = memory;
  if (!last) return alone;
  const subject = question.nouns.length > 0 || question.terms.some((term) => !term.light) || question.category !== null;
  const someone = question.names.length > 0 || question.relation !== null || question.self;
  const aggregate = question.intent.kind !== 'ask';
  const short = question.folded.split(/\s+/).length <= 7;
  const person = someone ? personOf(question) : personOf(last);
  const inherited = { category: last.category, hints: last.hints, order: question.order ?? last.order, period: question.period ?? last.period };
  const lastIntent = { ...last.intent, words: new Set(last.intent.words) };

  if (aggregate) {
    if (subject || !(short || question.pronoun || question.continues)) return alone;
    const ofThem = question.intent.kind === 'most' || question.intent.kind === 'least';
    return { ...alone, question: { ...question, ...inherited, ...person, nouns: last.nouns, terms: ofThem ? last.terms.filter((term) => !term.proper) : last.terms } };
  }
  if (question.other) {
    return { question: { ...question, ...inherited, nouns: question.nouns.length > 0 ? question.nouns : last.nouns, asked: question.asked.length > 0 ? question.asked : last.asked, terms: [], names: [], relation: null, self: false, period: null, intent: lastIntent, qualified: last.qualified, folded: `${question.folded} ${last.folded}` }, focus: [], without: memory.documents };
  }
  const nothingAsked = question.asked.length === 0 && (question.terms.length === 0 || (question.continues && question.nouns.length > 0 && question.terms.every((term) => term.light)));
  if (nothingAsked && (question.continues || (short && (someone || question.period !== null) && question.nouns.length === 0) || (short && question.nouns.length === 0 && question.pronoun))) {
    const swapped = question.nouns.length > 0;
    const terms = swapped ? (last.asked.length > 0 ? [] : last.terms.filter((term) => !term.proper)) : last.terms.filter((term) => !(someone && term.proper));
    return { question: { ...question, ...inherited, ...person, nouns: swapped ? question.nouns : last.nouns, asked: last.asked, qualified: last.qualified, terms, intent: lastIntent, period: question.period ?? (swapped || someone ? last.period : last.period), folded: `${last.folded} ${question.folded}` }, focus: [], without: [] };
  }
  if (isAnotherSubject(question) && last.intent.kind === 'ask' && last.asked.length > 0) {
    return { question: { ...question, ...inherited, hints: [], nouns: question.nouns.length > 0 ? question.nouns : last.nouns, asked: last.asked, qualified: last.qualified, terms: [...last.terms.filter((term) => !term.proper), ...question.terms], intent: lastIntent, pronoun: false, folded: `${last.folded} ${question.folded}` }, focus: [], without: [] };
  }
  const swapped = question.continues ? anotherKind(question, last) : null;
  if (swapped) return { question: { ...question, ...inherited, ...person, nouns: swapped, hints: [], asked: last.asked, qualified: last.qualified, terms: last.asked.length > 0 ? [] : last.terms.filter((term) => !term.proper), intent: lastIntent, folded: `${last.folded} ${question.folded}` }, focus: [], without: [] };
  if (question.nouns.length === 0 && (question.pronoun || question.continues || (short && !someone && question.terms.every((term) => !term.proper)))) {
    const sameKind = question.continues && question.terms.length > 0 && question.asked.length === 0;
    return { question: { ...question, hints: [...question.hints, ...last.hints], asked: sameKind ? last.asked.filter((ask) => ask.kind === 'amount') : question.asked, names: someone ? question.names : [], relation: someone ? question.relation : null }, focus: memory.documents, without: [] };
  }
  if (question.pronoun && question.nouns.length > 0 && /\b(?:this|that|same|these|those)\b/.test(question.folded)) return { ...alone, focus: memory.documents };
  return alone;
};
