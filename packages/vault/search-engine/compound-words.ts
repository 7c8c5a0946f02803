import type { Stem } from './stem-word.ts';
import { compoundParts } from './thesaurus/languages.ts';

const parts: ReadonlySet<string> = new Set(compoundParts.trim().split(/\s+/));
const shortest = 3;
/** What German and Dutch put between the parts of a compound. */
const links = ['', 's', 'es', 'n', 'en', 'e'];

const mostParts = 4;

const startsAt = (word: string, at: number, most = mostParts): string[] | null => {
  if (most === 0) return null;
  for (let end = word.length; end - at >= shortest; end -= 1) {
    const part = word.slice(at, end);
    if (!parts.has(part)) continue;
    if (end === word.length) return [part];
    for (const link of links) {
      const rest = word.startsWith(link, end) ? startsAt(word, end + link.length, most - 1) : null;
      if (rest) return [part, ...rest];
    }
  }
  return null;
};

/** The parts of a folded German or Dutch compound of household words, as strom and rechnung of "stromrechnung"; none where it is not wholly made of known parts. */
export const splitCompound = (word: string): string[] => {
  if (word.length < 2 * shortest + 1 || !/^[a-z]+$/.test(word)) return [];
  const found = startsAt(word, 0);
  return found && found.length > 1 ? found : [];
};

/** Stems of the parts of compounds, remembering what it has split, for one batch of texts. */
export const createCompoundSplitter = (stem: Stem) => {
  const known = new Map<string, readonly string[]>();
  return (word: string): readonly string[] => {
    const before = known.get(word);
    if (before) return before;
    const parts = splitCompound(word).map(stem);
    known.set(word, parts);
    return parts;
  };
};
