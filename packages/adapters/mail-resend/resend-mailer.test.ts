import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHttpProvider, type HttpProvider } from '@docuvault/testing/http-provider.ts';
import { createResendMailer } from './resend-mailer.ts';

let api: HttpProvider;
beforeAll(async () => {
  api = await startHttpProvider(() => ({ status: 200, body: { id: 're_1' } }));
});
afterAll(() => api.stop());

const mail = { to: 'asha@example.com', subject: 'Passport', text: 'In 30 days.', id: 'letter-1' };
const mailer = () => createResendMailer({ apiKey: 're_key', from: 'vault@example.org', baseUrl: api.url });

describe('mail by Resend', () => {
  it('is taken once for a letter, by its idempotency key', async () => {
    expect(await mailer().send(mail)).toEqual({ provider: 'resend', messageId: 're_1' });
    const [call] = api.calls;
    expect([call!.method, call!.path, call!.headers.authorization, call!.headers['idempotency-key']]).toEqual(['POST', '/emails', 'Bearer re_key', 'letter-1']);
    expect(JSON.parse(call!.body.toString())).toMatchObject({ from: 'vault@example.org', to: 'asha@example.com', subject: 'Passport', text: 'In 30 days.' });
  });

  it.each([[422, true], [429, false], [500, false], [401, false]])('a %i is final: %s', async (status, permanent) => {
    api.answers = () => ({ status, body: { statusCode: status, name: 'validation_error', message: 'no' } });
    await expect(mailer().send(mail)).rejects.toMatchObject({ name: 'SendFailure', permanent });
  });

  it('is asked for later when Resend says when', async () => {
    api.answers = () => ({ status: 429, headers: { 'retry-after': '3' }, body: { statusCode: 429, name: 'rate_limit_exceeded', message: 'slow' } });
    await expect(mailer().send(mail)).rejects.toMatchObject({ permanent: false, retryAfterMs: 3_000 });
  });

  it('that is cut off in the middle may be tried again', async () => {
    api.answers = () => 'cut';
    await expect(mailer().send(mail)).rejects.toMatchObject({ name: 'SendFailure', permanent: false });
  });
});
