import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import { compoundHeadings } from './classify-headings.ts';
import { writtenForReaders } from './classify-long.ts';
import { structuralEvidence } from './classify-structure.ts';
import type { Evidence } from './lexicons/evidence.ts';
import { healthInsuranceTypes } from './lexicons/health-insurance-types.ts';
import { identityTypes } from './lexicons/identity-types.ts';
import { legalTypes } from './lexicons/legal-types.ts';
import { moneyTypes } from './lexicons/money-types.ts';
import { otherTypes } from './lexicons/other-types.ts';
import { plainPaperTitles, plainPaperWords } from './lexicons/plain-papers.ts';
import type { Reading } from './reading.ts';
import { billOfSums } from './sums.ts';
import { tokensOf, type Cell, type Line } from './text/lines.ts';
import { phraseIndex, type PhraseHit, type PhraseIndex } from './text/phrases.ts';

/** How sure the rules are of a document's type; `scores` are the points of every type that has any. */
export type Classification = { documentType: DocumentType; confidence: number; scores: Map<DocumentType, number> };

type Mark = { type: DocumentType; kind: 'title' | 'strong' | 'medium' | 'weak' | 'against'; phrase: string; shared: number };

const evidence: readonly Evidence[] = [...identityTypes, ...moneyTypes, ...healthInsuranceTypes, ...legalTypes, ...otherTypes];
const base = { strong: 2.2, medium: 0.8, weak: 0.3, against: -1.4 } as const;
const titleAsHeading = 9;
const topLines = 14;
const threshold = 6.5;
/** Enough where nothing speaks for a mere letter or note: those reach 5 at most. */
const lowThreshold = 5.2;

function buildIndex(): PhraseIndex<Mark> {
  const entries: [string, Mark][] = [];
  const add = (type: DocumentType, kind: Mark['kind'], list: string | undefined) => {
    for (const phrase of new Set((list ?? '').split(';').map((part) => part.trim()).filter(Boolean))) entries.push([phrase, { type, kind, phrase, shared: 1 }]);
  };
  for (const item of evidence) {
    add(item.type, 'title', item.titles);
    add(item.type, 'strong', item.strong);
    add(item.type, 'medium', item.medium);
    add(item.type, 'weak', item.weak);
    add(item.type, 'against', item.against);
  }
  add('other', 'title', plainPaperTitles);
  add('other', 'strong', plainPaperWords);
  const users = new Map<string, number>();
  for (const [phrase, mark] of entries) if (mark.kind === 'strong') users.set(phrase, (users.get(phrase) ?? 0) + 1);
  for (const [phrase, mark] of entries) mark.shared = users.get(phrase) ?? 1;
  return phraseIndex(entries);
}

let index: PhraseIndex<Mark> | null = null;

/** A row of three and more short captions over a row of values. */
function captionRow(line: Line, next: Line | undefined, at: number): boolean {
  return at > 0 && line.cells.length >= 3 && !/\d/u.test(line.text) && next !== undefined && next.page === line.page && next.cells.length >= line.cells.length - 1 && /\d/u.test(next.text);
}

