import type { Embedder } from '@docuvault/core/embedder.ts';

const slotOf = (word: string, dimensions: number): number => {
  let hash = 2166136261;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 16777619);
  return (hash >>> 0) % dimensions;
};

/** Embeds by counting words in hashed slots: texts that share words are near each other. Small, quick and repeatable. */
export const createHashingEmbedder = (dimensions = 512): Embedder & { readonly embedded: string[] } => {
  const embedded: string[] = [];
  return {
    model: 'hashing',
    dimensions,
    embedded,
    embed: (texts) => {
      embedded.push(...texts);
      return Promise.resolve(
        texts.map((text) => {
          const vector = new Float32Array(dimensions);
          for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['']) vector[slotOf(word, dimensions)]! += 1;
          const length = Math.hypot(...vector) || 1;
          return vector.map((value) => value / length);
        }),
      );
    },
    close: () => Promise.resolve(),
  };
};
