import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import type { Insights, SeriesList } from '@docuvault/contract/analytics.ts';
import type { UserActor } from '@docuvault/core/actor.ts';
import { createPerson } from '@docuvault/testing/database.ts';
import { callerOf, openTestVault, type Caller } from '@docuvault/testing/vault.ts';
import { store } from '../ai-chat/fixtures/family-vault.ts';
import type { FamilyDocument } from '../ai-chat/fixtures/family-document.ts';
import { analyticsEngineRoom } from './analytics-engine.routes.ts';

const vault = await openTestVault();
const room = analyticsEngineRoom(vault);
const enter = async (name: string): Promise<{ actor: UserActor; call: Caller }> => {
  const actor = await createPerson(vault.db, name);
  return { actor, call: callerOf(room, actor) };
};
const read = async <T>(answer: Promise<Response>) => (await (await answer).json()) as T;
const send = (call: Caller, events: unknown[], headers: Record<string, string> = {}) =>
  call('/events', { method: 'POST', body: JSON.stringify({ events }), headers: { 'content-type': 'application/json', ...headers } });
const codeOf = async (answer: Promise<Response>) => {
  const got = await answer;
  return `${String(got.status)} ${((await got.json()) as { error: { code: string } }).error.code}`;
};
const day = (offset: number): string => new Date(vault.clock.now().getTime() + offset * 86_400_000).toISOString().slice(0, 10);

let made = 0;
const paper = (given: Partial<FamilyDocument>): FamilyDocument => {
  made += 1;
  return { key: `paper-${String(made)}`, title: `Paper ${String(made)}`, type: 'invoice', category: 'bills', fields: {}, text: 'A paper', ...given };
};
const bill = (issuer: string, totalAmount: string, currency: string, issueDate: string, given: Partial<FamilyDocument> = {}): FamilyDocument =>
  paper({ fields: { issuer, totalAmount, currency, issueDate }, ...given });
const cameIn = (id: string, at: string) => vault.db.asService('test moves a day', (tx) => tx.query(sql`update public.documents set created_at = ${at}::timestamptz where id = ${id}`));

describe('figures over time', () => {
  it('count papers, bytes and money by step, in the person’s own time zone, with every step there', async () => {
    const { actor, call } = await enter('asha');
    await vault.db.asService('test zone', (tx) => tx.query(sql`update public.users set time_zone = 'Asia/Kolkata' where id = ${actor.userId}`));
    const [first, second] = [await store(vault.db, actor, bill('Torrent Power', '1200.50', 'INR', '2026-03-02')), await store(vault.db, actor, bill('Hetzner', '9.99', 'EUR', '2026-03-03'))];
    await cameIn(first, '2026-03-01T20:00:00Z');
    await cameIn(second, '2026-03-03T03:00:00Z');
    const { interval, timeZone, series } = await read<SeriesList>(call('/?from=2026-03-01&to=2026-03-04&metrics=documents,storage,spending'));
    expect({ interval, timeZone }).toEqual({ interval: 'day', timeZone: 'Asia/Kolkata' });
    expect(series.map(({ metric, currency, total, points }) => ({ metric, currency, total, values: points.map(({ value }) => value) }))).toEqual([
      { metric: 'documents', currency: null, total: 2, values: [0, 1, 1, 0] },
      { metric: 'storage', currency: null, total: 2, values: [0, 1, 2, 2] },
      { metric: 'spending', currency: 'EUR', total: 9.99, values: [0, 0, 9.99, 0] },
      { metric: 'spending', currency: 'INR', total: 1200.5, values: [0, 1200.5, 0, 0] },
    ]);
    const year = await read<SeriesList>(call('/?from=2025-01-15&to=2026-12-31&metrics=documents'));
    expect(year.interval).toBe('month');
    expect(year.series[0]!.points).toHaveLength(24);
    expect(year.series[0]!.points.filter(({ value }) => value > 0)).toEqual([{ date: '2026-03-01', value: 2 }]);
  });

  it('are of nobody else, and empty in a vault where nothing is', async () => {
    const { call } = await enter('ravi');
    const { series } = await read<SeriesList>(call('/'));
    expect(series.map(({ metric, total }) => `${metric} ${String(total)}`)).toEqual(['documents 0', 'storage 0', 'questions 0', 'expiring 0']);
    expect(series[0]!.points).toHaveLength(90);
  });

  it('refuse what cannot be drawn', async () => {
    const { call } = await enter('meera');
    expect(await codeOf(call('/?from=2026-05-01&to=2026-04-01'))).toBe('400 analytics.range_invalid');
    for (const bad of ['from=9995-01-01&to=9999-12-31', 'from=0000-01-01&to=0001-01-01', 'to=9999-12-31', 'from=9999-12-31']) expect(await codeOf(call(`/?${bad}`)), bad).toBe('400 analytics.range_invalid');
    expect(await codeOf(call('/?from=1990-01-01&to=2026-04-01'))).toBe('400 analytics.range_too_long');
    expect(await codeOf(call('/?metrics=documents,passwords'))).toBe('400 analytics.unknown_metric');
    expect(await codeOf(call(`/?metrics=${Array.from({ length: 21 }, (_, i) => `events.a${String(i)}`).join(',')}`))).toBe('400 analytics.too_many_metrics');
    for (const bad of ['from=yesterday', 'from=2026-02-30', 'to=9999999-01-01', 'metrics=']) expect(await codeOf(call(`/?${bad}`)), bad).toBe('400 request.invalid');
  });
});

