import { findDates } from '../../understanding/dates/find-dates.ts';
import { fieldNamesFor, type AskedField } from '../question/asked-field.ts';
import type { Question, Term } from '../question/parse-question.ts';
import { nameParts } from '../question/people.ts';
import { canBeVerb } from '../question/verbs.ts';
import { alike } from '../question/synonyms.ts';
import { isScaffold, wordsOf } from '../question/words.ts';
import type { Field } from './candidates.repository.ts';
import { fieldStems, holdsTerm, holdsWord, rarities, type ReadDocument } from './document-terms.ts';
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

/** How often a word that qualifies the next ("pet fee", "return train") is there without it, or the next without the word. */
const severed = (question: Question, document: ReadDocument, here: (term: Term) => number): number =>
  question.terms.filter((term, i) => {
    const next = question.terms[i + 1];
    return term.joined && next !== undefined && !term.proper && !next.proper && !names(document, term) && !names(document, next) && (here(term) > 0) !== (here(next) > 0);
  }).length;

/** Which words of the question the evidence accounts for: `here` in it, `near` beside it, or elsewhere in the document. */
const coverage = (question: Question, weightsOf: ReadonlyMap<Term, number>, document: ReadDocument, here: (term: Term) => number, near: (term: Term) => boolean = () => false): { covered: Features; missing: Term[] } => {
  const missing: Term[] = [];
  let [hits, astray] = [0, 0];
  let [got, all, within, own, lost, lostVerb, apart, implied, callsApart, nearby, met, subject] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, false, false];
  // What the question calls the paper, where it is one, is accounted for as well.
  const known = question.nouns.some((noun) => noun.types.includes(document.type as never)) ? 1 : 0;
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
    else if (near(term)) nearby += 1;
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
    cover: within / (own + smoothing), share: all === 0 ? 0 : got / all, lost: Math.min(3, lost), lostVerb: Math.min(3, lostVerb), apart: Math.min(3, apart), nearby: Math.min(2, nearby), severed: Math.min(2, severed(question, document, here)), implied: Math.min(2, implied), callsApart: Math.min(2, callsApart),
    bare: own === 0 ? 1 : 0, beside: subject && !met ? 1 : 0, hits: Math.min(4, hits), astray: all === 0 ? 0 : astray / (all + known), held: missing.length === 0 && question.terms.some((term) => !term.light) ? 1 : 0,
  };
  return { covered, missing };
};

type Scope = { question: Question; weightsOf: ReadonlyMap<Term, number>; kind: AnswerKind; people: string[]; names: ReadonlySet<string> };

