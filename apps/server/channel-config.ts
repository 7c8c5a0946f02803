import { readFileSync } from 'node:fs';
import { readSendRates, type SendRates } from './send-rates.ts';

type Environment = Record<string, string | undefined>;

/** The providers of mail, SMS and push that the operator has named; null where one is not. Each `apiUrl` is for a stand-in. */
export type ChannelConfig = {
  mailFrom: string;
  rates: SendRates;
  smtpUrl: string | null;
  resend: { apiKey: string; baseUrl: string | undefined } | null;
  resendWebhookSecret: string | null;
  sendgrid: { apiKey: string; baseUrl: string | undefined } | null;
  sendgridWebhookKey: string | null;
  twilio: { accountSid: string; authToken: string; from: string; apiUrl: string | undefined } | null;
  fcm: { account: { client_email: string; private_key: string; token_uri?: string }; projectId: string; apiUrl: string | undefined } | null;
};

const all = (env: Environment, names: readonly string[], what: string): boolean => {
  const missing = names.filter((name) => !env[name]);
  if (missing.length === names.length) return false;
  if (missing.length > 0) throw new Error(`${what} needs ${names.join(', ')}; missing: ${missing.join(', ')}`);
  return true;
};

/** The service account: its JSON, or the path of its key file. */
const readFcm = (env: Environment): ChannelConfig['fcm'] => {
  const given = env.FIREBASE_SERVICE_ACCOUNT;
  if (!given) return null;
  let account: { client_email?: string; private_key?: string; project_id?: string; token_uri?: string };
  try {
    account = JSON.parse(given.trimStart().startsWith('{') ? given : readFileSync(given, 'utf8')) as typeof account;
  } catch (error) {
    throw new Error('FIREBASE_SERVICE_ACCOUNT is neither JSON nor the path of a JSON file', { cause: error });
  }
  const projectId = env.FIREBASE_PROJECT_ID || account.project_id;
  if (!account.client_email || !account.private_key || !projectId) throw new Error('FIREBASE_SERVICE_ACCOUNT lacks client_email, private_key or project_id');
  return { account: { client_email: account.client_email, private_key: account.private_key, ...(account.token_uri ? { token_uri: account.token_uri } : {}) }, projectId, apiUrl: env.FCM_API_URL || undefined };
};

/** Reads which providers may carry messages out; throws a sentence that names the variable that is wrong or missing. */
export const readChannelConfig = (env: Environment): ChannelConfig => ({
  rates: readSendRates(env.SEND_RATES),
  mailFrom: env.MAIL_FROM || 'DocuVault <no-reply@localhost>',
  smtpUrl: env.SMTP_URL || null,
  resend: env.RESEND_API_KEY ? { apiKey: env.RESEND_API_KEY, baseUrl: env.RESEND_API_URL || undefined } : null,
  resendWebhookSecret: env.RESEND_WEBHOOK_SECRET || null,
  sendgridWebhookKey: env.SENDGRID_WEBHOOK_KEY || null,
  sendgrid: env.SENDGRID_API_KEY ? { apiKey: env.SENDGRID_API_KEY, baseUrl: env.SENDGRID_API_URL || undefined } : null,
  twilio: all(env, ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_PHONE_NUMBER'], 'SMS by Twilio')
    ? { accountSid: env.TWILIO_ACCOUNT_SID!, authToken: env.TWILIO_AUTH_TOKEN!, from: env.TWILIO_PHONE_NUMBER!, apiUrl: env.TWILIO_API_URL || undefined } : null,
  fcm: readFcm(env),
});
