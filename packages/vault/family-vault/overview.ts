import sql from 'sql-template-tag';
import type { EmergencyRequest } from '@docuvault/contract/emergency.ts';
import type { Tx } from '@docuvault/db/types.ts';
import type { UserContext } from '../context.ts';
import { asMember } from './as-member.ts';
import { findCheckIn } from './check-in.ts';
import { contactsOf, suggestedContacts } from './contacts.ts';
import { requestColumns, toRequest, type RequestRow } from './emergency.repository.ts';
import { getVault } from './vaults.ts';

type HelpRow = { contact_row: string; user_id: string; wait_hours: number; position: number; is_open: boolean; silence_opens_at: Date | null; released: number };

const helping = async (tx: Tx, vaultId: string) => {
  const rows = await tx.query<HelpRow>(sql`
    select p.*, c.id as contact_row from private.people_i_may_help(${vaultId}::uuid) p
    join public.emergency_contacts c on c.vault_id = ${vaultId} and c.user_id = p.user_id and c.contact_id = (select auth.uid())`);
  return rows.map((row) => ({
    contactId: row.contact_row, userId: row.user_id, waitHours: row.wait_hours, order: row.position, open: row.is_open,
    openedBy: row.is_open ? (row.silence_opens_at ? ('silence' as const) : ('request' as const)) : null, releasedDocuments: row.released,
  }));
};

const recent = async (tx: Tx, vaultId: string): Promise<EmergencyRequest[]> => {
  const rows = await tx.query<RequestRow>(sql`
    select ${requestColumns} from public.emergency_requests r where r.vault_id = ${vaultId} order by r.requested_at desc, r.id desc limit 20`);
  return rows.map(toRequest);
};

/** How the caller is provided for in an emergency, and whom they may have to help. */
export const emergencyOverview = (ctx: UserContext, vaultId: string) =>
  asMember(ctx, async (tx) => {
    await getVault(tx, vaultId);
    const { userId } = ctx.actor;
    const contacts = await contactsOf(tx, vaultId, userId);
    const [prepared] = await tx.query<{ shares: number }>(sql`
      select count(*) as shares from public.family_shares s where s.vault_id = ${vaultId} and s.user_id = ${userId} and s.release = 'emergency'`);
    return {
      contacts, suggested: suggestedContacts(contacts), checkIn: await findCheckIn(tx, vaultId, userId), prepared: { shares: prepared?.shares ?? 0 },
      helping: await helping(tx, vaultId), requests: await recent(tx, vaultId),
    };
  });
