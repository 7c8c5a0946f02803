import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import type { Mailer, MailMessage } from '@docuvault/core/mailer.ts';
import { SendFailure } from '@docuvault/core/sending.ts';
import { callerOf } from '@docuvault/testing/vault.ts';
import { familyVaultRoom } from './family-vault.routes.ts';
import { fifteen, openFamily } from './test/big-family.ts';

const { vault, ask, ok, family, personOf, join, asService, inbox } = await openFamily();
const nobody = callerOf(familyVaultRoom(vault), { role: 'anon' });

type Member = { userId: string; role: string; email: string };
const members = (body: { items: Member[] }) => body.items;

describe('a family of fifteen', () => {
  it('is in one vault, each in their role, and sees who else is', async () => {
    const { id, people, owner } = await family();
    for (const name of ['asha', 'kabir', 'lawyer']) {
      const seen = members(await ok<{ items: Member[] }>(people[name]!, 'family', 'GET', `/${id}/members`));
      expect(seen).toHaveLength(15);
      expect(seen.find((one) => one.userId === people.ravi!.actor.userId)).toMatchObject({ role: 'admin', email: people.ravi!.actor.email });
    }
    expect(await ok(people.diya!, 'family', 'GET', `/${id}`)).toMatchObject({ name: 'Our family', role: 'child', memberCount: 15 });
    expect(await ok(owner, 'family', 'GET', '/')).toMatchObject({ items: [{ id, role: 'owner' }], nextCursor: null });
    expect((await inbox(owner)).filter((one) => one.kind === 'family.joined')).toHaveLength(14);
    expect(fifteen).toHaveLength(15);
  });

  it('raises nobody above whoever does it, and nobody by themselves', async () => {
    const { id, people } = await family(['asha', 'ravi', 'arjun', 'meera', 'nani', 'kabir']);
    const [asha, ravi, arjun, meera, nani, kabir] = ['asha', 'ravi', 'arjun', 'meera', 'nani', 'kabir'].map((name) => people[name]!);
    const change = (as: typeof asha, whom: typeof asha, role: string) => ask(as!, 'family', 'PATCH', `/${id}/members/${whom!.actor.userId}`, { role });
    for (const [as, whom, role] of [
      [ravi, ravi, 'owner'], [meera, meera, 'admin'], [nani, nani, 'member'], [kabir, kabir, 'member'], [kabir, kabir, 'viewer'], [meera, nani, 'member'],
      [ravi, meera, 'owner'], [ravi, arjun, 'member'], [ravi, asha, 'member'], [nani, asha, 'viewer'],
    ] as const) {
      expect({ role, ...(await change(as, whom, role)) }).toMatchObject({ role, status: 403, body: { error: { code: 'vault.role_forbidden' } } });
    }
    expect(await change(ravi, meera, 'admin')).toMatchObject({ status: 200, body: { role: 'admin' } });
    expect(await change(meera, meera, 'member')).toMatchObject({ status: 200, body: { role: 'member' } });
    expect((await inbox(meera!)).map((one) => one.title)).toContain('You are now admin of “Our family”');
  });

  it('is handed over before its last owner leaves, and nobody loses a document by leaving', async () => {
    const { id, people } = await family(['asha', 'ravi', 'kabir']);
    const [asha, ravi, kabir] = [people.asha!, people.ravi!, people.kabir!];
    const leave = (as: typeof asha) => ask(as, 'family', 'DELETE', `/${id}/members/${as.actor.userId}`);
    expect(await leave(asha)).toMatchObject({ status: 409, body: { error: { code: 'vault.last_owner' } } });
    expect(await ask(asha, 'family', 'PATCH', `/${id}/members/${asha.actor.userId}`, { role: 'member' })).toMatchObject({ status: 409 });
    expect(await leave(kabir)).toMatchObject({ status: 403 });
    await ok(asha, 'family', 'PATCH', `/${id}/members/${ravi.actor.userId}`, { role: 'owner' });
    expect(await ask(ravi, 'family', 'DELETE', `/${id}/members/${asha.actor.userId}`)).toMatchObject({ status: 403 });
    expect(await leave(asha)).toMatchObject({ status: 204 });
    expect(await ask(asha, 'family', 'GET', `/${id}`)).toMatchObject({ status: 404, body: { error: { code: 'vault.not_found' } } });
    expect(await ok(ravi, 'family', 'GET', `/${id}`)).toMatchObject({ role: 'owner', memberCount: 2 });
    expect(await ask(kabir, 'family', 'DELETE', `/${id}`)).toMatchObject({ status: 403 });
    expect(await ask(ravi, 'family', 'DELETE', `/${id}`)).toMatchObject({ status: 204 });
    expect(await ask(kabir, 'family', 'GET', `/${id}`)).toMatchObject({ status: 404 });
    expect((await inbox(kabir)).map((one) => one.kind)).toContain('family.dissolved');
  });

  it('gets another owner when the account of its last one goes', async () => {
    const { id, people } = await family(['asha', 'meera', 'ravi', 'kabir']);
    await asService(sql`delete from auth.users where id = ${people.asha!.actor.userId}`);
    expect(await ok(people.ravi!, 'family', 'GET', `/${id}`)).toMatchObject({ role: 'owner', memberCount: 3 });
    await asService(sql`delete from auth.users where id = any(${[people.ravi!.actor.userId, people.meera!.actor.userId]}::uuid[])`);
    expect(await ask(people.kabir!, 'family', 'GET', `/${id}`)).toMatchObject({ status: 404 });
  });
});