describe('events of a client', () => {
  it('are kept once each, however often they are sent, and drawn under their name', async () => {
    const { actor, call } = await enter('asha');
    const id = crypto.randomUUID();
    const taken = await send(call, [{ id, name: 'scan.finished', value: 3, dimensions: { camera: 'back', pages: 3, passport: 'Passport No. Z7654321' } }, { name: 'scan.finished' }]);
    expect([taken.status, await taken.json()]).toEqual([202, { accepted: 2 }]);
    expect(await read(send(call, [{ id, name: 'scan.finished', value: 3 }]))).toEqual({ accepted: 0 });
    expect((await read<SeriesList>(call('/?metrics=events.scan.finished'))).series[0]).toMatchObject({ unit: 'sum', total: 4 });
    const [kept] = await vault.db.asUser(actor, (tx) => tx.query<{ dimensions: Record<string, unknown> }>(sql`select dimensions from public.analytics_data where user_id = ${actor.userId} and metric_value = 3`));
    expect(kept!.dimensions).toEqual({ camera: 'back', pages: 3, passport: 'Passport No. XXXX4321' });
    const other = await enter('ravi');
    expect((await read<SeriesList>(other.call('/?metrics=events.scan.finished'))).series[0]).toMatchObject({ total: 0 });
    expect(await read(send(other.call, [{ id, name: 'scan.finished' }])), 'the id of somebody else is no secret').toEqual({ accepted: 1 });
  });

  it('are refused whole where one of them is none', async () => {
    const { call } = await enter('meera');
    expect(await codeOf(send(call, [{ name: 'ok' }, { name: 'late', at: new Date(vault.clock.now().getTime() - 31 * 86_400_000).toISOString() }]))).toBe('400 analytics.event_time');
    expect(await codeOf(send(call, [{ name: 'ahead', at: '2999-01-01T00:00:00Z' }]))).toBe('400 analytics.event_time');
    for (const bad of [[], [{ name: 'Drop Table' }], [{ name: 'x', value: 'many' }], [{ name: 'x', dimensions: { a: { b: 1 } } }], [{ name: 'x', id: '7' }], Array.from({ length: 101 }, () => ({ name: 'x' }))]) {
      expect(await codeOf(send(call, bad))).toBe('400 request.invalid');
    }
    expect(await codeOf(send(call, [{ name: 'x', dimensions: Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`d${String(i)}`, 1])) }]))).toBe('400 analytics.too_many_dimensions');
    expect((await read<SeriesList>(call('/?metrics=events.ok'))).series[0]).toMatchObject({ total: 0 });
  });

  it('cannot be made large behind the function’s back', async () => {
    const { actor } = await enter('dev');
    const add = (value: string, dimensions: unknown) => vault.db.asUser(actor, (tx) => tx.query(sql`
      insert into public.analytics_data (user_id, metric_type, metric_value, dimensions) values (${actor.userId}, 'x', ${value}::float8, ${JSON.stringify(dimensions)}::jsonb)`));
    await expect(add('1', { a: 'x'.repeat(9000) })).rejects.toThrow();
    await expect(add('1', [1])).rejects.toThrow();
    await expect(add('NaN', {})).rejects.toThrow();
    await expect(add('Infinity', {})).rejects.toThrow();
  });
});

