import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { unusedVariables } from './unused-variables.ts';

/** Every variable of the guide's sections on the environment, set as a reader sets them. */
const guide = {
  SUPABASE_URL: 'https://your-project.supabase.co', SUPABASE_ANON_KEY: 'x', SUPABASE_SERVICE_ROLE_KEY: 'x', FRONTEND_URL: 'https://your-app.com', OPENAI_API_KEY: 'x', ANTHROPIC_API_KEY: 'x',
  GOOGLE_VISION_API_KEY: 'x', GOOGLE_TRANSLATE_API_KEY: 'x', GOOGLE_CLOUD_PROJECT_ID: 'x', HUGGINGFACE_API_KEY: 'x', STRIPE_SECRET_KEY: 'x', STRIPE_WEBHOOK_SECRET: 'x', STRIPE_PUBLISHABLE_KEY: 'x',
  RAZORPAY_KEY_ID: 'x', RAZORPAY_KEY_SECRET: 'x', RAZORPAY_WEBHOOK_SECRET: 'x', FIREBASE_SERVER_KEY: 'x', FIREBASE_PROJECT_ID: 'x', SENDGRID_API_KEY: 'x', RESEND_API_KEY: 'x', TWILIO_ACCOUNT_SID: 'x',
  TWILIO_AUTH_TOKEN: 'x', TWILIO_PHONE_NUMBER: 'x', ENCRYPTION_KEY: 'your-32-character-encryption-key', JWT_SECRET: 'x', CHAINLINK_API_KEY: 'x', ETHEREUM_RPC_URL: 'x', SENTRY_DSN: 'x', DATADOG_API_KEY: 'x',
};

it('starts with every variable of the guide set, and names those that nothing is done with', () => {
  expect(readConfig(guide, '/').channels).toMatchObject({ fcm: null, sendgrid: { apiKey: 'x' }, resend: { apiKey: 'x' } });
  expect(unusedVariables(guide)).toContain('HUGGINGFACE_API_KEY');
  expect(unusedVariables(guide)).not.toContain('OPENAI_API_KEY');
  expect(unusedVariables({ HUGGINGFACE_API_KEY: '', FRONTEND_URL: 'x' })).toEqual([]);
});

it('leaves no variable of the guide unmentioned in the README', () => {
  const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');
  expect(Object.keys(guide).filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});
