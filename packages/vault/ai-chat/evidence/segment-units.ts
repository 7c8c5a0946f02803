import type { Question, Term } from '../question/parse-question.ts';
import { canBeVerb } from '../question/verbs.ts';
import { alike } from '../question/synonyms.ts';
import { isScaffold, stemOf, wordsOf } from '../question/words.ts';
import type { AskedField } from '../question/asked-field.ts';
import { contacts, isOfOtherParty, isOfOtherThing, ofThings } from './belonging.ts';
import { coverage } from './coverage.ts';
import { holdsTerm, holdsWord, type ReadDocument } from './document-terms.ts';
import { isCaption } from './pairs.ts';
import type { Ranked } from './rank-documents.ts';
import { askedOf, exact, headMissed, isOfAnother, labelShare, type Scope, type Unit } from './scope.ts';
import type { Segment } from './segments.ts';
import { holds, kindFit } from './value-kinds.ts';

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

/** True where the segment prints the caption of what is asked for. */
const isLabelled = (segment: Segment, ask: AskedField, { qualified }: Question): boolean => {
  if (ask.key === 'documentNumber' && qualified !== null) return holdsTerm(segment.stems, qualified) > 0;
  // What is printed beside a mail address or a web address is a phone's number.
  if (ask.key === 'phone' && /\S@\S|\bwww\.|https?:/.test(segment.text)) return true;
  if (ask.beside && !ask.beside.some((stem) => segment.stems.has(stem))) return false;
  return ask.labels.some((label) => segment.stems.has(label) || ((ask.kind === 'text' || (ask.key === 'items' && segment.table !== '')) && segment.headingStems.has(label)));
};

/** "Was bought": what the question says was done, as the last of its words. */
const deed = /^(?:and )?(?:when|where) (?:was|were) .*\b(\p{L}+)[ ?.!]*$/u;

/** True for a sentence that says that something else was done than the question asks of: painted, and not bought. */
const doesOtherwise = (segment: Segment, { folded }: Question): boolean => {
  const asked = segment.form ? null : deed.exec(folded);
  if (!asked) return false;
  const stem = stemOf(asked[1]!);
  if (!canBeVerb(stem) || alike(stem).some((other) => segment.stems.has(other))) return false;
  const done = [...segment.text.matchAll(/\b(?:was|were|been) (\p{L}+)\b/giu)].map((match) => stemOf(match[1]!.toLowerCase()));
  return done.length > 0 && done.every((other) => canBeVerb(other));
};

/** True for sentences that follow each other in one paragraph. */
const standsBeside = (one: Segment, other: Segment): boolean =>
  one.label === undefined && other.label === undefined && !one.opening && !other.opening && one.page === other.page && Math.max(one.start, other.start) - Math.min(one.end, other.end) <= 2;

const ofPeople = new Set<string>(['passport', 'national_id', 'tax_id', 'driving_licence', 'visa', 'birth_certificate', 'marriage_certificate', 'degree_certificate']);

/** The sentences, lines, captions and values of a document that may answer. */
export const segmentUnits = ({ document, features, mentioned }: Ranked, scope: Scope): Unit[] => {
  const { question, kind, people } = scope;
  const units: Unit[] = [];
  const [ask] = askedOf(document, question, () => 0);
  document.segments.forEach((segment, at) => {
    const text = segment.value ?? segment.text;
    const lower = segment.text.toLowerCase();
    const personHere = people.some((name) => lower.includes(name));
    if (mentioned && segment.form && !personHere) return;
    if (ask && !personHere && isOfAnother(ask, features, people)) return;
    const labelled = ask !== undefined && isLabelled(segment, ask, question);
    if (ask && contacts.has(ask.key) && isOfOtherParty(document, segment.page, segment.end, people, question.terms)) return;
    // A number that things have is one only where its caption stands.
    if (ask && !labelled && ofThings.has(ask.key)) return;
    const ofThing = ask !== undefined && labelled && ofThings.has(ask.key);
    if (ofThing && isOfOtherThing(document, segment.page, segment.end, question.terms, ask.labels)) return;
    const whole = ofThing || (ask?.key === 'signer' && labelled);
    const here = (term: Term) => Math.max(holdsTerm(segment.stems, term), holdsTerm(segment.headingStems, term) * 0.85, (whole && holdsTerm(document.bodyStems, term) > 0) || (labelled && ask?.key === 'phone' && ask.labels.includes(term.stem)) ? 0.85 : 0);
    if (doesOtherwise(segment, question)) return;
    const beside = [document.segments[at - 1], document.segments[at + 1]].filter((other) => other !== undefined && standsBeside(segment, other));
    const { covered, missing } = coverage(question, scope.weightsOf, document, here, (term) => beside.some((other) => holdsTerm(other!.stems, term) > 0));
    if (kind !== null && exact.has(kind) && !holds(text, kind) && !(kind !== 'finding' && /\d/.test(text))) return;
    // Whoever signs need not sign with two names.
    const has = kind === null || (ask?.key === 'signer' && labelled && segment.label !== undefined) ? 1 : kindFit(text, kind, segment.form);
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
