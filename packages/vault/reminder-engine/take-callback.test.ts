import { generateKeyPairSync, sign } from 'node:crypto';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import twilio from 'twilio';
import { createResendCallbacks } from '@docuvault/mail-resend/resend-callbacks.ts';
import { createSendgridCallbacks } from '@docuvault/mail-sendgrid/sendgrid-callbacks.ts';
import { createSendgridMailer } from '@docuvault/mail-sendgrid/sendgrid-mailer.ts';
import { createSmtpMailer } from '@docuvault/mail-smtp/smtp-mailer.ts';
import { createTwilioCallbacks } from '@docuvault/sms-twilio/twilio-callbacks.ts';
import { createTwilioSender } from '@docuvault/sms-twilio/twilio-sender.ts';
import { createPerson } from '@docuvault/testing/database.ts';
import { startHttpProvider, type HttpProvider } from '@docuvault/testing/http-provider.ts';
import { startMailServer, type MailServer } from '@docuvault/testing/smtp.ts';
import { callerOf, openTestVault, type TestVault } from '@docuvault/testing/vault.ts';
import { reminderEngineRoom } from './reminder-engine.routes.ts';
import { runReminders } from './run-reminders.ts';
import { sendOutbox, type Channels } from './send-outbox.ts';

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const token = 'a token';
const callbackUrl = 'https://vault.example/callbacks/twilio';
const phone = '+919812345678';
const addresses = { site: 'https://vault.example', functions: 'https://vault.example/functions/v1' };
let vault: TestVault;
let mails: MailServer;
let api: HttpProvider;

const room = (configured = true) => reminderEngineRoom({
  ...vault, publicUrl: 'https://vault.example', siteUrl: null, channels: { mail: null, text: null, push: [] }, vapidPublicKey: null,
  callbacks: [createResendCallbacks(null), createSendgridCallbacks(configured ? publicKey.export({ format: 'der', type: 'spki' }).toString('base64') : null), createTwilioCallbacks(configured ? token : null)],
});
const outside = (configured = true) => callerOf(room(configured), { role: 'anon' });
const bySendgrid = (): Channels => ({ mail: createSendgridMailer({ apiKey: 'SG.key', from: 'vault@example.org', baseUrl: api.url }), text: null, push: [] });
const byTwilio = (): Channels => ({ mail: null, text: createTwilioSender({ accountSid: 'AC1', authToken: token, from: '+15005550006', apiUrl: api.url }), push: [] });

const sendgrid = (events: object[], more: { headers?: Record<string, string> } = {}) => {
  const body = JSON.stringify(events);
  const timestamp = String(Math.floor(vault.clock.now().getTime() / 1000));
  const signature = sign('sha256', Buffer.from(timestamp + body), privateKey).toString('base64');
  return outside()('/callbacks/sendgrid', { method: 'POST', body, headers: { 'x-twilio-email-event-webhook-signature': signature, 'x-twilio-email-event-webhook-timestamp': timestamp, ...more.headers } });
};
const text = (fields: Record<string, string>, by = token) =>
  outside()('/callbacks/twilio', { method: 'POST', body: new URLSearchParams(fields), headers: { 'x-twilio-signature': twilio.getExpectedTwilioSignature(by, callbackUrl, fields) } });

/** Somebody whose reminder is due at the morning of a day. */
const person = async (preferences: Record<string, unknown> = {}) => {
  const actor = await createPerson(vault.db);
  const call = callerOf(room(), actor);
  const send = (method: string, path: string, body?: unknown) => call(path, { method, ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) });
  await send('PUT', '/preferences', { quietHours: null, ...preferences });
  const remind = async (day: string) => {
    await send('POST', '/', { title: `Due ${day}`, dueOn: day, leadDays: [0] });
    await runReminders(vault, new Date(`${day}T12:00:00Z`));
  };
  const json = async <T>(path: string) => (await (await call(path)).json()) as T;
  return { actor, call, send, remind, unreachable: async () => (await json<{ unreachable: { channel: string; reason: string }[] }>('/preferences')).unreachable,
    inbox: async () => (await json<{ items: { kind: string; title: string; body: string }[] }>('/notifications')).items };
};
const sendAt = (channels: Channels, day: string) => sendOutbox(vault, channels, addresses, new Date(`${day}T13:00:00Z`));
const letters = () => vault.db.asService('test', (tx) => tx.query<{ id: string; status: string; delivery: string | null; last_error: string | null }>(sql`select id, status, delivery, last_error from private.outbox order by created_at, next_at`));

