import sql from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import type { Tx } from '@docuvault/db/types.ts';

/** One thing to tell one person. `kind` is `<room>.<occasion>`; `dedupeKey` names the occasion, so that it is told once. Never an identity number. `inHindi` is the same for those who read Hindi. */
export type Notice = { userId: string; kind: string; title: string; body?: string; inHindi?: { title: string; body?: string }; data?: Record<string, unknown>; dedupeKey: string };

/**
 * Puts notices into people's inboxes, in the transaction of what they tell of: both happen, or neither. A notice whose
 * occasion was told before changes nothing. As a person it reaches those they share a vault with, as the service everybody.
 * Answers how many were new.
 */
export const notify = async (tx: Tx, notices: readonly Notice[], now: Date): Promise<number> => {
  if (notices.length === 0) return 0;
  const messages = notices.map((notice) => ({
    id: uuidv7(), user_id: notice.userId, kind: notice.kind, title: notice.title, body: notice.body ?? '', ...(notice.inHindi ? { title_hi: notice.inHindi.title, body_hi: notice.inHindi.body ?? '' } : {}), data: notice.data ?? {},
    dedupe_key: notice.dedupeKey, created_at: now.toISOString(),
  }));
  const [row] = await tx.query<{ told: number }>(sql`select private.notify(${JSON.stringify(messages)}::jsonb) as told`);
  return row?.told ?? 0;
};
