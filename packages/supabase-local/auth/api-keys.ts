import type { Actor } from '@docuvault/core/actor.ts';
import type { AuthKeys } from './auth-context.ts';
import { equalSecrets } from './secrets.ts';
import type { Tokens } from './tokens.ts';

/**
 * Whom an `apikey` stands for: anon or service_role, by the configured keys, opaque or legacy, or by any legacy key
 * signed with the secret. Null for anything else, a person's token among them.
 */
export const createKeyToActor = (keys: AuthKeys, tokens: Tokens) => {
  const known: [string | undefined, Actor][] = [
    [keys.anonKey, { role: 'anon' }],
    [keys.publishable, { role: 'anon' }],
    [keys.serviceRoleKey, { role: 'service_role' }],
    [keys.secret, { role: 'service_role' }],
  ];
  return async (key: string): Promise<Actor | null> => {
    if (key === '') return null;
    let found: Actor | null = null;
    for (const [text, actor] of known) if (text && equalSecrets(text, key)) found ??= actor;
    if (found || !key.startsWith('ey')) return found;
    const claims = await tokens.verify(key).catch(() => null);
    return claims && claims.role !== 'authenticated' ? { role: claims.role } : null;
  };
};

/** The token of `Authorization: Bearer …`, or ''. */
export const bearerOf = (header: string | undefined): string => /^bearer +(\S+) *$/i.exec(header ?? '')?.[1] ?? '';

/** True for an opaque key, which is never a token. */
export const isOpaqueKey = (text: string): boolean => text.startsWith('sb_');
