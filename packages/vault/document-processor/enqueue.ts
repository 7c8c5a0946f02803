import sql from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import type { Keyring } from '@docuvault/core/encryption/keyring.ts';
import type { Tx } from '@docuvault/db/types.ts';

/** A password as a job carries it: wrapped by the master key, bound to the document. */
export type SealedPassword = { version: number; bytes: string };

/** What a job of kind `process` is told. `fresh`: read anew even what is read already. */
export type JobPayload = { password?: SealedPassword; fresh?: boolean };

const context = (documentId: string) => `password ${documentId}`;

/** Wraps a password for the time until its job is done. */
export const sealPassword = async (keyring: Keyring, documentId: string, password: string): Promise<SealedPassword> => {
  const wrapped = await keyring.wrap(new TextEncoder().encode(password), context(documentId));
  return { version: wrapped.version, bytes: Buffer.from(wrapped.bytes).toString('base64') };
};

/** Opens what `sealPassword` made. */
export const openPassword = async (keyring: Keyring, documentId: string, sealed: SealedPassword): Promise<string> => {
  const bytes = await keyring.unwrap({ version: sealed.version, bytes: new Uint8Array(Buffer.from(sealed.bytes, 'base64')) }, context(documentId));
  return new TextDecoder().decode(bytes);
};

/** Puts a document of the caller's in the queue, as the caller. `high` when a person is waiting for it. */
export const enqueueProcessing = async (
  tx: Tx,
  job: { documentId: string; priority: 'low' | 'normal' | 'high'; payload: JobPayload; now: Date },
): Promise<void> => {
  await tx.query(sql`
    select public.enqueue_processing(${job.documentId}::uuid, ${uuidv7()}::uuid, ${job.priority}, ${JSON.stringify(job.payload)}::jsonb, ${job.now}::timestamptz)`);
};
