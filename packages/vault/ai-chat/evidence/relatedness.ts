/** Vectors of length 1 of some texts; null where the encoder is away. */
export type Encode = (texts: readonly string[]) => Promise<readonly Float32Array[] | null>;

/** How near two texts are by the encoder: the cosine of vectors of length 1. */
export const cosine = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
