import { attend, takeAttention } from './attention.ts';
import { embeddingWidth, innerWidth, type Norm, readWeights, runPieces, width } from './encoder-weights.ts';
import { loadKernels, type PackedMatrix, type Span } from './kernels.ts';
import { multiplyRows, type Product } from './product.ts';
import type { WeightsFile } from './weights-file.ts';
import { toUnit } from './windows.ts';

/** Encodes windows of word pieces, `runPieces` in all at most, into vectors of 512 numbers and length 1. */
export type Encoder = { encode(windows: number[][]): Float32Array[] };

const memoryBytes = 14 * 2 ** 20;

/**
 * The Universal Sentence Encoder lite (https://arxiv.org/abs/1803.11175), written out: its graph has 317 nodes,
 * most of which pad, scatter and gather; here several texts lie one behind the other and nothing is padded.
 * Products run in 16-bit integers (kernels.wat); the cosine to the float graph's vector is above 0.99999.
 */
export function createEncoder(file: WeightsFile): Encoder {
  const kernels = loadKernels(memoryBytes);
  const weights = readWeights(file, kernels);
  const rowsRoom = runPieces + 4;
  const state = kernels.take(rowsRoom * width * 4);
  const normed = kernels.take(rowsRoom * width * 4);
  const wide = kernels.take(rowsRoom * innerWidth * 4);
  const product: Product = { left: kernels.take(rowsRoom * innerWidth * 2), scales: kernels.take(rowsRoom * 4) };
  const attention = takeAttention(kernels);
  const { floats } = kernels;

  return {
    encode(windows) {
      const rows = windows.reduce((sum, window) => sum + window.length, 0);
      if (rows > runPieces) throw new Error(`The encoder was given ${String(rows)} pieces at once.`);
      embed(windows);
      const [first] = weights.layers;
      normalize(floats, wide, normed, rows, first!.beforeAttention);
      dense(wide, rows, weights.residual, state);
      weights.layers.forEach((layer, index) => {
        if (index > 0) normalize(floats, state, normed, rows, layer.beforeAttention);
        dense(normed, rows, layer.qkv, wide);
        attend(kernels, attention, product, wide, normed, windows, layer.headWidth);
        dense(normed, rows, layer.output, wide);
        addTo(floats, state, wide, rows);
        normalize(floats, state, normed, rows, layer.beforeFeedForward);
        dense(normed, rows, layer.widen, wide, 0);
        dense(wide, rows, layer.narrow, normed);
        addTo(floats, state, normed, rows);
      });
      average(windows);
      dense(normed, windows.length, weights.last, wide);
      return windows.map((_, index) => {
        const at = wide.at / 4 + index * width;
        return toUnit(floats.slice(at, at + width).map(Math.tanh));
      });
    },
  };

  function dense(from: Span, rows: number, matrix: PackedMatrix, to: Span, floor?: number): void {
    const input = { at: from.at, stride: matrix.inner * 4 };
    multiplyRows(kernels, product, input, rows, matrix, { at: to.at, stride: matrix.columns * 4 }, floor);
  }

  /** Twice the piece's embedding (the graph adds it again as residual) plus the signal of its place. */
  function embed(windows: number[][]): void {
    let out = wide.at / 4;
    for (const window of windows) {
      window.forEach((piece, place) => {
        const from = piece * embeddingWidth;
        for (let i = 0; i < embeddingWidth; i += 1) {
          const angle = place * weights.timing[i & 127]!;
          floats[out] = 2 * weights.embeddings[from + i]! + (i < 128 ? Math.sin(angle) : Math.cos(angle));
          out += 1;
        }
      });
    }
  }

  function average(windows: number[][]): void {
    let from = state.at / 4;
    windows.forEach((window, index) => {
      const to = normed.at / 4 + index * width;
      floats.fill(0, to, to + width);
      for (const end = from + window.length * width; from < end; from += width) {
        for (let i = 0; i < width; i += 1) floats[to + i]! += floats[from + i]! / window.length;
      }
    });
  }
}

/** Layer normalisation (https://arxiv.org/abs/1607.06450) of each row. */
function normalize(floats: Float32Array, from: Span, to: Span, rows: number, { scale, bias }: Norm): void {
  const size = scale.length;
  for (let row = 0, at = from.at / 4, out = to.at / 4; row < rows; row += 1, at += size, out += size) {
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < size; i += 1) sum += floats[at + i]!;
    const mean = sum / size;
    for (let i = 0; i < size; i += 1) squares += (floats[at + i]! - mean) ** 2;
    const factor = 1 / Math.sqrt(squares / size + 1e-6);
    for (let i = 0; i < size; i += 1) floats[out + i] = (floats[at + i]! - mean) * factor * scale[i]! + bias[i]!;
  }
}

function addTo(floats: Float32Array, sum: Span, term: Span, rows: number): void {
  const to = sum.at / 4;
  const from = term.at / 4;
  for (let i = 0; i < rows * width; i += 1) floats[to + i]! += floats[from + i]!;
}
