import { vectorSteps, vectorWords } from './word-vectors.ts';

/** Vectors of common words: `find` gives a word's place or -1, `like` the cosine of the words at two places. */
export type WordTable = { find: (word: string) => number; like: (one: number, other: number) => number };

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** The middle of each of eight steps, in fiftieths of a standard deviation (Max, "Quantizing for Minimum Distortion", 1960). */
const middles = [-108, -67, -38, -12, 12, 38, 67, 108];

/** Reads the table from its letters, each of which holds two numbers. */
const readTable = (): WordTable => {
  const words = vectorWords.trim().split(/\s+/);
  const steps = vectorSteps.replaceAll('\n', '');
  const values = new Uint8Array(128);
  for (let code = 0; code < letters.length; code += 1) values[letters.charCodeAt(code)] = code;
  const rows = new Int8Array(steps.length * 2);
  for (let i = 0; i < steps.length; i += 1) {
    const code = values[steps.charCodeAt(i)]!;
    rows[i * 2] = middles[code >> 3]!;
    rows[i * 2 + 1] = middles[code & 7]!;
  }
  const width = rows.length / words.length;
  const places = new Map(words.map((word, place) => [word, place]));
  const lengths = Float32Array.from(words, (_, place) => {
    let sum = 0;
    for (let i = place * width; i < (place + 1) * width; i += 1) sum += rows[i]! * rows[i]!;
    return Math.sqrt(sum);
  });
  return {
    find: (word) => places.get(word) ?? -1,
    like: (one, other) => {
      let sum = 0;
      for (let i = 0, a = one * width, b = other * width; i < width; i += 1) sum += rows[a + i]! * rows[b + i]!;
      return sum / (lengths[one]! * lengths[other]!);
    },
  };
};

/** 17,000 words of English, as household papers and those who ask about them use it. */
export const wordTable: WordTable = readTable();
