import type { FamilyMember, FamilyRole, FamilyShare } from '@docuvault/contract/family.ts';
import type { Folder } from '../../data/folders.ts';
import { mayEdit } from '../family/roles.ts';

export type Shareable = { kind: 'document'; id: string; folderId: string | null } | { kind: 'folder'; id: string } | { kind: 'everything' };

/** Why somebody sees a thing: the share, and the folder that it reaches the thing through. */
export type Reason = { share: FamilyShare; folder: Folder | null };
export type Seer = { member: FamilyMember; release: FamilyShare['release']; permission: FamilyShare['permission']; reasons: readonly Reason[] };

/** A folder with those around it, the nearest first. */
const chainOf = (folderId: string | null, folders: readonly Folder[]): Folder[] => {
  const chain: Folder[] = [];
  for (let at = folders.find(({ id }) => id === folderId); at && !chain.includes(at); at = folders.find(({ id }) => id === at?.parentId)) chain.push(at);
  return chain;
};

const reasonOf = (share: FamilyShare, thing: Shareable, around: readonly Folder[]): Reason | null => {
  if (share.everything) return { share, folder: null };
  if (share.documentId) return thing.kind === 'document' && share.documentId === thing.id ? { share, folder: null } : null;
  const folder = around.find(({ id }) => id === share.folderId);
  return folder ? { share, folder: thing.kind === 'folder' && folder.id === thing.id ? null : folder } : null;
};

const permissionOf = (shares: readonly FamilyShare[], role: FamilyRole): FamilyShare['permission'] => (mayEdit(role) && shares.some(({ permission }) => permission === 'edit') ? 'edit' : 'view');

/**
 * Who of a family sees one's document, folder or everything, by which shares of one's own (`shares`), and what they may do
 * with it. As the vault decides it: what is held back is held back whatever else there is; else the earliest release counts.
 */
export const whoSees = (thing: Shareable, shares: readonly FamilyShare[], members: readonly FamilyMember[], folders: readonly Folder[]): Seer[] => {
  const around = chainOf(thing.kind === 'document' ? thing.folderId : thing.kind === 'folder' ? thing.id : null, folders);
  const reaching = shares.flatMap((share) => reasonOf(share, thing, around) ?? []);
  return members.flatMap((member) => {
    const reasons = reaching.filter(({ share }) => share.ownerId !== member.userId && (share.memberId === null || share.memberId === member.userId));
    if (reasons.length === 0) return [];
    const release = (['never', 'now', 'emergency'] as const).find((one) => reasons.some(({ share }) => share.release === one))!;
    const counting = reasons.filter(({ share }) => share.release === release);
    return { member, release, permission: permissionOf(counting.map(({ share }) => share), member.role), reasons: release === 'never' ? counting : reasons };
  });
};

/** Whether a share was made for the thing itself, so that it can be ended beside it. */
export const isDirect = ({ share, folder }: Reason, thing: Shareable): boolean => folder === null && share.everything === (thing.kind === 'everything');
