import sql from 'sql-template-tag';
import type { FamilyMember, FamilyRole } from '@docuvault/contract/family.ts';
import type { UserContext } from '../context.ts';
import { notify } from '../notifications/notify.ts';
import { pageOf } from '../http/short-list.ts';
import type { Page } from '../http/timed-page.ts';
import { asMember } from './as-member.ts';
import { memberMissing } from './family-vault.errors.ts';
import { nameOf, peopleOf, runners } from './people.ts';
import { getVault } from './vaults.ts';

const rolesInHindi: Record<FamilyRole, string> = { owner: 'मालिक', admin: 'प्रबंधक', member: 'सदस्य', viewer: 'दर्शक', child: 'बच्चा' };

/** Everybody in a vault of the caller's, 50 at most. */
export const listMembers = (ctx: UserContext, vaultId: string, page: Page): Promise<{ items: FamilyMember[]; nextCursor: string | null }> =>
  asMember(ctx, async (tx) => pageOf(await peopleOf(tx, vaultId), page, ({ userId }) => userId));

/** Changes a member's role or the name that their documents bear. 403 for raising oneself, or anybody above oneself; 409 for the last owner's stepping down. */
export const changeMember = (ctx: UserContext, vaultId: string, userId: string, patch: { role?: FamilyRole | undefined; person?: string | null | undefined }): Promise<FamilyMember> =>
  asMember(ctx, async (tx) => {
    const before = (await peopleOf(tx, vaultId)).find((one) => one.userId === userId);
    if (!before) throw memberMissing();
    if (patch.role !== undefined) await tx.query(sql`select private.change_role(${vaultId}::uuid, ${userId}::uuid, ${patch.role})`);
    if (patch.person !== undefined) await tx.query(sql`select private.name_person(${vaultId}::uuid, ${userId}::uuid, ${patch.person || null}::text)`);
    const people = await peopleOf(tx, vaultId);
    if (patch.role !== undefined && patch.role !== before.role && userId !== ctx.actor.userId) {
      const { name } = await getVault(tx, vaultId);
      const now = ctx.deps.clock.now();
      await notify(tx, [{
        userId, kind: 'family.role_changed', title: `You are now ${patch.role} of “${name}”`, inHindi: { title: `“${name}” में अब आपकी भूमिका: ${rolesInHindi[patch.role]}` }, data: { vaultId, role: patch.role },
        dedupeKey: `family.role:${vaultId}:${now.toISOString()}`,
      }], now);
    }
    return people.find((one) => one.userId === userId)!;
  });

/** Takes a member out of a vault, or leaves it. Documents stay with their owners; shares both ways end. */
export const removeMember = (ctx: UserContext, vaultId: string, userId: string): Promise<void> =>
  asMember(ctx, async (tx) => {
    const vault = await getVault(tx, vaultId);
    const people = await peopleOf(tx, vaultId);
    const { userId: me } = ctx.actor;
    const now = ctx.deps.clock.now();
    const told = userId === me ? runners(people).filter((one) => one !== me) : [userId];
    const title = userId === me ? `${nameOf(people, me)} has left “${vault.name}”` : `You are no longer in the family vault “${vault.name}”`;
    const inHindi = { title: userId === me ? `${nameOf(people, me)} ने “${vault.name}” छोड़ दिया` : `अब आप परिवार-तिजोरी “${vault.name}” में नहीं हैं` };
    await notify(tx, told.map((one) => ({
      userId: one, kind: 'family.left', title, inHindi, data: { vaultId, userId }, dedupeKey: `family.left:${vaultId}:${userId}:${now.toISOString()}`,
    })), now);
    await tx.query(sql`select private.remove_member(${vaultId}::uuid, ${userId}::uuid)`);
  });
