import { understandQuery } from '../../search-engine/understand-query.ts';
import type { Question } from '../question/parse-question.ts';
import { isMale, nameParts, relationWords, sameFirstName, samePerson, type Relation } from '../question/people.ts';
import { soundOf } from '../question/transliterate.ts';
import { within } from '../question/periods.ts';
import { alike } from '../question/synonyms.ts';
import { wordsOf } from '../question/words.ts';
import { holdsTerm, type ReadDocument } from './document-terms.ts';
import { weigh, type Features } from './weights.ts';

/** Whom the question is about, as far as it could be found out. `names` are alternatives; empty is anybody. `relative` is of the asker's kin, but nothing says who: not the asker, nor any of `others`. */
export type Wanted = { names: readonly string[]; self: string | null; recent: readonly string[]; relative: { relation: Relation; others: readonly string[] } | null };
/** `features` tell how well the document fits what the question says about where to look. */
export type Ranked = { document: ReadDocument; features: Features; score: number; /** The person asked about is only spoken of in it. */ mentioned: boolean };

const identityTypes = new Set(['passport', 'national_id', 'tax_id', 'driving_licence', 'visa', 'birth_certificate', 'degree_certificate', 'vaccination_record', 'payslip', 'medical_report', 'prescription']);

/** Papers of more than one person. */
const shared = new Set(['marriage_certificate', 'lease', 'contract', 'property_deed', 'insurance_policy', 'travel_itinerary', 'power_of_attorney', 'loan_agreement', 'will', 'birth_certificate']);

/** Papers of one month each: one of a whole year does not tell what a month came to. */
const billed = new Set(['utility_bill', 'payslip', 'invoice', 'receipt']);

/** Whose document it is: by holder and label, then by title. */
const holders = (document: ReadDocument): string[] => [document.holder, document.person].filter((name): name is string => Boolean(name));

/** How far the document is of a kind that the question names: 1 it is, 0 nothing named, -1 of another kind. */
const kindFit = (document: ReadDocument, question: Question): number => {
  if (question.nouns.length === 0) return 0;
  let best = -1;
  const marked = question.nouns.filter((noun) => noun.marks !== undefined);
  for (const noun of question.nouns) {
    if (noun.marks === undefined && marked.some((other) => other.types[0] === noun.types[0])) continue;
    const place = noun.types.indexOf(document.type as never);
    const shown = noun.marks === undefined || noun.marks.some((mark) => document.headStems.has(mark) || (mark.length >= 5 && [...document.headStems].some((stem) => stem.startsWith(mark))) || (mark !== 'home' && mark !== 'house' && alike(mark).some((other) => document.titleStems.has(other))));
    if (place >= 0 && shown) best = Math.max(best, place === 0 ? 1 : 0.85);
    else if (place < 0 && noun.words.every((word) => document.titleStems.has(word) || (noun.words.length > 1 && document.headStems.has(word)))) best = Math.max(best, 0.75);
  }
  return best;
};

/** True for a man, false for a woman, by how the paper addresses somebody; null where it does not tell. */
const addressedAs = (document: ReadDocument, name: string): boolean | null => {
  const last = nameParts(name).at(-1);
  if (last === undefined) return null;
  const said = new RegExp(`\\b(mr|shri|sri|herr|monsieur|mrs|ms|miss|smt|frau|madame|mme)\\.?\\s(?:[\\p{L}.]+\\s){0,2}${last}\\b`, 'iu').exec(document.pages[0]?.text.slice(0, 3000) ?? '')?.[1];
  return said === undefined ? null : /^(?:mr|shri|sri|herr|monsieur)$/i.test(said);
};

/** How far a document may be of a relative of whom nothing is known but that it is not the asker, nor anybody of another relation. */
const relativeFeatures = (document: ReadDocument, { relation, others }: NonNullable<Wanted['relative']>, self: string | null): Features => {
  if (relationWords(relation).some((word) => document.titleStems.has(word))) return { person: 1 };
  const own = holders(document);
  if (own.length === 0) return self !== null && document.segments.some((segment) => segment.value !== undefined && segment.value.length <= 60 && nameParts(segment.value).length > 1 && samePerson(segment.value, self)) ? { stranger: 1 } : {};
  if (self === null || own.some((name) => [self, ...others].some((other) => samePerson(name, other) || sameFirstName(name, other)))) return { stranger: 1 };
  const male = isMale(relation);
  const known = own.map((name) => addressedAs(document, name)).find((sex) => sex !== null) ?? null;
  return male !== null && known !== null && known !== male ? { stranger: 1 } : { person: 0.7 };
};

const personFeatures = (document: ReadDocument, question: Question, wanted: Wanted): Features | null => {
  const own = holders(document);
  if (wanted.names.length > 0) {
    if (wanted.names.some((name) => own.some((other) => samePerson(name, other)))) return { person: 1 };
    if (wanted.names.some((name) => own.some((other) => sameFirstName(name, other)))) return { person: 0.9 };
    if (wanted.names.some((name) => wordsOf(name).some((word, i) => i === 0 && document.titleStems.has(word.stem)))) return { person: 0.8 };
    const inText = wanted.names.some((name) => { const [first] = wordsOf(name); return first !== undefined && (document.bodyStems.has(first.stem) || [...document.bodyStems].some((stem) => /[\u0900-\u097f]/.test(stem) && soundOf(stem) === soundOf(first.stem))); });
    if (inText) return own.length === 0 ? { person: 0.4 } : shared.has(document.type) ? { person: 0.5 } : { mentioned: 1 };
    return identityTypes.has(document.type) ? null : { stranger: 1 };
  }
  if (wanted.relative) return relativeFeatures(document, wanted.relative, wanted.self);
  if (question.self && wanted.self !== null && own.length > 0) {
    if (own.some((name) => samePerson(name, wanted.self!))) return { self: 1 };
    if (own.some((name) => sameFirstName(name, wanted.self!))) return { self: 0.8 };
    return identityTypes.has(document.type) ? { stranger: 0.5 } : {};
  }
  return {};
};

