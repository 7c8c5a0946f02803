import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase } from '@docuvault/db/database.ts';
import { openPostgres } from '@docuvault/db/postgres/postgres-driver.ts';
import type { Database } from '@docuvault/db/types.ts';
import { missingPostgres, preparePostgres, startPostgres, type PostgresServer } from '@docuvault/testing/postgres.ts';
import { freshEmail, goodPassword, serveAuth, signUp, type ServedAuth } from './tests/serve-auth.ts';

/** The embedded engine runs one transaction at a time; here they truly overlap, between two servers. */
describe.skipIf(missingPostgres() !== null)('two auth servers on one PostgreSQL', () => {
  let server: PostgresServer;
  let db: Database;
  let one: ServedAuth;
  let two: ServedAuth;
  beforeAll(async () => {
    server = await startPostgres();
    await preparePostgres(server);
    db = createDatabase(openPostgres({ connectionString: server.appUrl }));
    [one, two] = [await serveAuth(db), await serveAuth(db)];
  });
  afterAll(async () => {
    await db?.close();
    server?.stop();
  });
  const eachTwice = (count: number) => Array.from({ length: count }, (_, i) => (i % 2 ? one : two));

  it('agree on one successor of a refresh token', async () => {
    const { session } = await signUp(one);
    const answers = await Promise.all(
      eachTwice(10).map(async (served) => {
        const answer = await served.post('/token?grant_type=refresh_token', { refresh_token: session.refresh_token });
        return { status: answer.status, token: ((await answer.json()) as { refresh_token: string }).refresh_token };
      }),
    );
    expect(answers.map((answer) => answer.status)).toEqual(Array(10).fill(200));
    expect(new Set(answers.map((answer) => answer.token)).size).toBe(1);
  });

  it('give an address to one account', async () => {
    const email = freshEmail();
    const answers = await Promise.all(eachTwice(6).map((served) => served.client().auth.signUp({ email, password: goodPassword })));
    expect(answers.map((answer) => answer.error?.code ?? 'session').sort()).toEqual(['session', ...Array(5).fill('user_already_exists')]);
  });

  it('take a TOTP code once', async () => {
    const { client } = await signUp(one);
    const { data } = await client.auth.mfa.enroll({ factorType: 'totp' });
    const code = new TOTP({ secret: Secret.fromBase32(data!.totp.secret) }).generate({ timestamp: one.clock.now().getTime() });
    const challenges = await Promise.all(eachTwice(4).map(async () => (await client.auth.mfa.challenge({ factorId: data!.id })).data!.id));
    const token = (await client.auth.getSession()).data.session!.access_token;
    const answers = await Promise.all(
      eachTwice(4).map((served, i) => served.post(`/factors/${data!.id}/verify`, { challenge_id: challenges[i], code }, { authorization: `Bearer ${token}` })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422, 422, 422]);
  });

  it('end a session for each other within ten seconds', async () => {
    const { client, session } = await signUp(one);
    await two.auth.verifyToken(session.access_token);
    await client.auth.signOut();
    two.clock.advance(10_000);
    await expect(two.auth.verifyToken(session.access_token)).rejects.toMatchObject({ status: 401 });
  });

  it('spend a mailed link once', async () => {
    const { email } = await signUp(one);
    const { data } = await one.admin().auth.admin.generateLink({ type: 'recovery', email });
    const answers = await Promise.all(eachTwice(4).map((served) => served.client().auth.verifyOtp({ token_hash: data.properties!.hashed_token, type: 'recovery' })));
    expect(answers.map((answer) => answer.error?.code ?? 'session').sort()).toEqual(['otp_expired', 'otp_expired', 'otp_expired', 'session']);
  });

  it('serve operators and the rest of the wire on it', async () => {
    const { user, client } = await signUp(two);
    expect((await two.admin().auth.admin.listUsers({ page: 1, perPage: 5 })).error).toBeNull();
    expect((await client.auth.updateUser({ data: { a: 1 }, email: freshEmail('moved'), password: 'another password' })).error).toBeNull();
    expect((await two.admin().auth.admin.updateUserById(user.id, { ban_duration: '1h', app_metadata: { b: 2 } })).error).toBeNull();
    expect((await two.admin().auth.admin.deleteUser(user.id, true)).error).toBeNull();
    expect((await two.admin().auth.admin.deleteUser(user.id)).error).toBeNull();
  });
});
