import { fieldNamesFor } from '../question/asked-field.ts';
import type { Question, Term } from '../question/parse-question.ts';
import { alike } from '../question/synonyms.ts';
import { contacts, isOfOtherParty, isOfOtherThing, ofThings, ofWhole, placeOf, sales } from './belonging.ts';
import type { Field } from './candidates.repository.ts';
import { coverage } from './coverage.ts';
import { fieldStems, holdsTerm, type ReadDocument } from './document-terms.ts';
import type { Ranked } from './rank-documents.ts';
import { askedOf, exact, generic, headMissed, isOfAnother, labelShare, names, type Scope, type Unit } from './scope.ts';
import { holds, kindFit } from './value-kinds.ts';

/** False for a value that cannot be what its name says: a name with figures, a finding of one letter. */
const plausible = ({ name, value }: Field): boolean => {
  if (/Name$|^issuer$|^(?:landlord|tenant|insurer|lender|borrower|employer|hospital|consultant)$/.test(name)) return /^[^\d:/]{2,80}$/.test(value) && /\p{L}{2}/u.test(value);
  if (/Date$|^dateOfBirth$/.test(name)) return /^\d{4}-\d{2}-\d{2}$/.test(value);
  if (name === 'pan') return /^[A-Z]{5}\d{4}[A-Z]$/.test(value);
  return value.replace(/[^\p{L}\p{N}]/gu, '').length >= (/^(?:sex|gender|grade|bloodGroup|class)$/.test(name) ? 1 : 2);
};

/** Papers whose total is not the price of what they list. */
const notPriced = new Set(['bank_statement', 'payslip', 'insurance_policy', 'loan_agreement', 'lease', 'tax_return', 'contract']);

/** True where the paper lists what is asked about at a price of its own, beside its total. */
const isPricedApart = (question: Question, document: ReadDocument): boolean => {
  const items = question.terms.filter((term) => !term.light && !names(document, term));
  return document.segments.some((segment) => segment.form && items.some((term) => holdsTerm(segment.stems, term) > 0) && !/\b(?:total|summe|gesamt|due)\b/i.test(segment.text) && kindFit(segment.value ?? segment.text, 'amount', true) === 1);
};

const sale = /\b(?:sold|sell|bought|buy|purchased?|order(?:ed)?)\b/;

/** True where the paper prints the value for another party, or another thing, than the one asked about. */
const isMisplaced = (document: ReadDocument, key: string, value: string, { question, people }: Scope, labels: readonly string[]): boolean => {
  if (!contacts.has(key) && !ofThings.has(key)) return false;
  const place = placeOf(document, value);
  return place !== null && (contacts.has(key) ? isOfOtherParty(document, place.page, place.at, people, question.terms) : isOfOtherThing(document, place.page, place.at, question.terms, labels));
};

/** The fields of a document that may answer. */
export const fieldUnits = ({ document, features, mentioned }: Ranked, scope: Scope): Unit[] => {
  if (mentioned) return [];
  const { question, kind, people } = scope;
  const units: Unit[] = [];
  const pricedApart = question.asked.some((ask) => ask.kind === 'amount') && isPricedApart(question, document);
  const sold = sales.has(document.type) && sale.test(question.folded);
  for (const field of document.fields) {
    if (field.name === 'currency') continue;
    const stems = new Set(fieldStems(field.name, document.type));
    const coded = /(?:Number|Id|Code)$/.test(field.name);
    const own = (term: Term) => (stems.has(term.stem) ? 1 : (!coded || term.proper) && !generic.has(term.stem) && alike(term.stem).some((other) => stems.has(other) && !generic.has(other)) ? 0.85 : 0);
    const asks = askedOf(document, question, own);
    const asked = asks.find((ask) => !(ask.key === 'documentNumber' && question.qualified !== null && holdsTerm(document.titleStems, question.qualified) === 0) && fieldNamesFor(ask, document.type).includes(field.name)) ?? null;
    if (asked?.kind === 'amount' && Number(field.value) === 0) continue;
    if (asked?.kind === 'text' && /:\s/.test(field.value)) continue;
    if (!plausible(field)) continue;
    if (asked && isOfAnother(asked, features, people)) continue;
    if (kind !== null && exact.has(kind) && !(kind === 'percent' && asked?.kind === 'percent') && !holds(field.value, kind)) continue;
    if (asked && isMisplaced(document, asked.key, field.value, scope, asked.labels)) continue;
    const telling = question.terms.filter((term) => own(term) > 0 && !generic.has(term.stem));
    if (!asked && (telling.length === 0 || asks.some((ask) => ofThings.has(ask.key)))) continue;
    const place = asked ? fieldNamesFor(asked, document.type).indexOf(field.name) : 0;
    const has = kind === null || (asked !== null && asked === question.asked[0]) || (kind === 'percent' && /rate|percent/i.test(field.name)) ? 1 : kindFit(field.value, kind, true);
    const here = asked && sold && ofWhole.has(asked.key) ? (term: Term) => Math.max(own(term), holdsTerm(document.bodyStems, term) > 0 ? 0.85 : 0) : own;
    const { covered, missing } = coverage(question, scope.weightsOf, document, here);
    const parted = (covered.apart ?? 0) + (covered.callsApart ?? 0) > 0;
    const ask = asked ? (asked === question.asked[0] ? 1 : 0.6) - place * 0.1 : 0;
    units.push({ document, field, asked, segment: null, score: 0, missing, features: {
      ...features, ...covered, bias: 1, field: 1, asked: ask, ...(asks.length > 0 && !asked ? { [asks[0]!.key === 'totalAmount' ? 'askedSum' : 'askedOther']: 1 } : {}), beside: asked ? 0 : covered.beside ?? 0, besideAsked: asked ? covered.beside ?? 0 : 0, coverBeside: asks.length > 0 && !asked ? (covered.cover ?? 0) : 0, holdsKind: kind !== null ? has : 0, lacksKind: 1 - has, unknownKind: kind === null ? 1 : 0,
      label: asked ? 1 : labelShare([...stems].slice(0, 6), scope, asked), partOf: asked?.kind === 'amount' && parted && notPriced.has(document.type) ? 1 : 0, itemOf: asked?.kind === 'amount' && parted && !pricedApart && !notPriced.has(document.type) ? 1 : 0, itemPriced: asked?.kind === 'amount' && parted && pricedApart ? 1 : 0, headMiss: headMissed(question, document, here), kindAsked: (features.kind ?? 0) * ask,
      coded: coded && !asked && !question.terms.some((term) => term.proper && own(term) > 0) && !/\b(?:number|numbers|no|num|id|code|reference|ref)\b/.test(question.folded) ? 1 : 0,
    } });
  }
  return units;
};
