import { describe, expect, it } from 'vitest';
import type { FamilyMember, FamilyShare } from '@docuvault/contract/family.ts';
import type { Folder } from '../../data/folders.ts';
import { isDirect, whoSees } from './who-sees.ts';

const member = (userId: string, role: FamilyMember['role'] = 'member'): FamilyMember => ({ userId, role, fullName: userId, email: null, person: null, joinedAt: '' });
const folder = (id: string, parentId: string | null = null): Folder => ({ id, name: id, ownerId: 'asha', parentId, documentCount: 0, createdAt: '', updatedAt: '' });
const share = (given: Partial<FamilyShare>): FamilyShare => ({
  id: crypto.randomUUID(), ownerId: 'asha', memberId: null, documentId: null, folderId: null, everything: false, name: null, permission: 'view', release: 'now', createdAt: '', ...given,
});

const members = [member('asha', 'owner'), member('ravi'), member('nani', 'viewer')];
const folders = [folder('house'), folder('deeds', 'house'), folder('other')];
const paper = { kind: 'document', id: 'paper', folderId: 'deeds' } as const;
const seen = (shares: FamilyShare[], thing: Parameters<typeof whoSees>[0] = paper) => whoSees(thing, shares, members, folders).map((one) => [one.member.userId, one.release, one.permission]);

describe('who sees a thing', () => {
  it('is nobody until it is shared, and then whom it is shared with', () => {
    expect(seen([])).toEqual([]);
    expect(seen([share({ documentId: 'paper', memberId: 'ravi' }), share({ documentId: 'another', memberId: 'nani' })])).toEqual([['ravi', 'now', 'view']]);
    expect(seen([share({ documentId: 'paper', permission: 'edit' })])).toEqual([['ravi', 'now', 'edit'], ['nani', 'now', 'view']]);
  });

  it('is told by the folder around it, however deep, and not by one beside it', () => {
    const [ravi] = whoSees(paper, [share({ folderId: 'house', memberId: 'ravi' })], members, folders);
    expect(ravi?.reasons[0]?.folder?.id).toBe('house');
    expect(isDirect(ravi!.reasons[0]!, paper)).toBe(false);
    expect(seen([share({ folderId: 'other' })])).toEqual([]);
    expect(seen([share({ folderId: 'deeds' })], { kind: 'folder', id: 'house' })).toEqual([]);
    const [direct] = whoSees({ kind: 'folder', id: 'house' }, [share({ folderId: 'house' })], members, folders);
    expect(isDirect(direct!.reasons[0]!, { kind: 'folder', id: 'house' })).toBe(true);
  });

  it('is held back whatever else there is, and else released as early as any share says', () => {
    const everything = share({ everything: true, memberId: 'ravi', release: 'emergency', permission: 'edit' });
    expect(seen([everything])).toEqual([['ravi', 'emergency', 'edit']]);
    expect(seen([everything, share({ documentId: 'paper', memberId: 'ravi' })])).toEqual([['ravi', 'now', 'view']]);
    expect(seen([everything, share({ documentId: 'paper', memberId: 'ravi', release: 'never' })])).toEqual([['ravi', 'never', 'view']]);
  });
});
