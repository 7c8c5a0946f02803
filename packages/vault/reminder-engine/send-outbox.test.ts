import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { failOver, type Mailer } from '@docuvault/core/mailer.ts';
import { SendFailure, type PushMessage, type PushTarget } from '@docuvault/core/sending.ts';
import { createSmtpMailer } from '@docuvault/mail-smtp/smtp-mailer.ts';
import { createPerson } from '@docuvault/testing/database.ts';
import { startMailServer, type MailServer } from '@docuvault/testing/smtp.ts';
import { callerOf, openTestVault, type TestVault } from '@docuvault/testing/vault.ts';
import { reminderEngineRoom } from './reminder-engine.routes.ts';
import { runReminders } from './run-reminders.ts';
import { sendOutbox, type Channels } from './send-outbox.ts';

let vault: TestVault;
let server: MailServer;
const addresses = { site: 'https://vault.example', functions: 'https://vault.example/functions/v1' };
const nothing: Channels = { mail: null, text: null, push: [] };
const byMail = (): Channels => ({ ...nothing, mail: createSmtpMailer(server.url, 'vault@example.org') });
const room = (channels: Channels) => reminderEngineRoom({ ...vault, publicUrl: 'https://vault.example', siteUrl: null, channels, callbacks: [], vapidPublicKey: 'key' });

