/** Turns texts into vectors of `dimensions` numbers, each of length 1. */
export type Embedder = {
  readonly model: string;
  readonly dimensions: number;
  embed(texts: string[], purpose: 'passage' | 'query'): Promise<Float32Array[]>;
  close(): Promise<void>;
};
