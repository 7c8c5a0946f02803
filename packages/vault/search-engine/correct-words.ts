import type { Tx } from '@docuvault/db/types.ts';
import { editDistance, forgiven } from './edit-distance.ts';
import { stemsBetween } from './search.repository.ts';

const considered = 1_500;
const taken = 4;

/** The string that follows every string starting with `prefix`, in the order of bytes. */
const afterPrefix = (prefix: string): string => {
  const characters = [...prefix];
  const last = characters.pop() ?? '';
  return characters.join('') + String.fromCodePoint(last.codePointAt(0)! + 1);
};

/** What an unknown word was likely meant to be, among the owner's own words: what it begins, then what it is a typing error of. */
export type Correction = { stem: string; documents: number; weight: number };

/**
 * Looks an unknown stem up among the words of the owner's documents: those it is the beginning of, else those that are
 * one typing error away (two in words of seven letters and more). The first letter, or the first two in either order, is
 * taken to be right. Reads at most two ranges of the owner's words, never another's.
 */
export const correctWord = async (tx: Tx, userId: string, word: string): Promise<Correction[]> => {
  if ([...word].length < 3 || word.length > 40) return [];
  const begun = (await stemsBetween(tx, userId, word, afterPrefix(word), taken)).map((row) => ({ stem: row.word, documents: row.documents, weight: 0.8 }));
  if (begun.length > 0 || /\d/.test(word)) return begun;
  const most = forgiven(word.length);
  if (most === 0) return [];
  const starts = new Set([word.slice(0, 2), word[1]! + word[0]!, word[0]! + word.slice(2, 3)]);
  const candidates = (await Promise.all([...starts].map((start) => stemsBetween(tx, userId, start, afterPrefix(start), considered)))).flat();
  const near = candidates
    .filter((row) => !/\d/.test(row.word))
    .map((row) => ({ stem: row.word, documents: row.documents, distance: editDistance(word, row.word, most) }))
    .filter((row) => row.distance <= most);
  const least = Math.min(...near.map((row) => row.distance));
  return near
    .filter((row) => row.distance === least)
    .sort((a, b) => b.documents - a.documents || (a.stem < b.stem ? -1 : 1))
    .slice(0, taken)
    .map(({ stem, documents, distance }) => ({ stem, documents, weight: distance === 1 ? 0.7 : 0.5 }));
};
