import { findDates } from '../../understanding/dates/find-dates.ts';
import { fieldNamesFor, type AskedField } from '../question/asked-field.ts';
import type { Question, Term } from '../question/parse-question.ts';
import { nameParts } from '../question/people.ts';
import { alike } from '../question/synonyms.ts';
import { isScaffold, wordsOf } from '../question/words.ts';
import type { Field } from './candidates.repository.ts';
import { fieldStems, holdsTerm, rarities, type ReadDocument } from './document-terms.ts';
import { isCaption } from './pairs.ts';
import type { Ranked, Wanted } from './rank-documents.ts';
import type { Segment } from './segments.ts';
import { holds, kindFit, wantedKind, type AnswerKind } from './value-kinds.ts';
import { cosine, relate, type Encode } from './relatedness.ts';
import { weigh, type Features } from './weights.ts';

/** One thing that may be the answer: a field's value, or a segment of a page. Its score is above 0 where it is believed. */
export type Unit = { document: ReadDocument; score: number; features: Features; field: Field | null; asked: AskedField | null; segment: Segment | null; /** Terms of the question that neither it nor its document has. */ missing: readonly Term[] };

const generic = new Set(['amount', 'date', 'number', 'name', 'code', 'valu', 'total', 'type', 'end', 'start', 'due', 'expir', 'issu']);

/** True when the word is part of what the document is called, and so tells nothing of what is asked about it. */
const names = (document: ReadDocument, term: Term): boolean => holdsTerm(document.nameStems, term) > 0 || term.hinted.includes(document.type);

const smoothing = 0.3;

const coverage = (question: Question, weightsOf: ReadonlyMap<Term, number>, document: ReadDocument, here: (term: Term) => number): { covered: Features; missing: Term[] } => {
  const missing: Term[] = [];
  let [hits, astray] = [0, 0];
  let [got, all, within, own, lost, lostVerb, apart, implied, callsApart, met, subject] = [0, 0, 0, 0, 0, 0, 0, 0, 0, false, false];
  for (const term of question.terms) {
    const weight = weightsOf.get(term) ?? 1;
    const named = names(document, term);
    const value = here(term);
    const body = Math.max(holdsTerm(document.bodyStems, term), holdsTerm(document.headStems, term)) * 0.4;
    const hint = term.hinted.includes(document.type);
    const identity = Math.max(holdsTerm(document.titleStems, term) * 0.9, holdsTerm(document.identityStems, term) * 0.8, hint && body > 0 ? 0.8 : 0);
    all += weight;
    got += weight * Math.max(named ? 0.9 : value, identity, body, hint ? 0.3 : 0);
    if (!term.proper && !term.light && !named) { subject = true; met ||= value > 0; }
    const share = weight * (named ? 0 : term.proper ? 0.35 : 1);
    own += share;
    within += share * value;
    if (!term.light && !named && value > 0) hits += value;
    if (value > 0 || identity > 0 || term.light) continue;
    if (term.proper) { if (body > 0) callsApart += 1; }
    else if (body > 0) apart += 1;
    else if (hint) implied += 1;
    else {
      missing.push(term);
      astray += weight;
      if (term.verb) lostVerb += 1;
      else lost += 1;
    }
  }
  const covered = {
    cover: within / (own + smoothing), share: all === 0 ? 0 : got / all, lost: Math.min(3, lost), lostVerb: Math.min(3, lostVerb), apart: Math.min(3, apart), implied: Math.min(2, implied), callsApart: Math.min(2, callsApart),
    bare: own === 0 ? 1 : 0, beside: subject && !met ? 1 : 0, hits: Math.min(4, hits), astray: all === 0 ? 0 : astray / all, held: missing.length === 0 && question.terms.some((term) => !term.light) ? 1 : 0,
  };
  return { covered, missing };
};

type Scope = { question: Question; weightsOf: ReadonlyMap<Term, number>; kind: AnswerKind; people: string[]; names: ReadonlySet<string> };

const kindOf = (question: Question): AnswerKind => {
  const said = wantedKind(question.folded);
  if (said !== null || /\bwhere\b/.test(question.folded)) return said;
  const [ask] = question.asked;
  return ask && (ask.kind === 'date' || ask.kind === 'amount' || ask.kind === 'number' || ask.kind === 'time') ? ask.kind : null;
};

/** A label's words that the question accounts for, of all that tell: names of those asked about do not, nor "date" beside another. */
const labelShare = (label: readonly string[], scope: Scope, ask: AskedField | null): number => {
  const telling = label.filter((stem) => stem.length > 1 && !/^\d/.test(stem) && !scope.names.has(stem) && !(generic.has(stem) && label.some((other) => !generic.has(other) && !scope.names.has(other))));
  if (telling.length === 0) return 0;
  const { question } = scope;
  const met = telling.filter((stem) => question.stems.has(stem) || question.terms.some((term) => !term.proper && term.alike.includes(stem)) || (ask?.labels.includes(stem) ?? false));
  return met.length / telling.length;
};

