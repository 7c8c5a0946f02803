import { fieldNamesFor, type AskedField } from '../question/asked-field.ts';
import type { Question, Term } from '../question/parse-question.ts';
import { nameParts } from '../question/people.ts';
import { wordsOf } from '../question/words.ts';
import { alike } from '../question/synonyms.ts';
import type { Field } from './candidates.repository.ts';
import { fieldStems, holdsTerm, rarities, type ReadDocument } from './document-terms.ts';
import type { Ranked, Wanted } from './rank-documents.ts';
import type { Segment } from './segments.ts';
import { holds, wantedKind } from './value-kinds.ts';

/** One thing that may be the answer: a field's value, or a segment of a page. `sure` when every word of the question is accounted for. */
export type Unit = { document: ReadDocument; score: number; field: Field | null; asked: AskedField | null; segment: Segment | null; missing: Term[]; share: number; inside: number; /** None of the words that say what is asked is in it, only those that say where to look. */ beside: boolean };

type Cover = { share: number; inside: number; missing: Term[]; beside: boolean };

const cover = (terms: readonly Term[], weights: ReadonlyMap<Term, number>, document: ReadDocument, inside: (term: Term) => number): Cover => {
  let got = 0;
  let all = 0;
  let within = 0;
  let asked = 0;
  let met = false;
  const missing: Term[] = [];
  const subject = terms.some((term) => !term.proper && !term.light && !names(document, term));
  for (const [i, term] of terms.entries()) {
    const weight = weights.get(term) ?? 1;
    all += weight;
    const here = inside(term);
    const identity = Math.max(holdsTerm(document.titleStems, term) * 0.9, holdsTerm(document.identityStems, term) * 0.8, term.hinted.includes(document.type) ? 0.8 : 0);
    const body = Math.max(holdsTerm(document.bodyStems, term), holdsTerm(document.headStems, term)) * 0.4;
    const best = Math.max(here, identity, body);
    got += weight * best;
    const share = weight * (here === 0 && term.hinted.includes(document.type) ? 0 : names(document, term) || (subject && term.proper) ? 0.35 : 1);
    asked += share;
    met ||= here > 0 && !term.proper && !term.light && !names(document, term);
    within += share * here;
    const [last, next] = [terms[i - 1], terms[i + 1]];
    const partner = term.joined && next ? next : last?.joined ? last : undefined;
    const parted = !term.light && here === 0 && identity === 0 && !term.proper && partner !== undefined && !partner.proper && !partner.light && inside(partner) > 0 && !names(document, partner);
    if (best === 0 || parted) missing.push(term);
  }
  return { share: all === 0 ? 1 : got / all, inside: asked === 0 ? 0 : within / asked, missing, beside: subject && !met };
};

/** True when the word is part of what the document is called, and so tells nothing of what is asked about it. */
const names = (document: ReadDocument, term: Term): boolean => holdsTerm(document.nameStems, term) > 0 || term.hinted.includes(document.type);

const generic = new Set(['amount', 'date', 'number', 'name', 'code', 'valu', 'total', 'type', 'end', 'start', 'due', 'expir', 'issu']);

const fieldUnits = ({ document, score, mentioned }: Ranked, question: Question, weights: ReadonlyMap<Term, number>): Unit[] => {
  if (mentioned) return [];
  const units: Unit[] = [];
  const kind = wantedKind(question.folded);
  for (const field of document.fields) {
    if (kind === 'time' && !holds(field.value, 'time')) continue;
    const asked = question.asked.find((ask) => !(ask.key === 'documentNumber' && question.qualified !== null && !document.titleStems.has(question.qualified)) && fieldNamesFor(ask, document.type).includes(field.name)) ?? null;
    if (asked?.kind === 'amount' && Number(field.value) === 0) continue;
    if (asked?.kind === 'text' && /:\s/.test(field.value)) continue;
    if (asked?.kind === 'name' && !/^[^\d:]{2,80}$/.test(field.value)) continue;
    const place = asked ? fieldNamesFor(asked, document.type).indexOf(field.name) : 0;
    const stems = new Set(fieldStems(field.name, document.type));
    const coded = /(?:Number|Id|Code)$/.test(field.name);
    if (coded && !asked && !/\b(?:number|numbers|no|num|id|code|reference|ref)\b/.test(question.folded) && !question.terms.some((term) => term.proper && term.alike.some((stem) => stems.has(stem)))) continue;
    const own = (term: Term) => (stems.has(term.stem) ? 1 : (!coded || term.proper) && !generic.has(term.stem) && alike(term.stem).some((other) => stems.has(other) && !generic.has(other)) ? 0.85 : 0);
    const telling = question.terms.filter((term) => own(term) > 0 && !generic.has(term.stem));
    if (!asked && kind !== null && !holds(field.value, kind) && !(kind === 'percent' && /rate|percent/i.test(field.name)) && !(kind === 'number' && telling.some((term) => own(term) === 1))) continue;
    if (!asked && (telling.length === 0 || question.terms.some((term) => !term.light && own(term) === 0 && !tells(document, term)))) continue;
    const covered = cover(question.terms, weights, document, own);
    const first = question.asked[0];
    const plain = asked !== null && asked === first && question.terms.every((term) => term.light || own(term) > 0 || (tells(document, term) && !(term.proper && holdsTerm(document.identityStems, term) === 0))) ? 0.9 : 0;
    if (asked?.kind === 'amount' && question.terms.some((term) => !term.light && question.head.has(term.stem) && own(term) === 0 && !tells(document, term))) continue;
    const itemised = asked?.kind === 'amount' && ['invoice', 'receipt', 'utility_bill', 'other'].includes(document.type);
    const elsewhere = !itemised && question.terms.some((term) => !term.light && own(term) === 0 && !tells(document, term)) ? -1 : 0;
    const whole = asked === null && question.terms.every((term) => term.light || own(term) > 0 || tells(document, term)) ? 0.5 : 0;
    const bonus = elsewhere + whole + plain + (asked ? (asked === first ? 0.8 : 0.45) - place * 0.08 : telling.some((term) => own(term) === 1) ? (/^(?:which|what)\b/.test(question.folded) ? 0.8 : 0.55) : 0.2);
    units.push({ document, field, asked, segment: null, ...covered, score: score * 0.6 + covered.share * 2 + Math.min(0.4, telling.length * 0.3) + bonus });
  }
  return units;
};

