import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlobStore } from '@docuvault/core/blob-store.ts';
import { createKeyring, type Keyring } from '@docuvault/core/encryption/keyring.ts';
import { openFile } from '@docuvault/core/encryption/sealed-files.ts';
import { createPaths, safeName } from '@docuvault/vault/files/file-names.ts';
import { gather } from './archive-records.ts';
import { bytesOf } from './hex.ts';
import type { Progress } from './progress.ts';
import { readArchive } from './read-archive.ts';
import { holding, type BlobRow } from './verify.ts';

export type ExportReport = { people: number; documents: number; files: number };

type DocumentRow = Record<string, unknown> & { id: string; user_id: string; title: string; file_name: string; blob_id: string };

/** Writes an archive out as plain files anybody can use: a folder a person, their originals by name, and everything else as JSON. */
export const exportArchive = async (path: string, passphrase: string, folder: string, progress: Progress): Promise<ExportReport> => {
  const blobs = new Map<string, BlobRow>();
  const people = new Map<string, string>();
  const documents = new Map<string, DocumentRow>();
  const rest = new Map<string, unknown[]>();
  const pathOf = createPaths();
  let keyring: Keyring | null = null;
  let files = 0;
  const nameOf = (userId: string) => safeName(people.get(userId) ?? userId);
  const folderOf = (userId: string) => join(folder, nameOf(userId));
  await readArchive(path, passphrase, {
    manifest: async ({ masterKeys }) => {
      keyring = await createKeyring(new Map(Object.entries(masterKeys).map(([version, secret]) => [Number(version), secret])));
    },
    rows: ({ table }, json) => {
      const rows = JSON.parse(json) as Record<string, unknown>[];
      if (table === 'private.blobs') for (const row of rows as unknown as BlobRow[]) blobs.set(row.storage_key, row);
      if (table === 'public.users') for (const row of rows) people.set(row.id as string, (row.email as string | null) ?? (row.id as string));
      if (table === 'public.documents') for (const row of rows as DocumentRow[]) documents.set(row.blob_id, row);
      if (table.startsWith('public.') && !/embedding|search|queue|idempotency|performance/.test(table)) rest.set(table, [...(rest.get(table) ?? []), ...rows]);
      return Promise.resolve();
    },
    file: async ({ key }, body) => {
      const row = blobs.get(key);
      const document = row && documents.get(row.id);
      if (!document) return;
      const where = join(folderOf(document.user_id), 'documents');
      await mkdir(where, { recursive: true, mode: 0o700 });
      const sealed = { id: row.id, storageKey: key, storedBytes: row.stored_bytes, keyVersion: row.key_version, wrappedKey: bytesOf(row.wrapped_key) };
      const name = pathOf([nameOf(document.user_id), 'documents'], document.file_name);
      await writeFile(join(folder, name), openFile({ blobs: holding(await gather(body)) as BlobStore, keyring: keyring! }, sealed), { mode: 0o600, flag: 'wx' });
      document.exported_as = name;
      files += 1;
      progress.step(`files: ${files}`);
    },
  });
  for (const [userId] of people) {
    const where = folderOf(userId);
    await mkdir(where, { recursive: true, mode: 0o700 });
    for (const [table, rows] of rest) {
      const own = rows.filter((row) => (row as { user_id?: string; id?: string }).user_id === userId || (table === 'public.users' && (row as { id: string }).id === userId));
      if (own.length > 0) await writeFile(join(where, `${table.replace('public.', '')}.json`), `${JSON.stringify(own, null, 2)}\n`, { mode: 0o600 });
    }
  }
  return { people: people.size, documents: documents.size, files };
};
