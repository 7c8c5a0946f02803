import type { Client } from '@sendgrid/client';
import type { MailService } from '@sendgrid/mail';
import type { Mailer } from '@docuvault/core/mailer.ts';
import { failureOfStatus, SendFailure } from '@docuvault/core/sending.ts';

const provider = 'sendgrid';
type Refusal = { code?: number; response?: { headers?: Record<string, string> } };

/** Sends by SendGrid's v3 API. It knows no idempotency key; the id goes along as a custom argument, for its event log. `baseUrl` is for a stand-in. */
export const createSendgridMailer = ({ apiKey, from, baseUrl }: { apiKey: string; from: string; baseUrl?: string | undefined }): Mailer => {
  const open = async (): Promise<MailService> => {
    // Both packages export their classes beside the default; their types do not say so of `import()`.
    const sdk = (await import('@sendgrid/client')) as unknown as { Client: new () => Client };
    const mail = (await import('@sendgrid/mail')) as unknown as { MailService: new () => MailService };
    const client = new sdk.Client();
    const opened = new mail.MailService();
    opened.setClient(client);
    opened.setApiKey(apiKey);
    opened.setTimeout(20_000);
    // After the key: setting one puts SendGrid's own address back.
    if (baseUrl) client.setDefaultRequest('baseUrl', `${baseUrl.replace(/\/$/, '')}/`);
    return opened;
  };
  let service: Promise<MailService> | undefined;
  return {
    provider,
    send: async ({ to, subject, text, html, id, headers }) => {
      try {
        const [response] = await (await (service ??= open())).send({ from, to, subject, text, ...(html ? { html } : {}), ...(headers ? { headers: { ...headers } } : {}), ...(id ? { customArgs: { id } } : {}) });
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
