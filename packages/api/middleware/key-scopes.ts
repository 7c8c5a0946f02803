import type { MiddlewareHandler } from 'hono';
import { forbidden } from '@docuvault/core/errors.ts';
import type { Env } from '@docuvault/vault/http/env.ts';

/** Calls that read though they are sent by POST, because a question does not fit an address. */
const readingPosts = new Set(['search-engine']);

/** Lets a key do what its scopes say: `<function>:write` everything of the function, `<function>:read` what changes nothing. Sessions pass. */
export const keyScopes = (functionName: string): MiddlewareHandler<Env> => async (c, next) => {
  const actor = c.get('actor');
  if (actor.role === 'authenticated' && actor.scopes) {
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD' || (c.req.method === 'POST' && readingPosts.has(functionName));
    if (!actor.scopes.includes(`${functionName}:write`) && !(reads && actor.scopes.includes(`${functionName}:read`))) throw forbidden('auth.scope_missing', `This key may not do that: it lacks ${functionName}:${reads ? 'read' : 'write'}.`);
  }
  await next();
};
