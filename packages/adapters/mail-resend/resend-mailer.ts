import type { Resend } from 'resend';
import type { Mailer } from '@docuvault/core/mailer.ts';
import { failureOfStatus, SendFailure } from '@docuvault/core/sending.ts';

const provider = 'resend';

/** Sends by Resend; its idempotency key is the message's id, so that a repeat within a day is the same mail. `baseUrl` is for a stand-in. */
export const createResendMailer = ({ apiKey, from, baseUrl }: { apiKey: string; from: string; baseUrl?: string | undefined }): Mailer => {
  const open = async (): Promise<Resend> => {
    const sdk = await import('resend');
    return new sdk.Resend(apiKey, baseUrl ? { baseUrl } : undefined);
  };
  let client: Promise<Resend> | undefined;
  return {
    provider,
    send: async ({ to, subject, text, html, id, headers }) => {
      const { data, error, headers: answered } = await (await (client ??= open())).emails
        .send({ from, to, subject, text, ...(html ? { html } : {}), ...(headers ? { headers: { ...headers } } : {}) }, id ? { idempotencyKey: id } : undefined)
        .catch((cause: unknown) => { throw new SendFailure(`resend: ${cause instanceof Error ? cause.message : 'no answer'}`); });
      if (error) throw error.statusCode ? failureOfStatus(provider, error.statusCode, answered?.['retry-after'] ?? null) : new SendFailure(`resend: ${error.name}`);
      return { provider, messageId: data.id };
    },
  };
};
