/** A file of an archive: its path in it, when it was made, and its bytes, asked for when its turn comes. */
export type ZipEntry = { path: string; modified: Date; bytes: () => AsyncIterable<Uint8Array> };

/** CRC-32 by the byte (ISO 3309; the reversed polynomial 0xEDB88320). Not Node's own, which edge runtimes do not have. */
const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});
const crc32 = (bytes: Uint8Array, before: number): number => {
  let value = ~before;
  for (const byte of bytes) value = (value >>> 8) ^ table[(value ^ byte) & 0xff]!;
  return ~value >>> 0;
};

type Written = { name: Buffer; time: number; crc: number; size: number; offset: number };

const stored = 0;
/** Bit 3: checksum and sizes follow the data; bit 11: names are UTF-8 (APPNOTE.TXT 4.4.4). */
const flags = 0x0808;
const max32 = 0xffffffff;
const max16 = 0xffff;

/** MS-DOS date and time, in UTC, as the format has no time zone (APPNOTE.TXT 4.4.6). */
const dosTime = (at: Date): number => {
  const year = Math.min(2107, Math.max(1980, at.getUTCFullYear()));
  return (((year - 1980) << 25) | ((at.getUTCMonth() + 1) << 21) | (at.getUTCDate() << 16) | (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1)) >>> 0;
};

const localHeader = (name: Buffer, time: number): Buffer => {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(stored, 8);
  header.writeUInt32LE(time, 10);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
};

const descriptor = (crc: number, size: number): Buffer => {
  const made = Buffer.alloc(16);
  made.writeUInt32LE(0x08074b50, 0);
  made.writeUInt32LE(crc, 4);
  made.writeUInt32LE(size, 8);
  made.writeUInt32LE(size, 12);
  return made;
};

const centralHeader = ({ name, time, crc, size, offset }: Written): Buffer => {
  const far = offset >= max32;
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(45, 4);
  header.writeUInt16LE(far ? 45 : 20, 6);
  header.writeUInt16LE(flags, 8);
  header.writeUInt16LE(stored, 10);
  header.writeUInt32LE(time, 12);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(size, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(far ? 12 : 0, 30);
  header.writeUInt32LE(far ? max32 : offset, 42);
  if (!far) return Buffer.concat([header, name]);
  const extra = Buffer.alloc(12);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8, 2);
  extra.writeBigUInt64LE(BigInt(offset), 4);
  return Buffer.concat([header, name, extra]);
};

const endOf = (count: number, size: number, offset: number): Buffer => {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(count, max16), 8);
  end.writeUInt16LE(Math.min(count, max16), 10);
  end.writeUInt32LE(Math.min(size, max32), 12);
  end.writeUInt32LE(Math.min(offset, max32), 16);
  if (count < max16 && size < max32 && offset < max32) return end;
  const far = Buffer.alloc(76);
  far.writeUInt32LE(0x06064b50, 0);
  far.writeBigUInt64LE(44n, 4);
  far.writeUInt16LE(45, 12);
  far.writeUInt16LE(45, 14);
  far.writeBigUInt64LE(BigInt(count), 24);
  far.writeBigUInt64LE(BigInt(count), 32);
  far.writeBigUInt64LE(BigInt(size), 40);
  far.writeBigUInt64LE(BigInt(offset), 48);
  far.writeUInt32LE(0x07064b50, 56);
  far.writeBigUInt64LE(BigInt(offset + size), 64);
  far.writeUInt32LE(1, 72);
  return Buffer.concat([far, end]);
};

/**
 * A ZIP archive as it is written, file after file, none whole in memory (PKWARE APPNOTE.TXT 6.3). Files are stored, not
 * deflated: documents are compressed already. Archives may pass 4 GB and 65,535 files (ZIP64); a single file may not.
 */
export async function* zipStream(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let offset = 0;
  for await (const entry of entries) {
    const name = Buffer.from(entry.path, 'utf8');
    const time = dosTime(entry.modified);
    const start = offset;
    const header = localHeader(name, time);
    yield header;
    let crc = 0;
    let size = 0;
    for await (const part of entry.bytes()) {
      crc = crc32(part, crc);
      size += part.length;
      yield part;
    }
    yield descriptor(crc, size);
    offset += header.length + size + 16;
    written.push({ name, time, crc, size, offset: start });
  }
  const directory = offset;
  for (const file of written) {
    const header = centralHeader(file);
    yield header;
    offset += header.length;
  }
  yield endOf(written.length, offset - directory, directory);
}

/** An iteration as a response's body, stopped when the reader goes away. */
export const bodyOf = (parts: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> =>
  new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { done, value } = await parts.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => {
        await parts.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
