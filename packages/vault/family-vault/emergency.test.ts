import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { unzip } from '@docuvault/testing/unzip.ts';
import { announceEmergencies } from './announce-emergencies.ts';
import { openFamily, type Relative } from './test/big-family.ts';

const { vault, ask, ok, family, personOf, put, process, ids, asService, inbox } = await openFamily();

type Request = { id: string; status: string; grantsAt: string; grantedAt: string | null };
const listed = async (as: Relative) => ids(await ok<{ items: { id: string }[] }>(as, 'documents', 'GET', '/'));
const kinds = async (as: Relative) => (await inbox(as)).map((one) => one.kind);
/** Lets hours pass for a request: what was asked for, was asked for so much earlier. */
const pass = (id: string, hours: number) =>
  asService(sql`update public.emergency_requests set requested_at = requested_at - make_interval(hours => ${hours}), due_at = due_at - make_interval(hours => ${hours}) where id = ${id}`);

const prepared = async () => {
  const made = await family(['asha', 'ravi', 'meera', 'kabir']);
  const [asha, ravi, meera] = [made.people.asha!, made.people.ravi!, made.people.meera!];
  const [will, letter, diary] = [await put(asha, 'LAST WILL AND TESTAMENT of Asha Nair'), await put(asha, 'Letter to the bank'), await put(asha, 'A diary')];
  await process();
  await ok(asha, 'family', 'POST', `/${made.id}/shares`, { documentId: will, release: 'emergency' });
  await ok(asha, 'family', 'POST', `/${made.id}/shares`, { everything: true, release: 'emergency', memberId: ravi.actor.userId });
  await ok(asha, 'family', 'POST', `/${made.id}/shares`, { documentId: diary, release: 'never' });
  const contact = (who: Relative, waitHours: number, order: number) => ok(asha, 'family', 'POST', `/${made.id}/emergency-contacts`, { userId: who.actor.userId, waitHours, order });
  return { ...made, asha, ravi, meera, kabir: made.people.kabir!, will, letter, diary, contact };
};
const request = (as: Relative, vaultId: string, body = {}) => ok<Request>(as, 'family', 'POST', `/${vaultId}/emergency/request`, body);

