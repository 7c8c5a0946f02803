import sql from 'sql-template-tag';
import type { AuditEntry } from '@docuvault/contract/account.ts';
import { malformed } from '@docuvault/core/errors.ts';
import type { UserContext } from '../context.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { maskIdentityNumbersInText } from '../understanding/identifiers/mask.ts';

type Row = { id: string; action: string; document_id: string | null; title: string | null; created_at: Date; sort: string };
type Page = { limit?: number | undefined; cursor?: string | undefined };

const defaultLimit = 50;
const moment = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?[+-]\d{2}(:\d{2})?$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const placeOf = (cursor: string | undefined): { at: string; id: string } => {
  if (cursor === undefined) return { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
  const [at, id] = decodeCursor(cursor, 2);
  if (typeof at !== 'string' || typeof id !== 'string' || !moment.test(at) || !uuid.test(id)) throw malformed('request.invalid_cursor', 'The cursor is not one that this list gave.');
  return { at, id };
};

/** What the caller did, the latest first: documents added and changed, what they did with their account, and devices signed in that still are. Identity numbers in titles are masked. */
export const readTrail = async ({ actor, deps }: UserContext, page: Page): Promise<{ items: AuditEntry[]; nextCursor: string | null }> => {
  const limit = page.limit ?? defaultLimit;
  const { at, id } = placeOf(page.cursor);
  const rows = await deps.db.asUser(actor, (tx) => tx.query<Row>(sql`
    select t.id, t.action, t.document_id, d.title, t.created_at, t.created_at::text as sort
    from (
      (select a.id, a.action, a.document_id, a.created_at from public.document_activity a
        where a.user_id = ${actor.userId} and (a.actor_id is null or a.actor_id = ${actor.userId}) and (a.created_at, a.id) < (${at}::timestamptz, ${id}::uuid)
        order by a.created_at desc, a.id desc limit ${limit + 1})
      union all
      (select e.id, e.action, null::uuid, e.created_at from public.account_events e
        where e.user_id = ${actor.userId} and (e.created_at, e.id) < (${at}::timestamptz, ${id}::uuid) order by e.created_at desc, e.id desc limit ${limit + 1})
      union all
      (select s.id, 'signed_in', null::uuid, s.created_at from private.my_sessions() s where (s.created_at, s.id) < (${at}::timestamptz, ${id}::uuid))
    ) t
    left join public.documents d on d.id = t.document_id and d.user_id = ${actor.userId}
    order by t.created_at desc, t.id desc limit ${limit + 1}`));
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map((row) => ({
      id: row.id, action: row.action, documentId: row.document_id, documentTitle: row.title === null ? null : maskIdentityNumbersInText(row.title), createdAt: row.created_at.toISOString(),
    })),
    nextCursor: last ? encodeCursor([last.sort, last.id]) : null,
  };
};
