import type { Tx } from '@docuvault/db/types.ts';
import { recordActivity } from '../documents/record-activity.ts';

/** Notes in its document's history what became of a reminder. Reminders without a document have no history. */
export const noteReminder = async (
  tx: Tx, actorId: string | null, { id, document_id: documentId, due_on: dueOn }: { id: string; document_id: string | null; due_on: string },
  action: 'reminded' | 'reminder_snoozed' | 'reminder_completed' | 'reminder_escalated', now: Date, more: Record<string, unknown> = {},
): Promise<void> => {
  if (documentId !== null) await recordActivity(tx, { actorId, documentIds: [documentId], action, details: { reminderId: id, dueOn, ...more }, now });
};
