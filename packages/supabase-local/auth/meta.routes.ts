import type { Hono } from 'hono';
import type { AuthContext, AuthEnv } from './auth-context.ts';

const providers = [
  'apple', 'azure', 'bitbucket', 'discord', 'facebook', 'snapchat', 'figma', 'fly', 'github', 'gitlab', 'google', 'keycloak', 'kakao',
  'linkedin', 'linkedin_oidc', 'notion', 'spotify', 'slack', 'slack_oidc', 'workos', 'twitch', 'twitter', 'phone', 'zoom',
];

/** What a client may know without a key: that the server lives, what it offers, and its public keys. */
export const addMetaRoutes = (app: Hono<AuthEnv>, ctx: AuthContext) => {
  app.get('/health', (c) => c.json({ version: 'docuvault', name: 'GoTrue', description: 'DocuVault AI speaks the wire of Supabase Auth' }));

  app.get('/settings', (c) =>
    c.json({
      external: { ...Object.fromEntries(providers.map((name) => [name, false])), email: true, anonymous_users: ctx.anonymousSignIns },
      disable_signup: false,
      mailer_autoconfirm: ctx.mailer === null,
      phone_autoconfirm: false,
      sms_provider: '',
      saml_enabled: false,
      saml_private_key_next_configured: false,
      passkeys_enabled: false,
    }),
  );

  app.get('/.well-known/jwks.json', async (c) => c.json(await ctx.tokens.jwks(), 200, { 'cache-control': 'public, max-age=600' }));
};
