import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { createSupabaseAccounts } from '@docuvault/auth-supabase/supabase-accounts.ts';
import type { MailMessage } from '@docuvault/core/mailer.ts';
import { createAuth } from '@docuvault/supabase-local/auth/create-auth.ts';
import { callerOf, type Caller } from '@docuvault/testing/vault.ts';
import { familyVaultRoom } from './family-vault.routes.ts';
import { openFamily, type Relative } from './test/big-family.ts';

const { vault, family, personOf, put, join, ok } = await openFamily();

const serviceRoleKey = 'sb_secret_of_this_test';
const mails: MailMessage[] = [];
const mailer = { provider: 'test', send: (message: MailMessage) => { mails.push(message); return Promise.resolve({ provider: 'test', messageId: null }); } };
const auth = createAuth({
  db: vault.db, clock: vault.clock, log: vault.log, mailer, jwt: { secret: 'a secret for tests, of 32 bytes and more', issuerUrl: 'http://auth.test' },
  keys: { anonKey: 'sb_publishable_test', serviceRoleKey }, siteUrl: 'http://vault.test', limits: { attempts: false },
});
const accounts = createSupabaseAccounts({ url: 'http://auth.test', serviceKey: serviceRoleKey, send: (request) => auth.app.fetch(request) });

const asked = async (call: Caller, method: string, path: string, body?: unknown) => {
  const answer = await call(path, { method, ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) });
  const text = await answer.text();
  return { status: answer.status, body: (text ? JSON.parse(text) : null) as Record<string, unknown> & { error?: { code: string } } };
};
const as = (person: Relative, withMail = false): Caller => callerOf(familyVaultRoom({ ...vault, accounts, mailer: withMail ? mailer : null, publicUrl: 'https://vault.example' }), person.actor);
const anybody = callerOf(familyVaultRoom({ ...vault, accounts, mailer: null }), { role: 'anon' });
const signIn = async (email: string, password: string) => {
  const answer = await auth.app.request('http://auth.test/token?grant_type=password', {
    method: 'POST', headers: { apikey: 'sb_publishable_test', 'content-type': 'application/json' }, body: JSON.stringify({ email, password }),
  });
  return { status: answer.status, token: ((await answer.json()) as { access_token?: string }).access_token ?? '' };
};
const live = (token: string) => auth.verifyToken(token).then(() => true, () => false);

type Made = { userId: string; signInName: string };
const make = async (guardian: Relative, vaultId: string, name = 'Tara Nair') => (await asked(as(guardian), 'POST', `/${vaultId}/children`, { name, password: 'bright green frogs' })).body as unknown as Made;

