import type { Tx } from '@docuvault/db/types.ts';
import { codesOf, partsOf, wordsOf, type Word } from './analyse-text.ts';
import { correctWords } from './correct-words.ts';
import { attributeLexeme, fieldNumber, ownerLexeme } from './document-vector.ts';
import { foldText } from './fold-text.ts';
import type { ParsedQuery } from './parse-query.ts';
import { anyOf, besides, common, lexeme, planWords, rarity, type Term } from './plan-words.ts';
import type { Evidence } from './ranking.ts';
import { countLexemes, type Scan, type SearchPlan } from './search.repository.ts';
import type { Stem } from './stem-word.ts';
import { translateWord } from './translate-words.ts';
import { queryWords, understandQuery, type Meaning } from './understand-query.ts';

const mostTerms = 10;
const parts = 2;
const fewestOfType = 0.3;
const besideWords = 0.7;

/** Words that every household paper may be called by; they tell little. */
const faint = new Set(['paper', 'document', 'doc', 'copi', 'proof', 'record', 'card', 'detail', 'number', 'date', 'file', 'scan', 'letter', 'price', 'cost', 'amount', 'form', 'year', 'month', 'name', 'kagaz', 'kagaj', 'patra']);

/** A search by words, planned. `documents` is in how many of the owner's documents the one word asked for stands; null with more words, or limits. `evidence` is what the vault has of what was asked. */
export type WordSearch = Pick<SearchPlan, 'scans' | 'norm' | 'must' | 'meant'> & { evidence: Evidence; weights: Map<string, number>; asked: ReadonlySet<string>; numbers: string[]; documents: number | null };

const together = (parts: readonly string[]) => parts.map(lexeme).join('&');

/** What must be there and what must not, as one tsquery; '' where nothing is asked. A phrase asks for its words in one passage, or in title or fields. */
const fenceOf = (parsed: ParsedQuery, stem: Stem): string => {
  const parts: string[] = [];
  const stems = (text: string) => [...new Set(wordsOf(foldText(text), stem).map((word) => word.stem))].slice(0, 20);
  for (const words of parsed.phrases.map(stems)) {
    if (words.length > 0) parts.push(`(${words.map(lexeme).join('<0>')}|${together(words.map((word) => `^${word}`))}|${together(words.map((word) => `=${word}`))})`);
  }
  for (const words of parsed.excluded.map(stems)) {
    if (words.length > 0) parts.push(`!(${words.map(lexeme).join('<0>')}|${together(words.map((word) => `^${word}`))}|${together(words.map((word) => `=${word}`))})`);
  }
  for (const { key, value } of parsed.required) parts.push(lexeme(attributeLexeme(key, value)));
  for (const { key, value } of parsed.refused) parts.push(`!${lexeme(attributeLexeme(key, value))}`);
  return parts.join('&');
};

/** The numbers in a query that may be parts of longer ones, longest first, also when typed with spaces: "982590", "KA 03 MX 1234". */
const numbersOf = (text: string): string[] => {
  const folded = foldText(text);
  const bare = codesOf(folded).map((code) => code.bare);
  for (const digits of folded.match(/\d{4,}/g) ?? []) bare.push(digits);
  const joined = folded.replace(/[^\p{L}\p{N}]/gu, '');
  if (joined.length >= 5 && joined.length <= 34 && joined.replace(/\D/g, '').length * 2 >= joined.length) bare.push(joined);
  return [...new Set(bare)].filter((code) => code.length >= 4 && code.length <= 40).sort((a, b) => b.length - a.length).slice(0, 6);
};

/** How much of a word's worth counts: less where it is on every paper, or where the type that it means answers for it. */
const shareOf = (word: string, meaning: Meaning): number => (faint.has(word) ? 0.4 : meaning.covered.has(word) ? 0.6 : 1);