beforeAll(async () => {
  vault = await openTestVault();
  mails = await startMailServer();
  let n = 0;
  api = await startHttpProvider(({ path }) => path.includes('Messages') ? { status: 201, body: { sid: `SM${++n}` } } : { status: 202, headers: { 'x-message-id': `sg-${++n}` } });
});
beforeEach(async () => {
  mails.refuse = null;
  mails.mails.length = 0;
  await vault.db.asService('test', async (tx) => {
    await tx.query(sql`delete from public.reminders`);
    await tx.query(sql`delete from public.notifications`);
    await tx.query(sql`delete from private.suppressed_addresses`);
  });
});
afterAll(async () => {
  await mails.stop();
  await api.stop();
});

describe('a mail that comes back', () => {
  it('marks the letter, stops mails to the address, tells its person once, and once more changes nothing', async () => {
    const asha = await person();
    await asha.remind('2031-05-13');
    expect(await sendAt(bySendgrid(), '2031-05-13')).toEqual({ sent: 1, failed: 0 });
    const [letter] = await letters();
    const bounce = [{ event: 'bounce', type: 'bounce', email: asha.actor.email, sg_event_id: 'ev-bounce', id: letter!.id, reason: '550 no such user' }];
    for (let times = 0; times < 3; times++) expect((await sendgrid(bounce)).status).toBe(200);
    expect((await letters())[0]).toMatchObject({ status: 'sent', delivery: 'gone' });
    expect(await asha.unreachable()).toMatchObject([{ channel: 'email', reason: 'gone' }]);
    expect((await asha.inbox()).filter(({ kind }) => kind === 'channel.gone')).toHaveLength(1);
    await asha.remind('2031-06-13');
    expect(await sendAt(bySendgrid(), '2031-06-13')).toEqual({ sent: 0, failed: 0 });
    expect((await asha.inbox()).map(({ title }) => title)).toContain('Due 2031-06-13');
  });

  it('stops those that wait in the outbox already, and its person frees the address when it works again', async () => {
    const asha = await person();
    await asha.remind('2031-05-13');
    await sendOutbox(vault, { ...bySendgrid(), mail: { provider: 'down', send: () => Promise.reject(new Error('down')) } }, addresses, new Date('2031-05-13T12:30:00Z'));
    await sendgrid([{ event: 'spamreport', email: asha.actor.email, sg_event_id: 'ev-spam' }]);
    expect(await sendAt(bySendgrid(), '2031-05-13')).toEqual({ sent: 0, failed: 0 });
    expect((await letters())[0]).toMatchObject({ status: 'dropped', last_error: 'the address is complained' });
    expect((await asha.send('DELETE', '/preferences/unreachable/email')).status).toBe(200);
    expect((await asha.send('DELETE', '/preferences/unreachable/email')).status).toBe(404);
    await asha.remind('2031-06-13');
    expect(await sendAt(bySendgrid(), '2031-06-13')).toEqual({ sent: 1, failed: 0 });
  });

  it('in whatever order it is told ends the same', async () => {
    const asha = await person();
    await asha.remind('2031-05-13');
    await sendAt(bySendgrid(), '2031-05-13');
    const { id } = (await letters())[0]!;
    const told = (event: string, n: number) => ({ event, sg_event_id: `ev-order-${n}`, id });
    await sendgrid([told('delivered', 1), told('deferred', 2)]);
    expect((await letters())[0]!.delivery).toBe('delivered');
    await sendgrid([told('bounce', 3), told('delivered', 4)]);
    expect((await letters())[0]!.delivery).toBe('gone');
  });

  it('at once, by a mail server that knows no such mailbox, stops mails; one that dislikes the mail does not', async () => {
    const byMail: Channels = { mail: createSmtpMailer(mails.url, 'vault@example.org'), text: null, push: [] };
    const [asha, ravi] = [await person(), await person()];
    mails.refuse = { code: 550, times: 1 };
    await asha.remind('2031-05-13');
    expect(await sendAt(byMail, '2031-05-13')).toEqual({ sent: 0, failed: 1 });
    expect(await asha.unreachable()).toMatchObject([{ channel: 'email', reason: 'gone' }]);
    mails.refuse = { code: 554, times: 1 };
    await ravi.remind('2031-05-14');
    expect(await sendAt(byMail, '2031-05-14')).toEqual({ sent: 0, failed: 1 });
    expect(await ravi.unreachable()).toEqual([]);
  });
});

