import { describe, expect, it } from 'vitest';
import { cosine, relate } from './relatedness.ts';

const directions: Readonly<Record<string, readonly [number, number]>> = { gym: [1, 0], climbing: [0.6, 0.8], leisure: [0.45, 0.9], boiler: [0, 1] };
const encode = (texts: readonly string[]) => Promise.resolve(texts.map((text) => Float32Array.from(directions[text] ?? [0, 0])));

describe('a word that a paper does not print', () => {
  it('is as good as said where the paper speaks of the same, and the nearest of its words counts', async () => {
    const related = await relate(['gym'], new Set(['climbing', 'leisure', 'boiler', '2026']), encode);
    expect(related('gym', ['leisure', 'climbing'])).toBeGreaterThan(related('gym', ['leisure']));
    expect(related('gym', ['boiler'])).toBe(0);
  });

  it('is strange where nothing was compared: another word, a number, or no encoder', async () => {
    const related = await relate(['gym', '4471'], new Set(['climbing']), encode);
    expect([related('boiler', ['climbing']), related('4471', ['climbing'])]).toEqual([0, 0]);
    expect((await relate(['gym'], new Set(['climbing']), () => Promise.resolve(null)))('gym', ['climbing'])).toBe(0);
  });

  it('is compared by the cosine', () => {
    expect(cosine(Float32Array.from([1, 0]), Float32Array.from([0.6, 0.8]))).toBeCloseTo(0.6);
  });
});