/** True where a text only says again what the question and the document's name say; for "who", where it names nobody else. */
const tellsNothing = (text: string, { question, kind }: Scope, document: ReadDocument): boolean => {
  const words = wordsOf(text).filter((word) => !isScaffold(word) && !question.stems.has(word.stem) && !document.nameStems.has(word.stem));
  if (kind === 'name') return !words.some((word) => /^\p{Lu}|[\u0900-\u097f]/u.test(word.text) && !/^(?:mr|mrs|ms|dr|name|the|smt|sri|shri|owner|tenant|landlord|lessor|lessee|licensor|licensee|buyer|seller|vendor|purchaser|witness|signature|borrower|lender|insured|nominee|employer|employee|date|place|sd|self)$/.test(word.key));
  return words.length === 0 || (kind === null && !words.some((word) => word.key.length > 1));
};

/** True when the text names the month or the year that the question names. */
const speaksOfPeriod = (text: string, { period }: Question): boolean => {
  if (!period) return false;
  const year = (period.from ?? period.to)!.slice(0, 4);
  if (!period.month) return text.includes(year);
  const name = new Date(Date.UTC(2000, period.month.month - 1, 1)).toLocaleString('en', { month: 'short', timeZone: 'UTC' });
  return new RegExp(`\\b${name}\\p{L}*[ .,'’-]*(?:${year})?|\\b0?${String(period.month.month)}[-/.]${year}`, 'iu').test(text) && (text.includes(year) || new RegExp(`\\b${name}`, 'i').test(text));
};

/** False for a value that cannot be what its name says: a name with figures, a finding of one letter. */
const plausible = ({ name, value }: Field): boolean => {
  if (/Name$|^issuer$|^(?:landlord|tenant|insurer|lender|borrower|employer|hospital|consultant)$/.test(name)) return /^[^\d:/]{2,80}$/.test(value) && /\p{L}{2}/u.test(value);
  if (/Date$|^dateOfBirth$/.test(name)) return /^\d{4}-\d{2}-\d{2}$/.test(value);
  if (name === 'pan') return /^[A-Z]{5}\d{4}[A-Z]$/.test(value);
  return value.replace(/[^\p{L}\p{N}]/gu, '').length >= (/^(?:sex|gender|grade|bloodGroup|class)$/.test(name) ? 1 : 2);
};

/** 1 where the thing asked about ("which antibiotic", "how much is the fee") is not in it at all. */
const headMissed = (question: Question, document: ReadDocument, here: (term: Term) => number): number => {
  const counted = /\bhow many\b/.test(question.folded);
  const heads = question.terms.filter((term) => question.head.has(term.stem) && (!term.light || counted) && !term.proper && !names(document, term));
  return heads.length > 0 && heads.every((term) => here(term) === 0) ? 1 : 0;
};

/** What is asked of this document: not its total where the question names an amount of another kind, such as a fee. */
const askedOf = (document: ReadDocument, question: Question, own: (term: Term) => number): AskedField[] =>
  question.terms.some((term) => !term.light && question.head.has(term.stem) && own(term) === 0 && !names(document, term) && holdsTerm(document.identityStems, term) === 0)
    ? question.asked.filter((ask) => ask.key !== 'totalAmount') : question.asked;

/** Papers whose total is not the price of what they list. */
const notPriced = new Set(['bank_statement', 'payslip', 'insurance_policy', 'loan_agreement', 'lease', 'tax_return', 'contract']);

