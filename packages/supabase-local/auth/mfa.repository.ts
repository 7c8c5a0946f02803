import sql from 'sql-template-tag';
import type { Tx } from '@docuvault/db/types.ts';

export type FactorRow = {
  id: string;
  user_id: string;
  friendly_name: string | null;
  factor_type: string;
  status: 'unverified' | 'verified';
  secret: string;
  last_used_step: number | null;
};

/** The user's factor, held until the transaction ends, or null. */
export const lockFactor = async (tx: Tx, userId: string, factorId: string): Promise<FactorRow | null> =>
  (
    await tx.query<FactorRow>(sql`
      select f.id, f.user_id, f.friendly_name, f.factor_type, f.status, f.secret, f.last_used_step
      from auth.mfa_factors f where f.id = ${factorId} and f.user_id = ${userId} for update of f`)
  )[0] ?? null;

export type NewFactor = { id: string; userId: string; friendlyName: string; secret: string; now: string };

export const insertFactor = (tx: Tx, factor: NewFactor) =>
  tx.query(sql`
    insert into auth.mfa_factors (id, user_id, friendly_name, factor_type, status, secret, created_at, updated_at)
    values (${factor.id}, ${factor.userId}, ${factor.friendlyName}, 'totp', 'unverified', ${factor.secret}, ${factor.now}::timestamptz, ${factor.now}::timestamptz)`);

/** Forgets factors that nobody finished enrolling. */
export const dropStaleFactors = (tx: Tx, userId: string, before: string) =>
  tx.query(sql`delete from auth.mfa_factors f where f.user_id = ${userId} and f.status = 'unverified' and f.created_at < ${before}::timestamptz`);

export const insertChallenge = async (tx: Tx, id: string, factorId: string, now: string) => {
  await tx.query(sql`delete from auth.mfa_challenges c where c.factor_id = ${factorId} and c.created_at < ${now}::timestamptz - interval '1 day'`);
  await tx.query(sql`insert into auth.mfa_challenges (id, factor_id, created_at) values (${id}, ${factorId}, ${now}::timestamptz)`);
  await tx.query(sql`update auth.mfa_factors set last_challenged_at = ${now}::timestamptz where id = ${factorId}`);
};

/** A challenge that was not answered yet, or null. */
export const findChallenge = async (tx: Tx, id: string, factorId: string): Promise<{ created_at: Date } | null> =>
  (
    await tx.query<{ created_at: Date }>(sql`
      select c.created_at from auth.mfa_challenges c where c.id = ${id} and c.factor_id = ${factorId} and c.verified_at is null`)
  )[0] ?? null;

/** Records that the code of a time step answered the challenge: neither works again. */
export const acceptCode = async (tx: Tx, factorId: string, challengeId: string, step: number, now: string) => {
  await tx.query(sql`update auth.mfa_challenges set verified_at = ${now}::timestamptz where id = ${challengeId}`);
  await tx.query(sql`
    update auth.mfa_factors set status = 'verified', last_used_step = ${step}, updated_at = ${now}::timestamptz where id = ${factorId}`);
};

/** Lifts the session to aal2. */
export const raiseSession = (tx: Tx, sessionId: string, factorId: string, now: string) =>
  tx.query(sql`update auth.sessions set aal = 'aal2', factor_id = ${factorId}, updated_at = ${now}::timestamptz where id = ${sessionId}`);

/** A first verified factor ends the sessions that never showed it, and removes half-made factors. */
export const endWeakSessions = async (tx: Tx, userId: string, keptSession: string): Promise<string[]> => {
  await tx.query(sql`delete from auth.mfa_factors f where f.user_id = ${userId} and f.status = 'unverified'`);
  const rows = await tx.query<{ id: string }>(sql`
    delete from auth.sessions s where s.user_id = ${userId} and s.aal = 'aal1' and s.id <> ${keptSession} returning s.id`);
  return rows.map((row) => row.id);
};

/** Removes a factor; sessions that were lifted by it fall back to aal1. */
export const removeFactor = async (tx: Tx, factorId: string) => {
  await tx.query(sql`
    delete from auth.mfa_amr_claims a using auth.sessions s
    where s.factor_id = ${factorId} and a.session_id = s.id and a.authentication_method = 'totp'`);
  await tx.query(sql`update auth.sessions set aal = 'aal1', factor_id = null where factor_id = ${factorId}`);
  await tx.query(sql`delete from auth.mfa_factors f where f.id = ${factorId}`);
};
