/** From the service to the worker: texts to turn into vectors. A query overtakes passages. */
export type EmbedRequest = { id: number; texts: string[]; purpose: 'passage' | 'query' };

/** From the worker: the vectors of a request laid end to end, or why there are none. */
export type EmbedReply = { id: number; vectors: Float32Array } | { id: number; error: string };

/** Numbers in a vector. */
export const dimensions = 512;
