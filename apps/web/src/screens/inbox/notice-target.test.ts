import { describe, expect, it } from 'vitest';
import { targetOf } from './notice-target.ts';

describe('a notice', () => {
  it('leads to what it tells of', () => {
    expect(targetOf({ kind: 'reminder.due', data: { reminderId: 'r', documentId: 'd' } })).toEqual({ to: '/reminders', search: { r: 'r' } });
    expect(targetOf({ kind: 'emergency.requested', data: { vaultId: 'v' } })).toEqual({ to: '/emergency', search: { vault: 'v' } });
    expect(targetOf({ kind: 'document.received', data: { documentId: 'd' } })).toEqual({ to: '/documents/$documentId', params: { documentId: 'd' } });
    expect(targetOf({ kind: 'family.shared', data: { vaultId: 'v', documentId: null } })).toEqual({ to: '/family/$vaultId', params: { vaultId: 'v' } });
    expect(targetOf({ kind: 'billing.ended', data: {} })).toEqual({ to: '/settings', search: { section: 'plan' } });
    expect(targetOf({ kind: 'something.new', data: {} })).toBeNull();
  });
});
