import { randomBytes, scrypt } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { decryptRange, encryptStream, Tampered } from '@docuvault/core/encryption/segments.ts';

/*
 * A backup on disk: one line of JSON, `{"format":"docuvault-backup/1","salt":…,"n":…,"r":…,"p":…}`, then the archive sealed
 * in the segments of packages/core/encryption/segments.ts (AES-256-GCM, STREAM) under a key made from the passphrase by
 * scrypt (RFC 7914). A changed, cut or swapped byte shows at the latest when its segment is read.
 */

type Head = { format: string; salt: string; n: number; r: number; p: number };

const format = 'docuvault-backup/1';
/** 128 MiB and about a third of a second: OWASP's advice for scrypt, N = 2^17, r = 8, p = 1. */
const cost = { n: 2 ** 17, r: 8, p: 1 };
const longestHead = 1_000;

export class WrongPassphrase extends Error {
  constructor() {
    super('The archive does not open: the passphrase is another one, or the file is damaged at its beginning.');
    this.name = 'WrongPassphrase';
  }
}

const keyOf = (passphrase: string, head: Head): Promise<Uint8Array<ArrayBuffer>> =>
  new Promise((resolve, reject) => {
    if (head.n > 2 ** 20 || head.r > 32 || head.p > 16) {
      reject(new Error('The archive asks for more work than this program does to open one.'));
      return;
    }
    scrypt(passphrase.normalize('NFC'), Buffer.from(head.salt, 'base64'), 32, { N: head.n, r: head.r, p: head.p, maxmem: 256 * head.n * head.r }, (error, key) => {
      if (error) reject(error);
      else resolve(new Uint8Array(key));
    });
  });

/** Seals a stream into the file, which is complete only when this resolves: it is written aside and synced first by the caller. Answers its size. */
export const writeSealed = async (path: string, passphrase: string, plain: AsyncIterable<Uint8Array>): Promise<number> => {
  const head: Head = { format, salt: randomBytes(16).toString('base64'), ...cost };
  const key = await keyOf(passphrase, head);
  const file = await open(path, 'wx', 0o600);
  try {
    let size = 0;
    const write = async (part: Uint8Array) => {
      await file.writeFile(part);
      size += part.length;
    };
    await write(Buffer.from(`${JSON.stringify(head)}\n`));
    for await (const part of encryptStream(plain, key)) await write(part);
    await file.sync();
    return size;
  } finally {
    await file.close();
  }
};

const readHead = async (path: string): Promise<{ head: Head; length: number }> => {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(longestHead), 0, longestHead, 0);
    const end = buffer.subarray(0, bytesRead).indexOf(10);
    const head = end > 0 ? (JSON.parse(buffer.toString('utf8', 0, end)) as Head) : null;
    if (head?.format !== format) throw new Error('not an archive');
    return { head, length: end + 1 };
  } catch (error) {
    throw new Error(`${path} is not a backup of DocuVault AI.`, { cause: error });
  } finally {
    await file.close();
  }
};

/** The plain bytes of a sealed file. Throws `WrongPassphrase`, or `Tampered` as soon as a byte is not as it was written. */
export async function* readSealed(path: string, passphrase: string): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { head, length } = await readHead(path);
  const key = await keyOf(passphrase, head);
  const read = ({ start, end }: { start: number; end: number }) => Promise.resolve(createReadStream(path, { start: start + length, end: end + length }));
  let opened = false;
  try {
    for await (const part of decryptRange(read, statSync(path).size - length, key)) {
      opened = true;
      yield part;
    }
  } catch (error) {
    if (error instanceof Tampered) throw opened ? new Tampered('The archive is damaged or cut off; take another one.') : new WrongPassphrase();
    throw error;
  }
}
