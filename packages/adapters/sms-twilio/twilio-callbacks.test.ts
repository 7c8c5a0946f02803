import { describe, expect, it } from 'vitest';
import twilio from 'twilio';
import { createTwilioCallbacks } from './twilio-callbacks.ts';

const token = '12345678901234567890123456789012';
const reader = createTwilioCallbacks(token);
const url = 'https://vault.example/functions/v1/reminder-engine/callbacks/twilio';
const now = new Date();
/** Signed by Twilio's own library. */
const signed = (fields: Record<string, string>, { by = token, at = url }: { by?: string; at?: string } = {}) => ({
  url, body: new TextEncoder().encode(new URLSearchParams(fields).toString()), headers: new Headers({ 'x-twilio-signature': twilio.getExpectedTwilioSignature(by, at, fields) }),
});
const status = (more: Record<string, string>) => ({ MessageSid: 'SM1', SmsSid: 'SM1', AccountSid: 'AC1', From: '+15005550006', To: '+919812345678', ...more });
const inbound = (more: Record<string, string>) => ({ MessageSid: 'SM2', AccountSid: 'AC1', From: '+919812345678', To: '+15005550006', ...more });

describe('what Twilio tells', () => {
  it('of a message: that it arrived, that it did not, and whose fault it was', async () => {
    const what = async (more: Record<string, string>) => (await reader.read(signed(status(more)), now)).map((event) => event.what);
    expect(await reader.read(signed(status({ MessageStatus: 'delivered' })), now)).toEqual([
      { eventId: 'SM1:delivered', channel: 'sms', what: 'delivered', address: '+919812345678', messageId: 'SM1', letterId: null, detail: null },
    ]);
    expect(await what({ MessageStatus: 'undelivered', ErrorCode: '30005' })).toEqual(['gone']);
    expect(await what({ MessageStatus: 'undelivered', ErrorCode: '30003' })).toEqual(['failed']);
    expect(await what({ MessageStatus: 'failed', ErrorCode: '21610' })).toEqual(['stopped']);
    expect(await what({ MessageStatus: 'sent' })).toEqual([]);
  });

  it.each([[{ Body: ' stop ' }, 'stopped'], [{ Body: 'Unsubscribe' }, 'stopped'], [{ Body: 'whatever', OptOutType: 'STOP' }, 'stopped'], [{ Body: 'START' }, 'resumed'], [{ Body: 'arrêt', OptOutType: 'START' }, 'resumed']])('that somebody wrote %o', async (more, what) => {
    expect(await reader.read(signed(inbound(more)), now)).toMatchObject([{ what, address: '+919812345678', eventId: 'SM2:inbound' }]);
  });

  it('of other texts is passed over, whatever letters they are in', async () => {
    expect(await reader.read(signed(inbound({ Body: 'please do not stop & go+on=é 🙂' })), now)).toEqual([]);
  });

  it('is known behind an address with its port, without it, and with a query', async () => {
    const stop = inbound({ Body: 'STOP' });
    for (const at of [url, url.replace('vault.example', 'vault.example:443')]) {
      expect(twilio.validateRequest(token, twilio.getExpectedTwilioSignature(token, at, stop), url, stop)).toBe(true);
      expect(await reader.read(signed(stop, { at }), now)).toHaveLength(1);
    }
    expect(await reader.read({ ...signed(stop, { at: `${url}?a=b` }), url: `${url}?a=b` }, now)).toHaveLength(1);
  });

  it('is refused when it is signed otherwise, for another address, changed, or not signed', async () => {
    const stop = inbound({ Body: 'STOP' });
    const good = signed(stop);
    for (const bad of [
      signed(stop, { by: 'another token' }), signed(stop, { at: `${url}/else` }), { ...good, headers: new Headers() }, { ...good, headers: new Headers({ 'x-twilio-signature': 'AAAA' }) },
      { ...good, body: new TextEncoder().encode(new URLSearchParams({ ...stop, From: '+919999999999' }).toString()) },
    ]) await expect(reader.read(bad, now)).rejects.toMatchObject({ name: 'CallbackRefused' });
  });
});
