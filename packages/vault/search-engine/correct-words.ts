import type { Tx } from '@docuvault/db/types.ts';
import { editDistance, forgiven } from './edit-distance.ts';
import { lexemesBetween, type LexemeRange } from './search.repository.ts';

const considered = 400;
const taken = 4;
const mostWords = 4;

/** The string that follows every string starting with `prefix`, in the order of bytes. */
const afterPrefix = (prefix: string): string => {
  const characters = [...prefix];
  const last = characters.pop() ?? '';
  return characters.join('') + String.fromCodePoint(last.codePointAt(0)! + 1);
};

/** What an unknown word was likely meant to be: one of the owner's own words. */
export type Correction = { stem: string; documents: number; weight: number };

type Near = { word: string; documents: number };

const choose = (word: string, near: readonly Near[]): Correction[] => {
  const begun = near.filter((row) => row.word.startsWith(word)).sort((a, b) => b.documents - a.documents);
  if (begun.length > 0 || /\d/.test(word)) return begun.slice(0, taken).map((row) => ({ stem: row.word, documents: row.documents, weight: 0.8 }));
  const most = forgiven(word.length);
  const close = near
    .filter((row) => !/\d/.test(row.word))
    .map((row) => ({ stem: row.word, documents: row.documents, distance: editDistance(word, row.word, most) }))
    .filter((row) => row.distance <= most);
  const least = Math.min(...close.map((row) => row.distance));
  return close
    .filter((row) => row.distance === least)
    .sort((a, b) => b.documents - a.documents || (a.stem < b.stem ? -1 : 1))
    .slice(0, taken)
    .map(({ stem, documents, distance }) => ({ stem, documents, weight: distance === 1 ? 0.7 : 0.5 }));
};

/**
 * Looks unknown stems up among the words of the owner's documents: those a stem is the beginning of, else those that are
 * one typing error away (two in words of seven letters and more). The first two letters are taken
 * to be right, or swapped, or the second to be one too many. One statement for all; at most four words are tried. Nobody else's words are read.
 */
export const correctWords = async (tx: Tx, words: readonly string[]): Promise<Map<string, Correction[]>> => {
  const tried = words.filter((word) => [...word].length >= 3 && word.length <= 40).slice(0, mostWords);
  const ranges: LexemeRange[] = [];
  const owners: string[] = [];
  const put = (word: string, start: string, longest: number | null) => {
    ranges.push({ from: start, to: afterPrefix(start), longest });
    owners.push(word);
  };
  for (const word of tried) {
    put(word, word, null);
    const most = forgiven(word.length);
    if (most === 0 || /\d/.test(word)) continue;
    for (const start of new Set([word.slice(0, 2), word[1]! + word[0]!, word[0]! + word.slice(2, 3)])) put(word, start, word.length + most);
  }
  if (ranges.length === 0) return new Map();
  const near = new Map<string, Map<string, Near>>(tried.map((word) => [word, new Map()]));
  for (const row of await lexemesBetween(tx, ranges, considered)) near.get(owners[row.place - 1]!)!.set(row.word, row);
  return new Map([...near].map(([word, rows]) => [word, choose(word, [...rows.values()])]));
};
