import sql from 'sql-template-tag';
import type { Tx } from '@docuvault/db/types.ts';
import type { Language } from './answer/phrases.ts';

const countUnread = async (tx: Tx, within: readonly string[] | null): Promise<number> => {
  const [row] = await tx.query<{ count: number }>(sql`
    select count(*)::int as count from public.documents d
    where d.status in ('queued', 'processing') and d.deleted_at is null and (${within}::uuid[] is null or d.id = any(${within}::uuid[]))`);
  return row!.count;
};

/** A sentence for an answer that found nothing while papers are still being read, of those in `within` where that is given; empty where none are. */
export const stillReading = async (tx: Tx, within: readonly string[] | null, language: Language): Promise<string> => {
  const count = await countUnread(tx, within);
  if (count === 0) return '';
  if (language === 'hi') return ` ${String(count)} दस्तावेज़ अभी पढ़े जा रहे हैं; थोड़ी देर बाद फिर पूछें।`;
  return count === 1 ? ' One document is still being read: ask again in a moment.' : ` ${String(count)} documents are still being read: ask again in a moment.`;
};
