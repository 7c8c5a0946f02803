import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHttpProvider, type HttpProvider } from '@docuvault/testing/http-provider.ts';
import { createSendgridMailer } from './sendgrid-mailer.ts';

let api: HttpProvider;
beforeAll(async () => {
  api = await startHttpProvider(() => ({ status: 202, headers: { 'x-message-id': 'sg-1' } }));
});
afterAll(() => api.stop());

const mail = { to: 'asha@example.com', subject: 'Passport', text: 'In 30 days.', html: '<p>In 30 days.</p>', id: 'letter-1', headers: { 'List-Unsubscribe': '<https://vault.example/u/1>' } };
const mailer = () => createSendgridMailer({ apiKey: 'SG.key', from: 'vault@example.org', baseUrl: api.url });

describe('mail by SendGrid', () => {
  it('goes to its v3 API in both forms', async () => {
    expect(await mailer().send(mail)).toEqual({ provider: 'sendgrid', messageId: 'sg-1' });
    const [call] = api.calls;
    expect([call!.method, call!.path, call!.headers.authorization]).toEqual(['POST', '/v3/mail/send', 'Bearer SG.key']);
    expect(JSON.parse(call!.body.toString())).toMatchObject({
      from: { email: 'vault@example.org' }, subject: 'Passport', content: [{ type: 'text/plain', value: 'In 30 days.' }, { type: 'text/html', value: '<p>In 30 days.</p>' }],
      personalizations: [{ to: [{ email: 'asha@example.com' }] }], headers: { 'List-Unsubscribe': '<https://vault.example/u/1>' },
    });
  });

  it.each([[400, true], [429, false], [503, false], [403, false]])('a %i is final: %s', async (status, permanent) => {
    api.answers = () => ({ status, body: { errors: [{ message: 'no' }] } });
    await expect(mailer().send(mail)).rejects.toMatchObject({ name: 'SendFailure', permanent });
  });
});
