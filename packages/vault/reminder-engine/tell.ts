import sql from 'sql-template-tag';
import type { Tx } from '@docuvault/db/types.ts';

/**
 * One thing to tell one person. `dedupeKey` names the occasion. `data.channels`, where it stands, are the channels by
 * which this one may leave the vault; without it the person's own preferences say so.
 */
export type Notice = { id: string; userId: string; kind: string; title: string; body: string; data: Record<string, unknown>; dedupeKey: string };

/** Puts notices into the inboxes. One that was told before is passed over. Answers how many were new. As the service. */
export const tell = async (tx: Tx, notices: readonly Notice[], now: Date): Promise<number> => {
  if (notices.length === 0) return 0;
  const rows = notices.map((one) => ({ id: one.id, user_id: one.userId, kind: one.kind, title: one.title.slice(0, 300), body: one.body, data: one.data, dedupe_key: one.dedupeKey, created_at: now.toISOString() }));
  const [told] = await tx.query<{ told: number }>(sql`select private.notify(${JSON.stringify(rows)}::jsonb) as told`);
  return told?.told ?? 0;
};
