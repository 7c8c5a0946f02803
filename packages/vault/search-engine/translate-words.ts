import { splitCompound } from './compound-words.ts';
import { createStemmer, type Stem } from './stem-word.ts';
import { languages } from './thesaurus/languages.ts';

type Line = { english: readonly string[]; foreign: readonly string[] };

/** How Hindi is typed in Latin letters varies in the length of vowels, in v and w, and in doubled consonants. */
const heard = (word: string): string => word.replaceAll('w', 'v').replace(/ee/g, 'i').replace(/oo/g, 'u').replace(/(.)\1/g, '$1');

const compile = (stem: Stem) => {
  const lines: Line[] = languages.trim().split('\n').map((line) => {
    const [english = '', foreign = ''] = line.split(' = ');
    return { english: english.split(' ').map(stem), foreign: foreign.split(' ').map(stem) };
  });
  const byEnglish = new Map<string, Line[]>();
  const byForeign = new Map<string, Line[]>();
  const put = (into: Map<string, Line[]>, word: string, line: Line) => into.set(word, [...(into.get(word) ?? []), line]);
  const heads = new Set(lines.flatMap((line) => line.english));
  for (const line of lines) {
    for (const word of line.english) put(byEnglish, word, line);
    // What is an English word as well ("rente") is read as English.
    for (const word of new Set(line.foreign.filter((one) => !heads.has(one)).flatMap((one) => [one, `~${heard(one)}`]))) put(byForeign, word, line);
  }
  return { byEnglish, byForeign };
};

/** `english`: what a word of another language may mean, `meant`: the foremost two of each of its senses; `foreign`: what other languages call it. All are stems. */
export type Translation = { english: string[]; meant: string[]; foreign: string[] };

const create = () => {
  const stem = createStemmer();
  const { byEnglish, byForeign } = compile(stem);
  return (raw: string, stemmed: string): Translation => {
    const own = byForeign.get(stemmed) ?? byForeign.get(`~${heard(stemmed)}`) ?? [];
    const compound = own.length > 0 ? [] : splitCompound(raw).map(stem);
    const lines = [...own, ...compound.flatMap((part) => byForeign.get(part) ?? [])];
    const called = byEnglish.get(stemmed) ?? [];
    return {
      english: [...new Set(lines.flatMap((line) => line.english))],
      meant: [...new Set(lines.flatMap((line) => line.english.slice(0, 2)))],
      foreign: [...new Set([...compound, ...lines.flatMap((line) => line.foreign), ...called.flatMap((line) => line.foreign)])].filter((word) => word !== stemmed),
    };
  };
};

/** What a word of a query, as folded and as stemmed, is in the other languages of households; a German compound by its parts. Both empty where it is in no list. */
export const translateWord = create();
