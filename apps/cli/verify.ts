import { createHash } from 'node:crypto';
import { createKeyring, type Keyring } from '@docuvault/core/encryption/keyring.ts';
import { openFile } from '@docuvault/core/encryption/sealed-files.ts';
import type { BlobStore } from '@docuvault/core/blob-store.ts';
import { gather, type Manifest } from './archive-records.ts';
import { bytesOf } from './hex.ts';
import type { Progress } from './progress.ts';
import { readArchive } from './read-archive.ts';

export type BlobRow = { id: string; storage_key: string; stored_bytes: number; key_version: number; wrapped_key: string };

/** A store that holds the one file at hand. */
export const holding = (bytes: Buffer): Pick<BlobStore, 'get'> => ({
  get: (_key, range) => Promise.resolve((async function* () { yield await Promise.resolve(range ? bytes.subarray(range.start, range.end + 1) : bytes); })()),
});

export type VerifyReport = { rows: number; files: number; opened: number; compared: number; bad: string[]; createdAt: string; version: string };

/**
 * Reads an archive through, opens every file in it with the keys that lie in it, and compares each original with the
 * fingerprint that was taken when it was uploaded.
 */
export const verify = async (path: string, passphrase: string, progress: Progress): Promise<VerifyReport> => {
  const blobs = new Map<string, BlobRow>();
  const fingerprints = new Map<string, string>();
  const report = { opened: 0, compared: 0, bad: [] as string[] };
  let manifest: Manifest | null = null;
  let keyring: Keyring | null = null;
  const end = await readArchive(path, passphrase, {
    manifest: async (found) => {
      manifest = found;
      keyring = await createKeyring(new Map(Object.entries(found.masterKeys).map(([version, secret]) => [Number(version), secret])));
    },
    rows: ({ table }, json) => {
      if (table === 'private.blobs') for (const row of JSON.parse(json) as BlobRow[]) blobs.set(row.storage_key, row);
      if (table === 'public.document_versions') for (const row of JSON.parse(json) as { blob_id: string; sha256: string }[]) fingerprints.set(row.blob_id, row.sha256);
      return Promise.resolve();
    },
    file: async ({ key }, body) => {
      const bytes = await gather(body);
      const row = blobs.get(key);
      if (!row) return;
      const sealed = { id: row.id, storageKey: key, storedBytes: row.stored_bytes, keyVersion: row.key_version, wrappedKey: bytesOf(row.wrapped_key) };
      try {
        const hash = createHash('sha256');
        for await (const part of openFile({ blobs: holding(bytes) as BlobStore, keyring: keyring! }, sealed)) hash.update(part);
        report.opened += 1;
        const fingerprint = fingerprints.get(row.id);
        if (fingerprint) {
          if (hash.digest('hex') !== fingerprint) throw new Error('other bytes than were uploaded');
          report.compared += 1;
        }
      } catch (error) {
        report.bad.push(`${key}: ${(error as Error).message}`);
      }
      progress.step(`files opened: ${report.opened}`);
    },
  });
  const { createdAt, version } = manifest as unknown as Manifest;
  return { ...report, rows: end.rows, files: end.files, createdAt, version };
};
