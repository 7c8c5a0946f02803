import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHttpProvider, type HttpProvider } from '@docuvault/testing/http-provider.ts';
import { createTwilioSender } from './twilio-sender.ts';

let api: HttpProvider;
beforeAll(async () => {
  api = await startHttpProvider(() => ({ status: 201, body: { sid: 'SM1' } }));
});
afterAll(() => api.stop());

const text = { id: 'letter-1', to: '+919812345678', text: 'Passport expires. In 30 days.' };
const sender = () => createTwilioSender({ accountSid: 'AC1', authToken: 'secret', from: '+15005550006', apiUrl: api.url });

describe('texts by Twilio', () => {
  it('go to the account\'s messages, from its number', async () => {
    expect(await sender().send(text)).toEqual({ provider: 'twilio', messageId: 'SM1' });
    const [call] = api.calls;
    expect([call!.method, call!.path, call!.headers.authorization]).toEqual(['POST', '/2010-04-01/Accounts/AC1/Messages.json', `Basic ${btoa('AC1:secret')}`]);
    expect(Object.fromEntries(new URLSearchParams(call!.body.toString()))).toEqual({ To: text.to, From: '+15005550006', Body: text.text });
  });

  it('are not tried again for who answered STOP', async () => {
    api.answers = () => ({ status: 400, body: { code: 21610, message: 'unsubscribed' } });
    await expect(sender().send(text)).rejects.toMatchObject({ permanent: true });
  });

  it('are asked for later when Twilio says when', async () => {
    api.answers = () => ({ status: 429, headers: { 'retry-after': '7' }, body: {} });
    await expect(sender().send(text)).rejects.toMatchObject({ permanent: false, retryAfterMs: 7_000 });
  });
});
