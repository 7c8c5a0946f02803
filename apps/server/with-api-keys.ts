import type { Authenticator } from '@docuvault/api/middleware/authenticate.ts';
import { unauthenticated } from '@docuvault/core/errors.ts';
import type { Deps } from '@docuvault/vault/context.ts';
import { keyPrefix, ownerOfKey } from '@docuvault/vault/account/keys/key-owner.ts';

/** Takes people's own keys beside what the auth server knows. For functions only: storage and auth open to no key. */
export const withApiKeys = (authenticator: Authenticator, deps: Pick<Deps, 'db' | 'clock'>): Authenticator => ({
  fromToken: (token) => authenticator.fromToken(token),
  fromApiKey: async (key) => {
    if (!key.startsWith(keyPrefix)) return authenticator.fromApiKey(key);
    const owner = await ownerOfKey(deps, key);
    if (!owner) throw unauthenticated('This key is not known, or has ended.');
    return owner;
  },
});
