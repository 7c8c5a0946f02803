/**
 * Character error rate: edit distance between what was read and the truth, over the truth's length, whitespace collapsed.
 * 0 is perfect; above 1 is possible when much was invented.
 */
export function characterError(truth: string, read: string): number {
  const a = collapse(truth);
  const b = collapse(read);
  return a.length === 0 ? (b.length === 0 ? 0 : 1) : editDistance(a, b) / a.length;
}

/** Share of the truth's words that were read right, whatever their order: what search depends on. */
export function wordRecall(truth: string, read: string): number {
  const have = new Map<string, number>();
  for (const word of collapse(read).split(' ')) have.set(word, (have.get(word) ?? 0) + 1);
  const wanted = collapse(truth).split(' ');
  let found = 0;
  for (const word of wanted) {
    const left = have.get(word) ?? 0;
    if (left > 0) { found++; have.set(word, left - 1); }
  }
  return found / wanted.length;
}

function collapse(text: string): string {
  return text.normalize('NFKC').replace(/[‘’ʼ]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-').replace(/\s+/g, ' ').trim();
}

/** Levenshtein distance by Myers' bit-parallel rows would be faster; two rows of a matrix are enough for pages of 5,000 characters. */
function editDistance(a: string, b: string): number {
  let previous = Uint32Array.from({ length: b.length + 1 }, (_, i) => i);
  let current = new Uint32Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    current[0] = i;
    const code = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j++) {
      const substitution = previous[j - 1]! + (b.charCodeAt(j - 1) === code ? 0 : 1);
      const gap = Math.min(previous[j]!, current[j - 1]!) + 1;
      current[j] = substitution < gap ? substitution : gap;
    }
    [previous, current] = [current, previous];
  }
  return previous[b.length]!;
}
