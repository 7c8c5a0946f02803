import type { Tx } from '@docuvault/db/types.ts';
import { codesOf, partsOf, wordsOf } from './analyse-text.ts';
import { correctWord } from './correct-words.ts';
import { attributeLexeme } from './document-vector.ts';
import { foldText } from './fold-text.ts';
import type { ParsedQuery } from './parse-query.ts';
import { lexeme, planWords, rarity, type Term } from './plan-words.ts';
import { countStems, type Scan, type SearchPlan } from './search.repository.ts';
import type { Stem } from './stem-word.ts';
import { queryStems, type Understander } from './understand-query.ts';

const mostTerms = 10;

/** Words that every household paper may be called by; they tell little. */
const faint = new Set(['paper', 'document', 'doc', 'copi', 'proof', 'record', 'card', 'detail', 'number', 'date', 'file', 'scan', 'letter', 'form', 'year', 'month', 'name', 'kagaz', 'kagaj', 'patra']);

export type WordSearch = Pick<SearchPlan, 'scans' | 'norm' | 'must' | 'meant'> & { weights: Map<string, number>; numbers: string[]; blank: boolean };

const together = (parts: readonly string[]) => parts.map(lexeme).join('&');

/** What must be there and what must not, as one tsquery; '' where nothing is asked. A phrase asks for its words in one passage, or in the title. */
const fenceOf = (parsed: ParsedQuery, stem: Stem): string => {
  const parts: string[] = [];
  const stems = (text: string) => wordsOf(foldText(text), stem).map((word) => word.stem);
  for (const phrase of parsed.phrases) {
    const words = [...new Set(stems(phrase))].slice(0, 20);
    if (words.length > 0) parts.push(`(${words.map(lexeme).join('<0>')}|${together(words.map((word) => `^${word}`))}|${together(words.map((word) => `=${word}`))})`);
  }
  for (const excluded of parsed.excluded) {
    const words = [...new Set(stems(excluded))].slice(0, 20);
    if (words.length > 0) parts.push(`!(${words.map(lexeme).join('<0>')}|${together(words.map((word) => `^${word}`))})`);
  }
  for (const { key, value } of parsed.required) parts.push(lexeme(attributeLexeme(key, value)));
  for (const { key, value } of parsed.refused) parts.push(`!${lexeme(attributeLexeme(key, value))}`);
  return parts.join('&');
};

/** The numbers in a query that may be parts of longer ones, also when typed with spaces: "982590", "KA 03 MX 1234". */
const numbersOf = (text: string): string[] => {
  const folded = foldText(text);
  const bare = codesOf(folded).map((code) => code.bare);
  for (const digits of folded.match(/\d{4,}/g) ?? []) bare.push(digits);
  const joined = folded.replace(/[^\p{L}\p{N}]/gu, '');
  if (joined.length <= 24 && /\d/.test(joined) && /^[\p{Script=Latin}\p{N}\s/.-]+$/u.test(folded) && joined.replace(/\D/g, '').length * 2 >= joined.length && joined.length >= 5) bare.push(joined);
  return [...new Set(bare)].filter((code) => code.length >= 4 && code.length <= 40).slice(0, 6);
};

/**
 * Turns a parsed query into looks at the index: words by rarity (mended where the owner has no such word), words that the
 * thesaurus puts beside them, parts of numbers, and the types of paper that are meant.
 */
export const planSearch = async (tx: Tx, userId: string, parsed: ParsedQuery, stem: Stem, understand: Understander): Promise<WordSearch> => {
  const stems = queryStems(parsed.text, stem);
  const meaning = understand(stems);
  const related = [...new Set(meaning.groups.flatMap((group) => group.stems))];
  const { documents, counts } = await countStems(tx, userId, [...stems, ...meaning.mended.values(), ...related]);
  const terms: (Term & { unknown: boolean })[] = [];
  let mended = 0;
  for (const word of stems) {
    const inDocuments = counts.get(word);
    if (inDocuments !== undefined) {
      terms.push({ forms: [{ stem: word, weight: 1 }], documents: inDocuments, faint: faint.has(word), unknown: false });
      continue;
    }
    const known = meaning.mended.get(word);
    const corrections =
      known !== undefined && counts.has(known) ? [{ stem: known, documents: counts.get(known)!, weight: 0.9 }]
      : mended < 4 && !meaning.understood.has(word) ? await correctWord(tx, userId, word) : [];
    mended += 1;
    terms.push({
      forms: [{ stem: word, weight: 1 }, ...corrections.map(({ stem: other, weight }) => ({ stem: other, weight }))],
      documents: corrections.reduce((sum, correction) => sum + correction.documents, 0),
      faint: faint.has(word),
      unknown: corrections.length === 0,
    });
  }
  const telling = [...terms].sort((a, b) => Number(a.unknown) - Number(b.unknown) || a.documents - b.documents).slice(0, mostTerms);
  const words = planWords(telling.filter((term) => !term.unknown), documents, telling.filter((term) => term.unknown).map((term) => (term.faint ? 0.2 : meaning.understood.has(term.forms[0]!.stem) ? 0.5 : 0.6)));
  const { scans, weights } = words;
  let { norm } = words;

  const must = fenceOf(parsed, stem);
  const numbers = numbersOf(parsed.text);
  for (const bare of numbers) {
    const parts = partsOf(bare);
    if (parts.length === 0) continue;
    scans.push({ query: parts.map(lexeme).join('&'), weight: norm, kind: 'b' });
    for (const part of parts) weights.set(part, 0.5);
  }
  const strength = meaning.groups.reduce((sum, group) => sum + group.strength, 0);
  for (const group of meaning.groups) {
    const present = group.stems.filter((word) => counts.has(word));
    if (present.length === 0) continue;
    scans.push(...groupScans(present, counts, documents, group.strength / Math.max(1, strength)));
    for (const word of present) if (!weights.has(word)) weights.set(word, 0.4 * group.strength * rarity(documents, counts.get(word)!));
  }
  const meant = [...meaning.types].map(([type, weight]) => ({ type: type as string, weight: Number(weight.toFixed(3)) })).filter(({ weight }) => weight >= 0.1);
  for (const { type, weight } of meant) if (weight >= 0.3) scans.push({ query: lexeme(attributeLexeme('type', type)), weight: 0, kind: 'c' });
  const blank = stems.length === 0 && numbers.length === 0;
  if (blank && (must !== '' || Object.keys(parsed.wanted).length > 0 || parsed.folders.length > 0)) {
    scans.push({ query: '', weight: 1, kind: 'b' });
    norm = 1;
  }
  return { scans, norm, must, meant, weights, numbers, blank };
};

/** A few looks for a group of related words: the rarer half is worth more when found, so that a paper with several of them comes first. */
const groupScans = (stems: readonly string[], counts: Map<string, number>, documents: number, worth: number): Scan[] => {
  const rarest = [...stems].sort((a, b) => counts.get(a)! - counts.get(b)!);
  const telling = rarest.filter((word) => counts.get(word)! <= Math.max(3, documents / 4)).slice(0, 12);
  if (telling.length === 0) return [];
  const half = Math.ceil(telling.length / 2);
  const scans: Scan[] = [{ query: `(${telling.slice(0, half).map(lexeme).join('|')})`, weight: worth * 0.6, kind: 'g' }];
  if (telling.length > half) scans.push({ query: `(${telling.slice(half).map(lexeme).join('|')})`, weight: worth * 0.4, kind: 'g' });
  return scans;
};
