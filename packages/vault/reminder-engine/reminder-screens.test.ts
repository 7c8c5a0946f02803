import ICAL from 'ical.js';
import sql from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, it } from 'vitest';
import { SendFailure, type PushMessage, type PushSender } from '@docuvault/core/sending.ts';
import { createPerson } from '@docuvault/testing/database.ts';
import { callerOf, openTestVault, type Caller, type TestVault } from '@docuvault/testing/vault.ts';
import { reminderEngineRoom } from './reminder-engine.routes.ts';
import { runReminders } from './run-reminders.ts';

type Body = Record<string, unknown> & { id: string; items: { id: string; on: string; reminder: { title: string } }[] };
let vault: TestVault;
const pushed: PushMessage[] = [];
const pusher: PushSender = {
  provider: 'test', kind: 'web',
  send: (target, message) => {
    if (target.kind === 'web' && target.endpoint.endsWith('gone')) return Promise.reject(new SendFailure('gone', { permanent: true }));
    pushed.push(message);
    return Promise.resolve({ provider: 'test', messageId: null });
  },
};
const room = () => reminderEngineRoom({ ...vault, publicUrl: 'https://vault.example', siteUrl: null, channels: { mail: null, text: null, push: [pusher] }, callbacks: [], vapidPublicKey: 'key' });
const person = async () => {
  const actor = await createPerson(vault.db);
  const call = callerOf(room(), actor);
  return { actor, send: (method: string, path: string, body?: unknown) => send(call, method, path, body) };
};
const send = async (call: Caller, method: string, path: string, body?: unknown) => {
  const response = await call(path, { method, ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) });
  const text = await response.text();
  return { status: response.status, body: (text ? JSON.parse(text) : null) as Body };
};
const family = async (...people: string[]) => {
  const id = uuidv7();
  await vault.db.asService('test', async (tx) => {
    await tx.query(sql`insert into public.family_vaults (id, name) values (${id}, 'Raos')`);
    for (const [index, userId] of people.entries()) await tx.query(sql`insert into public.family_members (vault_id, user_id, role) values (${id}, ${userId}, ${index === 0 ? 'owner' : 'member'})`);
  });
};

beforeAll(async () => {
  vault = await openTestVault();
});

describe('a reminder with a time of day', () => {
  it('speaks at that time where its person lives, and has it in the calendar', async () => {
    const { send } = await person();
    await send('PUT', '/preferences', { timeZone: 'Asia/Kolkata' });
    const made = await send('POST', '/', { title: 'Call the insurer', dueOn: '2031-05-20', dueTime: '18:30', person: 'Asha', leadDays: [0] });
    expect(made.body).toMatchObject({ dueTime: '18:30', person: 'Asha', reason: null, escalateTo: null });
    expect(await runReminders(vault, new Date('2031-05-20T12:59:59Z'))).toMatchObject({ told: 0 });
    expect(await runReminders(vault, new Date('2031-05-20T13:00:00Z'))).toMatchObject({ told: 1 });
    expect((await send('GET', '/notifications?kind=reminder.due')).body.items[0]).toMatchObject({ body: 'The day is 20 May 2031, 18:30, today.' });
    expect((await send('GET', '/notifications?kind=reminder.renewal')).body.items).toEqual([]);
    const next = await send('POST', '/', { title: 'Next', dueOn: new Date(vault.clock.now().getTime() + 9 * 86_400_000).toISOString().slice(0, 10), dueTime: '18:30' });
    const { url } = (await send('GET', '/calendar')).body as unknown as { url: string };
    const feed = await (await callerOf(room(), { role: 'anon' })(url.slice(url.indexOf('/calendar/')))).text();
    const events = new ICAL.Component(ICAL.parse(feed) as [string, unknown[], unknown[]]).getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
    expect(events.find(({ uid }) => uid.startsWith(next.body.id))?.startDate.toJSDate().toISOString()).toMatch(/T13:00:00.000Z$/);
    expect((await send('POST', '/', { title: 'x', dueOn: '2031-01-01', dueTime: '24:00' })).status).toBe(400);
  });
});

describe('what was done to a reminder', () => {
  it('is taken back: completed, put off, or the occurrence of one that recurs', async () => {
    const { send } = await person();
    const once = (await send('POST', '/', { title: 'Once', dueOn: '2034-03-01' })).body;
    const monthly = (await send('POST', '/', { title: 'Rent', dueOn: '2034-03-31', recurrence: 'FREQ=MONTHLY' })).body;
    await send('POST', `/${once.id}/complete`);
    expect((await send('GET', '?status=open')).body.items.map(({ id }) => id)).toEqual([monthly.id]);
    expect((await send('POST', `/${once.id}/reopen`)).body).toMatchObject({ status: 'active', completedAt: null, dueOn: '2034-03-01' });
    await send('POST', `/${once.id}/snooze`, { until: '2033-01-01' });
    expect((await send('POST', `/${once.id}/reopen`)).body).toMatchObject({ status: 'active', snoozedUntil: null });
    expect((await send('POST', `/${monthly.id}/complete`)).body).toMatchObject({ dueOn: '2034-04-30' });
    for (const again of [1, 2]) expect((await send('POST', `/${monthly.id}/reopen`)).body, `time ${again}`).toMatchObject({ dueOn: '2034-03-31', recurrence: 'FREQ=MONTHLY' });
    const other = await person();
    expect((await other.send('POST', `/${once.id}/reopen`)).status).toBe(404);
  });
});