const denied = /\b(?:not (?:an?|your|the)|keine?|pas une?|n'est pas|no es una?|geen|नहीं)\s+(?:\p{L}+\s+)?$/iu;

/** How much of a heading a phrase is: 1 when it is (nearly) all of a short line or column near the top, 0 inside prose. */
function headingShare(line: Line, hit: PhraseHit<Mark>, captions: boolean): number {
  const cell = line.cells.find((part) => part.start <= hit.start && part.end >= hit.end);
  const words = cell ? line.tokens.filter((token) => token.start >= cell.start && token.end <= cell.end).length : line.tokens.length;
  const share = (hit.to - hit.from) / Math.max(1, words);
  const after = line.text.slice(hit.end, hit.end + 3);
  // "Passport: N1234567" is a label, not a heading.
  if (/^ ?[:=]\s?\S/.test(after) && share < 0.9) return 0.25;
  if (words > 14) return 0;
  // A caption among captions ("Account Number   Invoice   Due Date") is a column, not a heading.
  if (captions) return 0.3;
  // "A small note about tulips": an ordinary word among ordinary words heads nothing.
  if (hit.to - hit.from === 1 && words > 2 && hit.end !== cell?.end && (cell?.text.match(/(?<![\p{L}'’-])\p{Ll}{3,}/gu)?.length ?? 0) >= 2) return 0.1;
  return share >= 0.6 ? 1 : share >= 0.35 ? 0.75 : share >= 0.16 && words <= 6 ? 0.6 : share >= 0.2 ? 0.45 : 0.2;
}

/** A column without the title that begins or ends it: "ICICI Bank Credit Card Statement" leaves "ICICI Bank", "HOTEL VOUCHER" nothing. */
export function withoutTitle(line: Line, cell: Cell): string {
  index ??= buildIndex();
  const tokens = line.tokens.filter((token) => token.start >= cell.start && token.end <= cell.end);
  const hits = index.find(tokens, line.ocr).filter((hit) => hit.values.some(({ kind }) => kind === 'title'));
  const last = hits.at(-1);
  const [first] = hits;
  if (!first || !last || hits.reduce((sum, hit) => sum + hit.to - hit.from, 0) < tokens.length / 2) return cell.text;
  // Insurers are called after what they sell.
  if (last.to === tokens.length && first.start > cell.start && /^\p{Lu}[\p{L}&'’]*(?: (?:\p{Lu}[\p{L}'’]*|&))+$/u.test(cell.text) && /(?:insurance|assurances?|versicherung|seguros|bank)$/iu.test(cell.text)) return cell.text;
  if (last.to === tokens.length && hits.length === 1) return line.text.slice(cell.start, last.start).replace(/[\s:–-]+$/u, '');
  return first.from === 0 && hits.length === 1 ? line.text.slice(first.end, cell.end).replace(/^[\s:–-]+/u, '') : '';
}

/** Scores every type on weighted words and on structure, and takes the best when it stands out; thin evidence is `other`. */
export function classify(reading: Reading, hints: { fileName: string; title?: string }): Classification {
  index ??= buildIndex();
  const words = reading.lines.reduce((sum, line) => sum + line.tokens.length, 0);
  const density = Math.min(1, Math.sqrt(450 / Math.max(1, words)));
  // A cover with a few words gives the first place to the page behind it.
  const perPage = new Map<number, number>();
  for (const line of reading.lines) perPage.set(line.page, (perPage.get(line.page) ?? 0) + line.tokens.length);
  const firstPage = [...perPage].find(([, count]) => count >= 25)?.[0] ?? [...perPage].slice(0, 3).sort((a, b) => b[1] - a[1])[0]?.[0] ?? 1;
  const begins = new Map<number, number>();
  const best = new Map<Mark, number>();
  const seen = new Map<Mark, number>();
  const note = (mark: Mark, points: number) => {
    if (Math.abs(points) > Math.abs(best.get(mark) ?? 0)) best.set(mark, points);
    seen.set(mark, (seen.get(mark) ?? 0) + 1);
  };
  reading.lines.forEach((line, row) => {
    if (!begins.has(line.page)) begins.set(line.page, row);
    const at = row - (begins.get(line.page) ?? 0);
    const top = line.page <= firstPage && at < topLines;
    const place = line.page <= firstPage ? 1 : line.page <= firstPage + 2 ? 0.7 : 0.35;
    const upper = line.text === line.text.toUpperCase() || at < 3;
    for (const hit of index?.find(line.tokens, line.ocr) ?? []) {
      // "This is not a bill"
      if (denied.test(line.text.slice(Math.max(0, hit.start - 24), hit.start))) continue;
      const share = headingShare(line, hit, captionRow(line, reading.lines[row + 1], at));
      const long = Math.min(1.15, 0.75 + 0.15 * (hit.to - hit.from));
      for (const mark of hit.values) {
        if (mark.kind === 'title') {
          const heading = titleAsHeading * share * (top ? 1 - at * 0.02 : line.page <= firstPage ? 0.55 : at < 3 && line.page <= firstPage + 2 ? 0.5 : 0.3) * (upper ? 1.1 : 1);
          note(mark, Math.max(heading, 1.2 * density) * long);
        } else {
          note(mark, base[mark.kind] * (mark.kind === 'strong' ? long : 1) * density * place / (mark.kind === 'strong' ? 1 + 0.25 * (mark.shared - 1) : 1));
        }
      }
    }
  });
  const scores = new Map<DocumentType, number>();
  const against = new Map<DocumentType, number>();
  const titles = new Map<DocumentType, number[]>();
  for (const [mark, points] of best) {
    if (mark.kind === 'title') titles.set(mark.type, [...(titles.get(mark.type) ?? []), points]);
    else if (mark.kind === 'against') against.set(mark.type, (against.get(mark.type) ?? 0) + points);
    else scores.set(mark.type, (scores.get(mark.type) ?? 0) + points * Math.min(1.5, 1 + 0.15 * ((seen.get(mark) ?? 1) - 1)));
  }
  for (const [type, points] of titles) {
    // The best title counts whole, further ones less and less: synonyms of one heading are one piece of evidence.
    const sum = points.sort((a, b) => b - a).reduce((total, n, i) => total + n / (1 + i * 1.5), 0);
    scores.set(type, (scores.get(type) ?? 0) + sum);
  }
  for (const [type, points] of against) scores.set(type, (scores.get(type) ?? 0) + Math.max(-9, points));
  for (const [type, points] of structuralEvidence(reading)) scores.set(type, (scores.get(type) ?? 0) + points);
  const fromName = tokensOf(`${hints.fileName.replace(/\.[a-z0-9]{2,5}$/i, '')} ${hints.title ?? ''}`.replace(/[_\-.]+/g, ' '));
  const nameTypes = new Set<DocumentType>();
  for (const hit of index.find(fromName, false)) for (const mark of hit.values) if (mark.kind === 'title') nameTypes.add(mark.type);
  for (const type of nameTypes) scores.set(type, (scores.get(type) ?? 0) + 2.5);
  // What is told by words alone needs no other evidence.
  if (strongest(scores) < threshold) {
    for (const [type, points] of compoundHeadings(reading)) scores.set(type, (scores.get(type) ?? 0) + points);
    const bill = strongest(scores) < lowThreshold ? billOfSums(reading) : null;
    if (bill) scores.set(bill.type, (scores.get(bill.type) ?? 0) + bill.points);
  }
  const decided = decide(scores, titles);
  // A passport or a lab's sheet proves itself by more than words; what is told by words alone may be told about.
  return decided.documentType !== 'other' && worded.has(decided.documentType) && writtenForReaders(reading) ? { documentType: 'other', confidence: 0.8, scores } : decided;
}

/** Types that long papers are taken for because they speak of them. */
const worded: ReadonlySet<DocumentType> = new Set(['insurance_policy', 'medical_report', 'prescription', 'vaccination_record', 'invoice', 'receipt', 'utility_bill', 'loan_agreement', 'lease', 'contract', 'warranty', 'travel_itinerary', 'tax_return', 'will', 'property_deed', 'bank_statement', 'payslip', 'degree_certificate']);

const strongest = (scores: Map<DocumentType, number>) => Math.max(0, ...[...scores].filter(([type]) => type !== 'other').map(([, points]) => points));

/** Types that come as letters. */
const lettered: ReadonlySet<DocumentType> = new Set(['contract', 'insurance_policy', 'medical_report', 'loan_agreement', 'tax_return', 'tax_id', 'visa', 'utility_bill', 'invoice']);

function decide(scores: Map<DocumentType, number>, titles: Map<DocumentType, number[]>): Classification {
  const ranked = [...scores].filter(([type]) => type !== 'other').sort((a, b) => b[1] - a[1]);
  const [first, second] = ranked;
  const plain = scores.get('other') ?? 0;
  // A letter that talks of trips and coaches is a letter, unless its heading says more.
  const letter = first !== undefined && !lettered.has(first[0]) && plain >= 3.5 && (titles.get(first[0])?.[0] ?? 0) <= 4 && first[1] < 2 * plain;
  if (!first || letter || first[1] < (plain < 3 || (lettered.has(first[0]) && first[1] > 1.25 * plain) ? lowThreshold : threshold) || (plain > first[1] && plain >= 5)) {
    const thin = Math.max(0, first?.[1] ?? 0) / threshold;
    return { documentType: 'other', confidence: Math.round(Math.max(0.3, plain >= 5 ? 0.8 : 0.75 - 0.4 * Math.min(1, thin)) * 100) / 100, scores };
  }
  const rival = Math.max(0, second?.[1] ?? 0, plain);
  const margin = (first[1] - rival) / first[1];
  const strength = first[1] / (first[1] + 6);
  const titled = (titles.get(first[0])?.[0] ?? 0) > 4 ? 1 : 0.9;
  const confidence = Math.min(0.99, Math.sqrt(strength) * (0.55 + 0.45 * Math.min(1, margin * 1.8)) * titled);
  return { documentType: first[0], confidence: Math.round(confidence * 100) / 100, scores };
}
