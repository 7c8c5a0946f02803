import { wordsOf } from './analyse-text.ts';
import { isEnglish } from './find-near-words.ts';
import { foldText } from './fold-text.ts';
import type { Stem } from './stem-word.ts';
import { understandQuery } from './understand-query.ts';

/** Mostly in Latin letters; of a query in another script the packaged encoder makes noise. */
const isLatin = (text: string): boolean => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters > 0 && (text.match(/\p{Script=Latin}/gu)?.length ?? 0) * 2 > letters;
};

/**
 * What of a query an encoder of these languages can read. English alone: the words that English or the thesaurus knows, in order,
 * stop words with them; names, numbers and words of no language are left out, since from pieces of them it makes a
 * direction that means nothing and is near to whatever is as odd. '' where nothing is left. Languages not named: all of it.
 */
export const readableText = (text: string, languages: readonly string[] | undefined, stem: Stem): string => {
  if (!isLatin(text)) return '';
  if (languages === undefined) return text;
  const words = wordsOf(foldText(text), stem, true);
  const content = new Set(wordsOf(foldText(text), stem).map((word) => word.raw));
  const { understood } = understandQuery(words.map((word) => word.stem), words.map((word) => word.raw));
  const known = (word: (typeof words)[number]) => isEnglish(word.stem) || understood.has(word.stem);
  if (!words.some((word) => content.has(word.raw) && known(word))) return '';
  return words.every((word) => !content.has(word.raw) || known(word)) ? text : words.filter((word) => !content.has(word.raw) || known(word)).map((word) => word.raw).join(' ');
};
