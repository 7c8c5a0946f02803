import type { Context } from 'hono';
import {
  familyActivityList, familyListQuery, familyMember, familyMemberList, familyMemberPatch, familyShare, familyShareList, familyVault, familyVaultInput, familyVaultList,
  familyVaultPatch, invitationAccept, invitationInput, invitationList, invitationLook, invitationLookInput, invitationSent, seenDocuments, shareInput, sharesQuery,
} from '@docuvault/contract/family.ts';
import type { UserActor } from '@docuvault/core/actor.ts';
import type { Deps } from '../context.ts';
import type { Env } from '../http/env.ts';
import { onceByKey } from '../http/idempotency.ts';
import { createRoom, type Room } from '../http/room.ts';
import { listActivity } from './activity.ts';
import { childrenRoutes, type ChildrenDeps } from './children.routes.ts';
import { emergencyRoutes } from './emergency.routes.ts';
import { lookAtInvitation } from './look-at-invitation.ts';
import { acceptInvitation, listInvitations, revokeInvitation } from './invitations.ts';
import { inviteByMail } from './mail-invitation.ts';
import { changeMember, listMembers, removeMember } from './members.ts';
import { endShare, listShares, seenBy, share } from './shares.ts';
import { createVault, dissolveVault, getVault, listVaults, renameVault } from './vaults.ts';
import { asMember } from './as-member.ts';

/** Families: who is in them, what they share, and what is released in an emergency. `siteUrl` is the origin whose pages open invitations; without it, the one that the caller reached. */
export const familyVaultRoom = (deps: Deps & ChildrenDeps): Room => {
  const { room, route } = createRoom('family-vault');
  const once = (call: { c: Context<Env>; actor: UserActor; body?: unknown; secret?: boolean }, status: number, run: () => Promise<unknown>) =>
    onceByKey(deps, { ...call, functionName: room.name }, async () => ({ status, body: await run() }));

  route({ method: 'post', path: '/', access: 'user', summary: 'Start a family vault', body: familyVaultInput, response: familyVault, status: 201 }, ({ c, actor, body }) =>
    once({ c, actor, body }, 201, () => createVault({ actor, deps }, body.name)));
  route({ method: 'get', path: '/', access: 'user', summary: 'The vaults one is in', query: familyListQuery, response: familyVaultList }, ({ actor, query }) =>
    deps.db.asUser(actor, (tx) => listVaults(tx, query)));
  route({ method: 'post', path: '/invitations/look', access: 'public', summary: 'What an invitation is for', body: invitationLookInput, response: invitationLook }, ({ actor, body }) =>
    lookAtInvitation(deps, actor, body.token));
  route({ method: 'post', path: '/invitations/accept', access: 'user', summary: 'Take an invitation up', body: invitationAccept, response: familyVault }, ({ c, actor, body }) =>
    once({ c, actor, body }, 200, () => acceptInvitation({ actor, deps }, body)));

  route({ method: 'get', path: '/{vaultId}', access: 'user', summary: 'A vault', response: familyVault }, ({ actor, params }) =>
    asMember({ actor, deps }, (tx) => getVault(tx, params.vaultId!)));
  route({ method: 'patch', path: '/{vaultId}', access: 'user', summary: 'Rename a vault', body: familyVaultPatch, response: familyVault }, ({ c, actor, params, body }) =>
    once({ c, actor, body }, 200, () => renameVault({ actor, deps }, params.vaultId!, body.name)));
  route({ method: 'delete', path: '/{vaultId}', access: 'user', summary: 'Dissolve a vault; everybody keeps their documents', status: 204 }, ({ c, actor, params }) =>
    once({ c, actor }, 204, () => dissolveVault({ actor, deps }, params.vaultId!)));

  route({ method: 'post', path: '/{vaultId}/invitations', access: 'user', summary: 'Invite an address', body: invitationInput, response: invitationSent, status: 201 }, ({ c, actor, params, body }) =>
    once({ c, actor, body, secret: true }, 201, () =>
      inviteByMail({ actor, deps }, { mailer: deps.mailer ?? null, site: deps.siteUrl ?? new URL(c.req.url).origin }, params.vaultId!, body)));
  route({ method: 'get', path: '/{vaultId}/invitations', access: 'user', summary: 'Invitations of a vault', query: familyListQuery, response: invitationList }, ({ actor, params, query }) =>
    listInvitations({ actor, deps }, params.vaultId!, query));
  route({ method: 'delete', path: '/{vaultId}/invitations/{invitationId}', access: 'user', summary: 'Take an invitation back', status: 204 }, ({ c, actor, params }) =>
    once({ c, actor }, 204, () => revokeInvitation({ actor, deps }, params.vaultId!, params.invitationId!)));

  route({ method: 'get', path: '/{vaultId}/members', access: 'user', summary: 'Who is in a vault', query: familyListQuery, response: familyMemberList }, ({ actor, params, query }) =>
    listMembers({ actor, deps }, params.vaultId!, query));
  route({ method: 'patch', path: '/{vaultId}/members/{userId}', access: 'user', summary: 'Give a member another role or name', body: familyMemberPatch, response: familyMember }, ({ c, actor, params, body }) =>
    once({ c, actor, body }, 200, () => changeMember({ actor, deps }, params.vaultId!, params.userId!.toLowerCase(), body)));
  route({ method: 'delete', path: '/{vaultId}/members/{userId}', access: 'user', summary: 'Take a member out, or leave', status: 204 }, ({ c, actor, params }) =>
    once({ c, actor }, 204, () => removeMember({ actor, deps }, params.vaultId!, params.userId!.toLowerCase())));
  route({ method: 'get', path: '/{vaultId}/members/{userId}/documents', access: 'user', summary: 'Which of one\'s own documents a member sees, now or in an emergency', response: seenDocuments }, ({ actor, params }) =>
    seenBy({ actor, deps }, params.vaultId!, params.userId!));

  route({ method: 'post', path: '/{vaultId}/shares', access: 'user', summary: 'Share a document, a folder, or everything', body: shareInput, response: familyShare, status: 201 }, ({ c, actor, params, body }) =>
    once({ c, actor, body }, 201, () => share({ actor, deps }, params.vaultId!, body)));
  route({ method: 'get', path: '/{vaultId}/shares', access: 'user', summary: 'What one shares and is given', query: sharesQuery, response: familyShareList }, ({ actor, params, query }) =>
    listShares({ actor, deps }, params.vaultId!, query));
  route({ method: 'delete', path: '/{vaultId}/shares/{shareId}', access: 'user', summary: 'End a share', status: 204 }, ({ c, actor, params }) =>
    once({ c, actor }, 204, () => endShare({ actor, deps }, params.vaultId!, params.shareId!)));

  route({ method: 'get', path: '/{vaultId}/activity', access: 'user', summary: 'What happened in a vault', query: familyListQuery, response: familyActivityList }, ({ actor, params, query }) =>
    listActivity({ actor, deps }, params.vaultId!, query));
  childrenRoutes(deps, route, once);
  emergencyRoutes(deps, route, once);
  return room;
};