describe('insights', () => {
  it('tell what ends soon or has ended, but not what was renewed', async () => {
    const { actor, call } = await enter('asha');
    const passport = (title: string, expiresOn: string, person = 'Asha Rao') => store(vault.db, actor, paper({ title, type: 'passport', category: 'identity', person, expiresOn }));
    await passport('Old passport', day(-30));
    await passport('New passport', day(3000));
    await passport('Passport Z7654321 of Dev', day(20), 'Dev Rao');
    await store(vault.db, actor, paper({ title: 'Policy of the car', type: 'insurance_policy', category: 'insurance', expiresOn: day(-5), fields: { issuer: 'Acko' } }));
    await store(vault.db, actor, paper({ title: 'Thrown away', type: 'warranty', category: 'warranty', expiresOn: day(10), trashed: true }));
    await store(vault.db, actor, paper({ title: 'Far away', type: 'warranty', category: 'warranty', expiresOn: day(91) }));
    const { expiring } = await read<Insights>(call('/insights'));
    expect(expiring.map(({ title, daysLeft, state }) => [title, daysLeft, state])).toEqual([
      ['Policy of the car', -5, 'expired'],
      ['Passport XXXX4321 of Dev', 20, 'expiring'],
    ]);
  });

  it('name papers that are missing by what is there, and miss nothing in an empty vault', async () => {
    const { actor, call } = await enter('asha');
    expect((await read<Insights>(call('/insights'))).missing).toEqual([]);
    await vault.db.asService('test country', (tx) => tx.query(sql`update public.users set country = 'IN' where id = ${actor.userId}`));
    const put = (type: FamilyDocument['type'], person: string | undefined, given: Partial<FamilyDocument> = {}) => store(vault.db, actor, paper({ title: type, type, category: 'identity', ...(person ? { person } : {}), ...given }));
    await put('passport', 'Asha Rao', { fields: { dateOfBirth: '1984-02-01' } });
    await put('driving_licence', 'ASHA RAO');
    await put('passport', 'Nia Rao', { fields: { dateOfBirth: day(-3000) } });
    await put('national_id', 'Nia Rao');
    await put('passport', 'A Visitor');
    await put('vehicle_registration', undefined, { title: 'RC of the Swift' });
    await put('lease', undefined, { title: 'Lease of the flat' });
    const before = (await read<Insights>(call('/insights'))).missing.map(({ documentType, person, subject, reason }) => [documentType, person, subject, reason]);
    expect(before).toHaveLength(8);
    expect(before).toEqual(expect.arrayContaining([
      ['national_id', expect.stringMatching(/asha rao/i), null, 'usual_for_person'], ['tax_id', expect.stringMatching(/asha rao/i), null, 'usual_for_person'],
      ['birth_certificate', 'Nia Rao', null, 'usual_for_child'], ['vaccination_record', 'Nia Rao', null, 'usual_for_child'],
      ['insurance_policy', null, 'vehicle', 'vehicle_without_insurance'], ['insurance_policy', null, 'home', 'home_without_insurance'],
      ['insurance_policy', null, 'health', 'usual_for_household'], ['will', null, null, 'usual_for_household'],
    ]));
    await put('insurance_policy', undefined, { title: 'Acko', text: 'Private Car Package Policy' });
    await put('insurance_policy', undefined, { title: 'Star Mediclaim', text: 'Hospitalisation cover' });
    await put('will', 'Asha Rao');
    const after = (await read<Insights>(call('/insights'))).missing;
    expect(after.map(({ documentType, subject }) => [documentType, subject])).not.toEqual(expect.arrayContaining([['insurance_policy', 'vehicle']]));
    expect(after.map(({ documentType, subject }) => `${documentType} ${String(subject)}`).sort()).toEqual(['birth_certificate null', 'insurance_policy home', 'national_id null', 'tax_id null', 'vaccination_record null']);
    expect(after.find(({ subject }) => subject === 'home')!.because.map(({ title }) => title)).toEqual(['Lease of the flat']);
  });

  it('find papers that are there twice, and leave renewals with the same number alone', async () => {
    const { actor, call } = await enter('asha');
    const scan = (title: string, fields: FamilyDocument['fields'], type: FamilyDocument['type']) => store(vault.db, actor, paper({ title, type, category: 'identity', fields }));
    await scan('Passport scan', { documentNumber: 'Z 7654321' }, 'passport');
    await scan('Passport photo', { documentNumber: 'z7654321' }, 'passport');
    await scan('Policy 2025', { documentNumber: 'HX-2219/07', startDate: '2025-04-01' }, 'insurance_policy');
    await scan('Policy 2026', { documentNumber: 'HX-2219/07', startDate: '2026-04-01' }, 'insurance_policy');
    await store(vault.db, actor, bill('Torrent Power', '1200', 'INR', day(-40), { title: 'Bill' }));
    await store(vault.db, actor, bill('TORRENT POWER', '1200.00', 'INR', day(-40), { title: 'Bill again' }));
    const numbered = { documentNumber: 'INV-77001', issuer: 'Croma', totalAmount: '50', currency: 'INR', issueDate: day(-500) };
    for (const title of ['Croma', 'Croma again']) await store(vault.db, actor, paper({ title, fields: numbered }));
    const { duplicates, spending } = await read<Insights>(call('/insights'));
    expect(duplicates.map(({ reason, documents }) => [reason, documents.map(({ title }) => title).sort()])).toEqual(expect.arrayContaining([
      ['same_number', ['Passport photo', 'Passport scan']], ['same_bill', ['Bill', 'Bill again']], ['same_number', ['Croma', 'Croma again']],
    ]));
    expect(duplicates).toHaveLength(3);
    expect(spending.totals).toEqual([{ currency: 'INR', total: 1200, documents: 1 }]);
  });

  it('add up what was spent by category and month, each currency by itself, and what takes room', async () => {
    const { actor, call } = await enter('asha');
    await store(vault.db, actor, bill('Torrent Power', '1200.10', 'INR', day(-1), { type: 'utility_bill' }));
    await store(vault.db, actor, bill('Apollo', '900.20', 'INR', day(-1), { category: 'medical' }));
    await store(vault.db, actor, bill('Hetzner', '9.99', 'EUR', day(-2)));
    await store(vault.db, actor, bill('Long ago', '5000', 'INR', day(-800)));
    await store(vault.db, actor, paper({ type: 'payslip', category: 'employment', fields: { totalAmount: '90000', currency: 'INR' } }));
    await store(vault.db, actor, paper({ fields: { totalAmount: 'about ten', currency: 'INR' } }));
    await store(vault.db, actor, bill('Gone', '70', 'INR', day(-1), { trashed: true }));
    const { spending, storage } = await read<Insights>(call('/insights'));
    expect(spending.totals).toEqual([{ currency: 'INR', total: 2100.3, documents: 2 }, { currency: 'EUR', total: 9.99, documents: 1 }]);
    expect(spending.byCategory).toEqual(expect.arrayContaining([{ category: 'medical', currency: 'INR', total: 900.2, documents: 1 }]));
    expect(spending.byMonth.reduce((sum, { documents }) => sum + documents, 0)).toBe(3);
    expect(storage).toMatchObject({ documents: 6, trash: { documents: 1, bytes: 1 } });
    expect(storage.largest).toHaveLength(5);
    const other = await enter('ravi');
    expect((await read<Insights>(other.call('/insights'))).storage).toMatchObject({ documents: 0, byCategory: [], largest: [] });
  });
});
