import { unauthenticated } from '@docuvault/core/errors.ts';
import type { Authenticator } from '@docuvault/api/middleware/authenticate.ts';
import type { Auth } from '@docuvault/supabase-local/auth/create-auth.ts';
import { actorOfClaims } from '@docuvault/supabase-local/auth/tokens.ts';

/** Lets the embedded auth server say who calls the functions. */
export const authenticatorOf = (auth: Auth): Authenticator => ({
  fromToken: async (token) => actorOfClaims(await auth.verifyToken(token)),
  fromApiKey: async (key) => {
    const actor = await auth.keyToActor(key);
    if (!actor) throw unauthenticated('The apikey is not one of this server.');
    return actor;
  },
});
