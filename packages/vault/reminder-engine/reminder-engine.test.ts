import sql from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { UserActor } from '@docuvault/core/actor.ts';
import { openTestVault, type TestVault } from '@docuvault/testing/vault.ts';
import { followDates } from './follow-dates.ts';
import { runReminders } from './run-reminders.ts';
import { dayAhead, inboxOf, items, newPerson, send, type Item } from './test/engine.ts';

let vault: TestVault;
const person = () => newPerson(vault);
const run = (now: string) => runReminders(vault, new Date(now));
const day = (days: number) => dayAhead(vault, days);

/** A document as processing leaves it, by SQL: what is under test is what follows from its dates. */
const document = async (actor: UserActor, more: { type?: string; title?: string; expiresOn?: string | null; fields?: Record<string, string> } = {}) => {
  const id = uuidv7();
  const blob = uuidv7();
  await vault.db.asService('test', async (tx) => {
    await tx.query(sql`insert into private.blobs (id, owner_id, storage_key, stored_bytes, wrapped_key, key_version) values (${blob}, ${actor.userId}, ${id}, 1, '\\x00', 1)`);
    await tx.query(sql`
      insert into public.documents (id, user_id, title, file_name, file_path, mime_type, size_bytes, sha256, blob_id, document_type, expires_on)
      values (${id}, ${actor.userId}, ${more.title ?? 'Passport of Asha'}, 'x.pdf', ${`${actor.userId}/${id}`}, 'application/pdf', 1, ${id.replaceAll('-', '').padEnd(64, '0')}, ${blob}, ${more.type ?? 'passport'}, ${more.expiresOn ?? null}::date)`);
    for (const [name, value] of Object.entries(more.fields ?? {})) {
      await tx.query(sql`insert into public.document_fields (document_id, name, user_id, value, confidence, source) values (${id}, ${name}, ${actor.userId}, ${value}, 1, 'rule')`);
    }
    await followDates(tx, id, vault.clock.now());
  });
  return id;
};

beforeAll(async () => {
  vault = await openTestVault();
});

beforeEach(async () => {
  await vault.db.asService('test', (tx) => tx.query(sql`delete from public.reminders`));
});

describe('a reminder of one\'s own', () => {
  it('is made with the usual leads, listed by its day, changed and removed', async () => {
    const { call } = await person();
    const made = await send(call, 'POST', '/', { title: 'Renew the parking permit', dueOn: day(200) });
    expect(made).toMatchObject({ status: 201, body: { title: 'Renew the parking permit', leadDays: [90, 30, 7, 1], status: 'active', source: 'user', recurrence: null, documentId: null, overdue: false } });
    await send(call, 'POST', '/', { title: 'Sooner', dueOn: day(20), leadDays: [1, 7, 7] });
    expect((await items(call, '')).map((one) => [one.title, one.leadDays])).toEqual([['Sooner', [7, 1]], ['Renew the parking permit', [90, 30, 7, 1]]]);
    expect((await send(call, 'PATCH', `/${made.body.id}`, { dueOn: day(300), recurrence: 'RRULE:FREQ=YEARLY' })).body).toMatchObject({ dueOn: day(300), recurrence: 'FREQ=YEARLY' });
    expect((await send(call, 'DELETE', `/${made.body.id}`)).status).toBe(204);
    expect((await send(call, 'GET', `/${made.body.id}`)).status).toBe(404);
  });

  it('goes on page by page', async () => {
    const { call } = await person();
    for (let i = 0; i < 5; i++) await send(call, 'POST', '/', { title: `No ${i}`, dueOn: day(10) });
    const first = (await send(call, 'GET', '?limit=3')).body as unknown as { items: Item[]; nextCursor: string };
    const second = (await send(call, 'GET', `?limit=3&cursor=${first.nextCursor}`)).body as unknown as { items: Item[]; nextCursor: null };
    expect([...first.items, ...second.items].map((one) => one.title).sort()).toEqual(['No 0', 'No 1', 'No 2', 'No 3', 'No 4']);
    expect(second.nextCursor).toBeNull();
  });

  it.each([
    [{ title: 'x' }, 400], [{ title: '', dueOn: '2027-01-01' }, 400], [{ title: 'x', dueOn: '0000-01-01' }, 400], [{ title: 'x', dueOn: '2027-02-30' }, 400], [{ title: 'x', dueOn: '10000-01-01' }, 400],
    [{ title: 'x', dueOn: '2027-01-01', leadDays: [] }, 400], [{ title: 'x', dueOn: '2027-01-01', leadDays: [-1] }, 400], [{ title: 'x', dueOn: '2027-01-01', channels: ['pigeon'] }, 400],
    [{ title: 'x', dueOn: '2027-01-01', recurrence: 'FREQ=SECONDLY' }, 400], [{ title: 'x', dueOn: '2027-01-01', documentId: uuidv7() }, 404], [{ title: 'x', dueOn: '9999-12-31' }, 201],
  ])('%j is answered with %i', async (body, status) => {
    const { call } = await person();
    expect((await send(call, 'POST', '/', body)).status).toBe(status);
  });

  it('is nobody else\'s business', async () => {
    const { call } = await person();
    const made = (await send(call, 'POST', '/', { title: 'Mine', dueOn: day(10) })).body;
    const other = await person();
    for (const [method, path, body] of [['GET', '', undefined], ['PATCH', '', { title: 'Theirs' }], ['DELETE', '', undefined], ['POST', '/snooze', { until: day(5) }], ['POST', '/complete', {}]] as const) {
      expect((await send(other.call, method, `/${made.id}${path}`, body)).status, `${method} ${path}`).toBe(404);
    }
    expect(await items(other.call, '')).toEqual([]);
    expect((await send(other.call, 'POST', '/', { title: 'x', dueOn: day(9), documentId: await document((await person()).actor) })).status).toBe(404);
  });
});