/** The query's words as terms: those the owner has, those mended to ones the owner has, and what share of a word each of the rest counts for. */
const termsOf = async (tx: Tx, words: readonly Word[], meaning: Meaning, counts: ReadonlyMap<string, number>) => {
  const stems = words.map((word) => word.stem);
  const terms: Term[] = [];
  const missing: number[] = [];
  const unknown = stems.filter((word) => !counts.has(word));
  const mendable = unknown.filter((word) => !counts.has(meaning.mended.get(word) ?? '') && !meaning.understood.has(word));
  const corrections = mendable.length > 0 ? await correctWords(tx, mendable) : new Map<string, never[]>();
  for (const { raw, stem: word } of words) {
    const inDocuments = counts.get(word);
    const named = attributeLexeme('person', raw);
    const known = meaning.mended.get(word);
    const alike = (meaning.alike.get(word) ?? []).filter((one) => counts.has(one.stem));
    if (inDocuments !== undefined) terms.push({ forms: [{ stem: word, weight: 1 }], documents: inDocuments, share: shareOf(word, meaning), ...(counts.has(named) ? { person: named } : {}) });
    else if (known !== undefined && counts.has(known)) terms.push({ forms: [{ stem: word, weight: 1 }, { stem: known, weight: 0.9 }], documents: counts.get(known)!, share: shareOf(word, meaning) });
    else if (alike.length > 0) terms.push({ forms: [{ stem: word, weight: 1 }, ...alike], documents: Math.max(...alike.map((one) => counts.get(one.stem)!)), share: shareOf(word, meaning) });
    else if ((corrections.get(word) ?? []).length > 0) {
      const instead = corrections.get(word)!;
      terms.push({ forms: [{ stem: word, weight: 1 }, ...instead], documents: instead.reduce((sum, one) => sum + one.documents, 0), share: shareOf(word, meaning) });
    } else missing.push(0.6 * shareOf(word, meaning));
  }
  return { terms: terms.sort((a, b) => a.documents - b.documents).slice(0, mostTerms), missing: missing.slice(0, mostTerms) };
};

/** How sure the thesaurus has to be that a type of paper was asked for by its name. */
const byName = 0.8;

/** From which share of a query's worth on its words are taken to be what it is found by. */
const mostly = 0.35;

const evidenceOf = (printed: number, asked: readonly Word[], meaning: Meaning, counts: ReadonlyMap<string, number>): Evidence => {
  if (printed >= mostly) return 'printed';
  // In another language it is printed as well.
  if (asked.some((word) => translateWord(word.raw, word.stem).foreign.some((other) => counts.has(other)))) return 'printed';
  const named = [...meaning.types].filter(([, weight]) => weight >= byName);
  return named.length > 0 && named.every(([type]) => !counts.has(attributeLexeme('type', type))) ? 'absent' : 'meant';
};

/** Looks for a group of related words: the rarer half is worth more when found, so that a paper with several of them comes first. */
const groupScans = (stems: readonly string[], counts: ReadonlyMap<string, number>, documents: number, worth: number): Scan[] => {
  const telling = [...stems].sort((a, b) => counts.get(a)! - counts.get(b)!).filter((word) => counts.get(word)! <= Math.max(3, documents / 4)).slice(0, 12);
  const size = Math.max(1, Math.ceil(telling.length / parts));
  const looks: Scan[] = [];
  for (let at = 0; at < telling.length; at += size) looks.push({ query: anyOf(telling.slice(at, at + size)), weight: worth / parts, kind: 'g', cap: besides });
  return looks;
};

/**
 * Turns a parsed query into looks at the index: words by rarity (mended where the owner has no such word), words that the
 * thesaurus puts beside them, parts of numbers, and the types of paper that are meant. `limited` says that the search is
 * narrowed otherwise, so that without words everything within is wanted. `guessed` types count the less, the surer the thesaurus is.
 */
