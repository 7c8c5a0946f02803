import sql from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import type { Tx } from '@docuvault/db/types.ts';

/** Notes for the owner that somebody with whom a document is shared has looked into it; once an hour for each of them. */
export const recordReading = async (tx: Tx, actorId: string, documentId: string, action: 'opened' | 'downloaded', now: Date): Promise<void> => {
  const since = new Date(now.getTime() - 60 * 60_000);
  const [recent] = await tx.query(sql`
    select 1 from public.document_activity a
    where a.document_id = ${documentId} and a.created_at > ${since} and a.actor_id = ${actorId} and a.action = ${action} limit 1`);
  if (!recent) await recordActivity(tx, { actorId, documentIds: [documentId], action, now });
};

/** Notes for the people of the documents that the caller did something to them; nobody (null) did what the vault does by itself. Details name what changed, never to what. */
export const recordActivity = async (
  tx: Tx,
  entry: { actorId: string | null; documentIds: readonly string[]; action: string; details?: Record<string, unknown>; now: Date },
): Promise<void> => {
  if (entry.documentIds.length === 0) return;
  await tx.query(sql`
    insert into public.document_activity (id, document_id, user_id, actor_id, action, details, created_at)
    select a.id, d.id, d.user_id, ${entry.actorId}::uuid, ${entry.action}, ${JSON.stringify(entry.details ?? {})}::jsonb, ${entry.now}::timestamptz
    from unnest(${entry.documentIds.map(() => uuidv7())}::uuid[], ${[...entry.documentIds]}::uuid[]) as a (id, document_id)
    join public.documents d on d.id = a.document_id`);
};
