import sql from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import type { ApiKey, ApiKeyInput, ApiKeyMade } from '@docuvault/contract/account.ts';
import { notFound } from '@docuvault/core/errors.ts';
import type { UserContext } from '../../context.ts';
import { keyExpired, tooManyKeys } from '../account.errors.ts';
import { noteEvent } from '../note-event.ts';
import { hashOfKey, keyPrefix } from './key-owner.ts';

const mostKeys = 50;

type Row = { id: string; name: string; hint: string; scopes: string[]; created_at: Date; expires_at: Date | null; last_used_at: Date | null };
const columns = sql`k.id, k.name, k.hint, k.scopes, k.created_at, k.expires_at, k.last_used_at`;
const toKey = (row: Row): ApiKey => ({
  id: row.id, name: row.name, hint: row.hint, scopes: row.scopes, createdAt: row.created_at.toISOString(), expiresAt: row.expires_at?.toISOString() ?? null, lastUsedAt: row.last_used_at?.toISOString() ?? null,
});

/** The caller's keys, the latest first; what they open, never the keys themselves. */
export const listKeys = async ({ actor, deps }: UserContext): Promise<{ items: ApiKey[]; nextCursor: null }> => {
  const rows = await deps.db.asUser(actor, (tx) => tx.query<Row>(sql`select ${columns} from public.api_keys k where k.user_id = ${actor.userId} order by k.created_at desc, k.id desc limit ${mostKeys}`));
  return { items: rows.map(toKey), nextCursor: null };
};

/** Makes a key of 256 random bits and answers it, this once. 422 `api_key.expires_in_past`, `api_key.too_many` (50). */
export const makeKey = async ({ actor, deps }: UserContext, input: ApiKeyInput): Promise<ApiKeyMade> => {
  const now = deps.clock.now();
  const expiresAt = input.expiresAt ? new Date(input.expiresAt) : null;
  if (expiresAt && expiresAt <= now) throw keyExpired();
  const key = keyPrefix + Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');
  const hash = await hashOfKey(key);
  return deps.db.asUser(actor, async (tx) => {
    const [held] = await tx.query<{ keys: number }>(sql`select count(*)::int as keys from public.api_keys k where k.user_id = ${actor.userId}`);
    if (held!.keys >= mostKeys) throw tooManyKeys(mostKeys);
    const id = uuidv7();
    const row: Row = { id, name: input.name, hint: key.slice(0, 10), scopes: [...new Set(input.scopes)].sort(), created_at: now, expires_at: expiresAt, last_used_at: null };
    await tx.query(sql`insert into public.api_keys (id, user_id, name, hint, key_hash, scopes, created_at, expires_at) values (${id}, ${actor.userId}, ${row.name}, ${row.hint}, ${hash}, ${row.scopes}::text[], ${now}, ${expiresAt})`);
    await noteEvent(tx, actor.userId, 'api_key.made', now, { id, name: row.name });
    return { ...toKey(row), key };
  });
};

/** Ends a key at once. 404 `api_key.not_found` for any that is not the caller's. */
export const endKey = ({ actor, deps }: UserContext, id: string): Promise<void> =>
  deps.db.asUser(actor, async (tx) => {
    const gone = await tx.query(sql`delete from public.api_keys where id = ${id} and user_id = ${actor.userId} returning id`);
    if (gone.length === 0) throw notFound('api_key');
    await noteEvent(tx, actor.userId, 'api_key.ended', deps.clock.now(), { id });
  });
