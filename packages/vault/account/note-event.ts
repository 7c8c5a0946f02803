import sql from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import type { Tx } from '@docuvault/db/types.ts';

/** Puts into the person's own trail what they did with their account, in the transaction that does it. */
export const noteEvent = async (tx: Tx, userId: string, action: string, now: Date, details: Record<string, unknown> = {}): Promise<void> => {
  await tx.query(sql`insert into public.account_events (id, user_id, action, details, created_at) values (${uuidv7()}, ${userId}, ${action}, ${JSON.stringify(details)}::jsonb, ${now})`);
};
