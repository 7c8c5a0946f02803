import sql from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import type { AccountExport } from '@docuvault/contract/account.ts';
import type { UserActor } from '@docuvault/core/actor.ts';
import { notFound } from '@docuvault/core/errors.ts';
import type { Deps, UserContext } from '../../context.ts';
import { noteEvent } from '../note-event.ts';

const goodForMs = 60 * 60_000;

const hashOf = async (token: string): Promise<string> =>
  Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))).toString('hex');

/** Opens everything of the caller's account for an hour, to be fetched as one archive. `base`: the function's own address. */
export const askForExport = async ({ actor, deps }: UserContext, base: string): Promise<AccountExport> => {
  const [id, now] = [uuidv7(), deps.clock.now()];
  const expiresAt = new Date(now.getTime() + goodForMs);
  const token = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');
  const hash = await hashOf(token);
  const size = await deps.db.asUser(actor, async (tx) => {
    await tx.query(sql`delete from public.account_exports where user_id = ${actor.userId} and expires_at < ${now}`);
    await tx.query(sql`insert into public.account_exports (id, user_id, token_hash, created_at, expires_at) values (${id}, ${actor.userId}, ${hash}, ${now}, ${expiresAt})`);
    await noteEvent(tx, actor.userId, 'export.requested', now);
    const [row] = await tx.query<{ documents: number; bytes: number }>(sql`
      select count(*)::int as documents, coalesce(sum(d.size_bytes), 0)::float8 as bytes from public.documents d where d.user_id = ${actor.userId}`);
    return row!;
  });
  return { id, status: 'ready', url: `${base}/export/${id}?token=${token}`, ...size, createdAt: now.toISOString(), expiresAt: expiresAt.toISOString() };
};

/** Whose export it is: the caller's own, or that of whose token was given. 404 `export.not_found` for any other, and once its hour is over. */
export const whoseExport = async (deps: Deps, actor: UserActor | null, id: string, token: string | undefined): Promise<UserActor> => {
  const now = deps.clock.now();
  if (actor) {
    const own = await deps.db.asUser(actor, (tx) => tx.query(sql`select e.id from public.account_exports e where e.id = ${id} and e.user_id = ${actor.userId} and e.expires_at > ${now}`));
    if (own.length > 0) return actor;
  }
  const hash = token ? await hashOf(token) : '';
  const [row] = token ? await deps.db.asService('open an export by its token', (tx) => tx.query<{ user_id: string }>(sql`
    select e.user_id from public.account_exports e where e.id = ${id} and e.token_hash = ${hash} and e.expires_at > ${now}`)) : [];
  if (!row) throw notFound('export');
  return { role: 'authenticated', userId: row.user_id, sessionId: null, email: null, aal: 'aal1', claims: { sub: row.user_id, role: 'authenticated' } };
};
