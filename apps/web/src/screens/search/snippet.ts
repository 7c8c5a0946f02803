/** A stretch of a snippet, and whether it matched. */
export type Part = { text: string; lit: boolean };

const decode = (escaped: string): string => escaped.replaceAll(/&#(\d{1,7});/g, (_whole, code: string) => String.fromCodePoint(Math.min(0x10ffff, Number(code))));

/** A snippet of the search (escaped text with `<mark>`) as plain stretches: it is split, never parsed as HTML. */
export const partsOf = (snippet: string): Part[] =>
  snippet
    .split(/(<mark>.*?<\/mark>)/s)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const marked = /^<mark>(.*)<\/mark>$/s.exec(piece);
      return { text: decode(marked?.[1] ?? piece), lit: marked !== null };
    });

const phrase = /(?:^|\s)["“]([^"”]{2,200})["”]/;
const mostWords = 12;

/**
 * The words to light up where a result opens: the phrase that was asked for, else what the search marked (which knows
 * other forms and misspellings), else nothing. Masked numbers are left out: on the page they stand in full.
 */
export const wordsToLight = (query: string, snippet: string): string | undefined => {
  const asked = phrase.exec(query)?.[1]?.trim();
  if (asked) return asked;
  const words = partsOf(snippet).filter(({ text, lit }) => lit && !/•|X{3}/.test(text)).map(({ text }) => text);
  return [...new Map(words.map((word) => [word.toLowerCase(), word])).values()].slice(0, mostWords).join(' ') || undefined;
};
