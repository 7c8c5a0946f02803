import { activationTop, type Kernels, type PackedMatrix, roundUp, type Span } from './kernels.ts';

/** Room for the quantised left side of a product, and the factor that restores each of its rows. */
export type Product = { left: Span; scales: Span };

/** Rows of floats whose starts lie `stride` bytes apart. */
export type Rows = { at: number; stride: number };

/**
 * `out = max(floor, left · matrix + bias)`, row by row. Writes whole groups of four rows:
 * up to three rows behind the last are garbage, for which the room must be there.
 */
export function multiplyRows(
  kernels: Kernels, { left, scales }: Product, from: Rows, rows: number, matrix: PackedMatrix, out: Rows, floor = -Infinity,
): void {
  const { inner, columns } = matrix;
  for (let row = 0; row < rows; row += 1) {
    const scale = kernels.quantize(from.at + row * from.stride, left.at + row * inner * 2, inner, activationTop);
    kernels.floats[scales.at / 4 + row] = scale;
  }
  kernels.multiply(
    left.at, scales.at, matrix.data.at, matrix.scales.at, matrix.bias.at,
    out.at, out.stride, roundUp(rows, 4), columns, inner, floor,
  );
}
