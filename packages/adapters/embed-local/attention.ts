import { heads, runPieces } from './encoder-weights.ts';
import { type Kernels, type PackedMatrix, packMatrix, type Span, takeMatrix } from './kernels.ts';
import { multiplyRows, type Product } from './product.ts';

export type Attention = { keys: PackedMatrix; values: PackedMatrix; scores: Span };

const widestHead = 128;

export function takeAttention(kernels: Kernels): Attention {
  return {
    keys: takeMatrix(kernels, widestHead, runPieces),
    values: takeMatrix(kernels, runPieces, widestHead),
    scores: kernels.take((runPieces + 4) * runPieces * 4),
  };
}

/**
 * Multi-head attention (https://arxiv.org/abs/1706.03762 §3.2) inside each window.
 * `qkv` has a row per piece: queries, keys and values, each of all heads; `out` gets the heads side by side.
 */
export function attend(
  kernels: Kernels, room: Attention, product: Product, qkv: Span, out: Span, windows: number[][], headWidth: number,
): void {
  const rowFloats = headWidth * heads;
  let firstRow = 0;
  for (const window of windows) {
    for (let head = 0; head < heads; head += 1) {
      const from = qkv.at / 4 + firstRow * rowFloats * 3 + head * headWidth;
      const source = kernels.floats;
      packMatrix(kernels, room.keys, {
        source, offset: from + rowFloats, rowStep: 1, columnStep: rowFloats * 3, rows: headWidth, columns: window.length,
      });
      packMatrix(kernels, room.values, {
        source, offset: from + rowFloats * 2, rowStep: rowFloats * 3, columnStep: 1, rows: window.length, columns: headWidth,
      });
      const scores = { at: room.scores.at, stride: room.keys.columns * 4 };
      multiplyRows(kernels, product, { at: from * 4, stride: rowFloats * 12 }, window.length, room.keys, scores);
      softmax(kernels.floats, scores.at / 4, window.length, room.keys.columns, 1 / Math.sqrt(headWidth));
      // The rows that round up to four are written over by the next window, which comes after.
      const target = { at: out.at + (firstRow * rowFloats + head * headWidth) * 4, stride: rowFloats * 4 };
      multiplyRows(kernels, product, scores, window.length, room.values, target);
    }
    firstRow += window.length;
  }
}

/** Turns each row's first `count` scores, times `factor`, into weights of sum 1, and the rest of the row into 0. */
function softmax(floats: Float32Array, at: number, count: number, rowWidth: number, factor: number): void {
  for (let row = 0, start = at; row < count; row += 1, start += rowWidth) {
    let max = -Infinity;
    for (let i = start; i < start + count; i += 1) max = Math.max(max, floats[i]!);
    let sum = 0;
    for (let i = start; i < start + count; i += 1) sum += floats[i] = Math.exp((floats[i]! - max) * factor);
    for (let i = start; i < start + count; i += 1) floats[i]! /= sum;
    floats.fill(0, start + count, start + rowWidth);
  }
}
