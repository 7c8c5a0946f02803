import { unzipSync } from 'fflate';

/** CRC-32, bit by bit (ISO 3309), so that it is not the code under test that checks itself. */
const crc32 = (bytes: Uint8Array): number => {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return ~value >>> 0;
};

/** The checksums that the central directory gives, by path. */
const checksums = (archive: Buffer): Map<string, number> => {
  const found = new Map<string, number>();
  for (let at = archive.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0 && archive.readUInt32LE(at) === 0x02014b50; ) {
    const [name, extra, comment] = [archive.readUInt16LE(at + 28), archive.readUInt16LE(at + 30), archive.readUInt16LE(at + 32)];
    found.set(archive.toString('utf8', at + 46, at + 46 + name), archive.readUInt32LE(at + 16));
    at += 46 + name + extra + comment;
    if (at + 4 > archive.length) break;
  }
  return found;
};

/** The files of a ZIP archive, as path → text. Throws where the archive is none, or where a file is not what its checksum says. */
export const unzip = async (answer: Response): Promise<Map<string, string>> => {
  const archive = Buffer.from(await answer.arrayBuffer());
  const sums = checksums(archive);
  return new Map(Object.entries(unzipSync(archive)).map(([path, bytes]) => {
    if (sums.get(path) !== crc32(bytes)) throw new Error(`${path} is not what its checksum says`);
    return [path, new TextDecoder().decode(bytes)];
  }));
};
