import { createKeyring, type Keyring } from '@docuvault/core/encryption/keyring.ts';

/**
 * The master secrets by version: `ENCRYPTION_KEY` is the newest; `ENCRYPTION_KEYS_PREVIOUS` holds older ones as
 * `1:secret,2:secret`, so that the newest is one version past the highest of them.
 */
export const keyringSecrets = (current: string, previous: string | null): Map<number, string> => {
  const secrets = new Map<number, string>();
  for (const entry of (previous ?? '').split(',').filter(Boolean)) {
    const match = /^(\d+):(.+)$/.exec(entry.trim());
    if (!match) throw new Error('ENCRYPTION_KEYS_PREVIOUS must look like 1:secret,2:secret');
    secrets.set(Number(match[1]), match[2]!);
  }
  secrets.set(Math.max(0, ...secrets.keys()) + 1, current);
  return secrets;
};

/** The keyring of those secrets. */
export const buildKeyring = (current: string, previous: string | null): Promise<Keyring> => createKeyring(keyringSecrets(current, previous));
