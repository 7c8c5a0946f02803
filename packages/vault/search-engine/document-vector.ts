import { codesOf, partsOf, wordsOf } from './analyse-text.ts';
import { createCompoundSplitter } from './compound-words.ts';
import { readFileName } from './file-name-words.ts';
import { foldText } from './fold-text.ts';
import { createStemmer } from './stem-word.ts';

/**
 * Version of what this file and what it imports make of a document. Raise it with every change of the lexemes: documents of
 * an older version are then indexed anew in the background (reindex-stale.ts). 1: grouped numbers, compounds, file names.
 */
export const analysisVersion = 1;

/** What of a document is searched. `attributes` are exact values by key, as `type:passport`. */
export type Searchable = {
  ownerId: string;
  title: string;
  fileName?: string | null;
  /** Type, category, tags, people and field values: words that weigh more than the text's. */
  details: readonly string[];
  attributes: readonly (readonly [key: string, value: string])[];
};

const mostCodes = 300;
const mostPlaces = 64;
const mostBytes = 600_000;
const passagesATurn = 15;
const lastPosition = 16_383;

/** The lexeme of an attribute, the same when indexing and when searching. */
export const attributeLexeme = (key: string, value: string): string => `%${key}:${foldText(value).replace(/[^\p{L}\p{M}\p{N}]+/gu, '_').slice(0, 80)}`;

/** The lexeme that every row of an owner's carries. */
export const ownerLexeme = (ownerId: string): string => `@${ownerId.replaceAll('-', '')}`;

/** The lexeme of a whole number that stands in a title or field. */
export const fieldNumber = (bare: string): string => `=#${bare}`;

const quoted = (lexeme: string) => `'${lexeme.replaceAll('\\', '').replaceAll("'", "''")}'`;

const write = (lexemes: Map<string, number[]>): string => {
  const size = (places: number) => [...lexemes].reduce((sum, [lexeme, at]) => sum + 8 + lexeme.length * 3 + 2 * Math.min(at.length, places), 0);
  let places = mostPlaces;
  while (places > 1 && size(places) > mostBytes) places = Math.floor(places / 2);
  return [...lexemes].map(([lexeme, at]) => (at.length === 0 ? quoted(lexeme) : `${quoted(lexeme)}:${at.slice(0, places).join(',')}`)).join(' ');
};

/** The words and numbers of a document's passages, as `readPassages` found them. */
export type PassageWords = { lexemes: Map<string, number[]>; codes: Set<string> };

const putter = (lexemes: Map<string, number[]>) => (lexeme: string, position?: number) => {
  const at = lexemes.get(lexeme);
  if (!at) lexemes.set(lexeme, position === undefined ? [] : [position]);
  else if (position !== undefined && at.at(-1) !== position && at.length < mostPlaces) at.push(position);
};

const putCodes = ({ lexemes, codes }: PassageWords, folded: string, position?: number) => {
  const put = putter(lexemes);
  for (const { bare } of codesOf(folded)) {
    if (codes.size >= mostCodes && !codes.has(bare)) return;
    codes.add(bare);
    put(bare, position);
    for (const part of partsOf(bare)) put(part, position);
  }
};

/**
 * Stems of passages, and of the parts of German compounds, with the ordinals (plus one) of those they stand in, and `#part` of numbers. Long documents give the
 * event loop a turn every few milliseconds.
 */
export const readPassages = async (passages: readonly string[]): Promise<PassageWords> => {
  const stem = createStemmer();
  const partsOfCompound = createCompoundSplitter(stem);
  const words: PassageWords = { lexemes: new Map(), codes: new Set() };
  const put = putter(words.lexemes);
  for (const [index, passage] of passages.entries()) {
    const position = Math.min(index + 1, lastPosition);
    const folded = foldText(passage);
    for (const word of wordsOf(folded, stem)) {
      put(word.stem, position);
      for (const part of partsOfCompound(word.raw)) put(part, position);
    }
    putCodes(words, folded, position);
    if (index % passagesATurn === passagesATurn - 1) await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return words;
};

/**
 * The tsvector of a document as text: the words of its passages, `^stem` of the title, `=stem` of the details and the file's
 * name, `%key:value`, and the owner. PostgreSQL's bound of 1 MB is kept by forgetting places, never words.
 */
export const documentVector = (document: Searchable, read: PassageWords): string => {
  const stem = createStemmer();
  const partsOfCompound = createCompoundSplitter(stem);
  const words: PassageWords = { lexemes: new Map(read.lexemes), codes: new Set(read.codes) };
  const put = putter(words.lexemes);
  const say = (folded: string, mark: string) => {
    for (const word of wordsOf(folded, stem)) {
      for (const found of [word.stem, ...partsOfCompound(word.raw)]) {
        put(found);
        put(mark + found);
      }
    }
  };
  const zone = (text: string, mark: string) => {
    const folded = foldText(text);
    say(folded, mark);
    putCodes(words, folded);
    for (const { bare } of codesOf(folded)) put(fieldNumber(bare));
  };
  zone(document.title, '^');
  for (const detail of document.details) zone(detail, '=');
  const file = readFileName(document.fileName ?? '');
  say(foldText(file.words), '=');
  for (const name of file.names) put(attributeLexeme('file', name));
  for (const [key, value] of document.attributes) put(attributeLexeme(key, value));
  put(ownerLexeme(document.ownerId));
  return write(words.lexemes);
};
