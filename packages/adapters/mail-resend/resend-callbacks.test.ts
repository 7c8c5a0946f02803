import { describe, expect, it } from 'vitest';
import { Webhook } from 'svix';
import { createResendCallbacks } from './resend-callbacks.ts';

const secret = `whsec_${Buffer.from('a secret of thirty-two bytes....').toString('base64')}`;
const reader = createResendCallbacks(secret);
/** Signed by Svix's own library, which Resend signs with. */
const signed = (event: unknown, { at = new Date(), by = secret, id = 'msg_1' }: { at?: Date; by?: string; id?: string } = {}) => {
  const text = JSON.stringify(event);
  return {
    url: 'https://vault.example/x', body: new TextEncoder().encode(text),
    headers: new Headers({ 'svix-id': id, 'svix-timestamp': String(Math.floor(at.getTime() / 1000)), 'svix-signature': new Webhook(by).sign(id, at, text) }),
  };
};
const bounced = (type: string) => ({ type: 'email.bounced', data: { email_id: 're_1', to: ['asha@example.com'], bounce: { type, subType: 'General', message: 'no such user' } } });

describe('what Resend tells', () => {
  it('of an address that is gone, once for good and once for now', async () => {
    expect(await reader.read(signed(bounced('Permanent')), new Date())).toEqual([
      { eventId: 'msg_1', channel: 'email', what: 'gone', address: 'asha@example.com', messageId: 're_1', letterId: null, detail: 'no such user' },
    ]);
    expect(await reader.read(signed(bounced('Transient')), new Date())).toMatchObject([{ what: 'failed' }]);
  });

  it.each([['email.delivered', 'delivered'], ['email.delivery_delayed', 'delayed'], ['email.complained', 'complained'], ['email.failed', 'failed']])('%s is %s', async (type, what) => {
    expect(await reader.read(signed({ type, data: { email_id: 're_1', to: ['a@example.com'] } }), new Date())).toMatchObject([{ what, messageId: 're_1' }]);
  });

  it('of things that are no letter\'s is passed over', async () => {
    expect(await reader.read(signed({ type: 'email.opened', data: {} }), new Date())).toEqual([]);
    expect(await reader.read(signed({ type: 'contact.created', data: {} }), new Date())).toEqual([]);
  });

  it('is refused when it is signed otherwise, changed, old, or not signed', async () => {
    const good = signed(bounced('Permanent'));
    const cases = [
      signed(bounced('Permanent'), { by: `whsec_${Buffer.from('another secret of thirty-two byt').toString('base64')}` }),
      signed(bounced('Permanent'), { at: new Date(Date.now() - 10 * 60_000) }),
      signed(bounced('Permanent'), { at: new Date(Date.now() + 10 * 60_000) }),
      { ...good, body: new TextEncoder().encode(JSON.stringify(bounced('Transient'))) },
      { ...good, headers: new Headers() },
      { ...good, headers: new Headers({ ...Object.fromEntries(good.headers), 'svix-id': 'msg_2' }) },
    ];
    for (const one of cases) await expect(reader.read(one, new Date())).rejects.toMatchObject({ name: 'CallbackRefused' });
  });
});