const fieldUnits = ({ document, features, mentioned }: Ranked, scope: Scope): Unit[] => {
  if (mentioned) return [];
  const { question, kind } = scope;
  const units: Unit[] = [];
  for (const field of document.fields) {
    if (field.name === 'currency') continue;
    const stems = new Set(fieldStems(field.name, document.type));
    const coded = /(?:Number|Id|Code)$/.test(field.name);
    const own = (term: Term) => (stems.has(term.stem) ? 1 : (!coded || term.proper) && !generic.has(term.stem) && alike(term.stem).some((other) => stems.has(other) && !generic.has(other)) ? 0.85 : 0);
    const asks = askedOf(document, question, own);
    const asked = asks.find((ask) => !(ask.key === 'documentNumber' && question.qualified !== null && !document.titleStems.has(question.qualified)) && fieldNamesFor(ask, document.type).includes(field.name)) ?? null;
    if (asked?.kind === 'amount' && Number(field.value) === 0) continue;
    if (asked?.kind === 'text' && /:\s/.test(field.value)) continue;
    if (!plausible(field)) continue;
    if (kind === 'time' && !holds(field.value, 'time')) continue;
    const telling = question.terms.filter((term) => own(term) > 0 && !generic.has(term.stem));
    if (!asked && telling.length === 0) continue;
    const place = asked ? fieldNamesFor(asked, document.type).indexOf(field.name) : 0;
    const has = kind === null || (asked !== null && asked === question.asked[0]) || (kind === 'percent' && /rate|percent/i.test(field.name)) ? 1 : kindFit(field.value, kind, true);
    const { covered, missing } = coverage(question, scope.weightsOf, document, own);
    const parted = (covered.apart ?? 0) + (covered.callsApart ?? 0) > 0;
    const ask = asked ? (asked === question.asked[0] ? 1 : 0.6) - place * 0.1 : 0;
    units.push({ document, field, asked, segment: null, score: 0, missing, features: {
      ...features, ...covered, bias: 1, field: 1, asked: ask, ...(asks.length > 0 && !asked ? { [asks[0]!.key === 'totalAmount' ? 'askedSum' : 'askedOther']: 1 } : {}), beside: asked ? 0 : covered.beside ?? 0, besideAsked: asked ? covered.beside ?? 0 : 0, coverBeside: asks.length > 0 && !asked ? (covered.cover ?? 0) : 0, holdsKind: kind !== null ? has : 0, lacksKind: 1 - has, unknownKind: kind === null ? 1 : 0,
      label: asked ? 1 : labelShare([...stems].slice(0, 6), scope, asked), partOf: asked?.kind === 'amount' && parted && notPriced.has(document.type) ? 1 : 0, itemOf: asked?.kind === 'amount' && parted && !notPriced.has(document.type) ? 1 : 0, headMiss: headMissed(question, document, own), kindAsked: (features.kind ?? 0) * ask,
      coded: coded && !asked && !question.terms.some((term) => term.proper && own(term) > 0) && !/\b(?:number|numbers|no|num|id|code|reference|ref)\b/.test(question.folded) ? 1 : 0,
    } });
  }
  return units;
};

const segmentUnits = ({ document, features, mentioned }: Ranked, scope: Scope): Unit[] => {
  const { question, kind, people } = scope;
  const units: Unit[] = [];
  const [ask] = askedOf(document, question, () => 0);
  for (const segment of document.segments) {
    const text = segment.value ?? segment.text;
    const lower = segment.text.toLowerCase();
    const personHere = people.some((name) => lower.includes(name));
    if (mentioned && segment.form && !personHere) continue;
    const labelled = ask && !(ask.key === 'documentNumber' && question.qualified !== null && !alike(question.qualified).some((stem) => segment.stems.has(stem))) ? ask.labels.some((label) => segment.stems.has(label) || ((ask.kind === 'text' || (ask.key === 'items' && segment.table !== '')) && segment.headingStems.has(label))) : false;
    const here = (term: Term) => Math.max(holdsTerm(segment.stems, term), holdsTerm(segment.headingStems, term) * 0.85);
    const { covered, missing } = coverage(question, scope.weightsOf, document, here);
    if ((covered.cover ?? 0) === 0 && !labelled && segment.label !== undefined) continue;
    const has = kind === null ? 1 : kindFit(text, kind, segment.form);
    const caption = segment.label === undefined ? 0 : Math.max(...segment.label.split(/ ?\/ ?/).map((part) => labelShare(wordsOf(part).filter((word) => !isScaffold(word)).map((word) => word.stem), scope, ask ?? null)));
    const proper = question.terms.filter((term) => term.proper);
    units.push({ document, field: null, asked: labelled ? ask ?? null : null, segment, score: 0, missing, features: {
      ...features, ...covered, bias: 1, pair: segment.label !== undefined ? 1 : 0, form: segment.form && segment.label === undefined ? 1 : 0, tableRow: segment.table ? 1 : 0,
      labelAsked: labelled ? 1 : 0, holdsKind: kind !== null ? has : 0, lacksKind: 1 - has, unknownKind: kind === null ? 1 : 0,
      label: caption, pairBeside: segment.label === undefined ? 0 : 1 - caption, ...(ask && !labelled ? { [ask.key === 'totalAmount' ? 'askedSum' : 'askedOther']: 1 } : {}), beside: labelled ? 0 : covered.beside ?? 0, besideAsked: labelled ? covered.beside ?? 0 : 0, coverBeside: ask && !labelled ? (covered.cover ?? 0) : 0, stale: tellsNothing(text, scope, document) || (segment.label === undefined && isCaption(segment.text)) ? 1 : 0, periodHere: speaksOfPeriod(segment.text, question) ? 1 : 0,
      nounHere: features.wrongKind && question.nouns.some((noun) => !ofPeople.has(noun.types[0]!) && noun.words.every((word) => segment.stems.has(word) || segment.headingStems.has(word))) ? 1 : 0,
      headMiss: headMissed(question, document, here), opening: segment.opening ? 1 : 0, short: segment.label === undefined && segment.text.split(' ').length <= 3 && !/[\d:]/.test(segment.text) ? 1 : 0,
      long: segment.text.length > 500 ? 1 : 0, dense: (covered.cover ?? 0) * Math.min(1, 8 / Math.max(4, segment.text.split(' ').length)), callsHere: proper.length === 0 ? 0 : proper.filter((term) => here(term) > 0).length / proper.length, personHere: personHere ? 1 : 0, personAway: people.length > 0 && !personHere && (mentioned || features.person === 0.5) ? 1 : 0,
    } });
  }
  return units;
};

