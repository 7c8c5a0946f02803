/** Turns texts into vectors of `dimensions` numbers, each of length 1. */
export type Embedder = {
  readonly model: string;
  readonly dimensions: number;
  /** Codes of the languages whose words it knows, as `en`; absent where it takes whatever it is given. */
  readonly languages?: readonly string[];
  embed(texts: string[], purpose: 'passage' | 'query'): Promise<Float32Array[]>;
  close(): Promise<void>;
};
