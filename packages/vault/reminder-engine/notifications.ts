import sql, { empty } from 'sql-template-tag';
import type { Notification } from '@docuvault/contract/reminders.ts';
import { malformed } from '@docuvault/core/errors.ts';
import type { UserContext } from '../context.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { notificationMissing } from './reminders.errors.ts';

type Row = { id: string; kind: string; title: string; body: string; data: Record<string, unknown>; read_at: Date | null; created_at: Date };

const columns = sql`n.id, n.kind, n.title, n.body, n.data, n.read_at, n.created_at`;
const toNotification = (row: Row): Notification => ({
  id: row.id, kind: row.kind, title: row.title, body: row.body, data: row.data, readAt: row.read_at?.toISOString() ?? null, createdAt: row.created_at.toISOString(),
});

/** The inbox, newest first, and how much of it is unread. */
export const listNotifications = ({ actor, deps }: UserContext, query: { unread?: string | undefined; kind?: string | undefined; limit?: number | undefined; cursor?: string | undefined }) =>
  deps.db.asUser(actor, async (tx) => {
    const limit = query.limit ?? 50;
    let behind = empty;
    if (query.cursor) {
      const [at, id] = decodeCursor(query.cursor, 2);
      if (typeof at !== 'string' || Number.isNaN(Date.parse(at)) || typeof id !== 'string' || !/^[0-9a-f-]{36}$/.test(id)) throw malformed('request.invalid_cursor', 'The cursor is not one that this list gave.');
      behind = sql`and (date_trunc('milliseconds', n.created_at), n.id) < (${new Date(at)}::timestamptz, ${id}::uuid)`;
    }
    const unreadOnly = query.unread === 'true' || query.unread === '1' ? sql`and n.read_at is null` : empty;
    const rows = await tx.query<Row>(sql`
      select ${columns} from public.notifications n where n.user_id = (select auth.uid()) ${unreadOnly} ${query.kind ? sql`and n.kind = ${query.kind}` : empty} ${behind}
      order by date_trunc('milliseconds', n.created_at) desc, n.id desc limit ${limit + 1}`);
    const [count] = await tx.query<{ unread: number }>(sql`select count(*)::integer as unread from public.notifications n where n.user_id = (select auth.uid()) and n.read_at is null`);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return { items: rows.slice(0, limit).map(toNotification), nextCursor: last ? encodeCursor([last.created_at.toISOString(), last.id]) : null, unread: count?.unread ?? 0 };
  });

/** Marks one as read; again does nothing more. */
export const readNotification = ({ actor, deps }: UserContext, id: string): Promise<Notification> =>
  deps.db.asUser(actor, async (tx) => {
    const [row] = await tx.query<Row>(sql`
      update public.notifications n set read_at = coalesce(n.read_at, ${deps.clock.now()}) where n.id = ${id} and n.user_id = (select auth.uid()) returning ${columns}`);
    if (!row) throw notificationMissing();
    return toNotification(row);
  });

/** Marks everything as read. */
export const readAllNotifications = ({ actor, deps }: UserContext): Promise<void> =>
  deps.db.asUser(actor, async (tx) => {
    await tx.query(sql`update public.notifications n set read_at = ${deps.clock.now()} where n.user_id = (select auth.uid()) and n.read_at is null`);
  });
