import { decodeJwt } from 'jose';
import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@docuvault/db/types.ts';
import { openTestDatabase } from '@docuvault/testing/database.ts';
import { goodPassword, serveAuth, signUp, type ServedAuth } from './tests/serve-auth.ts';

let served: ServedAuth;
let db: Database;
beforeAll(async () => {
  db = (await openTestDatabase()).db;
  served = await serveAuth(db);
});

const refresh = async (token: string) => {
  const answer = await served.post('/token?grant_type=refresh_token', { refresh_token: token });
  return { status: answer.status, body: (await answer.json()) as { access_token: string; refresh_token: string; code?: string } };
};

describe('refreshing', () => {
  it('gives new tokens for the same session', async () => {
    const { client, session } = await signUp(served);
    served.clock.advance(1000);
    const { data, error } = await client.auth.refreshSession();
    expect(error).toBeNull();
    expect(data.session!.refresh_token).not.toBe(session.refresh_token);
    expect(decodeJwt(data.session!.access_token).session_id).toBe(decodeJwt(session.access_token).session_id);
    expect((await client.auth.getUser()).error).toBeNull();
  });

  it('stores no token, only its SHA-256', async () => {
    const { session } = await signUp(served);
    const next = (await refresh(session.refresh_token)).body.refresh_token;
    const rows = await db.asService('test', (tx) => tx.query<{ everything: string }>(sql`select r::text as everything from auth.refresh_tokens r`));
    const everything = rows.map((row) => row.everything).join('\n');
    expect(everything).toMatch(/[0-9a-f]{64}/);
    expect(everything).not.toContain(session.refresh_token);
    expect(everything).not.toContain(next);
  });

  it('answers again with the same successor when the first answer was lost', async () => {
    const { session } = await signUp(served);
    const first = await refresh(session.refresh_token);
    served.clock.advance(9_000);
    const again = await refresh(session.refresh_token);
    expect(again.status).toBe(200);
    expect(again.body.refresh_token).toBe(first.body.refresh_token);
    expect((await refresh(first.body.refresh_token)).status).toBe(200);
  });

  it('agrees on one successor when ten refreshes come at once', async () => {
    const { session } = await signUp(served);
    const answers = await Promise.all(Array.from({ length: 10 }, () => refresh(session.refresh_token)));
    expect(answers.map((answer) => answer.status)).toEqual(Array(10).fill(200));
    expect(new Set(answers.map((answer) => answer.body.refresh_token)).size).toBe(1);
  });

  it('ends the session when a used token comes again after the reuse interval', async () => {
    const { client, session } = await signUp(served);
    const first = await refresh(session.refresh_token);
    served.clock.advance(10_001);
    const replay = await refresh(session.refresh_token);
    expect(replay).toMatchObject({ status: 400, body: { code: 'refresh_token_already_used' } });
    expect((await refresh(first.body.refresh_token)).body.code).toBe('refresh_token_already_used');
    expect((await client.auth.getUser(first.body.access_token)).error).toMatchObject({ name: 'AuthSessionMissingError' });
    await expect(served.auth.verifyToken(first.body.access_token)).rejects.toMatchObject({ status: 401 });
  });

  it('ends the session when a token comes again although its successor was used', async () => {
    const { session } = await signUp(served);
    const first = await refresh(session.refresh_token);
    const second = await refresh(first.body.refresh_token);
    expect((await refresh(session.refresh_token)).body.code).toBe('refresh_token_already_used');
    expect((await refresh(second.body.refresh_token)).body.code).toBe('refresh_token_already_used');
  });

  it('leaves the other sessions of the person alone when one is replayed', async () => {
    const { email, session } = await signUp(served);
    const other = served.client();
    await other.auth.signInWithPassword({ email, password: goodPassword });
    await refresh(session.refresh_token);
    served.clock.advance(11_000);
    await refresh(session.refresh_token);
    expect((await other.auth.getUser()).error).toBeNull();
    expect((await other.auth.refreshSession()).error).toBeNull();
  });

  it.each(['', 'nonsense', 'x'.repeat(1000)])('refuses the token %j', async (token) => {
    const { status, body } = await refresh(token);
    expect(status).toBe(400);
    expect(body.code).toBe(token === '' ? 'validation_failed' : 'refresh_token_not_found');
  });

  it('ends an idle session, and one that is too old, where the operator says so', async () => {
    const strict = await serveAuth(db, { limits: { sessionIdleSeconds: 3600, sessionSeconds: 7200 } });
    const { client } = await signUp(strict);
    strict.clock.advance(3_500_000);
    expect((await client.auth.refreshSession()).error).toBeNull();
    strict.clock.advance(3_500_000);
    expect((await client.auth.refreshSession()).error).toBeNull();
    strict.clock.advance(300_000);
    expect((await client.auth.refreshSession()).error).toMatchObject({ code: 'session_expired' });
    const idle = await signUp(strict);
    strict.clock.advance(3_601_000);
    expect((await idle.client.auth.refreshSession()).error).toMatchObject({ code: 'session_expired' });
  });

  it('is refused to who is banned', async () => {
    const { client, user } = await signUp(served);
    await served.admin().auth.admin.updateUserById(user.id, { ban_duration: '24h' });
    expect((await client.auth.getUser()).error).toMatchObject({ status: 403, code: 'user_banned' });
    expect((await client.auth.refreshSession()).error).toMatchObject({ code: 'user_banned' });
    await served.admin().auth.admin.updateUserById(user.id, { ban_duration: 'none' });
  });
});

