/** The encoder was trained on, and cuts at, this many pieces. */
export const windowPieces = 128;
/** A longer text is read up to here: 16 windows are about 1,200 words. */
const mostWindows = 16;

/**
 * Splits a text's pieces into windows of nearly equal length, each short enough to be read whole.
 * (The packaged encoder drops everything after the 128th piece, that is after about 80 words.)
 */
export function splitWindows(pieces: number[]): number[][] {
  const read = pieces.slice(0, windowPieces * mostWindows);
  const count = Math.ceil(read.length / windowPieces);
  return Array.from({ length: count }, (_, index) =>
    read.slice(Math.round((index * read.length) / count), Math.round(((index + 1) * read.length) / count)),
  );
}

/** The direction shared by a text's windows: their mean weighted by length, of length 1. */
export function joinWindows(vectors: Float32Array[], weights: number[], dimensions: number): Float32Array {
  const sum = new Float32Array(dimensions);
  vectors.forEach((vector, index) => {
    for (let i = 0; i < dimensions; i += 1) sum[i]! += vector[i]! * weights[index]!;
  });
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
