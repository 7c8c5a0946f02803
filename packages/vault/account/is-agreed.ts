import sql from 'sql-template-tag';
import type { ConsentPurpose } from '@docuvault/contract/account.ts';
import type { Tx } from '@docuvault/db/types.ts';

/** Whether the person's latest decision about a purpose is a yes, and to this recipient. */
export const isAgreed = async (tx: Tx, userId: string, purpose: ConsentPurpose, recipient: string): Promise<boolean> => {
  const [latest] = await tx.query<{ granted: boolean; recipient: string }>(sql`
    select c.granted, c.recipient from public.consents c where c.user_id = ${userId} and c.purpose = ${purpose} order by c.decided_at desc, c.id desc limit 1`);
  return latest !== undefined && latest.granted && latest.recipient === recipient;
};
