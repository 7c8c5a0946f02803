/** No page of a person's document holds more; what does is a bomb or a dump. */
const MAX_PAGE_CHARACTERS = 200_000;

const LIGATURES: Record<string, string> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' };

/**
 * Makes text safe to store and good to search: no NUL and no control characters but newline, no lone surrogates (U+FFFD instead),
 * Unicode NFC, Latin ligatures spelt out, soft hyphens and zero-width spaces dropped, every space a plain one, words joined that were
 * hyphenated over a line's end, no blanks before a line's end, at most one empty line in a row, at most 200,000 characters.
 * Runs of spaces inside a line are kept: three of them separate the cells of a row.
 */
export function cleanText(raw: string): string {
  const bounded = raw.length > 4 * MAX_PAGE_CHARACTERS ? raw.slice(0, 4 * MAX_PAGE_CHARACTERS) : raw;
  const text = bounded
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(/[ﬀ-ﬆ]/g, (ligature) => LIGATURES[ligature] ?? ligature)
    .replace(/\u00ad\n[ \t]*/g, '')
    // Zero-width joiner and non-joiner (U+200C, U+200D) stay: Indic scripts are spelt with them.
    .replace(/[\u00ad\u200b\u2060\ufeff\ufffe\uffff]/g, '')
    .replace(/\t/g, '   ')
    // eslint-disable-next-line no-control-regex -- control characters are what is being removed
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '')
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/ +$/gm, '')
    .replace(/(\p{L}{2})[-‐]\n(\p{Ll}+[^\s]*) ?/gu, '$1$2\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\s+$/g, '')
    .normalize('NFC');
  if (text.length <= MAX_PAGE_CHARACTERS) return text;
  return text.slice(0, MAX_PAGE_CHARACTERS).toWellFormed().replace(/\ufffd$/, '');
}
