import sql from 'sql-template-tag';
import type { Tx } from '@docuvault/db/types.ts';

/** The caller's folder of this id or name; null where there is none. Where several bear the name, the oldest. */
export const findFolder = async (tx: Tx, name: string): Promise<string | null> => {
  const [row] = await tx.query<{ id: string }>(sql`
    select f.id from public.folders f where f.user_id = any(array(select private.visible_owners())) and (f.id::text = lower(${name}) or lower(f.name) = lower(${name})) order by f.created_at, f.id limit 1`);
  return row?.id ?? null;
};
