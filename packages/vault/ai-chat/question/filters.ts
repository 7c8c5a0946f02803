import { findNouns } from './document-nouns.ts';
import { wordsOf } from './words.ts';
import type { Filter } from '../evidence/matching.repository.ts';
import { typesOf, type Question, type Term } from './parse-question.ts';
import { nameParts } from './people.ts';

const escaped = (text: string): string => text.replace(/[^\p{L}\p{N}\p{M}]/gu, '.');

/** A regular expression that finds any word beginning with one of the stems. */
export const patternOf = (stems: readonly string[]): string => `\\m(${[...new Set(stems)].filter((stem) => stem.length > 0).map(escaped).join('|')})`;

/** A pattern for the first names of people; empty for nobody. */
export const namePattern = (names: readonly string[]): string => {
  const firsts = names.map((name) => nameParts(name)[0]).filter((part): part is string => part !== undefined);
  return firsts.length > 0 ? `\\m(${firsts.map(escaped).join('|')})\\M` : '';
};

const spending = ['invoice', 'receipt', 'utility_bill'];
const withMarks = (question: Question) => question.nouns.filter((noun) => noun.marks !== undefined);

/** The types that a count or a sum is over: what the noun means first, or all that it may mean. */
const countedTypes = (question: Question, wide: boolean): string[] => {
  if (question.nouns.length === 0) return question.category === null && ['sum', 'average', 'most', 'least', 'due', 'overdue'].includes(question.intent.kind) ? (['due', 'overdue'].includes(question.intent.kind) ? [] : spending) : [];
  const all = typesOf(question);
  if (wide || withMarks(question).length > 0) return all;
  return [...new Set(question.nouns.flatMap((noun) => (noun.words.length === 1 && noun.words[0] === 'bill' ? noun.types.slice(0, 2) : noun.types.slice(0, 1))))];
};

const amountWords: Record<string, readonly string[]> = {
  gross: ['grossPay', 'grossSalary', 'grossEarnings'], rent: ['rentAmount'], deposit: ['depositAmount'], premium: ['totalPremium', 'premium', 'premiumAmount', 'totalAmount'],
  gst: ['taxAmount', 'gstAmount'], tax: ['taxAmount'], insur: ['sumInsured'], net: ['netPay', 'totalAmount'], salary: ['netPay', 'totalAmount'], salar: ['netPay', 'totalAmount'], emi: ['emiAmount', 'emi'],
};

/** The fields that hold the amount a question adds up, and the words that said so. */
export const amountFields = (question: Question): { names: string[]; used: readonly Term[] } => {
  const used = question.terms.filter((term) => amountWords[term.stem] !== undefined);
  const names = used.flatMap((term) => amountWords[term.stem]!);
  return { names: names.length > 0 ? [...new Set(names)] : ['totalAmount', 'amountDue', 'netPay'], used };
};

/** "Spent on electricity" is a question on electricity bills. */
const billed = (question: Question): Question => {
  if (question.nouns.length > 0 || !['sum', 'average', 'most', 'least'].includes(question.intent.kind)) return question;
  const bills = question.terms.flatMap((term) => findNouns(wordsOf(`${term.text} bill`)).filter((noun) => noun.marks !== undefined).map((noun) => ({ term, noun })));
  if (bills.length === 0) return question;
  return { ...question, nouns: bills.map(({ noun }) => noun), terms: question.terms.filter((term) => bills.every((bill) => bill.term !== term)) };
};

const currencies: readonly (readonly [RegExp, string])[] = [
  [/€|\beuros?\b|\beur\b/, 'EUR'], [/£|\bpounds?\b|\bgbp\b|\bsterling\b/, 'GBP'], [/\b(?:us )?dollars?\b|\busd\b/, 'USD'], [/₹|\brupees?\b|\binr\b/, 'INR'], [/\bdirhams?\b|\baed\b/, 'AED'], [/\bfrancs?\b|\bchf\b/, 'CHF'],
];

/** The one currency that a question names, or null. */
export const currencyOf = (folded: string): string | null => {
  const named = currencies.filter(([pattern]) => pattern.test(folded));
  return named.length === 1 ? named[0]![1] : null;
};

/** The filter that a question sets; `wide` takes every type that its nouns may mean. */
export const filterOf = (asked: Question, names: readonly string[], within: readonly string[] | null, without: readonly string[], wide: boolean): Filter => {
  const question = billed(asked);
  const { used } = amountFields(question);
  const marks = withMarks(question).flatMap((noun) => noun.marks!);
  const types = countedTypes(question, wide);
  const terms = question.terms.filter((term) => !used.includes(term) && !(term.light && !term.proper) && !(question.nouns.length === 0 && types.includes(term.stem)));
  return {
    types, category: question.category, marks: marks.length > 0 ? patternOf(marks) : '', names: namePattern(names),
    terms: terms.map((term) => patternOf(term.alike)), period: question.period, currency: currencyOf(question.folded), within, without,
  };
};
