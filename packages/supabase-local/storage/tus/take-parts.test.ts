import { describe, expect, it } from 'vitest';
import { takeParts } from './take-parts.ts';

async function* stream(chunks: number[], failure?: Error): AsyncGenerator<Uint8Array> {
  for (const length of chunks) yield await Promise.resolve(new Uint8Array(length));
  if (failure) throw failure;
}

const sizes = async (source: AsyncIterable<Uint8Array>, size: number): Promise<{ parts: number[]; error: unknown }> => {
  const parts: number[] = [];
  try {
    for await (const part of takeParts(source, size)) {
      let length = 0;
      for await (const bytes of part) length += bytes.length;
      parts.push(length);
    }
  } catch (error) {
    return { parts, error };
  }
  return { parts, error: null };
};

describe('a stream cut into parts', () => {
  it.each([
    [[], []],
    [[0, 0], []],
    [[5], [5]],
    [[10], [10]],
    [[10, 1], [10, 1]],
    [[25], [10, 10, 5]],
    [[3, 3, 3, 3], [10, 2]],
    [[7, 0, 13], [10, 10]],
  ])('of %j gives %j', async (chunks, expected) => {
    expect(await sizes(stream(chunks), 10)).toEqual({ parts: expected, error: null });
  });

  it('keeps what came before it broke, and tells of the break after it', async () => {
    const failure = new Error('gone');
    expect(await sizes(stream([7, 7], failure), 10)).toEqual({ parts: [10, 4], error: failure });
    expect(await sizes(stream([10], failure), 10)).toEqual({ parts: [10], error: failure });
    expect(await sizes(stream([], failure), 10)).toEqual({ parts: [], error: failure });
  });
});