/** Somebody with a reminder that is due at the morning of 13 May 2031, the inbox told. */
const reminded = async (preferences: Record<string, unknown> = {}) => {
  const actor = await createPerson(vault.db);
  const call = callerOf(room(nothing), actor);
  const send = (method: string, path: string, body: unknown) => call(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  await send('PUT', '/preferences', preferences);
  await send('POST', '/', { title: 'Insurance & <b>more</b>', dueOn: '2031-05-20', leadDays: [7] });
  await runReminders(vault, new Date('2031-05-13T00:00:00Z'));
  return { actor, send };
};
const outbox = () => vault.db.asService('test', (tx) => tx.query<{ channel: string; status: string; attempts: number; last_error: string | null }>(sql`select channel, status, attempts, last_error from private.outbox order by created_at`));
const at = (time: string) => new Date(`2031-05-13T${time}Z`);

beforeAll(async () => {
  vault = await openTestVault();
  server = await startMailServer();
});
beforeEach(async () => {
  server.mails.length = 0;
  server.refuse = null;
  await vault.db.asService('test', async (tx) => {
    await tx.query(sql`delete from public.reminders`);
    await tx.query(sql`delete from public.notifications`);
  });
});
afterAll(() => server.stop());

describe('letters', () => {
  it('wait for the morning, go once, and say how to get no more of them', async () => {
    const { actor } = await reminded();
    expect(await sendOutbox(vault, byMail(), addresses, at('03:00:00'))).toEqual({ sent: 0, failed: 0 });
    expect(await sendOutbox(vault, byMail(), addresses, at('09:00:00'))).toEqual({ sent: 1, failed: 0 });
    expect(await sendOutbox(vault, byMail(), addresses, at('09:00:01'))).toEqual({ sent: 0, failed: 0 });
    const [mail] = server.mails;
    expect(mail).toMatchObject({ subject: 'Insurance & <b>more</b>', to: { text: actor.email } });
    expect(mail!.text).toContain('The day is 20 May 2031, in 7 days.');
    expect(mail!.text).toContain('Open the vault: https://vault.example/reminders\n');
    expect(mail!.html).toContain('Insurance &#38; &#60;b&#62;more');
    expect(mail!.headers.get('list')).toMatchObject({ 'unsubscribe-post': { name: 'List-Unsubscribe=One-Click' } });
  });

  it('stop when their person says so by the link, which asks before it acts', async () => {
    const { actor, send } = await reminded();
    await sendOutbox(vault, byMail(), addresses, at('09:00:00'));
    const link = /https:\/\/vault\.example\/functions\/v1\/reminder-engine(\/unsubscribe\/[\w-]+)/.exec(server.mails[0]!.text!)![1]!;
    const anybody = callerOf(room(nothing), { role: 'anon' });
    expect(await (await anybody(link)).text()).toContain('<form method="post">');
    const channels = async () => ((await (await callerOf(room(nothing), actor)('/preferences')).json()) as { channels: string[] }).channels;
    expect(await channels()).toContain('email');
    expect((await anybody(link, { method: 'POST' })).status).toBe(200);
    expect(await channels()).toEqual(['in_app', 'push']);
    await send('POST', '/', { title: 'Next', dueOn: '2031-06-20', leadDays: [7] });
    await runReminders(vault, new Date('2031-06-13T00:00:00Z'));
    expect(await sendOutbox(vault, byMail(), addresses, new Date('2031-06-13T12:00:00Z'))).toEqual({ sent: 0, failed: 0 });
  });

  it('are tried again when the server says not now, and given up when it says never', async () => {
    await reminded();
    server.refuse = { code: 451, times: 1 };
    expect(await sendOutbox(vault, byMail(), addresses, at('09:00:00'))).toEqual({ sent: 0, failed: 1 });
    expect(await sendOutbox(vault, byMail(), addresses, at('09:00:10'))).toEqual({ sent: 0, failed: 0 });
    expect(await sendOutbox(vault, byMail(), addresses, at('09:00:31'))).toEqual({ sent: 1, failed: 0 });
    await reminded();
    server.refuse = { code: 550, times: 9 };
    await sendOutbox(vault, byMail(), addresses, at('10:00:00'));
    expect((await outbox()).at(-1)).toMatchObject({ status: 'failed', attempts: 1, last_error: 'smtp: 550' });
    expect(await sendOutbox(vault, byMail(), addresses, at('20:00:00'))).toEqual({ sent: 0, failed: 0 });
  });

  it('go by the next provider when the first is down', async () => {
    await reminded();
    const down: Mailer = { provider: 'down', send: () => Promise.reject(new SendFailure('down')) };
    const channels = { ...nothing, mail: failOver([down, createSmtpMailer(server.url, 'vault@example.org')]) };
    expect(await sendOutbox(vault, channels, addresses, at('09:00:00'))).toEqual({ sent: 1, failed: 0 });
  });

  it('are sent once by two senders at a time, and taken up with the same id when a sender dies at it', async () => {
    await reminded();
    const both = await Promise.all([sendOutbox(vault, byMail(), addresses, at('09:00:00')), sendOutbox(vault, byMail(), addresses, at('09:00:00'))]);
    expect(both[0].sent + both[1].sent).toBe(1);
    const [before] = server.mails;
    await vault.db.asService('test: the record of the sending is lost', (tx) => tx.query(sql`update private.outbox set status = 'sending', lease_until = ${at('09:02:00')}, sent_at = null`));
    expect(await sendOutbox(vault, byMail(), addresses, at('09:01:00'))).toEqual({ sent: 0, failed: 0 });
    expect(await sendOutbox(vault, byMail(), addresses, at('09:02:01'))).toEqual({ sent: 1, failed: 0 });
    expect(server.mails[1]!.messageId).toBe(before!.messageId);
  });

  it('go by no channel that its person does not want, or that does not reach them', async () => {
    await reminded({ channels: ['in_app'] });
    const texts: string[] = [];
    const channels: Channels = { ...byMail(), text: { provider: 'test', send: ({ to }) => { texts.push(to); return Promise.resolve({ provider: 'test', messageId: null }); } } };
    expect(await sendOutbox(vault, channels, addresses, at('09:00:00'))).toEqual({ sent: 0, failed: 0 });
    await reminded({ channels: ['sms'], phone: '+919812345678' });
    expect(await sendOutbox(vault, channels, addresses, at('09:00:00'))).toEqual({ sent: 1, failed: 0 });
    expect([texts, server.mails]).toEqual([['+919812345678'], []]);
  });

  it('that lie from before a provider was there are not sent after', async () => {
    await reminded();
    await sendOutbox(vault, nothing, addresses, at('09:00:00'));
    expect(await sendOutbox(vault, byMail(), addresses, at('10:00:00'))).toEqual({ sent: 0, failed: 0 });
  });
});

describe('pushes', () => {
  const keys = { p256dh: `B${'a'.repeat(86)}`, auth: 'c'.repeat(22) };
  const pushing = (answer: (target: PushTarget, message: PushMessage) => Promise<{ provider: string; messageId: null }>): Channels => ({ ...nothing, push: [{ provider: 'test', kind: 'web', send: answer }] });

  it('reach every browser of their person, and forget those that are gone', async () => {
    const actor = await createPerson(vault.db);
    const call = callerOf(room(nothing), actor);
    const send = (path: string, body: unknown) => call(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    for (const name of ['laptop', 'phone', 'gone']) expect((await send('/push-subscriptions', { endpoint: `https://push.example.org/${name}`, keys })).status).toBe(201);
    await send('/push-subscriptions', { endpoint: 'https://push.example.org/phone', keys });
    await send('/', { title: 'Passport', dueOn: '2031-05-20', leadDays: [7] });
    await runReminders(vault, new Date('2031-05-13T00:00:00Z'));
    const reached: string[] = [];
    const channels = pushing((target) => {
      const endpoint = target.kind === 'web' ? target.endpoint : '';
      if (endpoint.endsWith('gone')) return Promise.reject(new SendFailure('410', { permanent: true }));
      reached.push(endpoint);
      return Promise.resolve({ provider: 'test', messageId: null });
    });
    expect(await sendOutbox(vault, channels, addresses, at('09:00:00'))).toEqual({ sent: 1, failed: 0 });
    expect(reached.sort()).toEqual(['https://push.example.org/laptop', 'https://push.example.org/phone']);
    const left = await vault.db.asUser(actor, (tx) => tx.query(sql`select 1 from public.push_subscriptions`));
    expect(left).toHaveLength(2);
  });

  it.each(['http://push.example.org/x', 'https://127.0.0.1/x', 'https://[::1]/x', 'https://localhost/x', 'https://printer.local/x', 'https://push.example.org:8443/x', 'https://10.0.0.1/x', 'file:///etc/passwd', 'not a url at all'])('are not sent to %s', async (endpoint) => {
    const call = callerOf(room(nothing), await createPerson(vault.db));
    expect((await call('/push-subscriptions', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ endpoint, keys }) })).status).toBe(400);
  });
});
