/** A part of a text: to be translated, or kept as it stands (blank lines, page breaks, rules of signs). */
export type Piece = { text: string; kept: boolean };

/** About a page: small enough for every service, large enough that sentences keep their company. */
const mostChars = 3_000;

const hasWords = (text: string): boolean => /\p{L}/u.test(text);

/** Cuts what is too long at the last of these boundaries that lies inside; between any two characters where there is none. */
const cut = (text: string): string[] => {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > mostChars) {
    const head = rest.slice(0, mostChars);
    const at = [/\n(?=[^\n]*$)/, /[.!?।…。](?=\s[^.!?।…。]*$)/, /\s(?=\S*$)/].map((boundary) => boundary.exec(head)).find((found) => found !== null && found.index > mostChars / 4);
    // Never between the halves of a character beyond the basic plane.
    const end = at ? at.index + 1 : /[\ud800-\udbff]$/.test(head) ? mostChars - 1 : mostChars;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  parts.push(rest);
  return parts;
};

/** White space at both ends is ours to keep, for models drop it. */
const framed = (text: string): Piece[] => {
  const [, before = '', body = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text)!;
  return [before, body, after].filter((part) => part !== '').map((part) => ({ text: part, kept: !hasWords(part) }));
};

/**
 * A text as pieces which, put together, are the text: paragraphs are kept together up to some 3,000 characters, longer ones are cut at a line, a sentence or
 * a word; page breaks (form feeds) and blank lines between pieces stand alone.
 */
export const piecesOf = (text: string): Piece[] => text.split(/(\f)/).flatMap((page) => {
  if (page === '\f' || !hasWords(page)) return page === '' ? [] : [{ text: page, kept: true }];
  const packed: string[] = [];
  for (const part of page.split(/(\n[ \t]*\n\s*)/).flatMap(cut)) {
    const last = packed.at(-1);
    if (last !== undefined && last.length + part.length <= mostChars) packed[packed.length - 1] = last + part;
    else packed.push(part);
  }
  return packed.flatMap(framed);
});
