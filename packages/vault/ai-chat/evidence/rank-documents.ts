import { typesOf, type Question } from '../question/parse-question.ts';
import { samePerson } from '../question/people.ts';
import { within } from '../question/periods.ts';
import { alike } from '../question/synonyms.ts';
import { wordsOf } from '../question/words.ts';
import { holdsTerm, type ReadDocument } from './document-terms.ts';

/** Whom the question is about, as far as it could be found out. `names` are alternatives; empty is anybody. */
export type Wanted = { names: readonly string[]; self: string | null; recent: readonly string[] };
export type Ranked = { document: ReadDocument; score: number; /** The person asked about is only spoken of in it. */ mentioned: boolean };

const identityTypes = new Set(['passport', 'national_id', 'tax_id', 'driving_licence', 'visa', 'birth_certificate', 'degree_certificate', 'vaccination_record', 'payslip', 'medical_report', 'prescription']);

/** Papers of one month each: one of a whole year does not tell what a month came to. */
const billed = new Set(['utility_bill', 'payslip', 'invoice', 'receipt']);

/** Whose document it is: by holder and label, then by title. */
const holders = (document: ReadDocument): string[] => [document.holder, document.person].filter((name): name is string => Boolean(name));

const typeScore = (document: ReadDocument, question: Question): number => {
  if (question.nouns.length === 0) return question.hints.some((hint) => hint.types.includes(document.type as never)) ? 0.7 : 0;
  let best = -1;
  const marked = question.nouns.filter((noun) => noun.marks !== undefined);
  for (const noun of question.nouns) {
    if (noun.marks === undefined && marked.some((other) => other.types[0] === noun.types[0])) continue;
    const place = noun.types.indexOf(document.type as never);
    const shown = noun.marks === undefined || noun.marks.some((mark) => document.headStems.has(mark) || (mark.length >= 5 && [...document.headStems].some((stem) => stem.startsWith(mark))) || (mark !== 'home' && mark !== 'house' && alike(mark).some((other) => document.titleStems.has(other))));
    if (place >= 0 && shown) best = Math.max(best, place === 0 ? 2 : 1.7);
    else if (place < 0 && noun.words.every((word) => document.titleStems.has(word) || (noun.words.length > 1 && document.headStems.has(word)))) best = Math.max(best, 1.5);
  }
  return best;
};

const personScore = (document: ReadDocument, question: Question, wanted: Wanted): { score: number; mentioned: boolean } | null => {
  const own = holders(document);
  if (wanted.names.length > 0) {
    if (wanted.names.some((name) => own.some((other) => samePerson(name, other)))) return { score: 1, mentioned: false };
    const inTitle = wanted.names.some((name) => wordsOf(name).some((word, i) => i === 0 && document.titleStems.has(word.stem)));
    if (inTitle) return { score: 0.8, mentioned: false };
    const inText = wanted.names.some((name) => { const [first] = wordsOf(name); return first !== undefined && document.bodyStems.has(first.stem); });
    if (inText && own.length === 0) return { score: 0.4, mentioned: false };
    return inText ? { score: -0.2, mentioned: true } : null;
  }
  if (question.self && wanted.self !== null && own.length > 0) {
    if (own.some((name) => samePerson(name, wanted.self!))) return { score: 0.6, mentioned: false };
    return identityTypes.has(document.type) ? null : { score: 0, mentioned: false };
  }
  return { score: 0, mentioned: false };
};

/** "March 2025" as papers write it. */
const spoken = ({ year, month }: { year: number; month: number }): RegExp => {
  const name = new Date(Date.UTC(year, month - 1, 1)).toLocaleString('en', { month: 'long', timeZone: 'UTC' });
  return new RegExp(`\\b${name.slice(0, 3)}(?:${name.slice(3)})?[ .,'’-]*(?:${String(year)}|${String(year % 100).padStart(2, '0')})\\b|\\b${String(month).padStart(2, '0')}[-/]${String(year)}\\b`, 'i');
};

/** How well the document's days fit the time asked about; null where they do not. */
const periodScore = (document: ReadDocument, question: Question): number | null => {
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
  if (document.dated === null || document.type === 'other') return -0.3;
  const speaks = period.month ? document.pages.some((page) => spoken(period.month!).test(page.text)) : document.bodyStems.has(year);
  return speaks ? -0.4 : null;
};

/** The documents in which the answer may stand, the likeliest first. Those of another person, and those of another kind, are left out. */
export const rankDocuments = (documents: readonly ReadDocument[], question: Question, wanted: Wanted): Ranked[] => {
  const ranked: Ranked[] = [];
  for (const document of documents) {
    const recent = wanted.recent.includes(document.id) && (question.pronoun || question.continues);
    const type = typeScore(document, question);
    if (type < 0 && typesOf(question).length > 0 && !recent) continue;
    const person = personScore(document, question, wanted);
    if (person === null) continue;
    const time = periodScore(document, question);
    if (time === null && !recent) continue;
    let score = Math.max(0, type) + person.score + (time ?? 0) + (recent ? 1.2 : wanted.recent.includes(document.id) ? 0.15 : 0);
    for (const term of question.terms) {
      if (holdsTerm(document.titleStems, term)) score += 0.6;
      else if (holdsTerm(document.identityStems, term)) score += 0.45;
      else if (holdsTerm(document.bodyStems, term)) score += 0.15;
      else score -= term.proper ? 0.8 : 0.2;
    }
    score += Math.max(0, 0.5 - document.rank * 0.05);
    ranked.push({ document, score, mentioned: person.mentioned });
  }
  const newest = question.order === 'earliest' ? 1 : -1;
  const days = [...new Set(ranked.map(({ document }) => document.dated ?? ''))].sort((a, b) => newest * a.localeCompare(b));
  for (const one of ranked) one.score += (question.order ? 0.9 : 0.3) * (one.document.dated ? 1 - days.indexOf(one.document.dated) / days.length : 0);
  return ranked.sort((a, b) => b.score - a.score || newest * (a.document.dated ?? '').localeCompare(b.document.dated ?? ''));
};
