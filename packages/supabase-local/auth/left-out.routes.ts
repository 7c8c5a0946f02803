import type { Hono } from 'hono';
import type { AuthEnv } from './auth-context.ts';
import { leftOut } from './auth-error.ts';

/** The parts of Supabase Auth that this server leaves out, with what it says of each. The README lists the same. */
export const leftOutRoutes: readonly (readonly [path: string, message: string])[] = [
  ['/authorize', 'Sign-in with other providers is not enabled on this server'],
  ['/callback', 'Sign-in with other providers is not enabled on this server'],
  ['/sso', 'SAML 2.0 is disabled'],
  ['/sso/*', 'SAML 2.0 is disabled'],
  ['/oauth/*', 'This server is no OAuth provider'],
  ['/.well-known/openid-configuration', 'This server is no OAuth provider'],
  ['/.well-known/oauth-authorization-server', 'This server is no OAuth provider'],
  ['/user/identities/*', 'Manual linking is disabled'],
  ['/user/oauth/*', 'This server is no OAuth provider'],
  ['/passkeys', 'Passkeys are not offered by this server'],
  ['/passkeys/*', 'Passkeys are not offered by this server'],
  ['/factors/recovery-codes', 'Recovery codes are not offered by this server'],
  ['/factors/recovery-codes/*', 'Recovery codes are not offered by this server'],
  ['/admin/audit', 'The audit trail is read through the product'],
  ['/admin/sso/*', 'SAML 2.0 is disabled'],
  ['/admin/oauth/*', 'This server is no OAuth provider'],
  ['/admin/custom-providers', 'Sign-in with other providers is not enabled on this server'],
  ['/admin/custom-providers/*', 'Sign-in with other providers is not enabled on this server'],
  ['/admin/users/:id/passkeys', 'Passkeys are not offered by this server'],
  ['/admin/users/:id/passkeys/*', 'Passkeys are not offered by this server'],
  ['/scim/*', 'SCIM is not offered by this server'],
];

/** Answers every left-out route 501. */
export const addLeftOutRoutes = (app: Hono<AuthEnv>) => {
  for (const [path, message] of leftOutRoutes) {
    app.all(path, () => {
      throw leftOut(message);
    });
  }
};
