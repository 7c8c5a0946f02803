const combining = /[\u0300-\u036f]/g;

/** Lower case without Latin accents; other scripts keep their vowel signs. */
export function plain(word: string): string {
  const lower = word.toLowerCase();
  // eslint-disable-next-line no-control-regex
  if (/^[\x00-\x7f]*$/.test(lower)) return lower;
  return lower.replace(/ß/g, 'ss').replace(/æ/g, 'ae').replace(/ø/g, 'o').replace(/ł/g, 'l')
    .normalize('NFD').replace(combining, '').normalize('NFC');
}

/**
 * The key under which OCR's usual confusions meet (0/o, 1/l/i, 5/s, 8/b, rn/m, vv/w), so that "lnv0ice" finds "invoice".
 * Numbers stay as they are: "16" must not become a word.
 */
export function foldWord(word: string): string {
  const low = plain(word);
  if (/^\d+$/.test(low)) return low;
  return low.replace(/0/g, 'o').replace(/[1i]/g, 'l').replace(/5/g, 's').replace(/8/g, 'b').replace(/rn/g, 'm').replace(/vv/g, 'w');
}