describe('emergency access', () => {
  it('is asked for by a contact, told at once, denied once, and granted once by waiting', async () => {
    const { id, asha, ravi, meera, will, letter, contact } = await prepared();
    expect(await ok(asha, 'family', 'GET', `/${id}/emergency-contacts`)).toMatchObject({ items: [], suggested: 2 });
    await contact(ravi, 24, 1);
    expect(await contact(meera, 72, 2)).toMatchObject({ order: 2, waitHours: 72 });
    expect(await ok(asha, 'family', 'GET', `/${id}/emergency`)).toMatchObject({ suggested: 0, prepared: { shares: 2 }, contacts: [{ userId: ravi.actor.userId }, { userId: meera.actor.userId }] });
    expect(await listed(ravi)).toEqual([]);

    const first = await request(ravi, id, { reason: 'She is in hospital' });
    expect(first).toMatchObject({ status: 'waiting', grantedAt: null });
    expect(await kinds(asha)).toContain('emergency.requested');
    expect(await kinds(meera)).toContain('emergency.requested');
    expect(await ask(ravi, 'family', 'POST', `/${id}/emergency/request`, {})).toMatchObject({ status: 409, body: { error: { code: 'emergency.already_requested' } } });
    await pass(first.id, 23);
    expect(await listed(ravi)).toEqual([]);
    expect(await ask(ravi, 'family', 'POST', `/${id}/emergency/${first.id}/approve`)).toMatchObject({ status: 403 });
    expect(await ask(ravi, 'family', 'GET', `/${id}/emergency/export`)).toMatchObject({ status: 409, body: { error: { code: 'emergency.not_open' } } });
    expect(await ok(asha, 'family', 'POST', `/${id}/emergency/${first.id}/deny`)).toMatchObject({ status: 'denied' });
    await pass(first.id, 100);
    expect(await listed(ravi)).toEqual([]);
    expect(await kinds(ravi)).toContain('emergency.denied');

    const second = await request(ravi, id);
    await pass(second.id, 24);
    expect((await listed(ravi)).sort()).toEqual([will, letter].sort());
    expect(await listed(meera)).toEqual([]);
    expect((await ok<{ items: Request[] }>(asha, 'family', 'GET', `/${id}/emergency/requests`)).items.map((one) => one.status)).toEqual(['granted', 'denied']);
    const { helping } = await ok<{ helping: { contactId: string }[] }>(ravi, 'family', 'GET', `/${id}/emergency`);
    expect(helping).toMatchObject([{ userId: asha.actor.userId, open: true, openedBy: 'request', releasedDocuments: 2 }]);
    expect(await announceEmergencies(vault)).toBe(2);
    expect(await announceEmergencies(vault)).toBe(0);
    expect((await kinds(asha)).filter((kind) => kind === 'emergency.granted')).toHaveLength(1);

    expect(await ok(asha, 'family', 'POST', `/${id}/emergency/${second.id}/deny`)).toMatchObject({ status: 'ended' });
    expect(await listed(ravi)).toEqual([]);
    const log = (await ok<{ items: { action: string }[] }>(asha, 'family', 'GET', `/${id}/activity`)).items.map((one) => one.action).filter((action) => action.startsWith('emergency.'));
    expect(log).toEqual(['emergency.ended', 'emergency.granted', 'emergency.requested', 'emergency.denied', 'emergency.requested']);
    expect(await ask(ravi, 'family', 'DELETE', `/${id}/emergency-contacts/${helping[0]!.contactId}`)).toMatchObject({ status: 204 });
    expect(await ok(ravi, 'family', 'GET', `/${id}/emergency`)).toMatchObject({ helping: [] });
    expect((await ok<{ items: { action: string }[] }>(meera, 'family', 'GET', `/${id}/activity`)).items.map((one) => one.action)).not.toContain('emergency.denied');
  });

  it('opens at once when it is approved, and ends with the contact', async () => {
    const { id, asha, meera, will, contact } = await prepared();
    const { id: contactId } = await contact(meera, 720, 1) as { id: string };
    const made = await request(meera, id, { ownerId: asha.actor.userId });
    expect(await ok(asha, 'family', 'POST', `/${id}/emergency/${made.id}/approve`)).toMatchObject({ status: 'granted' });
    expect(await listed(meera)).toEqual([will]);
    expect(await ask(asha, 'family', 'POST', `/${id}/emergency/${made.id}/approve`)).toMatchObject({ status: 409 });
    await ok(asha, 'family', 'DELETE', `/${id}/emergency-contacts/${contactId}`);
    expect(await listed(meera)).toEqual([]);
    expect((await ok<{ items: Request[] }>(meera, 'family', 'GET', `/${id}/emergency/requests`)).items[0]).toMatchObject({ status: 'ended' });
    expect(await ask(meera, 'family', 'POST', `/${id}/emergency/request`, {})).toMatchObject({ status: 404 });
  });

  it('is told to each in their own language', async () => {
    const { id, asha, ravi, contact } = await prepared();
    await asService(sql`update public.users set locale = 'hi' where id = ${asha.actor.userId}`);
    await contact(ravi, 24, 1);
    await request(ravi, id, { reason: 'ICU' });
    expect((await inbox(asha)).find(({ kind }) => kind === 'emergency.requested')?.title).toMatch(/आपके दस्तावेज़ों तक आपात पहुँच माँगते हैं$/);
    expect((await inbox(ravi)).find(({ kind }) => kind === 'emergency.contact_named')?.title).toMatch(/trusts you as an emergency contact$/);
  });

  it('is for contacts alone, each with their own wait', async () => {
    const { id, asha, ravi, meera, kabir, contact } = await prepared();
    await contact(ravi, 24, 1);
    for (const other of [meera, kabir]) expect(await ask(other, 'family', 'POST', `/${id}/emergency/request`, { ownerId: asha.actor.userId })).toMatchObject({ status: 404, body: { error: { code: 'emergency_contact.not_found' } } });
    expect(await ask(asha, 'family', 'POST', `/${id}/emergency-contacts`, { userId: kabir.actor.userId, waitHours: 24 })).toMatchObject({ status: 422 });
    expect(await ask(asha, 'family', 'POST', `/${id}/emergency-contacts`, { userId: asha.actor.userId, waitHours: 24 })).toMatchObject({ status: 422 });
    expect(await ask(asha, 'family', 'POST', `/${id}/emergency-contacts`, { userId: (await personOf('x')).actor.userId, waitHours: 24 })).toMatchObject({ status: 404 });
    expect(await ask(kabir, 'family', 'POST', `/${id}/emergency-contacts`, { userId: asha.actor.userId, waitHours: 24 })).toMatchObject({ status: 403 });
    const made = await request(ravi, id);
    for (const other of [meera, kabir]) for (const verb of ['approve', 'deny', 'cancel']) expect(await ask(other, 'family', 'POST', `/${id}/emergency/${made.id}/${verb}`)).toMatchObject({ status: 404 });
    expect(await ok(ravi, 'family', 'POST', `/${id}/emergency/${made.id}/cancel`)).toMatchObject({ status: 'cancelled' });
    await pass(made.id, 100);
    expect(await listed(ravi)).toEqual([]);
  });

  it('gives the heir everything that is released, whole, in one archive, whatever the plan', async () => {
    const { id, asha, ravi, letter, contact } = await prepared();
    await contact(ravi, 3, 1);
    const made = await request(ravi, id);
    await pass(made.id, 3);
    for (const person of [asha, ravi]) await asService(sql`update public.users set subscription_tier = 'free', storage_limit = 0, ai_limit = 0 where id = ${person.actor.userId}`);
    const response = await ravi.call.family(`/${id}/emergency/export`);
    expect(response.headers.get('content-type')).toBe('application/zip');
    const files = Object.fromEntries(await unzip(response));
    expect(Object.keys(files)).toEqual(['originals/0001 paper.pdf', 'originals/0002 paper.pdf', 'documents.json']);
    expect(files['originals/0001 paper.pdf']).toContain('LAST WILL AND TESTAMENT');
    const known = JSON.parse(files['documents.json']!) as { documents: { id: string; file: string; pages: { text: string }[] }[] };
    expect(known.documents.map((one) => one.file)).toEqual(['originals/0001 paper.pdf', 'originals/0002 paper.pdf']);
    expect(known.documents[1]).toMatchObject({ id: letter, pages: [{ text: expect.stringContaining('Letter to the bank') as string }] });
    expect((await ok<{ items: { action: string }[] }>(asha, 'documents', 'GET', `/${letter}/activity`)).items.map((one) => one.action)).toContain('exported');
  });

  it('is on a sheet for printing, without a number of anybody', async () => {
    const { id, asha, ravi, contact } = await prepared();
    await contact(ravi, 48, 1);
    const sheet = await asha.call.family(`/${id}/emergency/sheet`);
    expect(sheet.headers.get('content-type')).toBe('application/pdf');
    expect(Buffer.from(await sheet.arrayBuffer()).subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('the check-in', () => {
  it('reminds gently, then calls the contacts, then opens; a sign of life stops and ends it', async () => {
    const { id, asha, ravi, meera, will, letter, contact } = await prepared();
    await contact(ravi, 24, 1);
    await contact(meera, 72, 2);
    expect(await ok(asha, 'family', 'PUT', `/${id}/emergency/check-in`, { silentDays: 30 })).toMatchObject({ silentDays: 30, reminderDays: 7, stage: 'quiet' });
    const silent = (days: number, hours = 0) => asService(sql`
      update public.emergency_check_ins set last_check_in_at = now() - make_interval(days => ${days}, hours => ${hours}) where user_id = ${asha.actor.userId}`);
    const stage = async () => (await ok<{ stage: string }>(asha, 'family', 'GET', `/${id}/emergency/check-in`)).stage;
    await announceEmergencies(vault);
    await silent(29);
    expect(await announceEmergencies(vault)).toBe(0);
    await silent(33);
    expect(await stage()).toBe('reminding');
    expect(await announceEmergencies(vault)).toBe(1);
    expect(await announceEmergencies(vault)).toBe(0);
    expect(await kinds(asha)).toContain('emergency.check_in');
    expect(await kinds(ravi)).not.toContain('emergency.alert');
    await silent(37, 1);
    expect(await stage()).toBe('alerting');
    await announceEmergencies(vault);
    expect(await kinds(ravi)).toContain('emergency.alert');
    expect(await listed(ravi)).toEqual([]);
    await silent(38, 1);
    expect((await listed(ravi)).sort()).toEqual([will, letter].sort());
    expect(await listed(meera)).toEqual([]);
    await silent(41);
    expect(await listed(meera)).toEqual([will]);
    expect(await ok(ravi, 'family', 'GET', `/${id}/emergency`)).toMatchObject({ helping: [{ open: true, openedBy: 'silence' }] });
    await announceEmergencies(vault);
    expect(await kinds(ravi)).toContain('emergency.granted');
    expect(await ok(asha, 'family', 'POST', `/${id}/emergency/check-in`)).toMatchObject({ stage: 'quiet' });
    for (const contact of [ravi, meera]) expect(await listed(contact)).toEqual([]);
    await silent(50);
    await asService(sql`update auth.users set last_sign_in_at = now() where id = ${asha.actor.userId}`);
    expect(await listed(ravi)).toEqual([]);
    await ok(asha, 'family', 'DELETE', `/${id}/emergency/check-in`);
    expect(await ask(asha, 'family', 'POST', `/${id}/emergency/check-in`)).toMatchObject({ status: 404, body: { error: { code: 'check_in.not_found' } } });
    for (const body of [{ silentDays: 6 }, { silentDays: 366 }, {}, { silentDays: 30, reminderDays: 0 }]) expect(await ask(asha, 'family', 'PUT', `/${id}/emergency/check-in`, body)).toMatchObject({ status: 400 });
  });
});