describe('the engine', () => {
  it('tells what is due once, however often it runs', async () => {
    const { call } = await person();
    await send(call, 'POST', '/', { title: 'Insurance', dueOn: '2031-05-20', leadDays: [7, 1] });
    expect(await run('2031-05-12T23:59:59Z')).toEqual({ due: 0, told: 0 });
    expect(await run('2031-05-13T00:00:00Z')).toEqual({ due: 1, told: 1 });
    expect(await run('2031-05-13T00:00:00Z')).toEqual({ due: 0, told: 0 });
    expect(await run('2030-01-01T00:00:00Z')).toEqual({ due: 0, told: 0 });
    expect(await inboxOf(call)).toMatchObject([{ kind: 'reminder.due', title: 'Insurance', body: 'The day is 20 May 2031, in 7 days.', readAt: null, data: { dueOn: '2031-05-20', leadDays: 7, late: false } }]);
  });

  it('is as quiet with two of them at once', async () => {
    const { call } = await person();
    for (let i = 0; i < 30; i++) await send(call, 'POST', '/', { title: `No ${i}`, dueOn: '2031-07-01', leadDays: [1] });
    const runs = await Promise.all([run('2031-06-30T10:00:00Z'), run('2031-06-30T10:00:00Z')]);
    expect(runs[0].told + runs[1].told).toBe(30);
    expect(await inboxOf(call)).toHaveLength(30);
  });

  it('says of a late message that it is late', async () => {
    const { call } = await person();
    await send(call, 'POST', '/', { title: 'Lease', dueOn: '2031-09-20', leadDays: [30, 7] });
    await run('2031-09-18T06:00:00Z');
    expect(await inboxOf(call)).toMatchObject([{ body: 'The day is 20 September 2031, in 2 days. This message is late: it was meant for 13 September 2031.', data: { late: true } }]);
  });

  it('speaks Hindi where its person does, by the day of their zone', async () => {
    const { actor, call } = await person();
    await send(call, 'PUT', '/preferences', { timeZone: 'Asia/Kolkata' });
    await vault.db.asUser(actor, (tx) => tx.query(sql`update public.users set locale = 'hi' where id = ${actor.userId}`));
    await send(call, 'POST', '/', { title: 'बीमा', dueOn: '2031-11-20', leadDays: [1] });
    expect(await run('2031-11-18T18:29:59Z')).toMatchObject({ told: 0 });
    expect(await run('2031-11-18T18:30:00Z')).toMatchObject({ told: 1 });
    expect(await inboxOf(call)).toMatchObject([{ body: 'तारीख 20 नवंबर 2031 है, कल।' }]);
  });

  it('is silent while a reminder is put off, and speaks when that is over', async () => {
    const { call } = await person();
    const made = (await send(call, 'POST', '/', { title: 'Tyres', dueOn: day(40), leadDays: [30, 1] })).body;
    const at = (days: number) => `${day(days)}T12:00:00Z`;
    await run(at(11));
    expect((await send(call, 'POST', `/${made.id}/snooze`, { until: day(20) })).body).toMatchObject({ status: 'snoozed', snoozedUntil: `${day(20)}T00:00:00.000Z` });
    expect(await run(at(19))).toMatchObject({ told: 0 });
    expect(await run(at(20))).toMatchObject({ told: 1 });
    expect(await run(at(39))).toMatchObject({ told: 1 });
    expect((await send(call, 'POST', `/${made.id}/snooze`, { until: day(-1) })).status).toBe(422);
    expect((await send(call, 'POST', `/${made.id}/snooze`, { until: 'soon' })).status).toBe(400);
  });

  it('has done with what is completed, and goes on to the next occurrence of what recurs', async () => {
    const { call } = await person();
    const once = (await send(call, 'POST', '/', { title: 'Once', dueOn: '2032-03-01', leadDays: [1] })).body;
    const yearly = (await send(call, 'POST', '/', { title: 'Yearly', dueOn: '2032-02-29', leadDays: [1], recurrence: 'FREQ=YEARLY' })).body;
    expect((await send(call, 'POST', `/${once.id}/complete`, {})).body).toMatchObject({ status: 'completed' });
    expect((await send(call, 'POST', `/${yearly.id}/complete`)).body).toMatchObject({ status: 'active', dueOn: '2033-02-28' });
    expect(await run('2032-06-01T00:00:00Z')).toMatchObject({ told: 0 });
    expect(await run('2033-02-27T00:00:00Z')).toMatchObject({ told: 1 });
  });
});

