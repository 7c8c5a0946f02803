/**
 * Pieces in a window, at most: about 40 words. The encoder weighs a text's opening most and reads no more than 128
 * pieces; windows of 64 found the wanted passage among letterheads and small print more often than 128, 32 or 16.
 */
export const windowPieces = 64;
/** A longer text is read up to here: 32 windows are about 1,200 words. */
const mostWindows = 32;

/** Splits a text's pieces into windows of nearly equal length. */
export function splitWindows(pieces: number[]): number[][] {
  const read = pieces.slice(0, windowPieces * mostWindows);
  const count = Math.ceil(read.length / windowPieces);
  return Array.from({ length: count }, (_, index) =>
    read.slice(Math.round((index * read.length) / count), Math.round(((index + 1) * read.length) / count)),
  );
}

/** The direction that a text's windows share: the sum of their vectors, scaled to length 1. */
export function joinWindows(vectors: Float32Array[], dimensions: number): Float32Array {
  const sum = new Float32Array(dimensions);
  for (const vector of vectors) {
    for (let i = 0; i < dimensions; i += 1) sum[i]! += vector[i]!;
  }
  return toUnit(sum);
}

/** `vector` scaled to length 1; a vector of nothing becomes the first axis, so that distances stay defined. */
export function toUnit(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares);
  if (!(length > 1e-12)) return Float32Array.from(vector, (_, index) => (index === 0 ? 1 : 0));
  return vector.map((value) => value / length);
}
