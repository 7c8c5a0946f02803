import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import type { Line } from '../text/lines.ts';
import { phraseIndex, type PhraseHit, type PhraseIndex } from '../text/phrases.ts';
import { commonRules } from './common-rules.ts';
import { coverRules } from './cover-rules.ts';
import { identityRules } from './identity-rules.ts';
import { legalRules } from './legal-rules.ts';
import { moneyRules } from './money-rules.ts';
import type { Rule } from './rule.ts';
import { thingRules } from './thing-rules.ts';

/** A label in a line with the rules it stands for. `opening`: it begins a line or column; `colon`: a colon, dash or dots follow. */
export type Label = { line: Line; start: number; end: number; rules: readonly Rule[]; colon: boolean; opening: boolean; words: number };

const ruleSets = [...identityRules, ...moneyRules, ...coverRules, ...thingRules, ...legalRules];
/** "Rx #" is a label only where the sign follows; as mere words it would be found everywhere. */
type Entry = { rule: Rule; sign: boolean };
const indexes = new Map<DocumentType, PhraseIndex<Entry>>();

/** The label index of a type: its own rules, and the common ones for labels it does not claim itself. */
function indexFor(type: DocumentType): PhraseIndex<Entry> {
  const known = indexes.get(type);
  if (known) return known;
  const entries: [string, Entry][] = [];
  const own = new Set<string>();
  const split = (labels: string) => labels.split(';').map((label) => label.trim()).filter(Boolean);
  const add = (rule: Rule, labels: readonly string[]) => {
    const plainEntry = { rule, sign: false };
    const signEntry = { rule, sign: true };
    // "Applicants", "Insured Persons": names stand under the plural as well.
    const plurals = rule.kind === 'person' || rule.kind === 'party' ? labels.filter((label) => /[a-z]{4}[a-rt-z]$/u.test(label) && !labels.includes(`${label}s`)).map((label) => `${label}s`) : [];
    for (const label of [...labels, ...plurals]) entries.push([label.replace('#', ''), label.includes('#') ? signEntry : plainEntry]);
  };
  for (const rule of ruleSets.find((set) => set.type === type)?.rules ?? []) {
    const labels = split(rule.labels);
    for (const label of labels) own.add(label);
    add(rule, labels);
  }
  for (const rule of commonRules.rules) add(rule, split(rule.labels).filter((label) => !own.has(label)));
  const index = phraseIndex(entries);
  indexes.set(type, index);
  return index;
}

const behindLabel = /^(?:\s?\([^)]{0,40}\)|\s?\[[^\]]{0,30}\]|[\s.*])*(?::|=|\s[-–—]\s|\.{3,}|-\s|#|\s?>)/u;

/** Several readers ask for the labels of the same line. */
const found = new WeakMap<Line, { type: DocumentType; labels: Label[] }>();

/** The labels of a line, in order, without overlap. */
export function labelsIn(line: Line, type: DocumentType): Label[] {
  const known = found.get(line);
  if (known?.type === type) return known.labels;
  const labels = findLabels(line, type);
  found.set(line, { type, labels });
  return labels;
}

/** "Employee   ID   Check Date": a phrase that reaches over a gap is two labels where its halves are. */
function parted(hit: PhraseHit<Entry>, line: Line, index: PhraseIndex<Entry>): PhraseHit<Entry>[] {
  if (line.cells.length < 3 || !/ {2,}|\t/u.test(line.text.slice(hit.start, hit.end))) return [hit];
  const cut = line.tokens.findIndex((token, i) => i > hit.from && i < hit.to && / {2,}|\t/u.test(line.text.slice(line.tokens[i - 1]?.end ?? 0, token.start)));
  const half = (from: number, to: number) => index.find(line.tokens.slice(from, to), line.ocr).map((part) => ({ ...part, from: part.from + from, to: part.to + from }));
  const [left, right] = [half(hit.from, cut), half(cut, hit.to)];
  // The first half may be a whole column by itself.
  const column = line.cells.some((cell) => cell.start === left[0]?.start && cell.end === left.at(-1)?.end);
  return left.length > 0 && (right.length > 0 || column) ? [...left, ...right] : [hit];
}

function findLabels(line: Line, type: DocumentType): Label[] {
  const index = indexFor(type);
  return index.find(line.tokens, line.ocr).flatMap((hit) => parted(hit, line, index)).flatMap((hit) => {
    const signed = /^\s?#/u.test(line.text.slice(hit.end, hit.end + 2));
    const rules = hit.values.filter(({ sign }) => signed || !sign).map(({ rule }) => rule);
    // "Payer's TIN" is not the payer.
    if (rules.length === 0 || /^['’]s\s/iu.test(line.text.slice(hit.end, hit.end + 3))) return [];
    // "WEB-40021" is a number, and no website before one.
    if (rules.every(({ kind }) => kind === 'stop') && /^[-/]\d/u.test(line.text.slice(hit.end, hit.end + 2))) return [];
    const before = line.text.slice(0, hit.start);
    const cell = line.cells.find((part) => part.start <= hit.start && part.end > hit.start);
    const inner = cell ? line.text.slice(cell.start, hit.start) : before;
    return [{
      line, start: hit.start, end: hit.end, rules, words: hit.to - hit.from,
      colon: behindLabel.test(line.text.slice(hit.end, hit.end + 60)),
      // Numbering, bullets, brackets and a first half of a bilingual label may stand before it.
      opening: /^(?:[\s(•*#.:|/[“”"'’-]|\d{1,2}[.)]|\(?[a-z]\)?[.)]?\s|(?:the|your|der|die|das|de|het|la|le|el|il)\s)*$/iu.test(inner) || /[/|]\s?$/u.test(before) || (hit.to - hit.from >= 2 && /:\s?$/u.test(before)),
    }];
  });
}
