import { nameParts } from '../question/people.ts';
import type { Term } from '../question/parse-question.ts';
import { stemsOf } from '../question/words.ts';
import { holdsTerm, type ReadDocument } from './document-terms.ts';
import { names } from './scope.ts';

/** Papers of a sale, which list things and name two parties. */
export const sales: ReadonlySet<string> = new Set(['invoice', 'receipt', 'utility_bill']);

/** What a paper prints of each of its parties. */
export const contacts: ReadonlySet<string> = new Set(['phone', 'address', 'email']);

/** What a paper of a sale prints of each thing sold. */
export const ofThings: ReadonlySet<string> = new Set(['serialNumber']);

/** What a paper of a sale tells of all that it lists. */
export const ofWhole: ReadonlySet<string> = new Set(['issuer', 'dealer', 'buyer', 'issueDate', 'orderDate', 'orderNumber', 'signer']);

const firm = /\b(?:ltd|limited|pvt|private|inc|llc|llp|gmbh|ag|b\.?v|n\.?v|plc|bank|hotel|office|warehouse|branch|head ?quarters|customer care|helpline|support|sold by|seller|supplier)\b/i;
const [mostAbove, mostUnder] = [9, 3];

/** The line at the offset and those above it, the nearest first. */
const linesUp = (text: string, at: number, most: number): string[] => {
  const end = text.indexOf('\n', at);
  return text.slice(0, end < 0 ? text.length : end).split('\n').reverse().slice(0, most + 1);
};

const textOf = (document: ReadDocument, page: number): string => document.pages.find((one) => one.page === page)?.text ?? '';

/** True where what stands at the offset is printed under one of the names, with no firm's between. */
export const standsUnderName = (document: ReadDocument, page: number, at: number, people: readonly string[]): boolean => {
  for (const line of linesUp(textOf(document, page), at, mostAbove)) {
    const lower = line.toLowerCase();
    if (people.some((name) => name.length > 1 && lower.includes(name))) return true;
    if (firm.test(line)) return false;
  }
  return false;
};

/** True where a phone or an address of a paper of a sale is of the party that was not asked about. */
export const isOfOtherParty = (document: ReadDocument, page: number, at: number, people: readonly string[], terms: readonly Term[]): boolean => {
  if (!sales.has(document.type)) return false;
  if (people.length > 0) return !standsUnderName(document, page, at, people);
  const issuer = stemsOf(document.fields.find((field) => field.name === 'issuer')?.value ?? '');
  const holder = nameParts(document.holder ?? '').slice(0, 1);
  return holder.length > 0 && terms.some((term) => term.proper && issuer.has(term.stem)) && standsUnderName(document, page, at, holder);
};

/** True where a paper that lists several things prints at the offset what belongs to another of them than the one asked about. */
export const isOfOtherThing = (document: ReadDocument, page: number, at: number, terms: readonly Term[], labels: readonly string[]): boolean => {
  if (!sales.has(document.type)) return false;
  const things = terms.filter((term) => !term.light && !names(document, term) && !labels.includes(term.stem));
  if (things.length === 0) return false;
  return !linesUp(textOf(document, page), at, mostUnder).some((line) => things.some((term) => holdsTerm(stemsOf(line), term) > 0));
};

/** Where a field's value stands; null where no page prints it as it is. */
export const placeOf = (document: ReadDocument, value: string): { page: number; at: number } | null => {
  const start = value.slice(0, 16);
  for (const page of document.pages) {
    const at = page.text.indexOf(start);
    if (at >= 0) return { page: page.page, at };
  }
  return null;
};
