import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { brief, CallbackRefused, type CallbackReader, type DeliveryEvent } from '@docuvault/core/callbacks.ts';

type Event = { event?: string; email?: string; sg_event_id?: string; sg_message_id?: string; id?: string; reason?: string; response?: string; type?: string };

/** SendGrid tries an event again for a day; what is older by days is a recording. */
const oldestMs = 3 * 24 * 3600_000;

const dropped = (reason: string): DeliveryEvent['what'] =>
  /bounced|invalid/i.test(reason) ? 'gone' : /spam/i.test(reason) ? 'complained' : /unsubscribed/i.test(reason) ? 'stopped' : 'failed';

const whatOf = (event: Event): DeliveryEvent['what'] | null => {
  switch (event.event) {
    case 'delivered': return 'delivered';
    case 'deferred': return 'delayed';
    // A block is the server's mood (reputation, content), a bounce the address's end.
    case 'bounce': return event.type === 'blocked' ? 'failed' : 'gone';
    case 'dropped': return dropped(event.reason ?? '');
    case 'spamreport': return 'complained';
    case 'unsubscribe': case 'group_unsubscribe': return 'stopped';
    case 'group_resubscribe': return 'resumed';
    default: return null;
  }
};

const toEvents = (list: unknown): DeliveryEvent[] =>
  (Array.isArray(list) ? (list as Event[]) : []).flatMap((event) => {
    const what = whatOf(event);
    if (what === null || typeof event.sg_event_id !== 'string') return [];
    // The id of the API's answer is the part before the first dot; what follows names the machine.
    return [{
      eventId: event.sg_event_id, channel: 'email', what, address: event.email ?? null, messageId: event.sg_message_id?.split('.')[0] ?? null, letterId: event.id ?? null,
      detail: brief(event.reason ?? event.response),
    }];
  });

/** A key as SendGrid's settings show it: base64 of its DER form. */
const keyOf = (base64: string): KeyObject => createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });

/**
 * SendGrid's signed event webhook: ECDSA (P-256, SHA-256) over time and body, in X-Twilio-Email-Event-Webhook-Signature
 * and …-Timestamp. `publicKey` is the verification key of its settings. Throws when that is not a key.
 */
export const createSendgridCallbacks = (publicKey: string | null): CallbackReader => {
  const key = publicKey === null ? null : keyOf(publicKey);
  return {
    provider: 'sendgrid',
    configured: key !== null,
    read: ({ headers, body }, now) => {
      const timestamp = headers.get('x-twilio-email-event-webhook-timestamp') ?? '';
      const signature = Buffer.from(headers.get('x-twilio-email-event-webhook-signature') ?? '', 'base64');
      const signed = signature.length > 0 && verify('sha256', Buffer.concat([Buffer.from(timestamp), body]), key!, signature);
      if (!signed || Math.abs(now.getTime() - Number(timestamp) * 1000) > oldestMs) return Promise.reject(new CallbackRefused('sendgrid: not signed by the key, or too old'));
      try {
        return Promise.resolve(toEvents(JSON.parse(new TextDecoder().decode(body))));
      } catch {
        return Promise.reject(new CallbackRefused('sendgrid: not JSON'));
      }
    },
  };
};