describe('signing out', () => {
  const twoDevices = async () => {
    const first = await signUp(served);
    const second = served.client();
    await second.auth.signInWithPassword({ email: first.email, password: goodPassword });
    const tokens = [first.session.access_token, (await second.auth.getSession()).data.session!.access_token];
    return { first: first.client, second, tokens };
  };
  const works = async (token: string) => served.auth.verifyToken(token).then(() => true, () => false);

  it('here ends this session at once and no other', async () => {
    const { first, tokens } = await twoDevices();
    expect(await works(tokens[0]!)).toBe(true);
    expect((await first.auth.signOut({ scope: 'local' })).error).toBeNull();
    expect([await works(tokens[0]!), await works(tokens[1]!)]).toEqual([false, true]);
  });

  it('elsewhere ends the others', async () => {
    const { first, second, tokens } = await twoDevices();
    await first.auth.signOut({ scope: 'others' });
    expect([await works(tokens[0]!), await works(tokens[1]!)]).toEqual([true, false]);
    expect((await second.auth.refreshSession()).error).toMatchObject({ code: 'refresh_token_not_found' });
  });

  it('everywhere ends all', async () => {
    const { second, tokens } = await twoDevices();
    await second.auth.signOut();
    expect([await works(tokens[0]!), await works(tokens[1]!)]).toEqual([false, false]);
  });

  it('is answered 204, and a second time with session_not_found', async () => {
    const { session } = await signUp(served);
    const headers = { authorization: `Bearer ${session.access_token}` };
    expect((await served.post('/logout?scope=global', {}, headers)).status).toBe(204);
    expect(await (await served.post('/logout', {}, headers)).json()).toMatchObject({ code: 'session_not_found' });
    expect((await served.post('/logout?scope=moon', {}, { authorization: `Bearer ${(await signUp(served)).session.access_token}` })).status).toBe(400);
  });

  it('is noticed within ten seconds when another process did it', async () => {
    const { session } = await signUp(served);
    expect(await works(session.access_token)).toBe(true);
    await db.asService('test: another process', (tx) => tx.query(sql`delete from auth.sessions s where s.id = ${decodeJwt(session.access_token).session_id as string}`));
    expect(await works(session.access_token)).toBe(true);
    served.clock.advance(10_000);
    expect(await works(session.access_token)).toBe(false);
  });

  it('keeps what a list of devices shows', async () => {
    const { user } = await signUp(served);
    const rows = await db.asService('test', (tx) => tx.query(sql`select s.user_agent, host(s.ip) as ip, s.aal from auth.sessions s where s.user_id = ${user.id}`));
    expect(rows).toEqual([{ user_agent: expect.any(String), ip: '192.0.2.1', aal: 'aal1' }]);
  });
});

describe('another server on the same database', () => {
  it('takes over sessions: nothing of them lives in memory alone', async () => {
    const { session } = await signUp(served);
    const first = await refresh(session.refresh_token);
    const restarted = await serveAuth(db);
    const again = await restarted.post('/token?grant_type=refresh_token', { refresh_token: session.refresh_token });
    expect(again.status).toBe(200);
    expect(((await again.json()) as { refresh_token: string }).refresh_token).toBe(first.body.refresh_token);
  });
});
