import { link, mkdir, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { BlobNotFound } from '@docuvault/core/blob-store.ts';
import { writeSealed } from './archive-crypto.ts';
import { headBytes, type EndHead, type Manifest } from './archive-records.ts';
import type { House } from './house.ts';
import type { Progress } from './progress.ts';

export type BackupReport = { path: string; bytes: number; rows: number; files: number; erased: number };

type StoredFile = { key: string; bytes: number; blobId: string };

const filesIn = (table: string, rows: readonly string[]): StoredFile[] => {
  if (table !== 'private.blobs' && table !== 'storage.resumable_parts') return [];
  return rows.map((row) => {
    const { id, blob_id, storage_key, stored_bytes } = JSON.parse(row) as { id?: string; blob_id?: string; storage_key: string; stored_bytes: number };
    return { key: storage_key, bytes: stored_bytes, blobId: (table === 'private.blobs' ? id : blob_id)! };
  });
};

/** The bytes of a stored file, or null where it is not there. A file of another length than its row says is refused: the archive would be none. */
async function* bodyOf(house: House, { key, bytes }: StoredFile): AsyncGenerator<Uint8Array> {
  let sent = 0;
  for await (const part of await house.blobs.get(key)) {
    sent += part.length;
    if (sent > bytes) break;
    yield part;
  }
  if (sent !== bytes) throw new Error(`${key} holds ${sent} bytes where ${bytes} were stored; run "vault doctor"`);
}

/**
 * Writes everything into one sealed file: the rows of one moment, then the files that these rows name, and the keys that
 * open them. Nothing is stopped for it. A file that its owner erased between the two is told in the archive, and its
 * document is left out by `restore`.
 */
export const backup = async (house: House, target: string, passphrase: string, version: string, progress: Progress): Promise<BackupReport> => {
  const path = resolve(target);
  const aside = `${path}.part`;
  await mkdir(dirname(path), { recursive: true });
  await rm(aside, { force: true });
  const counts = { rows: 0, files: 0 };
  const erased: string[] = [];

  const records = async function* (): AsyncGenerator<Uint8Array> {
    const files: StoredFile[] = [];
    const { secrets } = house;
    for await (const dumped of house.dump()) {
      if ('migrations' in dumped) {
        const manifest: Manifest = {
          type: 'manifest', size: 0, version, createdAt: new Date().toISOString(), migrations: dumped.migrations,
          masterKeys: Object.fromEntries(house.masterKeys()), jwtSecret: secrets.jwtSecret, anonKey: secrets.anonKey, serviceRoleKey: secrets.serviceRoleKey,
        };
        yield headBytes(manifest);
        continue;
      }
      const { table, columns, rows } = dumped;
      const body = Buffer.from(`[${rows.join(',')}]`);
      yield headBytes({ type: 'rows', size: body.length, table, columns, count: rows.length });
      yield body;
      files.push(...filesIn(table, rows));
      counts.rows += rows.length;
      progress.step(`rows: ${counts.rows}`);
    }
    for (const file of files) {
      const body = bodyOf(house, file);
      const first = await body.next().catch((error: unknown) => {
        if (error instanceof BlobNotFound) return null;
        throw error;
      });
      if (!first) {
        erased.push(file.blobId);
        continue;
      }
      yield headBytes({ type: 'file', size: file.bytes, key: file.key });
      if (!first.done) yield first.value;
      yield* body;
      counts.files += 1;
      progress.step(`files: ${counts.files} of ${files.length}`);
    }
    const end: EndHead = { type: 'end', size: 0, ...counts, erased };
    yield headBytes(end);
  };

  try {
    const bytes = await writeSealed(aside, passphrase, records());
    await link(aside, path);
    return { path, bytes, ...counts, erased: erased.length };
  } finally {
    await rm(aside, { force: true });
  }
};
