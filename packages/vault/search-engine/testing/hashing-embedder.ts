import type { Embedder } from '@docuvault/core/embedder.ts';

/** A deterministic stand-in: texts that share words are near each other. It knows no meanings. */
export const createHashingEmbedder = (): Embedder => ({
  model: 'hashing/1',
  dimensions: 512,
  embed: (texts) =>
    Promise.resolve(
      texts.map((text) => {
        const vector = new Float32Array(512).fill(0.001);
        for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
          let hash = 2166136261;
          for (const character of word) hash = Math.imul(hash ^ character.codePointAt(0)!, 16777619);
          vector[(hash >>> 0) % 512]! += (hash & 1024) === 0 ? 1 : -1;
        }
        const length = Math.hypot(...vector);
        return vector.map((value) => value / length);
      }),
    ),
  close: () => Promise.resolve(),
});
