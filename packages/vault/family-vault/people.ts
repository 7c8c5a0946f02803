import sql from 'sql-template-tag';
import type { FamilyMember, FamilyRole } from '@docuvault/contract/family.ts';
import type { Tx } from '@docuvault/db/types.ts';

type PersonRow = { user_id: string; role: FamilyRole; person: string | null; joined_at: Date; full_name: string | null; email: string | null };

/** Everybody in a vault of the transaction's person, owners first, then by when they came; DV404 for any other vault. */
export const peopleOf = async (tx: Tx, vaultId: string): Promise<FamilyMember[]> => {
  const rows = await tx.query<PersonRow>(sql`
    select p.* from private.vault_people(${vaultId}::uuid) p order by private.family_rank(p.role) desc, p.joined_at, p.user_id`);
  return rows.map((row) => ({
    userId: row.user_id, role: row.role, fullName: row.full_name, email: row.email, person: row.person, joinedAt: row.joined_at.toISOString(),
  }));
};

/** How a person is called in notices: by name, else by address. */
export const nameOf = (people: readonly FamilyMember[], userId: string): string => {
  const found = people.find((one) => one.userId === userId);
  return found?.fullName?.trim() || found?.email || 'Somebody';
};

/** Those who run a vault: its owners and admins. */
export const runners = (people: readonly FamilyMember[]): string[] => people.filter(({ role }) => role === 'owner' || role === 'admin').map(({ userId }) => userId);
