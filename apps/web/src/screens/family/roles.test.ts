import { describe, expect, it } from 'vitest';
import { familyRoles, type FamilyMember } from '@docuvault/contract/family.ts';
import { readFamilySearch } from './family-search.ts';
import { isLastOwner, mayRule, roles, rolesToGive } from './roles.ts';

const member = (userId: string, role: FamilyMember['role']): FamilyMember => ({ userId, role, fullName: null, email: null, person: null, joinedAt: '2026-01-01T00:00:00Z' });

describe('what a role allows on the screen', () => {
  it('knows the roles of the contract, in their order', () => {
    expect(roles).toEqual(familyRoles);
  });

  it('gives no role above one\'s own, and rules over those below only', () => {
    expect(rolesToGive('admin')).toEqual(['admin', 'member', 'viewer', 'child']);
    expect(rolesToGive('member')).toEqual([]);
    expect([mayRule('owner', 'admin'), mayRule('owner', 'owner'), mayRule('admin', 'admin'), mayRule('admin', 'child'), mayRule('member', 'child')]).toEqual([true, false, false, true, false]);
  });

  it('knows the last owner', () => {
    expect(isLastOwner([member('a', 'owner'), member('b', 'admin')], 'a')).toBe(true);
    expect(isLastOwner([member('a', 'owner'), member('b', 'owner')], 'a')).toBe(false);
  });

  it('drops from an address what the screen does not know', () => {
    expect(readFamilySearch({ section: 'shared', as: 'me', other: 1 })).toEqual({ section: 'shared' });
    expect(readFamilySearch({ section: 'x', as: '01900000-0000-7000-8000-000000000000' })).toEqual({ as: '01900000-0000-7000-8000-000000000000' });
  });
});
