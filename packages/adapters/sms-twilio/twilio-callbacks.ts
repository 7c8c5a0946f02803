import { createHmac, timingSafeEqual } from 'node:crypto';
import { CallbackRefused, type Callback, type CallbackReader, type DeliveryEvent } from '@docuvault/core/callbacks.ts';
import { numberGone } from './twilio-sender.ts';

/** Twilio's own keywords, where it does not say by OptOutType which one it took. */
const stopWords = new Set(['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT']);
const startWords = new Set(['START', 'YES', 'UNSTOP']);

/** The address with the port that it implies, and without: Twilio has signed either, by its age. */
const forms = (url: string): string[] => {
  const { protocol, hostname, port, pathname, search } = new URL(url);
  const rest = `${pathname}${search}`;
  const usual = protocol === 'https:' ? '443' : '80';
  return [`${protocol}//${hostname}${port ? `:${port}` : ''}${rest}`, `${protocol}//${hostname}:${port || usual}${rest}`, `${protocol}//${hostname}${rest}`];
};

/** Base64 of HMAC-SHA1 over the address and, sorted by name, each field's name and value. */
const signed = (authToken: string, { url, headers }: Callback, fields: URLSearchParams): boolean => {
  const given = Buffer.from(headers.get('x-twilio-signature') ?? '', 'base64');
  const names = [...new Set(fields.keys())].sort();
  const tail = names.map((name) => [...new Set(fields.getAll(name))].sort().map((value) => `${name}${value}`).join('')).join('');
  return forms(url).some((form) => {
    const expected = createHmac('sha1', authToken).update(`${form}${tail}`, 'utf8').digest();
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
};

const ofStatus = (fields: URLSearchParams): DeliveryEvent['what'] | null => {
  const code = Number(fields.get('ErrorCode') ?? '0');
  switch (fields.get('MessageStatus')) {
    case 'delivered': return 'delivered';
    case 'undelivered': case 'failed': return code === 21610 ? 'stopped' : numberGone.has(code) ? 'gone' : 'failed';
    default: return null;
  }
};

const ofInbound = (fields: URLSearchParams): DeliveryEvent['what'] | null => {
  const word = (fields.get('OptOutType') ?? fields.get('Body') ?? '').trim().toUpperCase();
  return stopWords.has(word) ? 'stopped' : startWords.has(word) ? 'resumed' : null;
};

/**
 * Twilio's callbacks, of a message's state and of what people write back, both signed with the account's token in
 * X-Twilio-Signature. They carry no time, so that a recording is told by the message's id alone: keep those ids.
 */
export const createTwilioCallbacks = (authToken: string | null): CallbackReader => ({
  provider: 'twilio',
  configured: authToken !== null,
  read: (callback) => {
    const fields = new URLSearchParams(new TextDecoder().decode(callback.body));
    if (!signed(authToken!, callback, fields)) return Promise.reject(new CallbackRefused('twilio: not signed by the token'));
    const sid = fields.get('MessageSid') ?? fields.get('SmsSid');
    const status = fields.get('MessageStatus');
    const what = status === null ? ofInbound(fields) : ofStatus(fields);
    if (sid === null || what === null) return Promise.resolve([]);
    return Promise.resolve([{
      eventId: `${sid}:${status ?? 'inbound'}`, channel: 'sms', what, address: fields.get(status === null ? 'From' : 'To'), messageId: status === null ? null : sid, letterId: null,
      detail: fields.get('ErrorCode') ? `Twilio ${fields.get('ErrorCode')}` : null,
    }]);
  },
});
