/*
 * Encrypted file format "DVE1", after the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015):
 *   header, 16 bytes: "DVE1" · plain segment size (uint32 BE) · nonce prefix (7) · 0
 *   segments: AES-256-GCM of 65,536 plain bytes each (the last one shorter, possibly empty), tag appended
 *   nonce = prefix (7) · segment number (uint32 BE) · 1 if last else 0; additional data = header
 * The last-segment flag makes truncation visible, the number makes reordering visible.
 */
import type { ByteRange } from '../blob-store.ts';

export const segmentSize = 65_536;
const tagSize = 16;
const headerSize = 16;
const magic = [0x44, 0x56, 0x45, 0x31];

/** Raised when ciphertext does not authenticate: it was damaged, cut or swapped. */
export class Tampered extends Error {
  constructor(message = 'the stored file does not match its seal') {
    super(message);
    this.name = 'Tampered';
  }
}

const importKey = (dataKey: Uint8Array<ArrayBuffer>) =>
  crypto.subtle.importKey('raw', dataKey, 'AES-GCM', false, ['encrypt', 'decrypt']);

const nonceFor = (header: Uint8Array<ArrayBuffer>, index: number, last: boolean): Uint8Array<ArrayBuffer> => {
  const nonce = new Uint8Array(12);
  nonce.set(header.subarray(8, 15));
  new DataView(nonce.buffer).setUint32(7, index);
  nonce[11] = last ? 1 : 0;
  return nonce;
};

/** A fresh random data key of 32 bytes. */
export const newDataKey = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(32));

/** Encrypts a stream; memory stays at about two segments whatever the length. */
export async function* encryptStream(
  plain: AsyncIterable<Uint8Array>,
  dataKey: Uint8Array<ArrayBuffer>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const key = await importKey(dataKey);
  const header = new Uint8Array(headerSize);
  header.set(magic);
  new DataView(header.buffer).setUint32(4, segmentSize);
  crypto.getRandomValues(header.subarray(8, 15));
  yield header;

  const seal = async (index: number, data: Uint8Array<ArrayBuffer>, last: boolean) =>
    new Uint8Array(
      await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonceFor(header, index, last), additionalData: header }, key, data),
    );

  let buffer = new Uint8Array(segmentSize);
  let filled = 0;
  let index = 0;
  for await (const part of plain) {
    let offset = 0;
    while (offset < part.length) {
      if (filled === segmentSize) {
        yield await seal(index++, buffer, false);
        buffer = new Uint8Array(segmentSize);
        filled = 0;
      }
      const take = Math.min(segmentSize - filled, part.length - offset);
      buffer.set(part.subarray(offset, offset + take), filled);
      filled += take;
      offset += take;
    }
  }
  yield await seal(index, buffer.slice(0, filled), true);
}

/** Plain length of a file whose encrypted length is known. Throws `Tampered` on an impossible length. */
export const plainLength = (encryptedLength: number): number => {
  const body = encryptedLength - headerSize;
  if (body < tagSize) throw new Tampered();
  const segments = Math.ceil(body / (segmentSize + tagSize));
  const plain = body - segments * tagSize;
  if (plain < 0) throw new Tampered();
  return plain;
};

type ReadEncrypted = (range: ByteRange) => Promise<AsyncIterable<Uint8Array>>;

const collect = async (source: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> => {
  const parts: Uint8Array[] = [];
  let total = 0;
  for await (const part of source) {
    parts.push(part);
    total += part.length;
  }
  const whole = new Uint8Array(total);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
};

/**
 * Decrypts the asked bytes (all of them by default), reading and opening only the segments they lie in.
 * `encryptedLength` is the stored size. Throws `Tampered` as soon as a segment does not authenticate.
 */
export async function* decryptRange(
  read: ReadEncrypted,
  encryptedLength: number,
  dataKey: Uint8Array<ArrayBuffer>,
  range?: ByteRange,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const total = plainLength(encryptedLength);
  const header = await collect(await read({ start: 0, end: headerSize - 1 }));
  if (header.length !== headerSize || magic.some((byte, i) => header[i] !== byte)) throw new Tampered();
  if (new DataView(header.buffer).getUint32(4) !== segmentSize) throw new Tampered('unknown segment size');
  const key = await importKey(dataKey);
  const start = range?.start ?? 0;
  const end = Math.min(range?.end ?? total - 1, total - 1);
  const lastIndex = Math.max(0, Math.ceil(total / segmentSize) - 1);
  const first = Math.floor(start / segmentSize);
  const final = total === 0 ? 0 : Math.floor(Math.max(start, end) / segmentSize);
  const stride = segmentSize + tagSize;
  const body = await read({
    start: headerSize + first * stride,
    end: Math.min(headerSize + (final + 1) * stride, encryptedLength) - 1,
  });

  const open = async (index: number, data: Uint8Array<ArrayBuffer>) => {
    try {
      const iv = nonceFor(header, index, index === lastIndex);
      return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: header }, key, data));
    } catch {
      throw new Tampered();
    }
  };
  const clip = (index: number, data: Uint8Array<ArrayBuffer>) => {
    const base = index * segmentSize;
    return data.subarray(Math.max(0, start - base), Math.min(data.length, end + 1 - base));
  };

  let buffer = new Uint8Array(stride);
  let filled = 0;
  let index = first;
  for await (const part of body) {
    let offset = 0;
    while (offset < part.length) {
      const take = Math.min(stride - filled, part.length - offset);
      buffer.set(part.subarray(offset, offset + take), filled);
      filled += take;
      offset += take;
      if (filled === stride) {
        yield clip(index, await open(index, buffer));
        index += 1;
        buffer = new Uint8Array(stride);
        filled = 0;
      }
    }
  }
  if (filled > 0) yield clip(index, await open(index++, buffer.slice(0, filled)));
  if (index !== final + 1) throw new Tampered('the stored file is shorter than it was');
}
