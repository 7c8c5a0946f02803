import type { Notification } from '@docuvault/contract/reminders.ts';

/** Where a notice leads; null where there is nothing to open. */
export type Target =
  | { to: '/documents/$documentId'; params: { documentId: string } }
  | { to: '/reminders'; search: { r?: string } }
  | { to: '/emergency'; search: { vault?: string } }
  | { to: '/family' }
  | { to: '/settings'; search: { section: 'plan' } }
  | { to: '/settings'; search: { section: 'data' } }
  | { to: '/family/$vaultId'; params: { vaultId: string } }
  | null;

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** What a notice tells of: a paper, a reminder, an emergency, a family, a plan. */
export const targetOf = ({ kind, data }: Pick<Notification, 'kind' | 'data'>): Target => {
  const documentId = text(data.documentId);
  const vault = text(data.vaultId);
  if (kind === 'reminder.due') {
    const r = text(data.reminderId);
    return { to: '/reminders', search: r ? { r } : {} };
  }
  if (kind === 'account.deletion') return { to: '/settings', search: { section: 'data' } };
  if (kind === 'reminder.renewal') return { to: '/reminders', search: {} };
  if (kind.startsWith('billing.')) return { to: '/settings', search: { section: 'plan' } };
  if (kind.startsWith('emergency.')) return { to: '/emergency', search: vault ? { vault } : {} };
  if (kind === 'family.dissolved' || kind === 'family.invited') return { to: '/family' };
  if (kind.startsWith('family.') && !documentId && vault) return { to: '/family/$vaultId', params: { vaultId: vault } };
  return documentId ? { to: '/documents/$documentId', params: { documentId } } : null;
};
