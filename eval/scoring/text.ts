/** White space as one space, ends trimmed, composed form: what is compared is print, not layout. */
export const squeeze = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/**
 * The number of insertions, deletions and substitutions between two strings (Levenshtein), counted over
 * code points. Computed in a band that doubles until it holds the answer (Ukkonen), so that near texts are fast.
 */
export function editDistance(left: string, right: string): number {
  const a = [...left];
  const b = [...right];
  const longest = Math.max(a.length, b.length);
  for (let band = 64; ; band *= 2) {
    const distance = banded(a, b, band);
    if (distance <= band || band >= longest) return distance;
  }
}

function banded(a: readonly string[], b: readonly string[], band: number): number {
  const far = a.length + b.length + 1;
  if (Math.abs(a.length - b.length) > band) return far;
  let previous = new Uint32Array(b.length + 1).fill(far);
  let current = new Uint32Array(b.length + 1).fill(far);
  for (let j = 0; j <= Math.min(b.length, band); j += 1) previous[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    const from = Math.max(0, i - band);
    const to = Math.min(b.length, i + band);
    if (from > 0) current[from - 1] = far;
    for (let j = from; j <= to; j += 1) {
      if (j === 0) { current[0] = i; continue; }
      const change = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const remove = j <= i - 1 + band ? previous[j]! + 1 : far;
      const insert = j > from ? current[j - 1]! + 1 : far;
      current[j] = Math.min(change, remove, insert);
    }
    [previous, current] = [current, previous];
  }
  return previous[b.length]!;
}

const words = (text: string): string[] => squeeze(text).toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);

/** F1 of the two texts' bags of words: what was read, whatever order it was read in. */
export function bagOfWordsF1(expected: string, got: string): number {
  const left = words(expected);
  const right = words(got);
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of right) {
    const rest = counts.get(word) ?? 0;
    if (rest > 0) { common += 1; counts.set(word, rest - 1); }
  }
  return left.length + right.length === 0 ? 1 : (2 * common) / (left.length + right.length);
}

export type PageText = { readonly painted: string; readonly rows: string };
export type Reading = { readonly edits: number; readonly characters: number; readonly bag: number };

/** How far a document's read text is from its print: the nearer of the two reading orders, page by page. */
export function compareReading(expected: readonly PageText[], got: readonly string[]): Reading {
  let edits = 0;
  let characters = 0;
  expected.forEach((page, index) => {
    const read = squeeze(got[index] ?? '');
    const [first, second] = [squeeze(page.painted), squeeze(page.rows)];
    edits += Math.min(editDistance(first, read), editDistance(second, read));
    characters += [...first].length;
  });
  const bag = bagOfWordsF1(expected.map((page) => page.painted).join(' '), got.join(' '));
  return { edits, characters, bag };
}
