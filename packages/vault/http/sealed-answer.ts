import type { Keyring } from '@docuvault/core/encryption/keyring.ts';

/** An answer as it lies in the database: JSON wrapped by the master key, bound to its context. */
type SealedAnswer = { version: number; bytes: string };

/** Seals an answer that holds a secret. */
export const sealAnswer = async (keyring: Keyring, context: string, body: unknown): Promise<SealedAnswer> => {
  const { version, bytes } = await keyring.wrap(new TextEncoder().encode(JSON.stringify(body ?? null)), context);
  return { version, bytes: Buffer.from(bytes).toString('base64') };
};

/** Opens what `sealAnswer` made in the same context; throws `KeyUnavailable` where its master key is gone. */
export const openAnswer = async (keyring: Keyring, context: string, sealed: unknown): Promise<unknown> => {
  const { version, bytes } = sealed as SealedAnswer;
  return JSON.parse(new TextDecoder().decode(await keyring.unwrap({ version, bytes: new Uint8Array(Buffer.from(bytes, 'base64')) }, context)));
};
