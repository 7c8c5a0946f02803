import { decodeJwt } from 'jose';
import { Secret, TOTP } from 'otpauth';
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

const codeOf = (secret: string, aheadMs = 0) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: served.clock.now().getTime() + aheadMs });
const nextStep = () => served.clock.advance(30_000);

/** A person with a verified authenticator app, and a client whose session has shown it. */
const withSecondFactor = async () => {
  const person = await signUp(served);
  const { data, error } = await person.client.auth.mfa.enroll({ factorType: 'totp', friendlyName: 'phone' });
  if (error) throw error;
  const verified = await person.client.auth.mfa.challengeAndVerify({ factorId: data.id, code: codeOf(data.totp.secret) });
  if (verified.error) throw verified.error;
  nextStep();
  return { ...person, factorId: data.id, secret: data.totp.secret, verified: verified.data };
};

describe('enrolling an authenticator app', () => {
  it('gives a secret, an otpauth address and a QR code', async () => {
    const { client, email } = await signUp(served);
    const { data, error } = await client.auth.mfa.enroll({ factorType: 'totp', friendlyName: 'phone', issuer: 'DocuVault' });
    expect(error).toBeNull();
    expect(data).toMatchObject({ type: 'totp', friendly_name: 'phone', id: expect.any(String) });
    expect(data!.totp.secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(data!.totp.uri).toBe(`otpauth://totp/DocuVault:${encodeURIComponent(email)}?issuer=DocuVault&secret=${data!.totp.secret}&algorithm=SHA1&digits=6&period=30`);
    expect(data!.totp.qr_code).toMatch(/^data:image\/svg\+xml;utf-8,<svg /);
  });

  it('keeps the secret encrypted', async () => {
    const { secret, factorId } = await withSecondFactor();
    const [row] = await db.asService('test', (tx) => tx.query<{ secret: string }>(sql`select f.secret from auth.mfa_factors f where f.id = ${factorId}`));
    expect(row!.secret).toMatch(/^1\.[\w-]{60,}$/);
    expect(row!.secret).not.toContain(secret);
  });

  it('needs a session, another name for another factor, and is for authenticator apps only', async () => {
    expect((await served.client().auth.mfa.enroll({ factorType: 'totp' })).error!.message).toMatch(/missing sub|Bearer/);
    const { client } = await signUp(served);
    await client.auth.mfa.enroll({ factorType: 'totp', friendlyName: 'phone' });
    expect((await client.auth.mfa.enroll({ factorType: 'totp', friendlyName: 'phone' })).error).toMatchObject({ status: 422, code: 'mfa_factor_name_conflict' });
    expect((await client.auth.mfa.enroll({ factorType: 'phone', phone: '+491234567' })).error).toMatchObject({ status: 501 });
  });

  it('stops at ten factors, and forgets the unfinished after an hour', async () => {
    const { client } = await signUp(served);
    for (let i = 0; i < 10; i += 1) expect((await client.auth.mfa.enroll({ factorType: 'totp', friendlyName: `f${i}` })).error).toBeNull();
    expect((await client.auth.mfa.enroll({ factorType: 'totp' })).error).toMatchObject({ code: 'too_many_enrolled_mfa_factors' });
    served.clock.advance(3_601_000);
    await client.auth.refreshSession();
    expect((await client.auth.mfa.enroll({ factorType: 'totp' })).error).toBeNull();
  });
});

describe('showing the second factor', () => {
  it('lifts the session to aal2, and says so in the token', async () => {
    const { client, email, factorId, secret } = await withSecondFactor();
    await client.auth.signOut({ scope: 'local' });
    await client.auth.signInWithPassword({ email, password: goodPassword });
    expect((await client.auth.mfa.getAuthenticatorAssuranceLevel()).data).toMatchObject({ currentLevel: 'aal1', nextLevel: 'aal2' });
    const { data: challenge } = await client.auth.mfa.challenge({ factorId });
    expect(challenge).toMatchObject({ type: 'totp', expires_at: Math.floor(served.clock.now().getTime() / 1000) + 300 });
    const { data, error } = await client.auth.mfa.verify({ factorId, challengeId: challenge!.id, code: codeOf(secret) });
    expect(error).toBeNull();
    const claims = decodeJwt(data!.access_token);
    expect(claims).toMatchObject({ aal: 'aal2' });
    expect((claims.amr as { method: string }[]).map((entry) => entry.method).sort()).toEqual(['password', 'totp']);
    const refreshed = await client.auth.refreshSession();
    expect(decodeJwt(refreshed.data.session!.access_token).aal).toBe('aal2');
    expect((await client.auth.mfa.listFactors()).data).toMatchObject({ totp: [{ id: factorId, status: 'verified' }] });
  });

  it('is what a token needs to be good for anything, once its person has one', async () => {
    const { client, email, secret, factorId } = await withSecondFactor();
    await expect(served.auth.verifyToken((await client.auth.getSession()).data.session!.access_token)).resolves.toMatchObject({ payload: { aal: 'aal2' } });
    const thief = served.client();
    const weak = (await thief.auth.signInWithPassword({ email, password: goodPassword })).data.session!.access_token;
    await expect(served.auth.verifyToken(weak)).rejects.toMatchObject({ status: 403, code: 'auth.second_factor_required' });
    const { data } = await thief.auth.mfa.challengeAndVerify({ factorId, code: codeOf(secret) });
    await expect(served.auth.verifyToken(data!.access_token)).resolves.toBeTruthy();
    await thief.auth.mfa.unenroll({ factorId });
    served.clock.advance(11_000);
    await expect(served.auth.verifyToken(weak)).resolves.toBeTruthy();
  });

  it('is refused for a wrong code', async () => {
    const { client, factorId } = await withSecondFactor();
    expect((await client.auth.mfa.challengeAndVerify({ factorId, code: '000000' })).error).toMatchObject({ status: 422, code: 'mfa_verification_failed', message: 'Invalid TOTP code entered' });
  });

  it('is refused for a code that was used, even on a new challenge', async () => {
    const { client, factorId, secret } = await withSecondFactor();
    const code = codeOf(secret);
    expect((await client.auth.mfa.challengeAndVerify({ factorId, code })).error).toBeNull();
    expect((await client.auth.mfa.challengeAndVerify({ factorId, code })).error).toMatchObject({ code: 'mfa_verification_failed' });
    expect((await client.auth.mfa.challengeAndVerify({ factorId, code: codeOf(secret, -30_000) })).error).toMatchObject({ code: 'mfa_verification_failed' });
    nextStep();
    expect((await client.auth.mfa.challengeAndVerify({ factorId, code: codeOf(secret) })).error).toBeNull();
  });

  it('accepts one code once when it comes twice at the same time', async () => {
    const { session, client, factorId, secret, verified } = await withSecondFactor();
    expect(session.user.id).toBe(verified!.user.id);
    const challenges = await Promise.all([1, 2].map(async () => (await client.auth.mfa.challenge({ factorId })).data!.id));
    const token = (await client.auth.getSession()).data.session!.access_token;
    const answers = await Promise.all(challenges.map((id) => served.post(`/factors/${factorId}/verify`, { challenge_id: id, code: codeOf(secret) }, { authorization: `Bearer ${token}` })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422]);
  });

  it('is refused on an old challenge, an answered one, and one of another factor', async () => {
    const { client, factorId, secret } = await withSecondFactor();
    const challengeId = (await client.auth.mfa.challenge({ factorId })).data!.id;
    served.clock.advance(301_000);
    expect((await client.auth.mfa.verify({ factorId, challengeId, code: codeOf(secret) })).error).toMatchObject({ status: 422, code: 'mfa_challenge_expired' });
    const fresh = (await client.auth.mfa.challenge({ factorId })).data!.id;
    expect((await client.auth.mfa.verify({ factorId, challengeId: fresh, code: codeOf(secret) })).error).toBeNull();
    nextStep();
    expect((await client.auth.mfa.verify({ factorId, challengeId: fresh, code: codeOf(secret) })).error).toMatchObject({ status: 404 });
    expect((await client.auth.mfa.verify({ factorId, challengeId: 'nonsense', code: codeOf(secret) })).error).toMatchObject({ status: 404 });
  });

  it('stops guessing after ten wrong codes', async () => {
    const { client, factorId, secret } = await withSecondFactor();
    for (let i = 0; i < 10; i += 1) await client.auth.mfa.challengeAndVerify({ factorId, code: '000000' });
    expect((await client.auth.mfa.challengeAndVerify({ factorId, code: codeOf(secret) })).error).toMatchObject({ status: 429, code: 'over_request_rate_limit' });
  });

  it('of another person does not exist', async () => {
    const { factorId, secret } = await withSecondFactor();
    const stranger = await signUp(served);
    expect((await stranger.client.auth.mfa.challenge({ factorId })).error).toMatchObject({ status: 404, code: 'mfa_factor_not_found' });
    expect((await stranger.client.auth.mfa.unenroll({ factorId })).error).toMatchObject({ status: 404, code: 'mfa_factor_not_found' });
    expect(codeOf(secret)).toHaveLength(6);
  });

  it('for the first time ends the sessions that never showed it, and their refresh tokens', async () => {
    const person = await signUp(served);
    const thief = served.client();
    await thief.auth.signInWithPassword({ email: person.email, password: goodPassword });
    const enrolled = (await person.client.auth.mfa.enroll({ factorType: 'totp' })).data!;
    await person.client.auth.mfa.challengeAndVerify({ factorId: enrolled.id, code: codeOf(enrolled.totp.secret) });
    expect((await thief.auth.getUser()).error).toMatchObject({ name: 'AuthSessionMissingError' });
    expect((await person.client.auth.getUser()).error).toBeNull();
    const old = await served.post('/token?grant_type=refresh_token', { refresh_token: person.session.refresh_token });
    expect(await old.json()).toMatchObject({ code: 'refresh_token_already_used' });
  });
});

describe('an account with a second factor', () => {
  it('lets nobody change password, address or factors who has not shown it', async () => {
    const { email, factorId, client } = await withSecondFactor();
    const weak = served.client();
    await weak.auth.signInWithPassword({ email, password: goodPassword });
    expect((await weak.auth.updateUser({ password: 'another password' })).error).toMatchObject({ status: 401, code: 'insufficient_aal' });
    expect((await weak.auth.updateUser({ email: `x${email}` })).error).toMatchObject({ code: 'insufficient_aal' });
    expect((await weak.auth.mfa.enroll({ factorType: 'totp', friendlyName: 'thief' })).error).toMatchObject({ status: 403, code: 'insufficient_aal' });
    expect((await weak.auth.mfa.unenroll({ factorId })).error).toMatchObject({ status: 422, code: 'insufficient_aal' });
    expect((await weak.auth.updateUser({ data: { theme: 'dark' } })).error).toBeNull();
    expect((await client.auth.updateUser({ password: 'another password' })).error).toBeNull();
  });

  it('falls back to aal1 when the factor is removed', async () => {
    const { client, factorId } = await withSecondFactor();
    expect((await client.auth.mfa.unenroll({ factorId })).data).toEqual({ id: factorId });
    const { data } = await client.auth.refreshSession();
    expect(decodeJwt(data.session!.access_token)).toMatchObject({ aal: 'aal1', amr: [{ method: 'password' }] });
  });

  it('can be helped by an operator', async () => {
    const { user, factorId } = await withSecondFactor();
    const { admin } = served.admin().auth;
    expect((await admin.mfa.listFactors({ userId: user.id })).data!.factors).toMatchObject([{ id: factorId, status: 'verified', factor_type: 'totp' }]);
    expect((await admin.mfa.deleteFactor({ userId: user.id, id: factorId })).error).toBeNull();
    expect((await admin.mfa.listFactors({ userId: user.id })).data!.factors).toEqual([]);
    expect((await admin.mfa.deleteFactor({ userId: user.id, id: factorId })).error).toMatchObject({ code: 'mfa_factor_not_found' });
  });
});
