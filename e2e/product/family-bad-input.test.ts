import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import twilio from 'twilio';
import { startHttpProvider, type HttpProvider } from '@docuvault/testing/http-provider.ts';
import { newHome, removeHome, settled, signUp, startProduct, uploadRaw, type Member, type Product, type Uploaded } from '@docuvault/testing/product.ts';
import { paperOf } from './paper.ts';

type Person = Member & { userId: string };
type Reminder = { id: string };

const authToken = 'the token of a stand-in';
const publicUrl = 'https://vault.example';
const callbackPath = '/functions/v1/reminder-engine/callbacks/twilio';

describe('what a family may be given wrongly', () => {
  const home = newHome();
  let product: Product;
  let sms: HttpProvider;
  let serviceKey = '';
  let vaultId = '';
  let hers = '';
  let folder = '';
  const people: Record<string, Person> = {};
  const asha = () => people.asha!;

  const send = async (as: Member, method: string, path: string, body?: unknown): Promise<string> => {
    const answer = await as.call(path, { method, ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) });
    const text = await answer.text();
    const said = text && answer.headers.get('content-type')?.includes('json') ? (JSON.parse(text) as { error?: { code: string; message: string } }) : {};
    expect(said.error?.message ?? '').not.toMatch(/select |insert |private\.|\/work|at \w+ \(/i);
    return said.error ? `${answer.status} ${said.error.code}` : String(answer.status);
  };
  const run = async (now: string) => {
    const answer = await fetch(`${product.url}/functions/v1/reminder-engine/run`, {
      method: 'POST', headers: { authorization: `Bearer ${serviceKey}`, 'content-type': 'application/json' }, body: JSON.stringify({ now }),
    });
    return { status: answer.status, ...((await answer.json()) as { due: number; sent: number; failed: number }) };
  };

  beforeAll(async () => {
    sms = await startHttpProvider(() => ({ status: 201, body: { sid: 'SM1' } }));
    product = await startProduct(home, {
      RATE_LIMITS: 'off', PUBLIC_URL: publicUrl, TWILIO_ACCOUNT_SID: 'AC1', TWILIO_AUTH_TOKEN: authToken, TWILIO_PHONE_NUMBER: '+15005550006', TWILIO_API_URL: sms.url, SEND_RATES: 'twilio=1000/s',
    });
    serviceKey = (JSON.parse(readFileSync(join(home, 'secrets.json'), 'utf8')) as { serviceRoleKey: string }).serviceRoleKey;
    for (const name of ['asha', 'ravi', 'meera', 'nani', 'stranger', 'texted']) {
      const member = await signUp(product, name);
      people[name] = { ...member, userId: (await member.client.auth.getUser()).data.user!.id };
    }
    vaultId = (await asha().post<{ id: string }>('family-vault', { name: 'Nair' })).id;
    for (const [name, role] of [['ravi', 'admin'], ['meera', 'member'], ['nani', 'viewer']] as const) {
      const { token } = await asha().post<{ token: string }>(`family-vault/${vaultId}/invitations`, { email: people[name]!.email, role });
      await people[name]!.post('family-vault/invitations/accept', { token });
    }
    hers = ((await (await uploadRaw(asha(), paperOf(['A PRIVATE PAPER']), 'hers.pdf')).json()) as Uploaded).document.id;
    await settled(asha(), hers);
    folder = (await asha().post<{ id: string }>('documents/folders', { name: 'Hers' })).id;
  });
  afterAll(async () => {
    await product.stop();
    await sms.stop();
    removeHome(home);
  });
  afterEach(async () => {
    expect(await send(asha(), 'GET', `documents/${hers}`)).toBe('200');
    expect((await asha().json<{ items: unknown[] }>(`family-vault/${vaultId}/members`)).items).toHaveLength(4);
    sms.answers = () => ({ status: 201, body: { sid: 'SM1' } });
  });

  it('invitations: guessed, replayed, used by another address, taken back, above one\'s role', async () => {
    const accept = (as: Member, token: unknown) => send(as, 'POST', 'family-vault/invitations/accept', { token });
    const invite = (as: Member, body: unknown) => send(as, 'POST', `family-vault/${vaultId}/invitations`, body);
    const { id, token } = await asha().post<{ id: string; token: string }>(`family-vault/${vaultId}/invitations`, { email: 'uncle@example.test', role: 'member' });
    for (const guess of ['x', 'A'.repeat(43), token.slice(0, -1), `${token}x`, token.toUpperCase(), '\' or 1=1 --', '💥', '../..']) expect(await accept(people.stranger!, guess), guess).toBe('404 invitation.not_found');
    for (const nonsense of ['', 'x'.repeat(201), null, 7, {}, [token]]) expect(await accept(people.stranger!, nonsense)).toMatch(/^400 /);
    for (const other of [people.stranger!, people.meera!, asha()]) expect(await accept(other, token)).toBe('404 invitation.not_found');
    expect(await send(asha(), 'DELETE', `family-vault/${vaultId}/invitations/${id}`)).toBe('204');
    const guest = await signUp(product, 'guest');
    const again = await asha().post<{ token: string }>(`family-vault/${vaultId}/invitations`, { email: guest.email, role: 'viewer' });
    expect(await accept(guest, again.token)).toBe('200');
    expect(await accept(guest, again.token)).toBe('404 invitation.not_found');
    const guestId = (await guest.client.auth.getUser()).data.user!.id;
    expect(await send(asha(), 'DELETE', `family-vault/${vaultId}/members/${guestId}`)).toBe('204');
    // Who was taken out has nothing to come back by.
    expect(await accept(guest, again.token)).toBe('404 invitation.not_found');
    expect(await send(guest, 'GET', `family-vault/${vaultId}`)).toBe('404 vault.not_found');
    expect(await invite(people.ravi!, { email: 'x@example.test', role: 'owner' })).toBe('403 vault.role_forbidden');
    for (const name of ['meera', 'nani']) expect(await invite(people[name]!, { email: 'x@example.test' })).toBe('403 vault.role_forbidden');
    expect(await invite(people.stranger!, { email: 'x@example.test' })).toBe('404 vault.not_found');
    for (const bad of [{ email: 'no address' }, { email: 'x@example.test', role: 'god' }, { email: 'x@example.test', expiresInHours: 0 }, { email: 'x@example.test', expiresInHours: 1e9 }, {}]) expect(await invite(asha(), bad)).toMatch(/^400 /);
  });

  it('roles: raised by whoever holds them, given to strangers, made up', async () => {
    const change = (as: Person, whom: Person, body: unknown, vault = vaultId) => send(as, 'PATCH', `family-vault/${vault}/members/${whom.userId}`, body);
    const [ravi, meera, nani, stranger] = [people.ravi!, people.meera!, people.nani!, people.stranger!];
    for (const [as, whom, role] of [[ravi, ravi, 'owner'], [meera, meera, 'admin'], [nani, nani, 'member'], [ravi, asha(), 'member'], [meera, ravi, 'viewer'], [nani, asha(), 'child']] as const) {
      expect(await change(as, whom, { role }), role).toBe('403 vault.role_forbidden');
    }
    expect(await change(asha(), asha(), { role: 'member' })).toBe('409 vault.last_owner');
    expect(await change(asha(), stranger, { role: 'member' })).toBe('404 member.not_found');
    expect(await change(stranger, stranger, { role: 'owner' })).toBe('404 vault.not_found');
    for (const bad of [{ role: 'god' }, { role: null }, { role: ['owner'] }]) expect(await change(asha(), meera, bad)).toMatch(/^400 /);
    const own = (await meera.post<{ id: string }>('family-vault', { name: 'Mine' })).id;
    expect(await change(meera, ravi, { role: 'owner' }, own)).toBe('404 member.not_found');
    expect(await send(meera, 'DELETE', `family-vault/${vaultId}`)).toBe('403 vault.role_forbidden');
  });

  it('grants: on papers, folders, vaults and people that are not one\'s own, and of no sense', async () => {
    const share = (as: Member, body: unknown, vault = vaultId) => send(as, 'POST', `family-vault/${vault}/shares`, body);
    for (const name of ['ravi', 'meera', 'stranger']) {
      const missing = name === 'stranger' ? /^404 / : /^(404 (document|folder)\.not_found|403 document\.owner_only)$/;
      expect(await share(people[name]!, { documentId: hers }), name).toMatch(missing);
      expect(await share(people[name]!, { folderId: folder }), name).toMatch(missing);
    }
    expect(await share(people.nani!, { everything: true })).toBe('403 vault.role_forbidden');
    expect(await share(asha(), { documentId: hers, memberId: people.stranger!.userId })).toBe('404 member.not_found');
    expect(await share(asha(), { documentId: hers }, crypto.randomUUID())).toBe('404 vault.not_found');
    for (const bad of [{}, { documentId: hers, folderId: folder }, { documentId: 'x' }, { everything: false }, { documentId: hers, permission: 'own' }, { documentId: hers, release: 'sometimes' }]) expect(await share(asha(), bad), JSON.stringify(bad)).toMatch(/^4(00|22) /);
    const { id } = await asha().post<{ id: string }>(`family-vault/${vaultId}/shares`, { folderId: folder });
    expect(await send(people.meera!, 'DELETE', `family-vault/${vaultId}/shares/${id}`)).toMatch(/^40[34] /);
    expect(await send(people.stranger!, 'DELETE', `family-vault/${vaultId}/shares/${id}`)).toMatch(/^404 /);
    for (const [method, path] of [['GET', ''], ['PATCH', ''], ['DELETE', ''], ['POST', '/restore'], ['GET', '/file'], ['POST', '/links']] as const) {
      expect(await send(people.meera!, method, `documents/${hers}${path}`, method === 'GET' ? undefined : {}), `${method} ${path}`).toMatch(/^40[04] /);
    }
    expect(await send(people.ravi!, 'POST', `family-vault/${vaultId}/emergency/request`, { ownerId: asha().userId })).toMatch(/^404 /);
  });

  it('rules that never end or never begin, and days at both ends of time', async () => {
    const make = (body: object) => send(asha(), 'POST', 'reminder-engine', { title: 'Rent', dueOn: '2031-01-31', ...body });
    for (const recurrence of ['FREQ=DAILY', 'RRULE:FREQ=MONTHLY', 'FREQ=YEARLY;INTERVAL=9000', 'FREQ=DAILY;COUNT=10']) expect(await make({ recurrence }), recurrence).toBe('201');
    for (const recurrence of [
      'FREQ=SECONDLY', 'FREQ=MINUTELY', 'FREQ=HOURLY', 'FREQ=DAILY;INTERVAL=0', 'FREQ=DAILY;INTERVAL=-1', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=DAILY;FREQ=DAILY', 'FREQ=', 'x', 'FREQ=DAILY;UNTIL=00000101',
      'FREQ=DAILY;BYDAY=MO,TU;EXDATE=2031', `FREQ=DAILY;BYMONTHDAY=${'1,'.repeat(400)}1`,
    ]) expect(await make({ recurrence }), recurrence).toMatch(/^400 /);
    for (const dueOn of ['0000-01-01', '0000-00-00', '0001-01-01', '-000001-01-01', '1969-12-31', '10000-01-01', '2031-02-30', '2031-13-01', 'tomorrow', 20310101, null]) expect(await make({ dueOn }), String(dueOn)).toMatch(/^400 /);
    expect(await make({ dueOn: '9999-12-31' })).toBe('201');
    expect(await make({ dueOn: '9999-12-31', recurrence: 'FREQ=DAILY' })).toBe('201');
    for (const leadDays of [[], [-1], [3651], [1.5], ['7'], Array.from({ length: 21 }, (_, n) => n)]) expect(await make({ leadDays })).toMatch(/^400 /);
    for (const patch of [{ expiresOn: '0000-01-01' }, { expiresOn: '2031-02-30' }, { fields: { expiryDate: '0000-00-00' } }]) expect(await send(asha(), 'PATCH', `documents/${hers}`, patch), JSON.stringify(patch)).toMatch(/^4(00|22) /);
    const { id } = await asha().post<Reminder>('reminder-engine', { title: 'Once', dueOn: '2031-06-01' });
    for (const until of ['0000-01-01', '1999-12-31', '2020-01-01T00:00:00Z']) expect(await send(asha(), 'POST', `reminder-engine/${id}/snooze`, { until }), until).toMatch(/^4(00|22) /);
    expect(await send(asha(), 'POST', `reminder-engine/${id}/snooze`, { until: '9999-12-31' })).toBe('200');
    for (const [now, status] of [['0000-01-01T00:00:00Z', 400], ['0001-01-01T00:00:00Z', 200], ['9998-12-31T23:59:59Z', 200], ['9999-12-31T23:59:59Z', 400]] as const) expect((await run(now)).status, now).toBe(status);
    const calendar = await asha().json<{ url: string }>('reminder-engine/calendar');
    const feed = await (await fetch(`${product.url}${new URL(calendar.url).pathname}`)).text();
    expect(feed).toMatch(/^BEGIN:VCALENDAR[\s\S]+END:VCALENDAR\s*$/);
    expect(feed.length).toBeLessThan(5_000_000);
    expect(await send(asha(), 'GET', 'reminder-engine/days?from=0000-01-01&until=9999-12-31')).toMatch(/^4(00|04|22) /);
  }, 120_000);

  it('reminders, calendars and inboxes of others', async () => {
    const { id } = await asha().post<Reminder>('reminder-engine', { title: 'Hers', dueOn: '2031-06-01', documentId: hers });
    const { url } = await asha().json<{ url: string }>('reminder-engine/calendar');
    const { pathname } = new URL(url);
    for (const name of ['ravi', 'stranger']) {
      for (const [method, path, body] of [['GET', ''], ['PATCH', '', { title: 'x' }], ['DELETE', ''], ['POST', '/snooze', { until: '2031-05-01' }], ['POST', '/complete', {}]] as const) {
        expect(await send(people[name]!, method, `reminder-engine/${id}${path}`, body), `${name} ${method}${path}`).toBe('404 reminder.not_found');
      }
      expect(await send(people[name]!, 'POST', 'reminder-engine', { title: 'x', dueOn: '2031-06-01', documentId: hers })).toBe('404 document.not_found');
      expect(await send(people[name]!, 'PUT', 'reminder-engine/preferences', { escalation: { userId: name === 'stranger' ? asha().userId : people.stranger!.userId, afterDays: 1 } })).toMatch(/^404 /);
      const own = await people[name]!.json<{ items: { title: string }[] }>('reminder-engine');
      expect(own.items.map(({ title }) => title)).not.toContain('Hers');
    }
    const feed = async (path: string) => (await fetch(`${product.url}${path}`)).status;
    expect(await feed(pathname)).toBe(200);
    for (const guess of [pathname.replace(/([^/])([^/]+\.ics)$/, (_, first: string, rest: string) => `${first === 'a' ? 'b' : 'a'}${rest}`), pathname.slice(0, -10), pathname.replace(/[^/]+\.ics$/, 'a.ics'), pathname.replace(/[^/]+\.ics$/, '%00.ics'), pathname.replace(/[^/]+\.ics$/, '..%2f..%2fhealth-check')]) expect(await feed(guess), guess).toBe(404);
    await asha().post('reminder-engine/calendar', {});
    expect(await feed(pathname)).toBe(404);
    const inbox = await asha().json<{ items: { id: string }[] }>('reminder-engine/notifications');
    for (const one of inbox.items.slice(0, 2)) expect(await send(people.stranger!, 'POST', `reminder-engine/notifications/${one.id}/read`)).toBe('404 notification.not_found');
  });

  it('a provider that refuses, breaks, hangs up, is busy or says nothing at all', async () => {
    await people.texted!.json('reminder-engine/preferences', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ channels: ['sms'], phone: '+919812345678', quietHours: null }) });
    const due = (day: string) => people.texted!.post<Reminder>('reminder-engine', { title: `Due ${day}`, dueOn: day, leadDays: [0] });
    const told = () => sms.calls.length;
    await due('2040-01-01');
    const ofThatDay = (clock: string) => run(`2040-01-01T${clock}Z`);
    sms.answers = () => ({ status: 500, body: {} });
    const before = told();
    expect(await ofThatDay('12:00:00')).toMatchObject({ failed: 1 });
    expect(told()).toBe(before + 1);
    sms.answers = () => 'cut';
    expect(await ofThatDay('12:05:00')).toMatchObject({ failed: 1 });
    // Says nothing at all: given up after its time, and tried again later.
    sms.answers = () => 'hang';
    expect(await ofThatDay('12:15:00')).toMatchObject({ failed: 1 });
    sms.answers = () => ({ status: 201, body: { sid: 'SM2' } });
    await ofThatDay('13:00:00');
    const refused = await people.ravi!.post<{ id: string }>('reminder-engine', { title: 'His', dueOn: '2041-01-01', leadDays: [0] });
    expect(refused.id).toBeTruthy();
    await people.ravi!.json('reminder-engine/preferences', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ channels: ['sms'], phone: '+919800000009', quietHours: null }) });
    sms.answers = () => ({ status: 400, body: { code: 21211, message: 'no such number' } });
    await run('2041-01-01T12:00:00Z');
    const preferences = await people.ravi!.json<{ unreachable: { channel: string; reason: string }[] }>('reminder-engine/preferences');
    expect(preferences.unreachable).toMatchObject([{ channel: 'sms', reason: 'gone' }]);
    sms.answers = () => ({ status: 429, headers: { 'retry-after': '600' }, body: {} });
    const asked = told();
    await due('2042-01-01');
    expect(await run('2042-01-01T12:00:00Z')).toMatchObject({ failed: 1 });
    expect(told()).toBe(asked + 1);
    // Left alone for the time it said, whatever is due.
    await due('2043-01-01');
    await run('2043-01-01T12:00:00Z');
    expect(told()).toBe(asked + 1);
    expect((await people.ravi!.json<{ items: { kind: string }[] }>('reminder-engine/notifications')).items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['reminder.due', 'channel.gone']));
  }, 120_000);

  it('callbacks: forged, repeated, for a provider that is not there, and too large', async () => {
    const fields = { MessageSid: 'SM-forged', From: '+919812345678', To: '+15005550006', Body: 'STOP' };
    const post = (path: string, signature: string, body: BodyInit = new URLSearchParams(fields)) => fetch(`${product.url}${path}`, { method: 'POST', body, headers: { 'x-twilio-signature': signature } });
    const signed = twilio.getExpectedTwilioSignature(authToken, `${publicUrl}${callbackPath}`, fields);
    const unreachable = async () => (await people.texted!.json<{ unreachable: { reason: string }[] }>('reminder-engine/preferences')).unreachable.map(({ reason }) => reason);
    const stopped = async () => (await people.texted!.json<{ items: { kind: string }[] }>('reminder-engine/notifications?limit=200')).items.filter(({ kind }) => kind === 'channel.stopped').length;
    for (let times = 0; times < 3; times++) {
      for (const forged of ['', 'AAAA', twilio.getExpectedTwilioSignature('another token', `${publicUrl}${callbackPath}`, fields), twilio.getExpectedTwilioSignature(authToken, `${product.url}${callbackPath}`, fields)]) {
        expect((await post(callbackPath, forged)).status).toBe(401);
      }
    }
    expect((await post(callbackPath, signed, new URLSearchParams({ ...fields, From: '+919800000000' }))).status).toBe(401);
    expect(await unreachable()).toEqual([]);
    for (let times = 0; times < 3; times++) expect((await post(callbackPath, signed)).status).toBe(200);
    expect([await unreachable(), await stopped()]).toEqual([['stopped'], 1]);
    for (const provider of ['resend', 'sendgrid']) expect((await post(callbackPath.replace('twilio', provider), signed)).status).toBe(503);
    expect((await post(callbackPath.replace('twilio', 'nobody'), signed)).status).toBe(404);
    expect((await post(callbackPath, signed, Buffer.alloc(9 * 1024 * 1024, 0x61))).status).toBe(413);
    expect((await post(callbackPath, signed, Buffer.from([0xff, 0xfe, 0x00]))).status).toBe(401);
  });
});