describe('an invitation', () => {
  it('is sent once under an Idempotency-Key, and answered with the same token', async () => {
    const { id, owner } = await family(['asha']);
    const headers = { 'idempotency-key': crypto.randomUUID(), 'content-type': 'application/json' };
    const invite = async () => (await (await owner.call.family(`/${id}/invitations`, { method: 'POST', headers, body: JSON.stringify({ email: 'guest@example.test', role: 'viewer' }) })).json()) as { token: string };
    const first = await invite();
    expect(first.token).toEqual(expect.any(String));
    expect(await invite()).toEqual(first);
    expect((await ok<{ items: unknown[] }>(owner, 'family', 'GET', `/${id}/invitations`)).items).toHaveLength(1);
  });

  it('works once, in time, for the address it names, and not after it was taken back', async () => {
    const { id, owner } = await family(['asha']);
    const [meera, other] = [await personOf('meera'), await personOf('other')];
    const invite = (email: string | null, more = {}) => ok<{ id: string; token: string }>(owner, 'family', 'POST', `/${id}/invitations`, { email, role: 'member', ...more });
    const accept = (as: typeof meera, token: string) => ask(as, 'family', 'POST', '/invitations/accept', { token });
    const { token } = await invite(meera.actor.email!.toUpperCase());
    for (const [as, guess] of [[other, token], [meera, 'guessed'], [meera, `${token}x`], [meera, token.toLowerCase()]] as const) {
      expect(await accept(as, guess)).toMatchObject({ status: 404, body: { error: { code: 'invitation.not_found' } } });
    }
    expect(await accept(meera, token)).toMatchObject({ status: 200, body: { id, role: 'member' } });
    for (const as of [meera, other]) expect(await accept(as, token)).toMatchObject({ status: 404 });
    expect(await ask(owner, 'family', 'POST', `/${id}/invitations`, { email: meera.actor.email, role: 'admin' })).toMatchObject({ status: 409, body: { error: { code: 'invitation.already_member' } } });

    const first = await invite(other.actor.email);
    const second = await invite(other.actor.email);
    expect(await accept(other, first.token)).toMatchObject({ status: 404 });
    await ok(owner, 'family', 'DELETE', `/${id}/invitations/${second.id}`);
    expect(await accept(other, second.token)).toMatchObject({ status: 404 });
    const late = await invite(other.actor.email);
    await asService(sql`update public.family_invitations set expires_at = now() - interval '1 second' where id = ${late.id}`);
    expect(await accept(other, late.token)).toMatchObject({ status: 422, body: { error: { code: 'invitation.expired' } } });
    expect((await ok<{ items: { status: string }[] }>(owner, 'family', 'GET', `/${id}/invitations`)).items.map((one) => one.status)).toEqual(['expired', 'revoked', 'revoked', 'accepted']);
    const [stored] = await asService(sql`select to_jsonb(i) as row from public.family_invitations i where i.id = ${late.id}`);
    expect(JSON.stringify(stored)).not.toContain(late.token);
  });

  it('goes out by mail in its sender\'s language where the vault sends mail, and is theirs to pass on where it does not', async () => {
    const { id, owner } = await family(['asha']);
    const mails: MailMessage[] = [];
    let broken = false;
    const mailer: Mailer = { provider: 'test', send: (message) => (broken ? Promise.reject(new SendFailure('refused')) : Promise.resolve({ provider: 'test', messageId: String(mails.push(message)) })) };
    const call = callerOf(familyVaultRoom({ ...vault, mailer, siteUrl: 'https://vault.example' }), owner.actor);
    const send = async (email: string) => (await (await call(`/${id}/invitations`, { method: 'POST', body: JSON.stringify({ email, role: 'member' }), headers: { 'content-type': 'application/json' } })).json()) as { token: string; url: string; mailed: boolean };
    const first = await send('guest@example.test');
    expect(first).toMatchObject({ mailed: true, url: `https://vault.example/invitation/${first.token}` });
    expect(mails).toMatchObject([{ to: 'guest@example.test', subject: expect.stringContaining('“Our family”') as unknown, text: expect.stringContaining(first.url) as unknown }]);
    await asService(sql`update public.users set locale = 'hi-IN' where id = ${owner.actor.userId}`);
    await send('guest@example.test');
    expect(mails[1]!.text).toContain('निमंत्रण खोलें');
    await asService(sql`insert into private.suppressed_addresses (channel, address, reason, provider, since) values ('email', 'closed@example.test', 'stopped', 'test', now())`);
    expect(await send('closed@example.test')).toMatchObject({ mailed: false });
    broken = true;
    expect(await send('guest@example.test')).toMatchObject({ mailed: false });
    expect(mails).toHaveLength(2);
    expect(await ok(owner, 'family', 'POST', `/${id}/invitations`, { email: 'guest@example.test', role: 'member' })).toMatchObject({ mailed: false });
  });

  it('says to whoever holds it what it is for, and of the vault no more once it is over', async () => {
    const { id, owner, people } = await family(['asha', 'ravi']);
    const [meera, other] = [await personOf('meera'), await personOf('other')];
    const look = async (token: string, as?: typeof meera) => {
      const answer = await (as ? as.call.family : nobody)('/invitations/look', { method: 'POST', body: JSON.stringify({ token }), headers: { 'content-type': 'application/json' } });
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    };
    const { token } = await ok<{ token: string }>(people.ravi!, 'family', 'POST', `/${id}/invitations`, { email: meera.actor.email, role: 'viewer' });
    const seen = await look(token);
    expect(seen).toMatchObject({ status: 200, body: { status: 'open', vault: 'Our family', role: 'viewer', forYou: null, vaultId: null } });
    expect(seen.body.addressHint).toMatch(/^m•••/);
    expect(JSON.stringify(seen)).not.toContain(meera.actor.email!);
    expect(await look(token, other)).toMatchObject({ body: { status: 'open', forYou: false, vaultId: null } });
    expect(await look(token, meera)).toMatchObject({ body: { status: 'open', forYou: true, vaultId: id } });
    for (const guess of ['guessed', `${token}x`]) expect(await look(guess)).toMatchObject({ status: 404, body: { error: { code: 'invitation.not_found' } } });
    await ok(owner, 'family', 'PATCH', `/${id}/members/${people.ravi!.actor.userId}`, { role: 'member' });
    expect(await look(token)).toMatchObject({ body: { status: 'revoked', vault: null, from: null, addressHint: null } });
    await ok(owner, 'family', 'PATCH', `/${id}/members/${people.ravi!.actor.userId}`, { role: 'admin' });
    await ok(meera, 'family', 'POST', '/invitations/accept', { token });
    expect(await look(token, other)).toMatchObject({ body: { status: 'accepted', vault: null } });
    expect(await look(token, meera)).toMatchObject({ body: { status: 'accepted', vault: 'Our family', vaultId: id } });
  });

  it('is sent by those who run the vault, into no role above theirs, and dies with its sender\'s rank', async () => {
    const { id, people, owner } = await family(['asha', 'ravi', 'meera', 'kabir']);
    const guest = await personOf('guest');
    const send = (as: typeof guest, role: string, email = guest.actor.email) => ask<{ token: string }>(as, 'family', 'POST', `/${id}/invitations`, { email, role });
    for (const [as, role] of [[people.meera!, 'viewer'], [people.kabir!, 'child'], [people.ravi!, 'owner']] as const) expect(await send(as, role)).toMatchObject({ status: 403 });
    expect(await send(await personOf('stranger'), 'viewer')).toMatchObject({ status: 404, body: { error: { code: 'vault.not_found' } } });
    for (const email of ['', 'nobody', 'a@b', 5, null, `${'x'.repeat(400)}@example.test`]) expect(await send(owner, 'member', email as string)).toMatchObject({ status: 400 });
    expect(await send(owner, 'emperor')).toMatchObject({ status: 400 });
    const { body } = await send(people.ravi!, 'admin');
    await ok(owner, 'family', 'PATCH', `/${id}/members/${people.ravi!.actor.userId}`, { role: 'member' });
    expect(await ask(guest, 'family', 'POST', '/invitations/accept', { token: body.token })).toMatchObject({ status: 404 });
    expect(await ask(people.meera!, 'family', 'GET', `/${id}/invitations`)).toMatchObject({ status: 403 });
  });

  it('of a child may share all of the child\'s papers with its parents, if the child says so', async () => {
    const { id, people, owner } = await family(['asha', 'ravi', 'meera']);
    const child = await personOf('kabir');
    const { token } = await ok<{ token: string }>(owner, 'family', 'POST', `/${id}/invitations`, { email: child.actor.email, role: 'child' });
    await ok(child, 'family', 'POST', '/invitations/accept', { token, shareEverything: true });
    const shares = await ok<{ items: { id: string; memberId: string; everything: boolean }[] }>(child, 'family', 'GET', `/${id}/shares`);
    expect(shares.items.map((one) => one.memberId).sort()).toEqual([people.asha!, people.ravi!].map((one) => one.actor.userId).sort());
    expect(await ask(child, 'family', 'DELETE', `/${id}/shares/${shares.items[0]!.id}`)).toMatchObject({ status: 403 });
    expect(await ask(child, 'family', 'POST', `/${id}/shares`, { everything: true })).toMatchObject({ status: 403 });
    await join(id, owner, await personOf('tara'), 'child');
  });
});

