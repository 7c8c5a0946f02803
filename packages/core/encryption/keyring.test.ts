import { describe, expect, it } from 'vitest';
import { createKeyring, KeyUnavailable } from './keyring.ts';
import { newDataKey } from './segments.ts';

const secret = 'your-32-character-encryption-key';

describe('a keyring', () => {
  it('opens what an older master key wrapped, and wraps by the newest', async () => {
    const before = await createKeyring(new Map([[1, secret]]));
    const dataKey = newDataKey();
    const wrapped = await before.wrap(dataKey, 'blob-1');
    const after = await createKeyring(new Map([[1, secret], [2, 'b'.repeat(64)]]));
    expect(await after.unwrap(wrapped, 'blob-1')).toEqual(dataKey);
    expect((await after.wrap(dataKey, 'blob-1')).version).toBe(2);
  });

  it('refuses a key wrapped for another blob, by another secret or by a version that is gone', async () => {
    const ring = await createKeyring(new Map([[1, secret]]));
    const wrapped = await ring.wrap(newDataKey(), 'blob-1');
    await expect(ring.unwrap(wrapped, 'blob-2')).rejects.toThrow(KeyUnavailable);
    const other = await createKeyring(new Map([[1, `${secret.slice(1)}x`]]));
    await expect(other.unwrap(wrapped, 'blob-1')).rejects.toThrow(KeyUnavailable);
    const rotated = await createKeyring(new Map([[2, secret]]));
    await expect(rotated.unwrap(wrapped, 'blob-1')).rejects.toThrow(KeyUnavailable);
  });

  it('refuses a secret that is too short', async () => {
    await expect(createKeyring(new Map([[1, 'short']]))).rejects.toThrow('at least 32 bytes');
  });
});
