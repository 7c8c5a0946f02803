import { createKeyring } from '@docuvault/core/encryption/keyring.ts';
import { openFile } from '@docuvault/core/encryption/sealed-files.ts';
import { BlobNotFound } from '@docuvault/core/blob-store.ts';
import { bytesOf } from './hex.ts';
import type { House } from './house.ts';
import type { Progress } from './progress.ts';
import type { BlobRow } from './verify.ts';

export type Finding = { kind: 'missing' | 'corrupt' | 'orphaned' | 'unused' | 'stuck'; what: string; advice: string };
export type DoctorReport = { files: number; opened: number; documents: number; findings: Finding[] };

type DocumentRow = { id: string; title: string; blob_id: string; thumbnail_blob_id: string | null; status: string; updated_at: string };

const prefixes = ['documents/', 'thumbnails/', 'objects/', 'uploads/'];
const stuckAfterMs = 24 * 60 * 60_000;
/** A file that was begun so lately may belong to an upload under way. */
const safeAgeMs = 60 * 60_000;

/** When a file was begun, by the UUIDv7 at the end of its key; null for a key of another form. */
const bornAt = (key: string): number | null => {
  const id = /([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/.exec(key);
  return id ? Number.parseInt(id[1]! + id[2]!, 16) : null;
};

/**
 * Compares rows with files: what is missing, damaged (each file is opened, unless `quick`), left over, or waits for too long,
 * each with what to do. Changes nothing.
 */
export const doctor = async (house: House, quick: boolean, now: Date, progress: Progress): Promise<DoctorReport> => {
  const blobs: BlobRow[] = [];
  const documents: DocumentRow[] = [];
  const used = new Map<string, string>();
  const known = new Set<string>();
  for await (const dumped of house.dump()) {
    if ('migrations' in dumped) continue;
    for (const text of dumped.rows) {
      if (dumped.table === 'private.blobs') {
        const row = JSON.parse(text) as BlobRow;
        blobs.push(row);
        known.add(row.storage_key);
      } else if (dumped.table === 'storage.resumable_parts') known.add((JSON.parse(text) as BlobRow).storage_key);
      else if (dumped.table === 'public.documents') {
        const row = JSON.parse(text) as DocumentRow;
        documents.push(row);
        used.set(row.blob_id, `document ${row.id}`);
        if (row.thumbnail_blob_id) used.set(row.thumbnail_blob_id, `thumbnail of document ${row.id}`);
      } else if (dumped.table === 'public.document_versions') {
        const row = JSON.parse(text) as { blob_id: string; document_id: string; version: number };
        if (!used.has(row.blob_id)) used.set(row.blob_id, `version ${row.version} of document ${row.document_id}`);
      } else if (dumped.table === 'storage.objects') {
        const row = JSON.parse(text) as { blob_id?: string; bucket_id: string };
        if (row.blob_id && !used.has(row.blob_id)) used.set(row.blob_id, `an object of bucket ${row.bucket_id}`);
      }
    }
  }
  const keyring = await createKeyring(house.masterKeys());
  const findings: Finding[] = [];
  let opened = 0;
  for (const row of blobs) {
    const of = used.get(row.id);
    const place = `${row.storage_key} (${of ?? 'used by nothing'})`;
    try {
      const size = await house.blobs.size(row.storage_key);
      if (size !== row.stored_bytes) {
        findings.push({ kind: 'corrupt', what: `${place} has ${size} bytes instead of ${row.stored_bytes}`, advice: 'Bring this file back from a backup of the file store, or restore the archive elsewhere and export it; then run the doctor again.' });
      } else if (!quick) {
        const file = { id: row.id, storageKey: row.storage_key, storedBytes: row.stored_bytes, keyVersion: row.key_version, wrappedKey: bytesOf(row.wrapped_key) };
        for await (const part of openFile({ blobs: house.blobs, keyring }, file)) void part;
        opened += 1;
      }
    } catch (error) {
      const missing = error instanceof BlobNotFound;
      const advice = of?.startsWith('thumbnail')
        ? 'Have the document read again: POST /functions/v1/document-processor { documentId }.'
        : 'Bring this file back from a backup of the file store, or restore the archive elsewhere and export it; then run the doctor again.';
      findings.push({ kind: missing ? 'missing' : 'corrupt', what: `${place}${missing ? '' : `: ${(error as Error).message}`}`, advice });
    }
    if (!of && row.storage_key.startsWith('documents/')) findings.push({ kind: 'unused', what: row.storage_key, advice: 'Left by an upload that broke off; the hourly upkeep removes it when it is a day old.' });
    progress.step(`files looked at: ${opened} of ${blobs.length}`);
  }
  for (const prefix of prefixes) {
    for await (const key of house.blobs.list(prefix)) {
      const born = bornAt(key);
      if (!known.has(key) && (born === null || born < now.getTime() - safeAgeMs)) findings.push({ kind: 'orphaned', what: key, advice: 'No row names this file; the hourly upkeep removes it when it is a day old.' });
    }
  }
  for (const row of documents) {
    if (['queued', 'processing'].includes(row.status) && now.getTime() - new Date(row.updated_at).getTime() > stuckAfterMs) {
      findings.push({ kind: 'stuck', what: `document ${row.id} is ${row.status} since ${row.updated_at}`, advice: 'Is a worker running? If so, have it read again: POST /functions/v1/document-processor { documentId }.' });
    }
  }
  return { files: blobs.length, opened, documents: documents.length, findings };
};