const ofPeople = new Set<string>(['passport', 'national_id', 'tax_id', 'driving_licence', 'visa', 'birth_certificate', 'marriage_certificate', 'degree_certificate']);

const compared = 40;
/** How much of what a missing word costs is made up for before meaning is asked. */
const hope = 2;

/** What a unit says, for comparison with the question. */
const spokenOf = (unit: Unit): string =>
  unit.field ? `${unit.field.name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()}: ${unit.field.value}` : [unit.segment!.above, unit.segment!.text].filter(Boolean).join(': ').slice(0, 260);

/** A question about what is still to come. */
const looksAhead = /\bnext\b|\b(?:is|are|do|does|must|should|will|can)\b.*\b(?:due|expire|renew|run|end|pay|valid|over|leave|start|again)/;

const daysIn = (unit: Unit): string[] => (unit.field ? [unit.field.value] : findDates(unit.segment!.text, 'dmy').map((hit) => hit.iso)).filter((day) => /^\d{4}-\d{2}-\d{2}$/.test(day));

/** The words that a unit says. */
const wordsSaid = (unit: Unit): string[] => wordsOf(unit.field ? spokenOf(unit) : `${unit.segment!.heading} ${unit.segment!.text}`).map((word) => word.key);

/** Fields and segments that may answer, best first; the likeliest by words are compared by meaning as well, and so are words of the question that they lack. */
export const findUnits = async (ranked: readonly Ranked[], question: Question, wanted: Wanted, today: string, encode: Encode): Promise<Unit[]> => {
  const scope: Scope = { question, weightsOf: rarities(ranked.map(({ document }) => document), question.terms), kind: kindOf(question), people: wanted.names.flatMap((name) => nameParts(name).slice(0, 1)), names: new Set(wanted.names.flatMap((name) => wordsOf(name).map((word) => word.stem))) };
  const units = ranked.flatMap((one) => [...fieldUnits(one, scope), ...segmentUnits(one, scope)]);
  for (const unit of units) unit.score = weigh({ ...unit.features, meaning: 0.45 }) + ((unit.features.lost ?? 0) + (unit.features.lostVerb ?? 0)) * hope;
  units.sort((a, b) => b.score - a.score);
  const likely = units.slice(0, compared);
  const said = likely.map(wordsSaid);
  const missing = likely.flatMap((unit) => unit.missing.map((term) => term.text.toLowerCase()));
  const [vectors, related] = await Promise.all([
    likely.length > 0 ? encode([question.folded.slice(0, 400), ...likely.map(spokenOf)]) : null,
    relate(missing, new Set(said.flat()), encode),
  ]);
  const near = vectors?.slice(1).map((vector) => cosine(vectors[0]!, vector));
  const nearest = near ? Math.max(...near) : 0;
  const ahead = kindOf(question) === 'date' && looksAhead.test(question.folded);
  const lastDay = (unit: Unit): string => daysIn(unit).reduce((last, day) => (day > last ? day : last), '');
  /** True where the other speaks of a later day than one that is over. */
  const isLater = (other: Unit, unit: Unit): boolean => { const day = lastDay(unit); return day !== '' && day < today && lastDay(other) > day; };
  likely.forEach((unit, i) => {
    const { features } = unit;
    features.meaning = near?.[i] ?? 0.45;
    features.nearest = near ? nearest - near[i]! : 0.1;
    for (const term of unit.missing) {
      const word = term.text.toLowerCase();
      const here = related(word, said[i]!);
      features.related = Math.min(2, (features.related ?? 0) + here);
      if (features.headMiss && question.head.has(term.stem)) features.headMiss = 1 - here;
    }
    features.bygone = ahead && unit.asked !== null && likely.some((other) => other.document === unit.document && other.asked !== null && isLater(other, unit)) ? 1 : 0;
    unit.score = weigh(features);
  });
  likely.sort((a, b) => b.score - a.score);
  return likely;
};