describe('a text that is answered', () => {
  const stop = (sid: string) => ({ MessageSid: sid, From: phone, To: '+15005550006', Body: 'STOP' });

  it('by STOP is the last one until START; a recording of STOP changes nothing after that', async () => {
    const asha = await person({ channels: ['sms'], phone });
    await asha.remind('2031-05-13');
    expect(await sendAt(byTwilio(), '2031-05-13')).toEqual({ sent: 1, failed: 0 });
    const answer = await text(stop('SMa'));
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([200, 'text/xml; charset=utf-8', '<?xml version="1.0" encoding="UTF-8"?><Response/>']);
    expect(await asha.unreachable()).toMatchObject([{ channel: 'sms', reason: 'stopped' }]);
    expect((await asha.send('DELETE', '/preferences/unreachable/sms')).status).toBe(422);
    await asha.remind('2031-06-13');
    expect(await sendAt(byTwilio(), '2031-06-13')).toEqual({ sent: 0, failed: 0 });
    await text({ ...stop('SMb'), Body: 'Start' });
    await text(stop('SMa'));
    expect(await asha.unreachable()).toEqual([]);
    expect((await asha.inbox()).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['channel.stopped', 'channel.resumed']));
    await asha.remind('2031-07-13');
    expect(await sendAt(byTwilio(), '2031-07-13')).toEqual({ sent: 1, failed: 0 });
  });

  it('tells what became of it', async () => {
    await (await person({ channels: ['sms'], phone })).remind('2031-05-13');
    await sendAt(byTwilio(), '2031-05-13');
    const [{ sid }] = await vault.db.asService('test', (tx) => tx.query<{ sid: string }>(sql`select provider_message_id as sid from private.outbox`)) as [{ sid: string }];
    await text({ MessageSid: sid, MessageStatus: 'delivered', To: phone, From: '+15005550006' });
    expect((await letters())[0]!.delivery).toBe('delivered');
  });

  it('by somebody who is not of this vault, or by a number that was stopped before it was given, is heeded too', async () => {
    await text({ ...stop('SMc'), From: '+919800000001' });
    const asha = await person({ channels: ['sms'], phone: '+919800000001' });
    expect(await asha.unreachable()).toMatchObject([{ reason: 'stopped' }]);
  });
});

describe('callbacks that are not the provider\'s', () => {
  it('are refused, and nothing is changed', async () => {
    const asha = await person({ channels: ['sms'], phone });
    const bounce = [{ event: 'bounce', email: asha.actor.email, sg_event_id: 'ev-forged' }];
    const forged = await sendgrid(bounce, { headers: { 'x-twilio-email-event-webhook-timestamp': '1' } });
    expect([forged.status, ((await forged.json()) as { error: { code: string } }).error.code]).toEqual([401, 'callback.bad_signature']);
    expect((await text({ MessageSid: 'SMd', From: phone, Body: 'STOP' }, 'another token')).status).toBe(401);
    expect((await outside()('/callbacks/twilio', { method: 'POST' })).status).toBe(401);
    expect(await asha.unreachable()).toEqual([]);
    // The same event, signed, is taken after all: the forgery has not used its name up.
    await sendgrid(bounce);
    expect(await asha.unreachable()).toMatchObject([{ reason: 'gone' }]);
  });

  it('have nobody to go to where the secret is not set, or where there is no such provider', async () => {
    for (const provider of ['resend', 'sendgrid', 'twilio']) expect((await outside(false)(`/callbacks/${provider}`, { method: 'POST', body: '{}' })).status).toBe(503);
    expect((await outside()('/callbacks/postmark', { method: 'POST', body: '{}' })).status).toBe(404);
  });

  it('do not show one person what is known of another\'s address', async () => {
    const asha = await person();
    await sendgrid([{ event: 'bounce', email: asha.actor.email, sg_event_id: 'ev-private' }]);
    const ravi = await person();
    expect(await ravi.unreachable()).toEqual([]);
    expect((await ravi.send('DELETE', '/preferences/unreachable/email')).status).toBe(404);
    expect(await asha.unreachable()).toHaveLength(1);
  });
});
