import { createHash, randomBytes } from 'node:crypto';
import sql from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import type { FamilyRole, FamilyVault } from '@docuvault/contract/family.ts';
import type { Tx } from '@docuvault/db/types.ts';
import type { UserContext } from '../context.ts';
import { notify } from '../notifications/notify.ts';
import { asMember } from './as-member.ts';
import { roleForbidden } from './family-vault.errors.ts';
import { nameOf, peopleOf, runners } from './people.ts';
import { timedPage, type Page } from '../http/timed-page.ts';
import { getVault } from './vaults.ts';

/** The only form in which a token is stored. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
/** 256 random bits. */
export const newToken = (): string => randomBytes(32).toString('base64url');

type InvitationRow = {
  id: string; email: string; role: FamilyRole; status: 'open' | 'accepted' | 'revoked' | 'expired'; invited_by: string | null; created_at: Date; expires_at: Date; at: string;
};

/**
 * Invites an address into a vault, as an owner or admin and into no role above the caller's. The token is given here once.
 * An open invitation of the same address ends. Who has an account by that address is told in the inbox.
 */
export const invite = (ctx: UserContext, vaultId: string, input: { email: string; role: FamilyRole; expiresInHours: number }) =>
  asMember(ctx, async (tx) => {
    const { name } = await getVault(tx, vaultId);
    const [id, token] = [uuidv7(), newToken()];
    const now = ctx.deps.clock.now();
    const expiresAt = new Date(now.getTime() + input.expiresInHours * 3_600_000);
    await tx.query(sql`select private.invite(${vaultId}::uuid, ${id}::uuid, ${input.email}, ${input.role}, ${hashToken(token)}, ${expiresAt}::timestamptz)`);
    await tx.query(sql`select private.notify_invited(${id}::uuid, ${JSON.stringify({ title: `You are invited to the family vault “${name}”`, data: { vaultId, invitationId: id } })}::jsonb)`);
    return { id, token, email: input.email, role: input.role, expiresAt: expiresAt.toISOString() };
  });

/** The invitations of a vault, newest first, for its owners and admins; 403 for its other people. */
export const listInvitations = (ctx: UserContext, vaultId: string, page: Page) =>
  asMember(ctx, async (tx) => {
    const { role } = await getVault(tx, vaultId);
    if (role !== 'owner' && role !== 'admin') throw roleForbidden();
    return timedPage<InvitationRow, unknown>(tx, page, (after, limit) => sql`
      select i.id, i.email, i.role, i.invited_by, i.created_at, i.expires_at, i.created_at::text as at,
        case when i.accepted_at is not null then 'accepted' when i.revoked_at is not null then 'revoked' when i.expires_at <= now() then 'expired' else 'open' end as status
      from public.family_invitations i where i.vault_id = ${vaultId} and ${after(sql`i.created_at`, sql`i.id`)}
      order by i.created_at desc, i.id desc limit ${limit}`, (row) => ({
      id: row.id, email: row.email, role: row.role, status: row.status, invitedBy: row.invited_by, createdAt: row.created_at.toISOString(), expiresAt: row.expires_at.toISOString(),
    }));
  });

/** Takes an open invitation back. */
export const revokeInvitation = (ctx: UserContext, vaultId: string, invitationId: string): Promise<void> =>
  asMember(ctx, async (tx) => {
    await tx.query(sql`select private.revoke_invitation(${vaultId}::uuid, ${invitationId}::uuid)`);
  });

const tellRunners = async (tx: Tx, ctx: UserContext, vault: FamilyVault): Promise<void> => {
  const people = await peopleOf(tx, vault.id);
  const { userId } = ctx.actor;
  await notify(tx, runners(people).filter((one) => one !== userId).map((one) => ({
    userId: one, kind: 'family.joined', title: `${nameOf(people, userId)} has joined “${vault.name}”`, inHindi: { title: `${nameOf(people, userId)} “${vault.name}” में शामिल हुए` }, data: { vaultId: vault.id, userId },
    dedupeKey: `family.joined:${vault.id}:${userId}:${people.find((person) => person.userId === userId)?.joinedAt ?? ''}`,
  })), ctx.deps.clock.now());
};

/**
 * Takes an invitation up, with its token and as the address that it is for. A token that is guessed, used, revoked or
 * another address's is 404 `invitation.not_found`; one that came too late is 422 `invitation.expired`.
 */
export const acceptInvitation = (ctx: UserContext, input: { token: string; shareEverything: boolean }): Promise<FamilyVault> =>
  asMember(ctx, async (tx) => {
    const [row] = await tx.query<{ vault_id: string }>(sql`select private.accept_invitation(${hashToken(input.token)}, ${input.shareEverything}) as vault_id`);
    const vault = await getVault(tx, row!.vault_id);
    await tellRunners(tx, ctx, vault);
    return vault;
  });