describe('a reminder read out of a document', () => {
  it('is made for its expiry, moves with a corrected date, and goes to the trash and back with it', async () => {
    const { actor, call } = await person();
    const id = await document(actor, { expiresOn: day(400) });
    expect(await items(call, '')).toMatchObject([{ documentId: id, title: 'Passport of Asha expires', dueOn: day(400), leadDays: [90, 30, 7, 1], source: 'extracted' }]);
    const move = (expiresOn: string | null) => vault.db.asUser(actor, async (tx) => {
      await tx.query(sql`update public.documents set expires_on = ${expiresOn}::date where id = ${id}`);
      await followDates(tx, id, vault.clock.now());
    });
    await move(day(500));
    expect(await items(call, '')).toMatchObject([{ dueOn: day(500) }]);
    await vault.db.asUser(actor, (tx) => tx.query(sql`update public.documents set deleted_at = now() where id = ${id}`));
    expect(await items(call, '')).toEqual([]);
    expect(await run(`${day(480)}T12:00:00Z`)).toMatchObject({ told: 0 });
    await vault.db.asUser(actor, (tx) => tx.query(sql`update public.documents set deleted_at = null where id = ${id}`));
    expect(await items(call, '')).toHaveLength(1);
    await move(null);
    expect(await items(call, '')).toEqual([]);
  });

  it('keeps what its person made of it, and stays away once removed until the day is another', async () => {
    const { actor, call } = await person();
    const id = await document(actor, { type: 'insurance_policy', title: 'Car policy', expiresOn: day(100), fields: { endDate: day(100) } });
    const [first] = await items(call, '');
    expect(await items(call, '')).toHaveLength(1);
    await send(call, 'PATCH', `/${first!.id}`, { title: 'Car!', leadDays: [14] });
    const follow = (expiresOn: string) => vault.db.asUser(actor, async (tx) => {
      await tx.query(sql`update public.documents set expires_on = ${expiresOn}::date where id = ${id}`);
      await followDates(tx, id, vault.clock.now());
    });
    await follow(day(120));
    expect((await items(call, ''))[0]).toMatchObject({ title: 'Car!', leadDays: [14], dueOn: day(120) });
    await send(call, 'DELETE', `/${first!.id}`);
    await follow(day(120));
    expect((await items(call, '')).filter((one) => one.dueOn === day(120))).toEqual([]);
    await follow(day(130));
    expect((await items(call, '')).map((one) => one.dueOn)).toContain(day(130));
  });

  it('is not made of what was over long ago, nor of the end of a statement\'s period', async () => {
    const { actor, call } = await person();
    await document(actor, { expiresOn: day(-400) });
    await document(actor, { type: 'bank_statement', fields: { endDate: day(10) } });
    expect(await items(call, '')).toEqual([]);
    await document(actor, { type: 'utility_bill', title: 'Power', fields: { dueDate: day(12) } });
    expect(await items(call, '')).toMatchObject([{ title: 'Power is to be paid', leadDays: [7, 1] }]);
  });

  it('bears no identity number', async () => {
    const { actor, call } = await person();
    await document(actor, { title: 'PAN BKVPR4471H of Vikram', expiresOn: day(20) });
    await run(vault.clock.now().toISOString());
    expect(JSON.stringify([await items(call, ''), await inboxOf(call)])).not.toContain('BKVPR4471H');
  });
});