const kindOf = (question: Question): AnswerKind => {
  const said = wantedKind(question.folded);
  if (said !== null) return said;
  const [ask] = question.asked;
  if (ask?.kind === 'number') return 'code';
  if (ask?.key === 'findings') return 'finding';
  return ask && (ask.kind === 'date' || ask.kind === 'amount' || ask.kind === 'time') ? ask.kind : null;
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
const tellsNothing = (text: string, { question, kind, names: asked }: Scope, document: ReadDocument): boolean => {
  const words = wordsOf(text).filter((word) => !isScaffold(word) && !question.stems.has(word.stem) && !document.nameStems.has(word.stem));
  if (kind === 'name') return !words.some((word) => /^\p{Lu}|[\u0900-\u097f]/u.test(word.text) && !asked.has(word.stem) && !(word.start === 0 && canBeVerb(word.stem)) && !/^(?:mr|mrs|ms|dr|name|the|smt|sri|shri|owner|tenant|landlord|lessor|lessee|licensor|licensee|buyer|seller|vendor|purchaser|witness|signature|borrower|lender|insured|nominee|employer|employee|date|place|sd|self)$/.test(word.key));
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

/** What a paper states of its holder alone. */
const ofHolder: ReadonlySet<string> = new Set(['dateOfBirth', 'placeOfBirth', 'motherName', 'fatherName', 'spouseName']);

/** True where it is told of the paper's holder, and somebody else was asked about who is only named in it. */
const isOfAnother = (ask: AskedField, features: Features, people: readonly string[]): boolean =>
  people.length > 0 && ofHolder.has(ask.key) && (features.person ?? 0) > 0 && features.person! <= 0.5;

/** True where the paper lists what is asked about at a price of its own, beside its total. */
const isPricedApart = (question: Question, document: ReadDocument): boolean => {
  const items = question.terms.filter((term) => !term.light && !names(document, term));
  return document.segments.some((segment) => segment.form && items.some((term) => holdsTerm(segment.stems, term) > 0) && !/\b(?:total|summe|gesamt|due)\b/i.test(segment.text) && kindFit(segment.value ?? segment.text, 'amount', true) === 1);
};

const fieldUnits = ({ document, features, mentioned }: Ranked, scope: Scope): Unit[] => {
  if (mentioned) return [];
  const { question, kind, people } = scope;
  const units: Unit[] = [];
  const pricedApart = question.asked.some((ask) => ask.kind === 'amount') && isPricedApart(question, document);
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
    if (kind !== null && exact.has(kind) && !holds(field.value, kind)) continue;
    const telling = question.terms.filter((term) => own(term) > 0 && !generic.has(term.stem));
    if (!asked && telling.length === 0) continue;
    const place = asked ? fieldNamesFor(asked, document.type).indexOf(field.name) : 0;
    const has = kind === null || (asked !== null && asked === question.asked[0]) || (kind === 'percent' && /rate|percent/i.test(field.name)) ? 1 : kindFit(field.value, kind, true);
    const { covered, missing } = coverage(question, scope.weightsOf, document, own);
    const parted = (covered.apart ?? 0) + (covered.callsApart ?? 0) > 0;
    const ask = asked ? (asked === question.asked[0] ? 1 : 0.6) - place * 0.1 : 0;
    units.push({ document, field, asked, segment: null, score: 0, missing, features: {
      ...features, ...covered, bias: 1, field: 1, asked: ask, ...(asks.length > 0 && !asked ? { [asks[0]!.key === 'totalAmount' ? 'askedSum' : 'askedOther']: 1 } : {}), beside: asked ? 0 : covered.beside ?? 0, besideAsked: asked ? covered.beside ?? 0 : 0, coverBeside: asks.length > 0 && !asked ? (covered.cover ?? 0) : 0, holdsKind: kind !== null ? has : 0, lacksKind: 1 - has, unknownKind: kind === null ? 1 : 0,
      label: asked ? 1 : labelShare([...stems].slice(0, 6), scope, asked), partOf: asked?.kind === 'amount' && parted && notPriced.has(document.type) ? 1 : 0, itemOf: asked?.kind === 'amount' && parted && !pricedApart && !notPriced.has(document.type) ? 1 : 0, itemPriced: asked?.kind === 'amount' && parted && pricedApart ? 1 : 0, headMiss: headMissed(question, document, own), kindAsked: (features.kind ?? 0) * ask,
      coded: coded && !asked && !question.terms.some((term) => term.proper && own(term) > 0) && !/\b(?:number|numbers|no|num|id|code|reference|ref)\b/.test(question.folded) ? 1 : 0,
    } });
  }
  return units;
};

/** Kinds that a paper states in figures or not at all: what has none cannot be the answer. */
const exact: ReadonlySet<AnswerKind> = new Set<AnswerKind>(['code', 'phone', 'time', 'percent', 'finding']);

/** True for sentences that follow each other in one paragraph. */
const standsBeside = (one: Segment, other: Segment): boolean =>
  one.label === undefined && other.label === undefined && !one.opening && !other.opening && one.page === other.page && Math.max(one.start, other.start) - Math.min(one.end, other.end) <= 2;

const segmentUnits = ({ document, features, mentioned }: Ranked, scope: Scope): Unit[] => {
  const { question, kind, people } = scope;
  const units: Unit[] = [];
  const [ask] = askedOf(document, question, () => 0);
  document.segments.forEach((segment, at) => {
    const text = segment.value ?? segment.text;
    const lower = segment.text.toLowerCase();
    const personHere = people.some((name) => lower.includes(name));
    if (mentioned && segment.form && !personHere) return;
    if (ask && !personHere && isOfAnother(ask, features, people)) return;
    const labelled = ask?.key === 'documentNumber' && question.qualified !== null ? holdsTerm(segment.stems, question.qualified) > 0 : ask ? ask.labels.some((label) => segment.stems.has(label) || ((ask.kind === 'text' || (ask.key === 'items' && segment.table !== '')) && segment.headingStems.has(label))) : false;
    const here = (term: Term) => Math.max(holdsTerm(segment.stems, term), holdsTerm(segment.headingStems, term) * 0.85);
    const beside = [document.segments[at - 1], document.segments[at + 1]].filter((other) => other !== undefined && standsBeside(segment, other));
    const { covered, missing } = coverage(question, scope.weightsOf, document, here, (term) => beside.some((other) => holdsTerm(other!.stems, term) > 0));
    if ((covered.cover ?? 0) === 0 && !labelled && segment.label !== undefined) return;
    if (kind !== null && exact.has(kind) && !holds(text, kind)) return;
    const has = kind === null ? 1 : kindFit(text, kind, segment.form);
    const shareOf = (label: string): number => Math.max(...label.split(/ ?\/ ?/).map((part) => labelShare(wordsOf(part).filter((word) => !isScaffold(word)).map((word) => word.stem), scope, ask ?? null)));
    const caption = segment.label === undefined ? 0 : Math.max(shareOf(segment.label), segment.column === undefined ? 0 : shareOf(segment.column) * 0.8);
    const proper = question.terms.filter((term) => term.proper);
    const periodHere = speaksOfPeriod(segment.text, question);
    units.push({ document, field: null, asked: labelled ? ask ?? null : null, segment, score: 0, missing, features: {
      ...features, ...covered, ...(periodHere ? { wrongTime: 0 } : {}), bias: 1, pair: segment.label !== undefined ? 1 : 0, form: segment.form && segment.label === undefined ? 1 : 0, tableRow: segment.table ? 1 : 0,
      labelAsked: labelled ? 1 : 0, holdsKind: kind !== null ? has : 0, lacksKind: 1 - has, unknownKind: kind === null ? 1 : 0,
      label: caption, pairBeside: segment.label === undefined ? 0 : 1 - caption, ...(ask && !labelled ? { [ask.key === 'totalAmount' ? 'askedSum' : 'askedOther']: 1 } : {}), beside: labelled ? 0 : covered.beside ?? 0, besideAsked: labelled ? covered.beside ?? 0 : 0, coverBeside: ask && !labelled ? (covered.cover ?? 0) : 0, stale: tellsNothing(text, scope, document) || (segment.label === undefined && isCaption(segment.text)) ? 1 : 0, periodHere: periodHere ? 1 : 0,
      nounHere: features.wrongKind && question.nouns.some((noun) => !ofPeople.has(noun.types[0]!) && noun.words.every((word) => holdsWord(segment.stems, word) || segment.headingStems.has(word))) ? 1 : 0,
      headMiss: headMissed(question, document, here), opening: segment.opening ? 1 : 0, short: segment.label === undefined && segment.text.split(' ').length <= 3 && !/[\d:]/.test(segment.text) ? 1 : 0,
      long: segment.text.length > 500 ? 1 : 0, dense: (covered.cover ?? 0) * Math.min(1, 8 / Math.max(4, segment.text.split(' ').length)), callsHere: proper.length === 0 ? 0 : proper.filter((term) => here(term) > 0).length / proper.length, personHere: personHere ? 1 : 0, personAway: people.length > 0 && !personHere && (mentioned || features.person === 0.5) ? 1 : 0,
    } });
  });
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

/** The day that a table's row begins with, as books of accounts do; empty elsewhere. */
const rowDay = ({ segment, document }: Unit): string => {
  if (segment === null || (segment.table === '' && segment.column === undefined)) return '';
  const row = document.pages.find((page) => page.page === segment.page)?.text.slice(segment.start, segment.end) ?? '';
  const [day] = findDates(row.slice(0, 24), 'dmy');
  return day && day.start <= 6 ? day.iso : '';
};

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
  const ahead = (scope.kind === 'date' || scope.kind === 'deadline') && looksAhead.test(question.folded);
  const lastDay = (unit: Unit): string => daysIn(unit).reduce((last, day) => (day > last ? day : last), '');
  /** True where the other speaks of a later day than one that is over. */
  const isLater = (other: Unit, unit: Unit): boolean => { const day = lastDay(unit); return day !== '' && day < today && lastDay(other) > day; };
  const counts = scope.kind === 'amount' || scope.kind === 'number' || scope.kind === 'quantity';
  const days = counts && question.period === null && question.order !== 'earliest' ? likely.map(rowDay) : [];
  likely.forEach((unit, i) => {
    const { features } = unit;
    const day = days[i] ?? '';
    features.older = day !== '' && likely.some((other, j) => other.document === unit.document && other.segment?.column === unit.segment?.column && days[j]! > day && days[j]! <= today) ? 1 : 0;
    features.meaning = near?.[i] ?? 0.45;
    features.nearest = near ? nearest - near[i]! : 0.1;
    for (const term of unit.missing) {
      const word = term.text.toLowerCase();
      const here = related(word, said[i]!);
      features.related = Math.min(2, (features.related ?? 0) + here);
      if (features.headMiss && question.head.has(term.stem)) features.headMiss = 1 - here;
    }
    const over = /\bnext\b/.test(question.folded) && !unit.segment?.stems.has('next') && lastDay(unit) !== '' && lastDay(unit) < today;
    const overtaken = ahead && unit.asked !== null && likely.some((other) => other.document === unit.document && other.asked !== null && isLater(other, unit));
    features.bygone = ahead && over ? 2 : overtaken ? 1 : 0;
    unit.score = weigh(features);
  });
  likely.sort((a, b) => b.score - a.score);
  return likely;
};