/** "March 2025" as papers write it. */
const spoken = ({ year, month }: { year: number; month: number }): RegExp => {
  const name = new Date(Date.UTC(year, month - 1, 1)).toLocaleString('en', { month: 'long', timeZone: 'UTC' });
  return new RegExp(`\\b${name.slice(0, 3)}(?:${name.slice(3)})?[ .,'’-]*(?:${String(year)}|${String(year % 100).padStart(2, '0')})\\b|\\b${String(month).padStart(2, '0')}[-/]${String(year)}\\b`, 'i');
};

/** How well the document's days fit the time asked about: 1.4 to -1. */
const periodFit = (document: ReadDocument, question: Question): number => {
  const { period } = question;
  if (!period) return 0;
  if (period.month) {
    const said = spoken(period.month);
    if (said.test(document.title)) return 1.4;
    if (document.pages.some((page) => page.page === 1 && said.test(page.text.slice(0, 900)))) return 1.2;
  }
  const value = (name: string) => document.fields.find((field) => field.name === name)?.value;
  const start = value('startDate');
  const end = value('endDate') ?? value('expiryDate') ?? document.expiresOn;
  if (within(document.dated, period) || within(start, period)) return 1;
  const long = start && end && period.month && billed.has(document.type) && Date.parse(end) - Date.parse(start) > 62 * 86_400_000;
  if (start && end && !long && (period.to === null || start <= period.to) && (period.from === null || end >= period.from)) return 0.4;
  const year = (period.from ?? period.to)!.slice(0, 4);
  if (within(end, period)) return 0.3;
  const speaks = period.month ? document.pages.some((page) => spoken(period.month!).test(page.text)) : document.bodyStems.has(year);
  if (speaks) return billed.has(document.type) ? -0.4 : 0;
  return document.dated === null || document.type === 'other' ? -0.3 : -1;
};

/** The documents in which the answer may stand, the likeliest first. Identity papers of somebody else are left out. */
export const rankDocuments = (documents: readonly ReadDocument[], question: Question, wanted: Wanted): Ranked[] => {
  const ranked: Ranked[] = [];
  const meant = understandQuery(wordsOf(question.folded).map((word) => word.stem)).types;
  const strongest = Math.max(0, ...meant.values());
  const newest = question.order === 'earliest' ? 1 : -1;
  const days = [...new Set(documents.map((document) => document.dated ?? ''))].sort((a, b) => newest * a.localeCompare(b));
  const proper = question.terms.filter((term) => term.proper);
  const telling = question.terms.filter((term) => !term.light);
  const ofPerson = question.nouns.some((noun) => identityTypes.has(noun.types[0]!) || noun.types[0] === 'marriage_certificate');
  const unheld = !ofPerson && question.nouns.every((noun) => noun.marks === undefined) && documents.every((document) => kindFit(document, question) < 0);
  const subjectless = question.nouns.length === 0 && question.hints.length === 0 && telling.length === 0;
  for (const document of documents) {
    const recent = wanted.recent.includes(document.id) && (question.pronoun || question.continues || subjectless);
    const kind = kindFit(document, question);
    const person = personFeatures(document, question, wanted);
    if (person === null) continue;
    const time = periodFit(document, question);
    const thought = meant.get(document.type as never) ?? 0;
    const place = (term: (typeof proper)[number]) => holdsTerm(document.titleStems, term) > 0 ? 1 : holdsTerm(document.identityStems, term) > 0 ? 0.8 : holdsTerm(document.bodyStems, term) > 0 ? 0.5 : 0;
    const features: Features = {
      ...person, titled: telling.length === 0 ? 0 : telling.filter((term) => holdsTerm(document.titleStems, term) > 0).length / telling.length, kind: Math.max(0, kind), wrongKind: kind < 0 && !recent ? (unheld ? 0.5 : 1) : 0,
      hinted: question.nouns.length === 0 && question.hints.some((hint) => hint.types.includes(document.type as never)) ? 1 : 0,
      unhinted: question.nouns.length === 0 && question.hints.length > 0 && document.type !== 'other' && !recent && !question.hints.some((hint) => hint.types.includes(document.type as never)) ? 1 : 0,
      thought: question.nouns.length === 0 ? thought : 0, unthought: question.nouns.length === 0 && strongest >= 0.85 && thought < 0.4 ? 1 : 0,
      period: Math.max(0, time), wrongTime: recent ? 0 : Math.max(0, -time),
      called: proper.length === 0 ? 0 : proper.reduce((sum, term) => sum + place(term), 0) / proper.length,
      uncalled: Math.min(2, proper.filter((term, i) => place(term) === 0 && !(proper[i - 1]?.joined && place(proper[i - 1]!) === 0)).length),
      found: 1 / (1 + document.rank * 0.5), recent: recent ? 1 : wanted.recent.includes(document.id) ? 0.3 : 0,
      newest: (question.order ? 3 : 1) * (document.dated ? 1 - days.indexOf(document.dated) / days.length : 0),
    };
    ranked.push({ document, features, score: weigh(features), mentioned: person.mentioned === 1 });
  }
  return ranked.sort((a, b) => b.score - a.score || newest * (a.document.dated ?? '').localeCompare(b.document.dated ?? ''));
};