describe('a reminder that goes past the end of time', () => {
  it('keeps nobody else\'s from being told', async () => {
    const [one, other] = [await person(), await person()];
    for (const body of [
      { dueOn: day(0), recurrence: 'FREQ=YEARLY;INTERVAL=9000' }, { dueOn: '9999-12-31', recurrence: 'FREQ=DAILY' }, { dueOn: '9999-12-31', dueTime: '23:59' },
    ]) expect((await send(one.call, 'POST', '/', { title: 'Far', ...body })).status).toBe(201);
    await send(one.call, 'PUT', '/preferences', { timeZone: 'America/Los_Angeles' });
    await send(other.call, 'POST', '/', { title: 'Rent', dueOn: '2031-05-13', leadDays: [0] });
    await run('2031-05-13T12:00:00Z');
    expect((await inboxOf(other.call)).map(({ title }) => title)).toContain('Rent');
    await vault.db.asService('test: a rule of an older version', (tx) => tx.query(sql`update public.reminders set recurrence = 'FREQ=NEVER', next_at = now() where user_id = ${one.actor.userId}`));
    await send(other.call, 'POST', '/', { title: 'Water', dueOn: '2031-06-13', leadDays: [0] });
    await run('2031-06-13T12:00:00Z');
    expect((await inboxOf(other.call)).map(({ title }) => title)).toContain('Water');
    const [first] = await items(one.call, '/');
    expect((await send(one.call, 'POST', `/${first!.id}/snooze`, { until: '9999-12-31T23:59:59-12:00' })).status).toBe(422);
  });
});

describe('preferences', () => {
  it('have defaults, keep what is left out, and refuse nonsense', async () => {
    const { call } = await person();
    expect((await send(call, 'GET', '/preferences')).body).toEqual({
      timeZone: 'UTC', channels: ['in_app', 'email', 'push'], channelsFor: {}, leadDays: { default: [90, 30, 7, 1] }, quietHours: { from: '21:00', until: '08:00' }, notifyAt: '09:00', phone: null, unreachable: [], escalation: null,
    });
    await send(call, 'PUT', '/preferences', { leadDays: { passport: [180, 30] }, quietHours: null });
    expect((await send(call, 'PUT', '/preferences', { phone: '+919812345678' })).body).toMatchObject({ leadDays: { passport: [180, 30] }, quietHours: null, phone: '+919812345678' });
    for (const bad of [{ timeZone: 'Mars/Olympus' }, { timeZone: '+05:30' }, { quietHours: { from: '25:00', until: '08:00' } }, { leadDays: { passport: [] } }, { phone: '12' }, { channels: 'email' }]) {
      expect((await send(call, 'PUT', '/preferences', bad)).status, JSON.stringify(bad)).toBe(400);
    }
    expect((await send(call, 'PUT', '/preferences', { escalation: { userId: uuidv7(), afterDays: 2 } })).status).toBe(404);
  });
});

describe('the inbox', () => {
  it('is read one by one or whole, by its person alone', async () => {
    const { call } = await person();
    for (const title of ['One', 'Two']) await send(call, 'POST', '/', { title, dueOn: '2033-05-02', leadDays: [1] });
    await run('2033-05-01T12:00:00Z');
    const [first] = await inboxOf(call);
    const other = await person();
    expect((await send(other.call, 'POST', `/notifications/${first!.id}/read`)).status).toBe(404);
    expect((await send(call, 'POST', `/notifications/${first!.id}/read`)).body).toMatchObject({ id: first!.id, readAt: expect.any(String) as string });
    expect((await send(call, 'GET', '/notifications?unread=true')).body).toMatchObject({ unread: 1 });
    await send(call, 'POST', '/notifications/read');
    expect((await send(call, 'GET', '/notifications')).body).toMatchObject({ unread: 0 });
  });
});

describe('escalation', () => {
  it('tells a second member of the family what the first lets lie, and nobody once they have reacted', async () => {
    const [asha, vikram] = [await person(), await person()];
    await vault.db.asService('test', async (tx) => {
      const id = uuidv7();
      await tx.query(sql`insert into public.family_vaults (id, name) values (${id}, 'Raos')`);
      for (const [{ actor }, role] of [[asha, 'owner'], [vikram, 'member']] as const) await tx.query(sql`insert into public.family_members (vault_id, user_id, role) values (${id}, ${actor.userId}, ${role})`);
    });
    expect((await send(asha.call, 'PUT', '/preferences', { escalation: { userId: vikram.actor.userId, afterDays: 2 } })).status).toBe(200);
    await send(asha.call, 'POST', '/', { title: 'Policy', dueOn: '2034-05-20', leadDays: [7] });
    await run('2034-05-13T06:00:00Z');
    await run('2034-05-14T06:00:00Z');
    expect(await inboxOf(vikram.call)).toEqual([]);
    await run('2034-05-15T06:00:00Z');
    await run('2034-05-16T06:00:00Z');
    expect(await inboxOf(vikram.call)).toMatchObject([{ kind: 'reminder.escalated', title: expect.stringContaining('Policy') as string }]);
    await send(asha.call, 'POST', '/', { title: 'Seen', dueOn: '2034-08-20', leadDays: [7] });
    await run('2034-08-13T06:00:00Z');
    await send(asha.call, 'POST', '/notifications/read');
    await run('2034-08-16T06:00:00Z');
    expect(await inboxOf(vikram.call)).toHaveLength(1);
  });
});
