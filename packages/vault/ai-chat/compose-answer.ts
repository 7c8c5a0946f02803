import { answerFromUnits, alternatives, holderKey } from './answer/answer-from-units.ts';
import { describe } from './answer/describe.ts';
import { prints } from './answer/quotes.ts';
import { said } from './answer/phrases.ts';
import { ungrounded, type Reply } from './answer/reply.ts';
import type { ReadDocument } from './evidence/document-terms.ts';
import { findUnits, type Unit } from './evidence/find-units.ts';
import { rankDocuments, type Ranked, type Wanted } from './evidence/rank-documents.ts';
import { holds, wantedKind, type AnswerKind } from './evidence/value-kinds.ts';
import type { Question, Term } from './question/parse-question.ts';

/** True when the unit accounts for what the question asks: nothing that tells is missing, and a value of the asked kind is there. */
const accepted = (unit: Unit, question: Question): boolean => {
  const telling = question.terms.filter((term) => !term.light || term.proper);
  const missing = unit.missing.filter((term) => !term.light || term.proper);
  if (missing.some((term) => term.proper)) return false;
  if (missing.length > (telling.length >= 5 ? 1 : 0)) return false;
  if (unit.field) return true;
  if (unit.segment!.opening || (unit.beside && unit.asked === null)) return false;
  const { text, form } = unit.segment!;
  const kind = wantedKind(question.folded);
  if (kind !== null && !meets(text, kind, form) && !(kind === 'duration' && unit.segment!.table && holds(text, 'number'))) return false;
  const [ask] = question.asked;
  if (ofCode(question) && !/\d/.test(text)) return false;
  if (!ask) return unit.inside >= (kind === null || unit.beside ? 0.3 : 0.15);
  if (unit.asked === null && unit.inside < (ask.kind === 'time' ? 0.15 : 0.5)) return false;
  if (ask.kind === 'time') return holds(text, 'time') && (unit.asked !== null || unit.inside >= 0.15);
  if (ask.kind === 'date') return meets(text, 'date', form) && (unit.asked !== null || unit.inside >= 0.8);
  if (ask.kind === 'amount' || ask.kind === 'number') return meets(text, ask.kind, form);
  return unit.asked !== null;
};

/** "What is the EIN of …" asks for a number that goes by its initials. */
const ofCode = (question: Question): boolean => /^what(?:'s| is| was|’s) (?:(?:the|my|our|[\p{L} ]+['’]s) )?[A-Z]{2,6}(?: (?:of|on|in|for|at)\b|\s*\?|$)/u.test(question.message.replace(/^W/, 'w'));

/** A length of time answers "when" as well, and a line of a form may leave the currency out. */
const meets = (text: string, kind: Exclude<AnswerKind, null>, form: boolean): boolean =>
  holds(text, kind) || (kind === 'date' && (holds(text, 'duration') || holds(text, 'time'))) || (kind === 'duration' && holds(text, 'date')) || (kind === 'amount' && form && /\d{2}/.test(text));

/** A sentence that says that the vault does not hold it, with what is near. */
export const refuse = (question: Question, near: readonly { title: string }[], language = question.language): Reply => {
  const titles = [...new Set(near.map((one) => `“${one.title}”`))].slice(0, 3);
  return ungrounded(titles.length > 0 ? `${said.nothing[language]} ${said.nearest[language]} ${titles.join(', ')}.` : said.nothing[language]);
};

/** Where the line chosen prints a field that was asked for, the field: it says the same without what else is on the line. */
const sameInField = (unit: Unit, units: readonly Unit[]): Unit | null => {
  if (!unit.segment || !unit.asked) return null;
  const { segment, asked, document } = unit;
  return units.find((other) => other.document.id === document.id && other.field !== null && other.asked?.key === asked.key && prints(segment.text, other.field.value)) ?? null;
};

const events = new Set(['medical_report', 'prescription', 'vaccination_record', 'receipt', 'invoice', 'travel_itinerary']);

/** "When did Denise have her MRI": the day of the one paper that tells of it, where no line of it says both. */
const eventDay = (question: Question, ranked: readonly Ranked[]): Unit | null => {
  const [best] = ranked;
  if (!best || best.mentioned || question.asked.length > 0 || wantedKind(question.folded) !== 'date' || !events.has(best.document.type)) return null;
  const subject = question.terms.filter((term) => !term.light);
  if (subject.length === 0 || !subject.every((term) => best.document.titleStems.has(term.stem) || (term.proper && best.document.bodyStems.has(term.stem)))) return null;
  const field = ['collectionDate', 'startDate', 'issueDate'].flatMap((name) => best.document.fields.filter((one) => one.name === name))[0];
  return field ? { document: best.document, field, asked: null, segment: null, score: best.score, share: 1, inside: 1, missing: [], beside: false } : null;
};

const ofPeople = new Set(['passport', 'national_id', 'tax_id', 'driving_licence', 'visa', 'birth_certificate', 'marriage_certificate', 'degree_certificate']);

/** What a paper of another kind says about the one asked for: the warranty in a quotation. Only a clause that has every word. */
const demoted = (question: Question, documents: readonly ReadDocument[], wanted: Wanted, today: string, note: string): Reply | null => {
  if (question.nouns.length === 0 || question.nouns.some((noun) => ofPeople.has(noun.types[0]!)) || question.terms.every((term) => term.light)) return null;
  const named = question.nouns.flatMap((noun) => noun.words).map((stem): Term => ({ text: stem, stem, alike: [stem], proper: false, light: false, joined: false, hinted: [] }));
  const wide: Question = { ...question, nouns: [], terms: [...question.terms, ...named] };
  const units = findUnits(rankDocuments(documents, wide, wanted), wide, wanted).filter((unit) => unit.segment !== null && unit.inside >= 0.6 && named.every((term) => unit.segment!.stems.has(term.stem)) && accepted(unit, wide));
  return units[0] ? answerFromUnits(units, [units[0]], wide, today, note) : null;
};

/**
 * Makes the answer out of the evidence, word for word from it. A model could stand here instead: it would get the same
 * question and the same documents, and its citations would have to be found in them.
 */
export const composeAnswer = (question: Question, documents: readonly ReadDocument[], wanted: Wanted, today: string, note: string): Reply => {
  const ranked = rankDocuments(documents, question, wanted);
  const empty = question.terms.every((term) => term.light) && question.asked.length === 0;
  if (empty && question.nouns.length === 0 && question.hints.length === 0) return refuse(question, []);
  if (empty && question.intent.kind === 'ask' && ranked[0] && !ranked[0].mentioned) return describe(ranked[0].document, question);
  const units = findUnits(ranked, question, wanted);
  const good = units.filter((unit) => accepted(unit, question));
  const [first] = good;
  const chosen = first && (sameInField(first, units) ?? first);
  const near = ranked.slice(0, 3).filter(({ score }) => score > 0.6).map(({ document }) => document);
  const event = chosen ? null : eventDay(question, ranked);
  if (event) return answerFromUnits([event], [event], question, today, note);
  if (!chosen) return demoted(question, documents, wanted, today, note) ?? refuse(question, near);
  return answerFromUnits(units, alternatives(good, chosen, question, holderKey), question, today, note);
};
