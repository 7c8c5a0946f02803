import { createTransport } from 'nodemailer';
import type { Mailer } from '@docuvault/core/mailer.ts';
import { SendFailure } from '@docuvault/core/sending.ts';

const provider = 'smtp';
type SmtpError = Error & { responseCode?: number };

/**
 * Sends by a mail server: `smtp://user:password@host:587` (STARTTLS where the server offers it) or `smtps://…:465`.
 * The Message-ID is made of the message's id, so that a mail sent twice after a crash is one to mail programs.
 */
export const createSmtpMailer = (url: string, from: string): Mailer => {
  const transport = createTransport({ url, pool: true, maxConnections: 3, connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 } as never, { from });
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
  return {
    provider,
    send: async ({ to, subject, text, html, id, headers }) => {
      try {
        const sent = (await transport.sendMail({ to, subject, text, ...(html ? { html } : {}), ...(headers ? { headers } : {}), ...(id ? { messageId: `<${id}@${domain}>` } : {}), disableFileAccess: true, disableUrlAccess: true })) as { messageId: string };
        return { provider, messageId: sent.messageId };
      } catch (error) {
        const { message, responseCode } = error as SmtpError;
        throw new SendFailure(`smtp: ${responseCode ?? message}`, { permanent: responseCode !== undefined && responseCode >= 550 && responseCode < 560 });
      }
    },
  };
};
