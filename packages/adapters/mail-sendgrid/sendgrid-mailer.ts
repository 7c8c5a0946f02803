import { Client } from '@sendgrid/client';
import { MailService } from '@sendgrid/mail';
import type { Mailer } from '@docuvault/core/mailer.ts';
import { failureOfStatus, SendFailure } from '@docuvault/core/sending.ts';

const provider = 'sendgrid';
type Refusal = { code?: number; response?: { headers?: Record<string, string> } };

/** Sends by SendGrid's v3 API. It knows no idempotency key; the id goes along as a custom argument, for its event log. `baseUrl` is for a stand-in. */
export const createSendgridMailer = ({ apiKey, from, baseUrl }: { apiKey: string; from: string; baseUrl?: string | undefined }): Mailer => {
  const client = new Client();
  const service = new MailService();
  service.setClient(client);
  service.setApiKey(apiKey);
  service.setTimeout(20_000);
  // After the key: setting one puts SendGrid's own address back.
  if (baseUrl) client.setDefaultRequest('baseUrl', `${baseUrl.replace(/\/$/, '')}/`);
  return {
    provider,
    send: async ({ to, subject, text, html, id, headers }) => {
      try {
        const [response] = await service.send({ from, to, subject, text, ...(html ? { html } : {}), ...(headers ? { headers: { ...headers } } : {}), ...(id ? { customArgs: { id } } : {}) });
        const answered = response.headers as Record<string, string>;
        return { provider, messageId: answered['x-message-id'] ?? null };
      } catch (error) {
        const { code, response } = error as Refusal;
        if (typeof code === 'number') throw failureOfStatus(provider, code, response?.headers?.['retry-after'] ?? null);
        throw new SendFailure('sendgrid: no answer');
      }
    },
  };
};