/** True when the word tells which document is meant. */
const tells = (document: ReadDocument, term: Term): boolean => holdsTerm(document.titleStems, term) > 0 || holdsTerm(document.identityStems, term) > 0 || term.hinted.includes(document.type) || (term.proper && document.bodyStems.has(term.stem));

/** True when the word begins a column or stands before a colon, with a value after it. */
const isLabel = (text: string, term: Term): boolean => {
  const words = wordsOf(text);
  const at = words.findIndex((word) => word.stem === term.stem || term.alike.includes(word.stem));
  if (at < 0 || at === words.length - 1) return false;
  return at <= 1 || /[:*]/.test(text.slice(words[at]!.end, words[at]!.end + 12)) || /\d\S* ?$/.test(text.slice(0, words[at]!.start));
};

const firstNames = (wanted: Wanted): string[] => wanted.names.flatMap((name) => nameParts(name).slice(0, 1));

const segmentUnits = ({ document, score, mentioned }: Ranked, question: Question, weights: ReadonlyMap<Term, number>, wanted: Wanted): Unit[] => {
  const units: Unit[] = [];
  const kind = wantedKind(question.folded);
  const people = firstNames(wanted);
  const [ask] = question.asked;
  for (const segment of document.segments) {
    if (mentioned && !people.some((name) => segment.text.toLowerCase().includes(name))) continue;
    const labelled = ask ? ask.labels.some((label) => segment.stems.has(label) || (ask.key === 'items' && segment.table !== '' && segment.headingStems.has(label))) : false;
    const inside = (term: Term) => Math.max(holdsTerm(segment.stems, term), holdsTerm(segment.headingStems, term) * 0.85);
    const covered = cover(question.terms, weights, document, inside);
    if (covered.inside === 0 && !labelled) continue;
    if (question.terms.length === 0 && !labelled) continue;
    const wants = ask && kind === null ? (ask.kind === 'date' ? 'date' : ask.kind === 'amount' ? 'amount' : ask.kind === 'number' ? 'number' : null) : kind;
    const typed = wants === null ? 0 : holds(segment.text, wants) ? 0.35 : -0.6;
    const label = ask ? (labelled ? 0.35 : -0.25) : 0;
    const own = question.terms.filter((term) => !term.light && !names(document, term));
    const direct = own.length > 0 && own.every((term) => inside(term) > 0) && typed >= 0 ? 0.5 : 0;
    const titled = segment.form && own.some((term) => isLabel(segment.text, term)) ? 0.3 : 0;
    const bare = segment.opening ? -1.2 : segment.text.split(' ').length <= 3 && !/[\d:]/.test(segment.text) ? -0.7 : 0;
    const length = segment.text.length > 500 ? -0.2 : /^(?:dear|hi|hello|to|attn)\b.{0,40}[,:]?$/i.test(segment.text) ? -1.5 : 0;
    units.push({ document, field: null, asked: labelled ? ask ?? null : null, segment, ...covered, score: score * 0.6 + covered.share * 1.2 + covered.inside * 1.3 + typed + label + direct + titled + bare + length });
  }
  return units;
};

/** Fields and segments that may answer, best first. */
export const findUnits = (ranked: readonly Ranked[], question: Question, wanted: Wanted): Unit[] => {
  const weights = rarities(ranked.map(({ document }) => document), question.terms);
  return ranked
    .flatMap((one) => [...fieldUnits(one, question, weights), ...segmentUnits(one, question, weights, wanted)])
    .sort((a, b) => b.score - a.score);
};
