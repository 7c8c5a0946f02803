import { isIP } from 'node:net';
import sql from 'sql-template-tag';
import type { Tx } from '@docuvault/db/types.ts';
import { sha256 } from './secrets.ts';

/** What is remembered of the device, for the owner's list of devices. */
export type Device = { userAgent: string; address: string };

export type AmrEntry = { method: string; timestamp: number };

const ipOf = (address: string): string | null => (isIP(address) ? address : null);
const agentOf = (userAgent: string): string => userAgent.toWellFormed().replaceAll('\0', '').slice(0, 512);

export type NewSession = { id: string; userId: string; method: string; refreshToken: string; device: Device; now: string; notAfter: string | null };

/** Adds a session with its first refresh token and its way of authentication, and forgets the user's long ended ones. */
export const insertSession = async (tx: Tx, session: NewSession) => {
  const { id, userId, device, now } = session;
  await tx.query(sql`delete from auth.sessions s where s.user_id = ${userId} and s.not_after < ${now}::timestamptz - interval '1 day'`);
  await tx.query(sql`
    with opened as (
      insert into auth.sessions (id, user_id, user_agent, ip, not_after, created_at, updated_at)
      values (${id}, ${userId}, ${agentOf(device.userAgent)}, ${ipOf(device.address)}::inet, ${session.notAfter}::timestamptz,
        ${now}::timestamptz, ${now}::timestamptz)
      returning id)
    update auth.users set last_sign_in_at = ${now}::timestamptz where id = ${userId}`);
  await addAmr(tx, id, session.method, now);
  await insertRefreshToken(tx, { token: session.refreshToken, userId, sessionId: id, parent: null, now });
};

export type NewRefreshToken = { token: string; userId: string; sessionId: string; parent: string | null; now: string };

/** `token` and `parent` as the client has them; hashes are stored. */
export const insertRefreshToken = (tx: Tx, row: NewRefreshToken) =>
  tx.query(sql`
    insert into auth.refresh_tokens (token, user_id, session_id, parent, created_at, updated_at)
    values (${sha256(row.token)}, ${row.userId}, ${row.sessionId}, ${row.parent === null ? null : sha256(row.parent)},
      ${row.now}::timestamptz, ${row.now}::timestamptz)`);

/** Records a way of authentication, or that it was used again now. */
export const addAmr = (tx: Tx, sessionId: string, method: string, now: string) =>
  tx.query(sql`
    insert into auth.mfa_amr_claims (session_id, authentication_method, created_at, updated_at)
    values (${sessionId}, ${method}, ${now}::timestamptz, ${now}::timestamptz)
    on conflict (session_id, authentication_method) do update set updated_at = ${now}::timestamptz`);

/** The session's ways of authentication, the latest first. */
export const amrOf = async (tx: Tx, sessionId: string): Promise<AmrEntry[]> => {
  const rows = await tx.query<{ method: string; at: Date }>(sql`
    select a.authentication_method as method, a.updated_at as at from auth.mfa_amr_claims a
    where a.session_id = ${sessionId} order by a.updated_at desc, a.authentication_method desc`);
  return rows.map((row) => ({ method: row.method, timestamp: Math.floor(row.at.getTime() / 1000) }));
};

export type SessionRow = { id: string; user_id: string; aal: string; factor_id: string | null; not_after: Date | null; created_at: Date; refreshed_at: Date | null };

/** A session that has not ended, or null. */
export const findSession = async (tx: Tx, id: string, now: string): Promise<SessionRow | null> =>
  (
    await tx.query<SessionRow>(sql`
      select s.id, s.user_id, s.aal, s.factor_id, s.not_after, s.created_at, s.refreshed_at from auth.sessions s
      where s.id = ${id} and (s.not_after is null or s.not_after > ${now}::timestamptz)`)
  )[0] ?? null;

export type RefreshRow = { revoked: boolean; updated_at: Date; session_id: string; user_id: string; aal: string; not_after: Date | null; session_created_at: Date; refreshed_at: Date | null };

/** A refresh token with its session, both held against other writers until the transaction ends. */
export const lockRefreshToken = async (tx: Tx, token: string): Promise<RefreshRow | null> =>
  (
    await tx.query<RefreshRow>(sql`
      select r.revoked, r.updated_at, r.session_id, r.user_id, s.aal, s.not_after, s.created_at as session_created_at, s.refreshed_at
      from auth.refresh_tokens r join auth.sessions s on s.id = r.session_id
      where r.token = ${sha256(token)}
      for update of s, r`)
  )[0] ?? null;

/** True when the token is of the session and was not used yet. */
export const isUnused = async (tx: Tx, sessionId: string, token: string): Promise<boolean> => {
  const rows = await tx.query(sql`
    select 1 from auth.refresh_tokens r where r.token = ${sha256(token)} and r.session_id = ${sessionId} and not r.revoked`);
  return rows.length === 1;
};

export const revokeRefreshToken = (tx: Tx, token: string, now: string) =>
  tx.query(sql`update auth.refresh_tokens set revoked = true, updated_at = ${now}::timestamptz where token = ${sha256(token)}`);

/** Revokes whatever the session could still refresh with. */
export const revokeFamily = (tx: Tx, sessionId: string, now: string) =>
  tx.query(sql`
    update auth.refresh_tokens set revoked = true, updated_at = ${now}::timestamptz where session_id = ${sessionId} and not revoked`);

/** Ends a session in place, so that its tokens are still known as used ones. */
export const endSession = (tx: Tx, sessionId: string, now: string) =>
  tx.query(sql`update auth.sessions set not_after = ${now}::timestamptz, updated_at = ${now}::timestamptz where id = ${sessionId}`);

/** Remembers where the session was last seen, and drops its tokens that have been used up for a month. */
export const touchSession = async (tx: Tx, sessionId: string, device: Device, now: string) => {
  await tx.query(sql`
    update auth.sessions set refreshed_at = ${now}::timestamptz, updated_at = ${now}::timestamptz,
      user_agent = ${agentOf(device.userAgent)}, ip = ${ipOf(device.address)}::inet
    where id = ${sessionId}`);
  await tx.query(sql`
    delete from auth.refresh_tokens r
    where r.session_id = ${sessionId} and r.revoked and r.updated_at < ${now}::timestamptz - interval '30 days'`);
};

/** Signs devices out: the named one, all of the user's but it, or all. Returns the sessions ended. */
export const deleteSessions = async (tx: Tx, userId: string, scope: 'local' | 'others' | 'global', sessionId: string | null): Promise<string[]> => {
  const rows = await tx.query<{ id: string }>(sql`
    delete from auth.sessions s
    where s.user_id = ${userId}
      and (${scope} = 'global' or (${scope} = 'local' and s.id = ${sessionId}::uuid) or (${scope} = 'others' and s.id is distinct from ${sessionId}::uuid))
    returning s.id`);
  return rows.map((row) => row.id);
};