describe('a child without an address', () => {
  it('gets an account by those who run the vault, signs in by a name, and is in the vault as a child', async () => {
    const { id, people } = await family(['asha', 'ravi', 'dadi']);
    const made = await make(people.asha!, id);
    expect(made).toMatchObject({ name: 'Tara Nair', person: 'Tara Nair', signInName: expect.stringMatching(/^taranair-[a-z2-9]{5}@child\.invalid$/) as unknown, offeredTo: null });
    const { status, token } = await signIn(made.signInName, 'bright green frogs');
    expect(status).toBe(200);
    expect((await auth.verifyToken(token)).sub).toBe(made.userId);
    const members = (await asked(as(people.dadi!), 'GET', `/${id}/members`)).body.items as { userId: string; role: string }[];
    expect(members.find(({ userId }) => userId === made.userId)).toMatchObject({ role: 'child', fullName: 'Tara Nair' });
    expect((await asked(as(people.ravi!), 'GET', `/${id}/children`)).body.items).toMatchObject([{ userId: made.userId }]);
  });

  it('is seen by those who run the vault in everything, by nobody else, and shares nothing itself', async () => {
    const { id, people } = await family(['asha', 'ravi', 'dadi']);
    const made = await make(people.asha!, id);
    const claims = await auth.verifyToken((await signIn(made.signInName, 'bright green frogs')).token);
    const tara: Relative = { ...people.asha!, name: 'tara', actor: { role: 'authenticated', userId: made.userId, sessionId: null, email: made.signInName, aal: 'aal1', claims } as never };
    const paper = await put(tara, 'SCHOOL REPORT of Tara');
    for (const [person, status] of [[people.asha!, 200], [people.ravi!, 200], [people.dadi!, 404]] as const) expect((await person.call.documents(`/${paper}`)).status, person.name).toBe(status);
    expect(await asked(as(tara), 'POST', `/${id}/shares`, { documentId: paper })).toMatchObject({ status: 403 });
    expect(await asked(as(tara), 'DELETE', `/${id}/members/${made.userId}`)).toMatchObject({ status: 403 });
    expect(await asked(as(tara), 'POST', `/${id}/children`, { name: 'x', password: 'bright green frogs' })).toMatchObject({ status: 403 });
  });

  it('gets a new password from a guardian, and the sessions end', async () => {
    const { id, people } = await family(['asha', 'ravi']);
    const made = await make(people.asha!, id);
    const { token } = await signIn(made.signInName, 'bright green frogs');
    expect(await asked(as(people.ravi!), 'POST', `/${id}/children/${made.userId}/password`, { password: 'short' })).toMatchObject({ status: 400 });
    expect(await asked(as(people.ravi!), 'POST', `/${id}/children/${made.userId}/password`, { password: 'a quite different one' })).toMatchObject({ status: 204 });
    expect(await live(token)).toBe(false);
    expect((await signIn(made.signInName, 'bright green frogs')).status).toBe(400);
    expect((await signIn(made.signInName, 'a quite different one')).status).toBe(200);
    const log = (await asked(as(people.asha!), 'GET', `/${id}/activity`)).body.items as { action: string }[];
    expect(log.map(({ action }) => action)).toContain('child.added');
  });

  it('is looked after by nobody but those who run its vault', async () => {
    const { id, people } = await family(['asha', 'ravi', 'dadi', 'nani', 'kabir']);
    const made = await make(people.asha!, id);
    const other = await family(['meera', 'vikram']);
    const stranger = await personOf('stranger');
    const password = { password: 'a quite different one' };
    for (const name of ['dadi', 'nani', 'kabir']) {
      const call = as(people[name]!);
      expect(await asked(call, 'POST', `/${id}/children`, { name: 'x', password: 'bright green frogs' }), name).toMatchObject({ status: 403 });
      expect(await asked(call, 'GET', `/${id}/children`), name).toMatchObject({ status: 403 });
      expect(await asked(call, 'POST', `/${id}/children/${made.userId}/password`, password), name).toMatchObject({ status: 403 });
      expect(await asked(call, 'POST', `/${id}/children/${made.userId}/hand-over`, { email: 'x@example.test' }), name).toMatchObject({ status: 403 });
    }
    for (const outsider of [stranger, other.owner]) expect(await asked(as(outsider), 'POST', `/${id}/children/${made.userId}/password`, password)).toMatchObject({ status: 404 });
    // Nor are grown people, children with addresses of their own, or another vault's.
    for (const [guardian, vaultId, target] of [[people.asha!, id, people.dadi!], [people.asha!, id, people.kabir!], [other.owner, other.id, { actor: { userId: made.userId } }]] as const) {
      expect(await asked(as(guardian), 'POST', `/${vaultId}/children/${target.actor.userId}/password`, password)).toMatchObject({ status: 404, body: { error: { code: 'child.not_found' } } });
    }
    await expect(vault.db.asUser(other.owner.actor, (tx) => tx.query(sql`select private.adopt_child(${other.id}::uuid, ${made.userId}::uuid, 'x', true)`))).rejects.toMatchObject({ sqlState: 'DV404' });
    await expect(vault.db.asUser(people.asha!.actor, (tx) => tx.query(sql`select private.adopt_child(${id}::uuid, ${stranger.actor.userId}::uuid, 'x', true)`))).rejects.toMatchObject({ sqlState: 'DV404' });
    await ok(people.asha!, 'family', 'DELETE', `/${id}/members/${made.userId}`);
    expect(await asked(as(people.asha!), 'POST', `/${id}/children/${made.userId}/password`, password)).toMatchObject({ status: 404 });
  });

  it('is handed over to an address that is proven by its mail, once, and then belongs to itself', async () => {
    const { id, people } = await family(['asha', 'ravi']);
    const made = await make(people.asha!, id);
    const email = `tara-${crypto.randomUUID().slice(0, 8)}@example.test`;
    expect((await asked(as(people.asha!, true), 'POST', `/${id}/children/${made.userId}/hand-over`, { email: 'wrong@example.test' })).body).toMatchObject({ mailed: true, token: null });
    expect((await asked(as(people.asha!, true), 'POST', `/${id}/children/${made.userId}/hand-over`, { email })).body).toMatchObject({ mailed: true, token: null });
    expect((await asked(as(people.asha!), 'GET', `/${id}/children`)).body.items).toMatchObject([{ offeredTo: email }]);
    const tokenOf = (to: string) => /children\/claim#(\S+)/.exec(mails.find((mail) => mail.to === to)!.text)![1]!;
    const claim = (token: string) => asked(anybody, 'POST', '/children/claim', { token, password: 'mine and nobody else’s' });
    expect(await claim(tokenOf('wrong@example.test'))).toMatchObject({ status: 404 });
    expect(await claim('guessed')).toMatchObject({ status: 404 });
    expect((await signIn(made.signInName, 'bright green frogs')).status).toBe(200);
    expect(await claim(tokenOf(email))).toMatchObject({ status: 200, body: { userId: made.userId, email } });
    expect(await claim(tokenOf(email))).toMatchObject({ status: 404 });
    expect((await signIn(made.signInName, 'bright green frogs')).status).toBe(400);
    expect((await signIn(email, 'mine and nobody else’s')).status).toBe(200);
    expect(await asked(as(people.asha!), 'POST', `/${id}/children/${made.userId}/password`, { password: 'a quite different one' })).toMatchObject({ status: 404 });
    expect((await asked(as(people.asha!), 'GET', `/${id}/children`)).body.items).toEqual([]);
    const page = await anybody('/children/claim');
    expect([page.status, page.headers.get('content-security-policy')]).toEqual([200, expect.stringContaining("default-src 'none'")]);
  });

  it('is not handed over to an address that somebody has, nor after a week; without mail the token is passed on', async () => {
    const { id, people } = await family(['asha', 'ravi']);
    const made = await make(people.asha!, id);
    const offer = async (email: string) => (await asked(as(people.asha!), 'POST', `/${id}/children/${made.userId}/hand-over`, { email })).body as unknown as { token: string };
    const taken = await offer(people.ravi!.actor.email!);
    expect(await asked(anybody, 'POST', '/children/claim', { token: taken.token, password: 'a quite different one' })).toMatchObject({ status: 409, body: { error: { code: 'child.address_taken' } } });
    const { token } = await offer(`tara-${crypto.randomUUID().slice(0, 8)}@example.test`);
    vault.clock.advance(8 * 24 * 3600_000);
    expect(await asked(anybody, 'POST', '/children/claim', { token, password: 'a quite different one' })).toMatchObject({ status: 404 });
  });

  it('has no account where the auth server is not known, and leaves none where the vault is full', async () => {
    const { id, people } = await family(['asha']);
    expect(await asked(callerOf(familyVaultRoom(vault), people.asha!.actor), 'POST', `/${id}/children`, { name: 'x', password: 'bright green frogs' })).toMatchObject({ status: 503 });
    const count = async () => (await vault.db.asService('test', (tx) => tx.query<{ n: number }>(sql`select count(*)::int as n from auth.users where email like '%@child.invalid'`)))[0]!.n;
    for (let n = 0; n < 49; n++) await ok(people.asha!, 'family', 'POST', `/${id}/invitations`, { email: `guest-${n}@example.test` });
    const before = await count();
    expect(await asked(as(people.asha!), 'POST', `/${id}/children`, { name: 'x', password: 'bright green frogs' })).toMatchObject({ status: 422, body: { error: { code: 'vault.full' } } });
    expect(await count()).toBe(before);
    const ravi = await personOf('ravi');
    await expect(join(id, people.asha!, ravi, 'member')).rejects.toThrow(/422/);
  });
});
