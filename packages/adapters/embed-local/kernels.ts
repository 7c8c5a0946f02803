import { kernelsWasm } from './kernels.wasm.ts';

/** A span of the kernels' memory: `at` in bytes. */
export type Span = { at: number };
/** A matrix in the layout of `multiply`: the factor that restores each column, and its bias. */
export type PackedMatrix = { data: Span; scales: Span; bias: Span; inner: number; columns: number };

export type Kernels = {
  floats: Float32Array;
  shorts: Int16Array;
  /** Takes `bytes` of the memory, zeroed and aligned to 16, for good. */
  take(bytes: number): Span;
  quantize(from: number, to: number, count: number, top: number): number;
  multiply(
    a: number, rowScales: number, b: number, columnScales: number, bias: number, out: number,
    outStride: number, rows: number, columns: number, inner: number, floor: number,
  ): void;
};

/** Largest integer on the left of a product. With it, 12 bits and a sign stand for each activation. */
export const activationTop = 4095;
const pageBytes = 65_536;

/** Loads kernels.wat with a fixed memory of `bytes`. */
export function loadKernels(bytes: number): Kernels {
  const pages = Math.ceil(bytes / pageBytes);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const module = new WebAssembly.Module(Buffer.from(kernelsWasm, 'base64'));
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const { quantize, multiply } = exports as Pick<Kernels, 'quantize' | 'multiply'>;
  let next = 0;
  return {
    floats: new Float32Array(memory.buffer),
    shorts: new Int16Array(memory.buffer),
    quantize,
    multiply,
    take(size) {
      const at = next;
      next += (size + 15) & ~15;
      if (next > pages * pageBytes) throw new Error('The encoder was given too little memory.');
      return { at };
    },
  };
}

/** Where a matrix's number of row `k` and column `c` lies: `source[offset + k * rowStep + c * columnStep]`. */
export type Source = { source: Float32Array; offset: number; rowStep: number; columnStep: number; rows: number; columns: number };

/** Makes room for a matrix of up to `inner` rows and `columns` columns. */
export function takeMatrix(kernels: Kernels, inner: number, columns: number): PackedMatrix {
  const even = roundUp(inner, 8);
  const wide = roundUp(columns, 8);
  return {
    data: kernels.take(even * wide * 2), scales: kernels.take(wide * 4), bias: kernels.take(wide * 4),
    inner: even, columns: wide,
  };
}

/**
 * Writes a matrix into `into`, quantised to 16 bits by column, so finely as no sum of products can pass 32 bits:
 * |sum a·b| <= activationTop · sum|b| < 2^31, and rounding adds at most half to each of a column's numbers.
 */
export function packMatrix(kernels: Kernels, into: PackedMatrix, from: Source): void {
  into.inner = roundUp(from.rows, 8);
  into.columns = roundUp(from.columns, 8);
  kernels.shorts.fill(0, into.data.at / 2, into.data.at / 2 + into.inner * into.columns);
  for (let column = 0; column < into.columns; column += 1) {
    const scale = column < from.columns ? columnScale(from, column) : 1;
    kernels.floats[into.scales.at / 4 + column] = 1 / scale;
    if (column < from.columns) packColumn(kernels.shorts, into, from, column, scale);
  }
}

function columnScale({ source, offset, rowStep, columnStep, rows }: Source, column: number): number {
  let max = 0;
  let sum = 0;
  for (let k = 0, at = offset + column * columnStep; k < rows; k += 1, at += rowStep) {
    const size = Math.abs(source[at]!);
    sum += size;
    if (size > max) max = size;
  }
  return max > 1e-30 ? Math.min(32_767 / max, ((2 ** 31 - 1) / activationTop - rows / 2) / sum) : 1;
}

/** Blocks of eight columns; in a block two rows' numbers of a column lie side by side. */
function packColumn(shorts: Int16Array, into: PackedMatrix, from: Source, column: number, scale: number): void {
  const { source, rowStep, rows } = from;
  const start = into.data.at / 2 + (column >> 3) * into.inner * 8 + (column & 7) * 2;
  for (let k = 0, at = from.offset + column * from.columnStep; k < rows; k += 1, at += rowStep) {
    shorts[start + (k >> 1) * 16 + (k & 1)] = Math.round(source[at]! * scale);
  }
}

export function roundUp(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}
