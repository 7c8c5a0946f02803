import * as z from 'zod/mini';
import { id, listOf, listQuery, timestamp } from './common.ts';
import { documentType } from './document.ts';

/** From the highest to the lowest. Viewers and children read what is shared; children neither share, invite nor leave by themselves. */
export const familyRoles = ['owner', 'admin', 'member', 'viewer', 'child'] as const;
export const familyRole = z.enum(familyRoles);
export type FamilyRole = z.infer<typeof familyRole>;

const vaultName = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));

/** A family vault as one of its people sees it; `role` is the caller's own. */
export const familyVault = z.object({ id, name: z.string(), role: familyRole, memberCount: z.int(), createdAt: timestamp, updatedAt: timestamp });
export type FamilyVault = z.infer<typeof familyVault>;
export const familyVaultList = listOf(familyVault);
export const familyVaultInput = z.object({ name: vaultName });
export const familyVaultPatch = z.object({ name: vaultName });
export const familyListQuery = z.object(listQuery);

/** A person of a vault. `person` is the name that documents bear of them. */
export const familyMember = z.object({
  userId: id, role: familyRole, fullName: z.nullable(z.string()), email: z.nullable(z.string()), person: z.nullable(z.string()), joinedAt: timestamp,
});
export type FamilyMember = z.infer<typeof familyMember>;
export const familyMemberList = listOf(familyMember);
/** To hand a vault over, make another member its owner, then lower your own role or leave. */
export const familyMemberPatch = z.object({
  role: z.optional(familyRole),
  person: z.optional(z.nullable(z.string().check(z.trim(), z.maxLength(200)))),
});

/** `expiresInHours` is 168 (a week) unless given. The answer's `token` is shown this once; what is stored is its hash. */
export const invitationInput = z.object({
  email: z.string().check(z.trim(), z.toLowerCase(), z.maxLength(320), z.email()),
  role: z._default(familyRole, 'member'),
  expiresInHours: z._default(z.int().check(z.minimum(1), z.maximum(24 * 30)), 168),
});
/** `url` is the page that takes it up; `mailed` says whether it went to the address, or is to be passed on by the inviter. */
export const invitationSent = z.object({ id, token: z.string(), url: z.string(), mailed: z.boolean(), email: z.string(), role: familyRole, expiresAt: timestamp });
export const invitation = z.object({
  id, email: z.string(), role: familyRole, status: z.enum(['open', 'accepted', 'revoked', 'expired']), invitedBy: z.nullable(id), createdAt: timestamp, expiresAt: timestamp,
});
export const invitationList = listOf(invitation);
/** `shareEverything`, of a child's invitation: the child's documents are shared for editing with the vault's owners and admins. */
export const invitationAccept = z.object({ token: z.string().check(z.minLength(1), z.maxLength(200)), shareEverything: z._default(z.boolean(), false) });

/**
 * An invitation as whoever holds its token may see it before taking it up. `addressHint` is the invited address with its
 * middle left out; `forYou` says whether the caller's own address is the invited one, null where nobody is signed in. What
 * is no longer open tells nothing of the vault; `vaultId` is told to those whom it is for.
 */
export const invitationLookInput = z.object({ token: z.string().check(z.minLength(1), z.maxLength(200)) });
export const invitationLook = z.object({
  status: z.enum(['open', 'accepted', 'revoked', 'expired']), vault: z.nullable(z.string()), vaultId: z.nullable(id), from: z.nullable(z.string()), role: z.nullable(familyRole),
  addressHint: z.nullable(z.string()), forYou: z.nullable(z.boolean()), expiresAt: timestamp,
});
export type InvitationLook = z.infer<typeof invitationLook>;

/**
 * What is shared: exactly one of `documentId`, `folderId` (with all inside it) and `everything`. Without `memberId`, with
 * every member. The same thing shared with the same people again changes that share. `release: never` holds back what a
 * wider share of the same vault would give.
 */
export const shareInput = z.object({
  documentId: z.optional(id),
  folderId: z.optional(id),
  everything: z.optional(z.literal(true)),
  memberId: z.optional(z.nullable(id)),
  permission: z._default(z.enum(['view', 'edit']), 'view'),
  release: z._default(z.enum(['now', 'emergency', 'never']), 'now'),
});
export type ShareInput = z.infer<typeof shareInput>;
/** `name` is the document's title or the folder's name; null for everything, and for what the caller no longer sees. */
export const familyShare = z.object({
  id, ownerId: id, memberId: z.nullable(id), documentId: z.nullable(id), folderId: z.nullable(id), everything: z.boolean(), name: z.nullable(z.string()),
  permission: z.enum(['view', 'edit']), release: z.enum(['now', 'emergency', 'never']), createdAt: timestamp,
});
export type FamilyShare = z.infer<typeof familyShare>;
export const familyShareList = listOf(familyShare);
export const sharesQuery = z.object({ ...listQuery, documentId: z.optional(id), folderId: z.optional(id), memberId: z.optional(id) });

/** One of the caller's documents as another member sees it: at once, in an emergency, or held back. */
export const seenDocument = z.object({ documentId: id, title: z.string(), documentType, permission: z.enum(['view', 'edit']), release: z.enum(['now', 'emergency', 'never']) });
export const seenDocuments = listOf(seenDocument);

/** What happened in a vault. `details` hold ids, never titles; what concerns some only is shown to those. */
export const familyActivity = z.object({ id, action: z.string(), actorId: z.nullable(id), details: z.record(z.string(), z.unknown()), createdAt: timestamp });
export const familyActivityList = listOf(familyActivity);