describe('the days of a month', () => {
  it('show what recurs on each of its days to come, to its person alone', async () => {
    const { send } = await person();
    await send('POST', '/', { title: 'Bins', dueOn: '2035-02-05', recurrence: 'FREQ=WEEKLY' });
    const done = await send('POST', '/', { title: 'Done', dueOn: '2035-02-06' });
    await send('POST', `/${done.body.id}/complete`);
    expect((await send('GET', '/days?from=2035-02-01&until=2035-02-28')).body.items.map(({ on, reminder }) => `${on} ${reminder.title}`))
      .toEqual(['2035-02-05 Bins', '2035-02-06 Done', '2035-02-12 Bins', '2035-02-19 Bins', '2035-02-26 Bins']);
    expect((await (await person()).send('GET', '/days?from=2035-02-01&until=2035-02-28')).body.items).toEqual([]);
    for (const bad of ['from=2035-02-01&until=2035-01-01', 'from=2035-01-01&until=2037-01-01', 'from=2035-01-01']) expect((await send('GET', `/days?${bad}`)).status, bad).toBe(400);
  });
});

describe('escalation of one reminder', () => {
  it('goes to the one it names, who has to be of the family', async () => {
    const [asha, ravi, stranger] = [await person(), await person(), await person()];
    await family(asha.actor.userId, ravi.actor.userId);
    expect((await asha.send('POST', '/', { title: 'Policy', dueOn: '2036-05-20', escalateTo: stranger.actor.userId })).status).toBe(404);
    expect((await asha.send('POST', '/', { title: 'Policy', dueOn: '2036-05-20', escalateTo: asha.actor.userId })).status).toBe(404);
    const made = await asha.send('POST', '/', { title: 'Policy', dueOn: '2036-05-20', leadDays: [7], escalateTo: ravi.actor.userId });
    expect(made.body).toMatchObject({ escalateTo: ravi.actor.userId });
    await runReminders(vault, new Date('2036-05-13T06:00:00Z'));
    await runReminders(vault, new Date('2036-05-17T06:00:00Z'));
    expect((await ravi.send('GET', '/notifications')).body.items).toMatchObject([{ kind: 'reminder.escalated' }]);
    expect((await asha.send('PATCH', `/${made.body.id}`, { escalateTo: null })).body).toMatchObject({ escalateTo: null });
  });
});

describe('the channels of a person', () => {
  it('are said with what this server can do, kind by kind', async () => {
    const { actor, send } = await person();
    expect((await send('GET', '/channels')).body.items).toEqual([
      { channel: 'in_app', configured: true, reaches: null }, { channel: 'email', configured: false, reaches: actor.email }, { channel: 'push', configured: true, reaches: null },
      { channel: 'sms', configured: false, reaches: null },
    ]);
    expect((await send('PUT', '/preferences', { channelsFor: { family: ['in_app', 'push'] }, phone: '+919812345678' })).body).toMatchObject({ channelsFor: { family: ['in_app', 'push'] } });
    expect((await send('GET', '/channels')).body.items[3]).toMatchObject({ reaches: '+91•••••••678' });
    expect((await send('PUT', '/preferences', { channelsFor: { emergency: [] } })).status).toBe(400);
  });

  it('are tried: one\'s own browser is pushed to, another\'s is not there, and one that is gone is forgotten', async () => {
    const { send } = await person();
    const keys = { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) };
    const { id } = (await send('POST', '/push-subscriptions', { endpoint: 'https://push.example.org/one', keys })).body;
    expect((await send('POST', `/push-subscriptions/${id}/test`)).status).toBe(204);
    expect(pushed.at(-1)).toMatchObject({ title: 'DocuVault can reach you here', url: 'https://vault.example/inbox' });
    expect((await (await person()).send('POST', `/push-subscriptions/${id}/test`)).status).toBe(404);
    const gone = (await send('POST', '/push-subscriptions', { endpoint: 'https://push.example.org/gone', keys })).body;
    expect([(await send('POST', `/push-subscriptions/${gone.id}/test`)).status, (await send('POST', `/push-subscriptions/${gone.id}/test`)).status]).toEqual([410, 404]);
  });
});
