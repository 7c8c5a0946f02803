import sql from 'sql-template-tag';
import type { FamilyRole, InvitationLook } from '@docuvault/contract/family.ts';
import type { Actor } from '@docuvault/core/actor.ts';
import { notFound } from '@docuvault/core/errors.ts';
import type { Deps } from '../context.ts';
import { hashToken } from './invitations.ts';

type Row = {
  vault_id: string; email: string; role: FamilyRole; vault: string; sender: string | null; status: InvitationLook['status']; expires_at: Date; for_you: boolean | null;
};

/** An address with its middle left out: enough for its holder to know it again. */
const hintOf = (email: string): string => {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, 1)}•••${at > 2 ? email.slice(at - 1, at) : ''}${email.slice(at)}`;
};

/**
 * What an invitation is for, told to whoever holds its token, signed in or not, so that they can see whose vault it is and
 * by which address it is to be taken up. 404 `invitation.not_found` for a token that there never was; of an invitation that
 * is used, taken back, late or no longer its sender's to give only that is told.
 */
export const lookAtInvitation = (deps: Pick<Deps, 'db'>, actor: Actor, token: string): Promise<InvitationLook> =>
  deps.db.asService('look at an invitation', async (tx) => {
    const me = actor.role === 'authenticated' ? actor.userId : null;
    const [row] = await tx.query<Row>(sql`
      select i.vault_id, i.email, i.role, i.expires_at, v.name as vault, coalesce(nullif(trim(s.full_name), ''), s.email) as sender,
        case when i.accepted_at is not null then 'accepted' when i.revoked_at is not null or m.user_id is null then 'revoked' when i.expires_at <= now() then 'expired' else 'open' end as status,
        (select lower(u.email) = i.email from public.users u where u.id = ${me}::uuid) as for_you
      from public.family_invitations i
      join public.family_vaults v on v.id = i.vault_id
      left join public.users s on s.id = i.invited_by
      left join public.family_members m on m.vault_id = i.vault_id and m.user_id = i.invited_by and (m.role = 'owner' or (m.role = 'admin' and i.role <> 'owner'))
      where i.token_hash = ${hashToken(token)}`);
    if (!row) throw notFound('invitation');
    const told = row.status === 'open' || row.for_you === true;
    return {
      status: row.status, vault: told ? row.vault : null, vaultId: row.for_you === true ? row.vault_id : null, from: told ? row.sender : null, role: told ? row.role : null,
      addressHint: told ? hintOf(row.email) : null, forYou: row.for_you, expiresAt: row.expires_at.toISOString(),
    };
  });
