import { describe, expect, it } from 'vitest';
import { countReaders, memoryOf } from './count-readers.ts';

const gib = 2 ** 30;

describe('how many documents are read at a time', () => {
  it('two on two cores and more, one on one core', () => {
    expect([1, 2, 8].map((cores) => countReaders(cores, 8 * gib))).toEqual([1, 2, 2]);
  });
  it('one where the memory would not hold two scans', () => {
    expect([1, 2, 4].map((memory) => countReaders(2, memory * gib))).toEqual([1, 1, 2]);
  });
  it('by what the container allows, where it allows less than the machine has', () => {
    expect(memoryOf(24 * gib, 2 * gib)).toBe(2 * gib);
    expect([undefined, 0, 2 ** 63].map((allowed) => memoryOf(24 * gib, allowed))).toEqual([24 * gib, 24 * gib, 24 * gib]);
  });
});
