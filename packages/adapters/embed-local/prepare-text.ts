/** More than this many characters of one text are left out: about ten pages, far above a chunk. */
const longest = 32_000;

/**
 * What the encoder reads of a text: lower case (the weights know `PASSPORT` only as single letters, and searches
 * are typed in lower case), control characters and white space as one space, cut at a bound.
 * A NUL and a lone surrogate are tolerated.
 */
export function prepareText(text: string): string {
  return text
    .slice(0, longest)
    .toWellFormed()
    // eslint-disable-next-line no-control-regex
    .replace(/[\s\u0000-\u001f\u007f\ufffd]+/g, ' ')
    .trim()
    .toLowerCase();
}
