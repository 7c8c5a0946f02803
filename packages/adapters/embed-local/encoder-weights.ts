import { type Kernels, type PackedMatrix, packMatrix, takeMatrix } from './kernels.ts';
import type { WeightsFile } from './weights-file.ts';

export type Norm = { scale: Float32Array; bias: Float32Array };
export type Layer = {
  beforeAttention: Norm; qkv: PackedMatrix; output: PackedMatrix;
  beforeFeedForward: Norm; widen: PackedMatrix; narrow: PackedMatrix;
  /** Width of one of the four heads. */
  headWidth: number;
};
export type EncoderWeights = {
  embeddings: Float32Array; timing: Float32Array; residual: PackedMatrix; layers: Layer[]; last: PackedMatrix;
};

export const width = 512;
export const embeddingWidth = 256;
export const innerWidth = 1536;
export const heads = 4;
/** The encoder was trained on texts of up to so many pieces; a run takes as many, of one window or of several. */
export const runPieces = 128;

/** Reads and packs the weights of the Universal Sentence Encoder lite: two transformer layers and a dense one. */
export function readWeights(file: WeightsFile, kernels: Kernels): EncoderWeights {
  const dense = (weights: RegExp, bias: RegExp, rows: number): PackedMatrix => pack(kernels, file.tensor(weights), file.tensor(bias), rows);
  return {
    embeddings: file.tensor(/Embeddings_en$/),
    timing: file.tensor(/TimingSignal\/ExpandDims_1$/),
    residual: dense(/Layer_0\/TransformerLayer\/dense\/kernel/, /Layer_0\/TransformerLayer\/dense\/bias/, embeddingWidth),
    layers: [readLayer(file, dense, 0, embeddingWidth), readLayer(file, dense, 1, width)],
    last: dense(/tanh_layer_0\/weights/, /tanh_layer_0\/bias/, width),
  };
}

function readLayer(
  file: WeightsFile, dense: (weights: RegExp, bias: RegExp, rows: number) => PackedMatrix, index: number, inputWidth: number,
): Layer {
  const layer = `Layer_${String(index)}/.*`;
  const named = (rest: string) => new RegExp(layer + rest);
  const norm = (prefix: string): Norm => ({
    scale: file.tensor(new RegExp(`Encode/Layer_${String(index)}/TransformerLayer/${prefix}layer_prepostprocess/layer_norm/layer_norm_scale`)),
    bias: file.tensor(new RegExp(`Encode/Layer_${String(index)}/TransformerLayer/${prefix}layer_prepostprocess/layer_norm/layer_norm_bias`)),
  });
  return {
    beforeAttention: norm(''),
    qkv: dense(named('qkv_transform_single/kernel'), named('qkv_transform_single/bias'), inputWidth),
    output: dense(named('output_transform_single/kernel'), named('output_transform_single/bias'), inputWidth),
    beforeFeedForward: norm('FFN/'),
    widen: dense(named('FFN/conv1/Tensordot/Reshape_1$'), named('FFN/conv1/bias'), width),
    narrow: dense(named('FFN/conv2/Tensordot/Reshape_1$'), named('FFN/conv2/bias'), innerWidth),
    headWidth: inputWidth / heads,
  };
}

function pack(kernels: Kernels, weights: Float32Array, bias: Float32Array, rows: number): PackedMatrix {
  const columns = weights.length / rows;
  const matrix = takeMatrix(kernels, rows, columns);
  packMatrix(kernels, matrix, { source: weights, offset: 0, rowStep: columns, columnStep: 1, rows, columns });
  kernels.floats.set(bias, matrix.bias.at / 4);
  return matrix;
}