export const planSearch = async (
  tx: Tx, userId: string, input: { parsed: ParsedQuery; limited: boolean; stem: Stem; guessed?: ReadonlyMap<string, number> },
): Promise<WordSearch> => {
  const { parsed, stem } = input;
  const asked = queryWords(parsed.text, stem);
  const stems = asked.map((word) => word.stem);
  const meaning = understandQuery(stems, asked.map((word) => word.raw));
  const types = new Map<string, number>(meaning.types);
  const sure = Math.max(0, ...meaning.types.values());
  for (const [type, weight] of input.guessed ?? []) types.set(type, 1 - (1 - (types.get(type) ?? 0)) * (1 - weight * (1 - 0.5 * sure)));
  const meant = [...types].map(([type, weight]) => ({ type: type as string, weight: Number(weight.toFixed(3)) })).filter(({ weight }) => weight >= 0.1);
  const related = [...new Set(meaning.groups.flatMap((group) => group.stems))];
  const words = [...new Set([...stems, ...meaning.mended.values(), ...[...meaning.alike.values()].flatMap((others) => others.map((one) => one.stem))])];
  const everything = ownerLexeme(userId);
  const numbers = numbersOf(parsed.text);
  const file = attributeLexeme('file', parsed.text.trim());
  const counts = await countLexemes(tx, [
    everything, file, ...numbers.map(fieldNumber), ...words, ...words.map((word) => `^${word}`), ...words.map((word) => `=${word}`), ...related,
    ...asked.map((word) => attributeLexeme('person', word.raw)), ...meant.map(({ type }) => attributeLexeme('type', type)),
  ]);
  const documents = counts.get(everything) ?? 0;
  const { terms, missing } = await termsOf(tx, asked, meaning, counts);
  const { scans, weights, norm, printed } = planWords(terms, documents, counts, missing);

  // A part of a number is all of a query that names nothing else; beside words it must not outdo the papers that have both, nor a group of digits the whole.
  const ofNumber = asked.some((word) => !/\d/.test(word.raw)) ? besideWords * norm : norm;
  for (const bare of numbers) {
    const parts = partsOf(bare);
    scans.push({ query: together(parts), weight: (ofNumber * bare.length) / numbers[0]!.length, kind: 'a', cap: 200 });
    if (counts.has(fieldNumber(bare))) scans.push({ query: lexeme(fieldNumber(bare)), weight: norm, kind: 'x', cap: 200 });
    for (const part of parts) weights.set(part, 0.5);
  }
  // All of the query is a file's name, such as a camera gave it.
  if (counts.has(file)) scans.push({ query: lexeme(file), weight: norm, kind: 'a', cap: common }, { query: lexeme(file), weight: norm, kind: 'x', cap: common });
  const typed = new Set(weights.keys());
  const groups = meaning.groups.map((group) => ({ ...group, present: group.stems.filter((word) => counts.has(word)) })).filter(({ present }) => present.length > 0);
  const strength = Math.max(1, groups.reduce((sum, group) => sum + group.strength, 0));
  for (const { present, ...group } of groups) {
    scans.push(...groupScans(present, counts, documents, group.strength / strength));
    for (const word of present) if (!weights.has(word)) weights.set(word, 0.4 * group.strength * rarity(documents, counts.get(word)!));
  }
  for (const { type, weight } of meant) {
    const attribute = attributeLexeme('type', type);
    if (weight >= fewestOfType && counts.has(attribute)) scans.push({ query: lexeme(attribute), weight: 0, kind: 'c', cap: besides });
  }
  const must = fenceOf(parsed, stem);
  const blank = stems.length === 0 && numbers.length === 0;
  if (blank && (must !== '' || input.limited)) scans.push({ query: '', weight: norm, kind: 'b', cap: 1_000 });
  const onlyTerm = terms.length === 1 && missing.length === 0 && must === '' && !input.limited ? terms[0]! : null;
  return { scans, norm, must, meant, weights, asked: typed, numbers, documents: onlyTerm && onlyTerm.documents > common ? onlyTerm.documents : null,
    evidence: counts.has(file) ? 'printed' : evidenceOf(printed, asked, meaning, counts),
  };
};
