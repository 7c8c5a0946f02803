import sql from 'sql-template-tag';
import type { AccountSession } from '@docuvault/contract/account.ts';
import { notFound } from '@docuvault/core/errors.ts';
import type { UserContext } from '../context.ts';
import { pageOf } from '../http/short-list.ts';
import type { Page } from '../http/timed-page.ts';

type Row = { id: string; created_at: Date; last_seen_at: Date; not_after: Date | null; aal: string; user_agent: string | null; ip: string | null };
const most = 200;

/** The devices on which the caller is signed in: the one that asks first, then by when they were last seen. */
export const listSessions = async ({ actor, deps }: UserContext, page: Page): Promise<{ items: AccountSession[]; nextCursor: string | null }> => {
  const rows = await deps.db.asUser(actor, (tx) => tx.query<Row>(sql`select s.* from private.my_sessions() s order by s.last_seen_at desc, s.id limit ${most}`));
  const items = rows.map((row) => ({
    id: row.id,
    current: row.id === actor.sessionId,
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    expiresAt: row.not_after?.toISOString() ?? null,
    aal: row.aal,
    userAgent: row.user_agent || null,
    ip: row.ip,
  }));
  return pageOf(items.sort((a, b) => Number(b.current) - Number(a.current)), page, ({ id }) => id);
};

/** Signs a device out; its access token stops once the auth server has heard, within ten seconds. 404 for one that is not the caller's. */
export const endSession = async ({ actor, deps }: UserContext, id: string, ended: (sessionId: string) => void): Promise<void> => {
  const [row] = await deps.db.asUser(actor, (tx) => tx.query<{ done: boolean }>(sql`select private.end_my_session(${id}) as done`));
  if (!row?.done) throw notFound('session');
  ended(id);
};
