/*
 * Inside the seal: records, each four bytes of length (big endian), a JSON head of that length, and `size` bytes.
 *   manifest  { version, migrations, createdAt, secrets, previousKeys, erased }   no bytes
 *   rows      { table, columns, count }                                  a JSON array
 *   file      { key, blobId }                                            the stored bytes, sealed as they lie in the store
 *   end       { rows, files }                                            no bytes; without it an archive is not whole
 */

export type Manifest = {
  type: 'manifest'; size: 0; version: string; createdAt: string; migrations: string[];
  /** What opens the files, by version of the master key; the highest is the newest. */
  masterKeys: Record<string, string>;
  jwtSecret: string; anonKey: string; serviceRoleKey: string;
};
export type RowsHead = { type: 'rows'; size: number; table: string; columns: string[]; count: number };
export type FileHead = { type: 'file'; size: number; key: string };
export type EndHead = { type: 'end'; size: 0; rows: number; files: number; erased: string[] };
export type Head = Manifest | RowsHead | FileHead | EndHead;

/** A record's head, as bytes. */
export const headBytes = (head: Head): Buffer => {
  const json = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  return Buffer.concat([length, json]);
};

export type Entry = { head: Head; body: AsyncIterable<Uint8Array> };

const longestHead = 64 * 1024 * 1024;

/** The records of a stream, one after the other; a body that was not read is passed over. Throws when the stream ends within one. */
export async function* readRecords(source: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  const parts = source[Symbol.asyncIterator]();
  let held = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    const { done, value } = await parts.next();
    if (done) return false;
    held = held.length === 0 ? Buffer.from(value) : Buffer.concat([held, value]);
    return true;
  };
  const take = async (length: number): Promise<Buffer | null> => {
    while (held.length < length) {
      if (!(await more())) {
        if (held.length === 0) return null;
        throw new Error('the archive ends within a record');
      }
    }
    const taken = held.subarray(0, length);
    held = held.subarray(length);
    return taken;
  };
  for (;;) {
    const prefix = await take(4);
    if (!prefix) return;
    const length = prefix.readUInt32BE();
    if (length > longestHead) throw new Error('the archive holds a head of an impossible length');
    const json = await take(length);
    if (!json) throw new Error('the archive ends within a record');
    const head = JSON.parse(json.toString('utf8')) as Head;
    let left = head.size;
    const body = async function* () {
      while (left > 0) {
        if (held.length === 0 && !(await more())) throw new Error('the archive ends within a record');
        const part = held.subarray(0, left);
        held = held.subarray(part.length);
        left -= part.length;
        yield part;
      }
    };
    yield { head, body: body() };
    while (left > 0) {
      if (held.length === 0 && !(await more())) throw new Error('the archive ends within a record');
      const skipped = Math.min(left, held.length);
      held = held.subarray(skipped);
      left -= skipped;
    }
  }
}

/** A body as a whole. */
export const gather = async (body: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts);
};
