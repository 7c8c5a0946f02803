import sql from 'sql-template-tag';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { failOver, type Mailer } from '@docuvault/core/mailer.ts';
import { pacedMailer, pacedTexts, type Rate } from '@docuvault/core/pace.ts';
import { SendFailure } from '@docuvault/core/sending.ts';
import { createPerson } from '@docuvault/testing/database.ts';
import { callerOf, createMovableClock, openTestVault, type TestVault } from '@docuvault/testing/vault.ts';
import { createProviderPace } from './provider-pace.ts';
import { reminderEngineRoom } from './reminder-engine.routes.ts';
import { runReminders } from './run-reminders.ts';
import { sendOutbox, type Channels } from './send-outbox.ts';

let vault: TestVault;
beforeAll(async () => {
  vault = await openTestVault();
});
beforeEach(() => vault.db.asService('test', (tx) => tx.query(sql`delete from private.provider_turns`)));

const oneASecond: Rate = { count: 1, perMs: 1_000, burst: 1 };
const text = { id: '1', to: '+919812345678', text: 'x' };

describe('the turns of providers', () => {
  it('are one order for two processes: no second sees more than the rate', async () => {
    const clock = createMovableClock();
    const [start, sentAt] = [clock.now().getTime(), [] as number[]];
    const sender = { provider: 'twilio', send: () => Promise.resolve({ provider: 'twilio', messageId: null }) };
    // Each process waits by itself; the time that it would have come to is what counts.
    const process = () => pacedTexts(sender, createProviderPace(vault.db, clock), oneASecond, (ms) => { sentAt.push(clock.now().getTime() - start + ms); return Promise.resolve(); });
    const [one, other] = [process(), process()];
    await one.send(text);
    await Promise.all([one.send(text), other.send(text), one.send(text), other.send(text)]);
    expect(sentAt.sort((a, b) => a - b)).toEqual([1_000, 2_000, 3_000, 4_000]);
    clock.advance(10_000);
    await other.send(text);
    expect(sentAt).toHaveLength(4);
  });

  it('let a burst through and no more', async () => {
    const clock = createMovableClock();
    const pace = createProviderPace(vault.db, clock);
    const waits: number[] = [];
    for (let n = 0; n < 5; n++) waits.push((await pace.turn('sendgrid', { count: 3, perMs: 1_000, burst: 3 }, 5_000)).waitMs);
    expect(waits.map((ms) => Math.round(ms))).toEqual([0, 0, 0, 333, 667]);
  });

  it('stop for all when the provider says later, and go on after that', async () => {
    const clock = createMovableClock();
    const busy: Mailer = { provider: 'resend', send: () => Promise.reject(new SendFailure('429', { retryAfterMs: 60_000 })) };
    const fine: Mailer = { provider: 'resend', send: () => Promise.resolve({ provider: 'resend', messageId: '1' }) };
    const paced = (mailer: Mailer) => pacedMailer(mailer, createProviderPace(vault.db, clock), oneASecond, () => Promise.resolve());
    const mail = { to: 'a@example.com', subject: 's', text: 't' };
    await expect(paced(busy).send(mail)).rejects.toMatchObject({ message: '429', tried: true });
    await expect(paced(fine).send(mail)).rejects.toMatchObject({ tried: false, permanent: false, retryAfterMs: 60_000 });
    const second: Mailer = { provider: 'smtp', send: () => Promise.resolve({ provider: 'smtp', messageId: null }) };
    expect(await failOver([paced(fine), second]).send(mail)).toMatchObject({ provider: 'smtp' });
    clock.advance(60_000);
    expect(await paced(fine).send(mail)).toMatchObject({ provider: 'resend' });
  });

  it('that are far off cost a letter no attempt', async () => {
    const actor = await createPerson(vault.db);
    const call = callerOf(reminderEngineRoom({ ...vault, publicUrl: null, siteUrl: null, channels: { mail: null, text: null, push: [] }, callbacks: [], vapidPublicKey: null }), actor);
    const send = (method: string, path: string, body: unknown) => call(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    await send('PUT', '/preferences', { quietHours: null });
    await send('POST', '/', { title: 'Rent', dueOn: '2031-05-13', leadDays: [0] });
    const at = new Date('2031-05-13T12:00:00Z');
    await runReminders(vault, at);
    const pace = createProviderPace(vault.db, { now: () => at });
    await pace.pause('smtp', oneASecond, 120_000);
    const mail = pacedMailer({ provider: 'smtp', send: () => Promise.resolve({ provider: 'smtp', messageId: null }) }, pace, oneASecond, () => Promise.resolve());
    const channels: Channels = { mail, text: null, push: [] };
    const addresses = { site: null, functions: 'https://vault.example/functions/v1' };
    expect(await sendOutbox(vault, channels, addresses, at)).toEqual({ sent: 0, failed: 0 });
    const [letter] = await vault.db.asService('test', (tx) => tx.query<{ attempts: number; status: string; next_at: Date }>(sql`select attempts, status, next_at from private.outbox`));
    expect(letter).toEqual({ attempts: 0, status: 'queued', next_at: new Date(at.getTime() + 120_000) });
  });
});
