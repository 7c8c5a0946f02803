import type { Token } from './lines.ts';
import { tokensOf } from './lines.ts';

/** A phrase found in a line: the tokens from..to (exclusive) and what the phrase stands for. */
export type PhraseHit<T> = { from: number; to: number; start: number; end: number; values: readonly T[] };
/** `near` mends single wrong letters in words of six and more: for text from OCR. */
export type PhraseIndex<T> = { find(tokens: readonly Token[], near: boolean): PhraseHit<T>[] };

type Node<T> = { next: Map<string, Node<T>>; values: T[] };

// Real words that are one letter away from a word of the lexicons and must not be "mended" into it.
const neighbours = new Set(tokensOf(`contact contacts insurer insurers rented tested dated rated stated patient patients parent parents present
  presents billing filling leaving living served reserve deserves weather whether lasted listed passed posted parties partied formed former
  country counter country county counts number numbers member members release please pleased leased appoint appoints policy police courses
  course source sources nature mature action auction section station nation ration relation mother another brother father gather further`).map(({ key }) => key));

// The lexicons of the types share most of their phrases; only lexicon phrases come here, so this stays small.
const split = new Map<string, readonly string[]>();

function keysOf(phrase: string): readonly string[] {
  let keys = split.get(phrase);
  if (!keys) {
    keys = tokensOf(phrase.normalize('NFKC').toLowerCase()).map(({ key }) => key);
    split.set(phrase, keys);
  }
  return keys;
}

function deletions(word: string): string[] {
  const out = [word];
  for (let i = 0; i < word.length; i += 1) out.push(word.slice(0, i) + word.slice(i + 1));
  return out;
}

function oneApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i += 1;
  if (a.length === b.length) return a.slice(i + 1) === b.slice(i + 1) || (a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2));
  return a.length > b.length ? a.slice(i + 1) === b.slice(i) : a.slice(i) === b.slice(i + 1);
}

/** Finds the phrases of a lexicon in lines: longest first, without overlap, whatever the case, accents, hyphens and OCR's usual confusions. One pass over the words. */
export function phraseIndex<T>(entries: Iterable<readonly [string, T]>): PhraseIndex<T> {
  const root: Node<T> = { next: new Map(), values: [] };
  const vocabulary = new Set<string>();
  const insert = (keys: readonly string[], value: T) => {
    let node = root;
    for (const key of keys) {
      let next = node.next.get(key);
      if (!next) {
        next = { next: new Map(), values: [] };
        node.next.set(key, next);
      }
      node = next;
    }
    if (!node.values.includes(value)) node.values.push(value);
  };
  for (const [phrase, value] of entries) {
    const keys = keysOf(phrase);
    if (keys.length === 0) continue;
    insert(keys, value);
    for (const key of keys) vocabulary.add(key);
    // "InvoiceNumber" and "CERTIFICATEOF" come without their spaces.
    const fused = keys.join('');
    if (keys.length > 1 && fused.length >= 8) insert([fused], value);
  }
  let near: Map<string, string> | null = null;
  const repaired = new Map<string, string>();
  const mend = (key: string): string => {
    if (key.length < 6 || vocabulary.has(key) || neighbours.has(key) || /\d/.test(key)) return key;
    const known = repaired.get(key);
    if (known !== undefined) return known;
    if (!near) {
      near = new Map();
      for (const word of vocabulary) if (word.length >= 6 && word.length <= 24) for (const part of deletions(word)) if (!near.has(part)) near.set(part, word);
    }
    let found = key;
    for (const part of deletions(key.slice(0, 26))) {
      const word = near.get(part);
      if (word && oneApart(key, word)) {
        found = word;
        break;
      }
    }
    if (repaired.size < 5000) repaired.set(key, found);
    return found;
  };
  return {
    find(tokens, ocr) {
      const hits: PhraseHit<T>[] = [];
      const keys = ocr ? tokens.map(({ key }) => mend(key)) : tokens.map(({ key }) => key);
      for (let i = 0; i < keys.length; i += 1) {
        let node: Node<T> | undefined = root;
        let best: { to: number; values: readonly T[] } | null = null;
        for (let j = i; j < keys.length; j += 1) {
          node = node.next.get(keys[j] ?? '');
          if (!node) break;
          if (node.values.length > 0) best = { to: j + 1, values: node.values };
        }
        const first = tokens[i];
        const last = best ? tokens[best.to - 1] : undefined;
        if (best && first && last) {
          hits.push({ from: i, to: best.to, start: first.start, end: last.end, values: best.values });
          i = best.to - 1;
        }
      }
      return hits;
    },
  };
}