describe('somebody else\'s vault', () => {
  it('is not there, on any route', async () => {
    const { id, owner } = await family(['asha']);
    const stranger = await personOf('stranger');
    const any = crypto.randomUUID();
    for (const vault of [id, any, 'not-an-id']) {
      for (const [method, path, body] of [
        ['GET', ''], ['PATCH', '', { name: 'x' }], ['DELETE', ''], ['POST', '/invitations', { email: 'a@example.test' }], ['GET', '/invitations'], ['DELETE', `/invitations/${any}`],
        ['GET', '/members'], ['PATCH', `/members/${owner.actor.userId}`, { role: 'viewer' }], ['DELETE', `/members/${owner.actor.userId}`], ['GET', `/members/${owner.actor.userId}/documents`],
        ['POST', '/shares', { everything: true }], ['GET', '/shares'], ['DELETE', `/shares/${any}`], ['GET', '/activity'], ['GET', '/emergency'], ['GET', '/emergency-contacts'],
        ['POST', '/emergency-contacts', { userId: owner.actor.userId, waitHours: 24 }], ['DELETE', `/emergency-contacts/${any}`], ['POST', '/emergency/request', {}],
        ['GET', '/emergency/requests'], ['POST', `/emergency/${any}/approve`], ['POST', `/emergency/${any}/deny`], ['GET', '/emergency/export'], ['GET', '/emergency/sheet'],
        ['GET', '/emergency/check-in'], ['PUT', '/emergency/check-in', { silentDays: 30 }], ['POST', '/emergency/check-in'], ['DELETE', '/emergency/check-in'],
      ] as const) {
        expect({ method, path, ...(await ask(stranger, 'family', method, `/${vault}${path}`, body)) }).toMatchObject({ method, path, status: 404, body: { error: { code: 'vault.not_found' } } });
      }
    }
  });

  it('refuses what is not of its form', async () => {
    const { id, owner } = await family(['asha']);
    for (const body of [{}, { name: '' }, { name: '   ' }, { name: 5 }, { name: 'x'.repeat(201) }, [], 'x', null]) expect(await ask(owner, 'family', 'POST', '/', body)).toMatchObject({ status: 400 });
    expect(await ask(owner, 'family', 'POST', '/', { name: 'x'.repeat(2_000_000) })).toMatchObject({ status: 413 });
    for (const body of [{}, { documentId: 'x' }, { everything: false }, { everything: true, permission: 'own' }, { everything: true, release: 'soon' }, { documentId: crypto.randomUUID(), folderId: crypto.randomUUID() }, { everything: true, memberId: 7 }]) {
      expect(await ask(owner, 'family', 'POST', `/${id}/shares`, body)).toMatchObject({ status: 400 });
    }
    for (const body of [{ waitHours: 24 }, { userId: owner.actor.userId, waitHours: 2 }, { userId: owner.actor.userId, waitHours: 721 }, { userId: owner.actor.userId, waitHours: 3.5 }, { userId: owner.actor.userId, waitHours: '24' }]) {
      expect(await ask(owner, 'family', 'POST', `/${id}/emergency-contacts`, body)).toMatchObject({ status: 400 });
    }
    expect(await ask(owner, 'family', 'GET', '/?cursor=x')).toMatchObject({ status: 400 });
    expect(await ask(owner, 'family', 'GET', `/${id}/activity?limit=0`)).toMatchObject({ status: 400 });
  });
});
