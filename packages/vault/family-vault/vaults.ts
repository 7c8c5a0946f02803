import sql from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import type { FamilyRole, FamilyVault } from '@docuvault/contract/family.ts';
import type { Tx } from '@docuvault/db/types.ts';
import type { UserContext } from '../context.ts';
import { notify } from '../notifications/notify.ts';
import { asMember } from './as-member.ts';
import { vaultMissing } from './family-vault.errors.ts';
import { peopleOf } from './people.ts';
import { timedPage, type Page } from '../http/timed-page.ts';

type VaultRow = { id: string; name: string; role: FamilyRole; members: number; created_at: Date; updated_at: Date; at: string };

const columns = sql`v.id, v.name, m.role, v.created_at, v.updated_at, v.created_at::text as at,
  (select count(*) from public.family_members o where o.vault_id = v.id) as members`;
const mine = sql`public.family_vaults v join public.family_members m on m.vault_id = v.id and m.user_id = (select auth.uid())`;

const toVault = (row: VaultRow): FamilyVault => ({
  id: row.id, name: row.name, role: row.role, memberCount: row.members, createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(),
});

/** The vaults that the transaction's person is in, newest first. */
export const listVaults = (tx: Tx, page: Page) =>
  timedPage<VaultRow, FamilyVault>(tx, page, (after, limit) => sql`
    select ${columns} from ${mine} where ${after(sql`v.created_at`, sql`v.id`)} order by v.created_at desc, v.id desc limit ${limit}`, toVault);

/** A vault of the person's; 404 `vault.not_found` for any other. */
export const getVault = async (tx: Tx, id: string): Promise<FamilyVault> => {
  const [row] = await tx.query<VaultRow>(sql`select ${columns} from ${mine} where v.id = ${id}`);
  if (!row) throw vaultMissing();
  return toVault(row);
};

/** Starts a vault, of which the caller is the owner. */
export const createVault = (ctx: UserContext, name: string): Promise<FamilyVault> =>
  asMember(ctx, async (tx) => {
    const id = uuidv7();
    await tx.query(sql`select private.create_vault(${id}::uuid, ${name})`);
    return getVault(tx, id);
  });

/** Renames a vault, as its owner or admin. */
export const renameVault = (ctx: UserContext, id: string, name: string): Promise<FamilyVault> =>
  asMember(ctx, async (tx) => {
    await tx.query(sql`select private.rename_vault(${id}::uuid, ${name})`);
    return getVault(tx, id);
  });

/** Dissolves a vault, as its owner. Everybody is told, and keeps their documents; what was shared in it ends. */
export const dissolveVault = (ctx: UserContext, id: string): Promise<void> =>
  asMember(ctx, async (tx) => {
    const { name } = await getVault(tx, id);
    const others = (await peopleOf(tx, id)).filter(({ userId }) => userId !== ctx.actor.userId);
    await notify(tx, others.map(({ userId }) => ({
      userId, kind: 'family.dissolved', title: `The family vault “${name}” was dissolved`, inHindi: { title: `परिवार-तिजोरी “${name}” समाप्त कर दी गई` }, data: { vaultId: id }, dedupeKey: `family.dissolved:${id}`,
    })), ctx.deps.clock.now());
    await tx.query(sql`select private.dissolve_vault(${id}::uuid)`);
  });
