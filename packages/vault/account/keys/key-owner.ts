import sql from 'sql-template-tag';
import type { UserActor } from '@docuvault/core/actor.ts';
import type { Deps } from '../../context.ts';

/** How every key begins, so that leaked ones are found by scanners of secrets. */
export const keyPrefix = 'dvk_';

/** What is kept of a key. It has 256 random bits, so that a plain hash cannot be searched. */
export const hashOfKey = async (key: string): Promise<string> =>
  Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key))).toString('hex');

const form = /^dvk_[\w-]{43}$/;
const noteEveryMs = 60_000;

type Row = { id: string; user_id: string; scopes: string[]; email: string | null; unnoted: boolean };

/** Whom a key stands for and what it may do; null for one that is not known, has ended or is of no such form. Notes its use, once a minute at most. */
export const ownerOfKey = async (deps: Pick<Deps, 'db' | 'clock'>, key: string): Promise<UserActor | null> => {
  if (!form.test(key)) return null;
  const [hash, now] = [await hashOfKey(key), deps.clock.now()];
  const row = await deps.db.asService('find whose key it is', async (tx) => {
    const [found] = await tx.query<Row>(sql`
      select k.id, k.user_id, k.scopes, u.email, k.last_used_at is null or k.last_used_at < ${new Date(now.getTime() - noteEveryMs)} as unnoted
      from public.api_keys k join public.users u on u.id = k.user_id where k.key_hash = ${hash} and (k.expires_at is null or k.expires_at > ${now})`);
    if (found?.unnoted) await tx.query(sql`update public.api_keys set last_used_at = ${now} where id = ${found.id}`);
    return found;
  });
  if (!row) return null;
  return { role: 'authenticated', userId: row.user_id, sessionId: null, email: row.email, aal: 'aal1', scopes: row.scopes, claims: { sub: row.user_id, role: 'authenticated', email: row.email, api_key: row.id } };
};
