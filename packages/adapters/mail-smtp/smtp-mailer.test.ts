import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMailServer, type MailServer } from '@docuvault/testing/smtp.ts';
import { createSmtpMailer } from './smtp-mailer.ts';

let server: MailServer;
beforeAll(async () => {
  server = await startMailServer();
});
afterAll(() => server.stop());

const mail = { to: 'asha@example.com', subject: 'पासपोर्ट expires', text: 'In 30 days.', html: '<p>In 30 days.</p>', id: 'letter-1', headers: { 'List-Unsubscribe': '<https://vault.example/u/1>' } };

describe('mail by SMTP', () => {
  it('arrives in both forms, with the same Message-ID each time it is tried', async () => {
    const mailer = createSmtpMailer(server.url, 'Vault <vault@example.org>');
    expect(await mailer.send(mail)).toEqual({ provider: 'smtp', messageId: '<letter-1@example.org>' });
    await mailer.send(mail);
    const [first, second] = server.mails;
    expect(first).toMatchObject({ subject: mail.subject, text: 'In 30 days.', html: '<p>In 30 days.</p>', messageId: '<letter-1@example.org>' });
    expect(first!.from?.text).toBe('"Vault" <vault@example.org>');
    expect(first!.headers.get('list')).toMatchObject({ unsubscribe: { url: 'https://vault.example/u/1' } });
    expect(second!.messageId).toBe(first!.messageId);
  });

  it('tells a refusal for good from one for now', async () => {
    const mailer = createSmtpMailer(server.url, 'vault@example.org');
    server.refuse = { code: 550, times: 1 };
    await expect(mailer.send(mail)).rejects.toMatchObject({ name: 'SendFailure', permanent: true });
    server.refuse = { code: 451, times: 1 };
    await expect(mailer.send(mail)).rejects.toMatchObject({ name: 'SendFailure', permanent: false });
    await expect(createSmtpMailer('smtp://127.0.0.1:1', 'vault@example.org').send(mail)).rejects.toMatchObject({ permanent: false });
  });

  it('does not let a subject smuggle in headers', async () => {
    await createSmtpMailer(server.url, 'vault@example.org').send({ ...mail, subject: 'Hello\r\nBcc: thief@example.com' });
    expect(server.mails.at(-1)!.bcc).toBeUndefined();
  });
});
