import type { Mailer } from '@docuvault/core/mailer.ts';
import { SendFailure } from '@docuvault/core/sending.ts';

const provider = 'smtp';
type SmtpError = Error & { responseCode?: number; response?: string; command?: string };

/**
 * Whether a refusal is the recipient's address's: by the enhanced status where the server gives one (RFC 3463: 5.1.x is
 * the address, 5.2.1 a mailbox that is shut), else by the code at RCPT TO (RFC 5321: 550 no such mailbox, 551, 553).
 */
const addressGone = ({ responseCode = 0, response = '', command = '' }: SmtpError): boolean => {
  const enhanced = /^\d{3}[ -](5\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  if (enhanced !== undefined) return /^5\.1\.(?![78])/.test(enhanced) || enhanced === '5.2.1';
  return command === 'RCPT TO' && [550, 551, 553].includes(responseCode);
};

/**
 * Sends by a mail server: `smtp://user:password@host:587` (STARTTLS where the server offers it) or `smtps://…:465`.
 * The Message-ID is made of the message's id, so that a mail sent twice after a crash is one to mail programs.
 */
export const createSmtpMailer = (url: string, from: string): Mailer => {
  const open = async () => {
    const { createTransport } = await import('nodemailer');
    return createTransport({ url, pool: true, maxConnections: 3, connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 } as never, { from });
  };
  let transport: ReturnType<typeof open> | undefined;
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
  return {
    provider,
    send: async ({ to, subject, text, html, id, headers }) => {
      try {
        const sent = (await (await (transport ??= open())).sendMail({ to, subject, text, ...(html ? { html } : {}), ...(headers ? { headers } : {}), ...(id ? { messageId: `<${id}@${domain}>` } : {}), disableFileAccess: true, disableUrlAccess: true })) as { messageId: string };
        return { provider, messageId: sent.messageId };
      } catch (error) {
        const refusal = error as SmtpError;
        const { message, responseCode } = refusal;
        const permanent = responseCode !== undefined && responseCode >= 550 && responseCode < 560;
        throw new SendFailure(`smtp: ${responseCode ?? message}`, { permanent, address: permanent && addressGone(refusal) ? 'gone' : null });
      }
    },
  };
};
