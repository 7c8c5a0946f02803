import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import type { AccountSession, AuditEntry, Profile } from '@docuvault/contract/account.ts';
import type { UserActor } from '@docuvault/core/actor.ts';
import { createPerson } from '@docuvault/testing/database.ts';
import { callerOf, openTestVault, type Caller } from '@docuvault/testing/vault.ts';
import { ingestFile } from '../document-upload/ingest-file.ts';
import { trashDocument } from '../documents/trash-documents.ts';
import { accountRoom } from './account.routes.ts';

const vault = await openTestVault();
const ended: string[] = [];
const room = accountRoom({ ...vault, sessionsEnded: (ids) => ended.push(...ids) });
const enter = async (name: string) => {
  const actor = await createPerson(vault.db, name);
  return { actor, call: callerOf(room, actor) };
};
const read = async <T>(answer: Promise<Response>) => (await (await answer).json()) as T;
const change = (call: Caller, body: unknown) => call('/profile', { method: 'PATCH', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
const signInOn = async (actor: UserActor, userAgent: string, id: string = crypto.randomUUID(), notAfter: string | null = null) => {
  await vault.db.asService('test session', (tx) => tx.query(sql`
    insert into auth.sessions (id, user_id, user_agent, ip, not_after) values (${id}, ${actor.userId}, ${userAgent}, '198.51.100.7'::inet, ${notAfter}::timestamptz)`));
  return id;
};
async function* bytesOf(text: string) {
  yield await Promise.resolve(new TextEncoder().encode(text));
}

describe('a person’s account', () => {
  it('is read and put right, one value at a time', async () => {
    const { actor, call } = await enter('asha');
    expect(await read<Profile>(call('/profile'))).toMatchObject({ id: actor.userId, email: actor.email, fullName: null, avatarPath: null, locale: 'en', timeZone: 'UTC', storageUsed: 0 });
    const changed = await read<Profile>(change(call, { fullName: ' Asha Rao ', timeZone: 'Asia/Kolkata', locale: 'hi', country: 'IN' }));
    expect(changed).toMatchObject({ fullName: 'Asha Rao', timeZone: 'Asia/Kolkata', locale: 'hi', country: 'IN' });
    expect(await read<Profile>(change(call, { fullName: null }))).toMatchObject({ fullName: null, timeZone: 'Asia/Kolkata' });
    expect(await read<Profile>(change(call, {}))).toMatchObject({ country: 'IN' });
  });

  it('begins with what was said at sign-up where that makes sense, and follows a name that is changed through auth', async () => {
    const signUp = async (said: Record<string, unknown>): Promise<[UserActor, Caller]> => {
      const id = crypto.randomUUID();
      await vault.db.asService('test sign-up', (tx) => tx.query(sql`
        insert into auth.users (id, email, raw_user_meta_data, email_confirmed_at) values (${id}, ${`${id}@example.com`}, ${JSON.stringify(said)}::jsonb, now())`));
      const actor: UserActor = { role: 'authenticated', userId: id, sessionId: crypto.randomUUID(), email: `${id}@example.com`, aal: 'aal1', claims: { sub: id, role: 'authenticated' } };
      return [actor, callerOf(room, actor)];
    };
    const [actor, call] = await signUp({ full_name: 'Meera Pillai', locale: 'hi', time_zone: 'Asia/Kolkata' });
    expect(await read<Profile>(call('/profile'))).toMatchObject({ fullName: 'Meera Pillai', locale: 'hi', timeZone: 'Asia/Kolkata' });
    await vault.db.asService('test rename', (tx) => tx.query(sql`update auth.users set raw_user_meta_data = '{"full_name": "Meera Rao"}' where id = ${actor.userId}`));
    expect(await read<Profile>(call('/profile'))).toMatchObject({ fullName: 'Meera Rao', timeZone: 'Asia/Kolkata' });
    for (const said of [{ time_zone: 'Mars/Base', locale: '<b>' }, { time_zone: 'UTC-5', locale: 7 }, { time_zone: { a: 1 }, locale: 'x'.repeat(99) }, { time_zone: "'; select 1" }]) {
      const [, other] = await signUp(said);
      expect(await read<Profile>(other('/profile'))).toMatchObject({ fullName: null, locale: 'en', timeZone: 'UTC' });
    }
  });

  it('takes a picture from the person’s own folder only, and no time zone that is none', async () => {
    const { actor, call } = await enter('ravi');
    const refusal = async (body: unknown) => {
      const answer = await change(call, body);
      return [answer.status, ((await answer.json()) as { error: { code: string } }).error.code];
    };
    const stranger = await createPerson(vault.db);
    expect(await refusal({ avatarPath: `${stranger.userId}/a.webp` })).toEqual([422, 'profile.avatar_not_yours']);
    expect(await refusal({ avatarPath: `${actor.userId}/../${stranger.userId}/a.webp` })).toEqual([422, 'profile.avatar_not_yours']);
    expect(await refusal({ timeZone: 'Mars/Olympus' })).toEqual([422, 'profile.time_zone_unknown']);
    expect((await refusal({ country: 'India' }))[0]).toBe(400);
    expect(await read<Profile>(change(call, { avatarPath: `${actor.userId}/me.webp` }))).toMatchObject({ avatarPath: `${actor.userId}/me.webp` });
  });

  it('shows the devices that are signed in, this one first, and signs one out at once', async () => {
    const { actor, call } = await enter('meera');
    const stranger = await enter('kabir');
    await signInOn(actor, 'an old phone', crypto.randomUUID(), '2020-01-01T00:00:00Z');
    const phone = await signInOn(actor, 'a phone');
    await signInOn(actor, 'this laptop', actor.sessionId!);
    const { items } = await read<{ items: AccountSession[] }>(call('/sessions'));
    const first = await read<{ items: AccountSession[]; nextCursor: string }>(call('/sessions?limit=1'));
    expect([...first.items, ...(await read<{ items: AccountSession[] }>(call(`/sessions?limit=1&cursor=${first.nextCursor}`))).items]).toEqual(items);
    expect(items).toMatchObject([{ id: actor.sessionId, current: true, userAgent: 'this laptop', ip: '198.51.100.7' }, { id: phone, current: false, userAgent: 'a phone', aal: 'aal1' }]);
    expect((await stranger.call(`/sessions/${phone}`, { method: 'DELETE' })).status).toBe(404);
    expect(ended).toEqual([]);
    expect((await call(`/sessions/${phone}`, { method: 'DELETE' })).status).toBe(204);
    expect(ended).toEqual([phone]);
    expect((await call(`/sessions/${phone}`, { method: 'DELETE' })).status).toBe(404);
    expect((await read<{ items: AccountSession[] }>(call('/sessions'))).items).toHaveLength(1);
  });

  it('keeps a trail of what was done, page by page, that nobody else sees', async () => {
    const { actor, call } = await enter('leena');
    const ctx = { actor, deps: vault };
    const add = async (name: string) => (await ingestFile(ctx, { stream: bytesOf(`%PDF-1.7\n${name} ${actor.userId}`), fileName: `${name}.pdf`, options: {} })).document.id;
    const one = await add('one');
    await add('two');
    await trashDocument(ctx, one);
    await signInOn(actor, 'this laptop', actor.sessionId!);
    const seen: AuditEntry[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: AuditEntry[]; nextCursor: string | null } = await read(call(`/audit?limit=2${cursor ? `&cursor=${cursor}` : ''}`));
      seen.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen.map(({ action }) => action).sort()).toEqual(['signed_in', 'trashed', 'uploaded', 'uploaded']);
    expect(seen.find(({ action }) => action === 'trashed')).toMatchObject({ documentId: one, documentTitle: 'one' });
    expect(new Set(seen.map(({ id }) => id)).size).toBe(4);
    expect((await read<{ items: AuditEntry[] }>((await enter('tara')).call('/audit'))).items).toEqual([]);
    expect((await call('/audit?cursor=nonsense')).status).toBe(400);
  });
});
