import type { Keyring } from '@docuvault/core/encryption/keyring.ts';
import { bytesOf, hexOf } from './hex.ts';
import { factorContext, passwordContext, sealedColumns } from './sealed-columns.ts';

type Row = Record<string, unknown>;
type SealedPassword = { version: number; bytes: string };

const rewrap = async (bytes: Uint8Array<ArrayBuffer>, version: number, context: string, from: Keyring, to: Keyring) => to.wrap(await from.unwrap({ version, bytes }, context), context);

/** A TOTP secret (`version.base64url`) wrapped by the other keyring. */
export const rewrapFactor = async (factor: { id: string; secret: string }, from: Keyring, to: Keyring): Promise<string> => {
  const [version, secret] = factor.secret.split('.') as [string, string];
  const wrapped = await rewrap(new Uint8Array(Buffer.from(secret, 'base64url')), Number(version), factorContext(factor.id), from, to);
  return `${wrapped.version}.${Buffer.from(wrapped.bytes).toString('base64url')}`;
};

/** A password that waits in a job, wrapped by the other keyring. */
export const rewrapPassword = async (documentId: string, sealed: SealedPassword, from: Keyring, to: Keyring): Promise<SealedPassword> => {
  const wrapped = await rewrap(new Uint8Array(Buffer.from(sealed.bytes, 'base64')), sealed.version, passwordContext(documentId), from, to);
  return { version: wrapped.version, bytes: Buffer.from(wrapped.bytes).toString('base64') };
};

/** The rows, as to_jsonb gives them, with every key and secret in them wrapped by the other keyring; rows of other tables as they are. */
export const rewrapRows = async (table: string, rows: Row[], from: Keyring, to: Keyring): Promise<Row[]> => {
  const sealed = sealedColumns.find((one) => one.table === table);
  if (sealed) {
    return Promise.all(rows.map(async (row) => {
      const wrapped = await rewrap(bytesOf(row[sealed.column] as string), row.key_version as number, sealed.context(row), from, to);
      return { ...row, key_version: wrapped.version, [sealed.column]: hexOf(wrapped.bytes) };
    }));
  }
  if (table === 'auth.mfa_factors') return Promise.all(rows.map(async (row) => ({ ...row, secret: await rewrapFactor(row as { id: string; secret: string }, from, to) })));
  if (table === 'public.processing_queue') {
    return Promise.all(rows.map(async (row) => {
      const payload = row.payload as { password?: SealedPassword };
      if (!payload.password) return row;
      return { ...row, payload: { ...payload, password: await rewrapPassword(row.document_id as string, payload.password, from, to) } };
    }));
  }
  return rows;
};
