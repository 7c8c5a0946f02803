/** Turns texts into the numbers of the encoder's word pieces. */
export type Tokenizer = { encode(text: string): number[] };

/** The first entries of the vocabulary are marks, not pieces of text. */
const reserved = 6;
/** SentencePiece writes a word's start as this character. */
const wordStart = '▁';
const unknown = 0;

type Node = { next: Map<string, Node>; id: number; score: number };

/**
 * Splits text into the most probable sequence of pieces (SentencePiece's unigram model,
 * https://arxiv.org/abs/1808.06226 §3), as the packaged tokenizer does, in linear time.
 * `vocabulary` is the list of `[piece, log probability]`; a piece's number is its index.
 */
export function createTokenizer(vocabulary: [string, number][]): Tokenizer {
  const root = buildTrie(vocabulary);
  return { encode: (text) => dropRepeatedUnknown(backtrack(mostProbable(symbolsOf(text), root))) };
}

function buildTrie(vocabulary: [string, number][]): Node {
  const root: Node = { next: new Map(), id: -1, score: 0 };
  vocabulary.forEach(([piece, score], id) => {
    if (id < reserved) return;
    let node = root;
    for (const symbol of piece) {
      let child = node.next.get(symbol);
      if (!child) node.next.set(symbol, (child = { next: new Map(), id: -1, score: 0 }));
      node = child;
    }
    node.id = id;
    node.score = score;
  });
  return root;
}

function symbolsOf(text: string): string[] {
  const normal = text.normalize('NFKC');
  return normal === '' ? [] : Array.from(wordStart + normal.replaceAll(' ', wordStart));
}

/** The best piece that ends at each position: its number and its length in symbols. */
function mostProbable(symbols: string[], root: Node): { ids: Int32Array; lengths: Int32Array } {
  const count = symbols.length;
  const best = new Float64Array(count + 1).fill(-Infinity);
  const ids = new Int32Array(count + 1);
  const lengths = new Int32Array(count + 1);
  best[0] = 0;
  for (let start = 0; start < count; start += 1) {
    // A symbol that no piece covers costs more than any piece, so that it is the last resort.
    offer(start, start + 1, unknown, -100);
    let node: Node | undefined = root;
    for (let end = start; end < count && (node = node.next.get(symbols[end]!)); end += 1) {
      if (node.id >= 0) offer(start, end + 1, node.id, node.score);
    }
  }
  return { ids, lengths };

  function offer(start: number, end: number, id: number, score: number): void {
    const total = best[start]! + score;
    if (total <= best[end]!) return;
    best[end] = total;
    ids[end] = id;
    lengths[end] = end - start;
  }
}

function backtrack({ ids, lengths }: { ids: Int32Array; lengths: Int32Array }): number[] {
  const pieces: number[] = [];
  for (let end = ids.length - 1; end > 0; end -= lengths[end]!) pieces.push(ids[end]!);
  return pieces.reverse();
}

function dropRepeatedUnknown(pieces: number[]): number[] {
  return pieces.filter((id, index) => id !== unknown || pieces[index - 1] !== unknown);
}
