import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { EventWebhook, EventWebhookHeader } from '@sendgrid/eventwebhook';
import { createSendgridCallbacks } from './sendgrid-callbacks.ts';

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const verificationKey = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
const reader = createSendgridCallbacks(verificationKey);
const now = new Date('2031-05-13T09:00:00Z');

const signed = (events: unknown, { at = now, text = JSON.stringify(events) }: { at?: Date; text?: string } = {}) => {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = sign('sha256', Buffer.from(timestamp + text), privateKey).toString('base64');
  return {
    url: 'https://vault.example/x', body: new TextEncoder().encode(text), text, timestamp, signature,
    headers: new Headers({ [EventWebhookHeader.SIGNATURE()]: signature, [EventWebhookHeader.TIMESTAMP()]: timestamp }),
  };
};
const event = (more: object) => ({ email: 'asha@example.com', sg_event_id: 'ev-1', sg_message_id: 'sg-1.filter0001.16648.5515E0B88.0', id: 'letter-1', timestamp: 1, ...more });

describe('what SendGrid tells', () => {
  it('is taken where SendGrid\'s own validator takes it, and refused where it does not', async () => {
    const official = new EventWebhook();
    const key = official.convertPublicKeyToECDSA(verificationKey);
    const good = signed([event({ event: 'bounce', type: 'bounce', reason: '550 no such user' })]);
    expect(official.verifySignature(key, good.text, good.signature, good.timestamp)).toBe(true);
    expect(await reader.read(good, now)).toEqual([
      { eventId: 'ev-1', channel: 'email', what: 'gone', address: 'asha@example.com', messageId: 'sg-1', letterId: 'letter-1', detail: '550 no such user' },
    ]);
    const changed = good.text.replace('asha', 'ravi');
    expect(official.verifySignature(key, changed, good.signature, good.timestamp)).toBe(false);
    for (const bad of [
      { ...good, body: new TextEncoder().encode(changed) },
      { ...good, headers: new Headers() },
      { ...good, headers: new Headers({ [EventWebhookHeader.SIGNATURE()]: 'bm90IGEgc2lnbmF0dXJl', [EventWebhookHeader.TIMESTAMP()]: good.timestamp }) },
      { ...good, headers: new Headers({ [EventWebhookHeader.SIGNATURE()]: good.signature, [EventWebhookHeader.TIMESTAMP()]: String(Number(good.timestamp) + 1) }) },
      signed([], { at: new Date(now.getTime() - 8 * 24 * 3600_000) }),
      signed(null, { text: 'not json' }),
    ]) await expect(reader.read(bad, now)).rejects.toMatchObject({ name: 'CallbackRefused' });
  });

  it.each([
    [{ event: 'delivered' }, 'delivered'], [{ event: 'deferred' }, 'delayed'], [{ event: 'bounce', type: 'blocked' }, 'failed'], [{ event: 'spamreport' }, 'complained'],
    [{ event: 'unsubscribe' }, 'stopped'], [{ event: 'dropped', reason: 'Bounced Address' }, 'gone'], [{ event: 'dropped', reason: 'Spam Reporting Address' }, 'complained'],
    [{ event: 'dropped', reason: 'Unsubscribed Address' }, 'stopped'], [{ event: 'dropped', reason: 'Recipient List over Package Quota' }, 'failed'], [{ event: 'group_resubscribe' }, 'resumed'],
  ])('%o is %s', async (more, what) => {
    expect(await reader.read(signed([event(more)]), now)).toMatchObject([{ what }]);
  });

  it('of clicks and openings is passed over', async () => {
    expect(await reader.read(signed([event({ event: 'open' }), event({ event: 'click' }), 'text', null].filter((one) => one !== null)), now)).toEqual([]);
  });

  it('does not start with something that is no key', () => {
    expect(() => createSendgridCallbacks('not a key')).toThrow();
  });
});
