import { describe, expect, it } from 'vitest';
import { decryptRange, encryptStream, newDataKey, plainLength, segmentSize, Tampered } from './segments.ts';

async function* inParts(bytes: Uint8Array, size: number) {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

const all = async (source: AsyncIterable<Uint8Array>) => {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return parts;
};
const gather = async (source: AsyncIterable<Uint8Array>) => Buffer.concat(await all(source));
const random = (length: number) => {
  const bytes = new Uint8Array(length);
  for (let i = 0; i < length; i += 65_536) crypto.getRandomValues(bytes.subarray(i, Math.min(length, i + 65_536)));
  return bytes;
};
const reader = (sealed: Uint8Array, touched?: number[]) => async (range: { start: number; end: number }) => {
  touched?.push(range.start, range.end);
  return inParts(sealed.subarray(range.start, range.end + 1), 10_000);
};

describe('encrypted segments', () => {
  it.each([0, 1, segmentSize - 1, segmentSize, segmentSize + 1, 3 * segmentSize + 17])('give %i bytes back as they were', async (length) => {
    const key = newDataKey();
    const plain = random(length);
    const sealed = await gather(encryptStream(inParts(plain, 7_001), key));
    expect(plainLength(sealed.length)).toBe(length);
    const opened = await gather(decryptRange(reader(sealed), sealed.length, key));
    expect(opened.equals(Buffer.from(plain))).toBe(true);
  });

  it('read only the segments that a range lies in', async () => {
    const key = newDataKey();
    const plain = random(10 * segmentSize);
    const sealed = await gather(encryptStream(inParts(plain, 100_000), key));
    const touched: number[] = [];
    const range = { start: 5 * segmentSize - 10, end: 5 * segmentSize + 9 };
    const opened = await gather(decryptRange(reader(sealed, touched), sealed.length, key, range));
    expect(opened.equals(Buffer.from(plain.subarray(range.start, range.end + 1)))).toBe(true);
    expect(touched[3]! - touched[2]! + 1).toBe(2 * (segmentSize + 16));
  });

  it('refuse a changed byte, a cut file and swapped segments', async () => {
    const key = newDataKey();
    const sealed = await gather(encryptStream(inParts(random(3 * segmentSize), 50_000), key));
    const changed = Buffer.from(sealed);
    changed[70_000]! ^= 1;
    const stride = segmentSize + 16;
    const cut = sealed.subarray(0, 16 + 2 * stride);
    const swapped = Buffer.concat([
      sealed.subarray(0, 16), sealed.subarray(16 + stride, 16 + 2 * stride), sealed.subarray(16, 16 + stride), sealed.subarray(16 + 2 * stride),
    ]);
    for (const bad of [changed, cut, swapped]) {
      await expect(gather(decryptRange(reader(bad), bad.length, key))).rejects.toThrow(Tampered);
    }
  });
});
