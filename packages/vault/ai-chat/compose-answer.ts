import { answerFromUnits, answerUnsurely, alternatives, holderKey } from './answer/answer-from-units.ts';
import { pickLines } from './answer/pick-lines.ts';
import { describe } from './answer/describe.ts';
import { prints } from './answer/quotes.ts';
import { said } from './answer/phrases.ts';
import { ungrounded, type Reply } from './answer/reply.ts';
import { amongPapers, type ReadDocument } from './evidence/document-terms.ts';
import { findUnits } from './evidence/find-units.ts';
import type { Unit } from './evidence/scope.ts';
import type { Encode } from './evidence/relatedness.ts';
import { rankDocuments, type Wanted } from './evidence/rank-documents.ts';
import { wantedKind } from './evidence/value-kinds.ts';
import type { Question } from './question/parse-question.ts';

/** A sentence that says that the vault does not hold it, with what is near. */
export const refuse = (question: Question, near: readonly { id: string; title: string }[], language = question.language): Reply => {
  const titles = [...new Set(near.map((one) => `“${one.title}”`))].slice(0, 3);
  if (titles.length === 0) return ungrounded(said.nothing[language]);
  return { ...ungrounded(`${said.nothing[language]} ${said.nearest[language]} ${titles.join(', ')}.`), named: near.map(({ id }) => id) };
};

/** Says whom the question was taken to be about, where only the answer's document tells. */
export const takenFor = (question: Question, name: string): string =>
  question.language === 'hi' ? `मान लिया कि आपका आशय ${name} से है।` : `I take your ${question.relation ?? 'relative'} to be ${name}.`;

/** Where the line chosen prints a field that was asked for, the field: it says the same without what else is on the line. */
const sameInField = (unit: Unit, units: readonly Unit[]): Unit | null => {
  if (!unit.segment || !unit.asked) return null;
  const { segment, asked, document } = unit;
  return units.find((other) => other.document.id === document.id && other.field !== null && other.asked?.key === asked.key && prints(segment.text, other.field.value)) ?? null;
};

/** The question with the words that it has, where none of them but those that papers may leave out tells what is asked. */
const telling = (question: Question): Question => {
  const { terms, asked, nouns, hints, pronoun, continues } = question;
  if (asked.length > 0 || nouns.length > 0 || hints.length > 0 || pronoun || continues || terms.some((term) => !term.light)) return question;
  return { ...question, terms: terms.map((term) => ({ ...term, light: false })) };
};

/**
 * Makes the answer out of the evidence, word for word from it. Where a model may be asked (`model/answer-by-model.ts`), it gets the same
 * question and the same documents, and this answer stands wherever its own does not hold against them.
 */
export const composeAnswer = async (asked: Question, documents: readonly ReadDocument[], wanted: Wanted, today: string, note: string, encode: Encode): Promise<Reply> => {
  const question = amongPapers(telling(asked), documents);
  const ranked = rankDocuments(documents, question, wanted);
  const empty = question.terms.every((term) => term.light) && question.asked.length === 0;
  if (empty && question.nouns.length === 0 && question.hints.length === 0 && ((wanted.names.length === 0 && wanted.recent.length === 0) || wantedKind(question.folded) === null)) return refuse(question, []);
  const fits = ranked[0] && !ranked[0].features.wrongKind && !ranked[0].features.wrongTime;
  if (empty && question.intent.kind === 'ask' && (question.nouns.length > 0 || question.hints.length > 0 || ranked[0]?.features.recent === 1) && wantedKind(question.folded) === null && !/^(?:and )?(?:where|when|who|how|in which|on which)\b/.test(question.folded) && ranked[0] && fits && !ranked[0].mentioned) return describe(ranked[0].document, question);
  const units = await findUnits(ranked, question, wanted, today, encode);
  const leaning = (question.pronoun || question.continues) && question.terms.every((term) => !term.proper) && documents.every(({ id }) => wanted.recent.includes(id));
  const choice = pickLines(units, leaning);
  const near = ranked.slice(0, 3).filter(({ features }) => !features.wrongKind && !features.stranger).map(({ document }) => document);
  if (!choice) return refuse(question, near);
  const first = choice.units[0]!;
  const chosen = sameInField(first, units) ?? first;
  const taken = wanted.relative && chosen.document.holder ? takenFor(question, chosen.document.holder) : note;
  const ofEach = alternatives(units.filter((unit) => unit.score > 0), chosen, question, holderKey);
  if (choice.sure || ofEach.length > 1) return answerFromUnits(units, ofEach, question, today, taken);
  return answerUnsurely([chosen, ...choice.units.slice(1)], question, today, taken);
};
