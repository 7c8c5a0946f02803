import sql from 'sql-template-tag';
import type { ChannelName, Reminder } from '@docuvault/contract/reminders.ts';
import type { Tx } from '@docuvault/db/types.ts';
import { maskIdentityNumbersInText } from '../understanding/identifiers/mask.ts';
import { dayOf } from './local-time.ts';
import { planReminder, type Rhythm, type Standing } from './plan.ts';
import { reminderMissing } from './reminders.errors.ts';
import type { Settings } from './settings.ts';

export type ReminderRow = {
  id: string; user_id: string; document_id: string | null; field: Reminder['reason']; title: string; starts_on: string; due_on: string; last_lead: number | null; lead_days: number[];
  channels: ChannelName[] | null; recurrence: string | null; status: Reminder['status']; source: Reminder['source']; edited: boolean; snoozed_until: Date | null;
  completed_at: Date | null; next_at: Date | null; escalate_at: Date | null; created_at: Date; updated_at: Date; due_time: string | null; person: string | null;
  own_escalate_to: string | null; document_title: string | null; document_type: Reminder['documentType']; document_person: string | null;
};

/** Every column of public.reminders as `r`, with what is known of its document as `d` (left joined). */
export const reminderColumns = sql`r.id, r.user_id, r.document_id, r.field, r.title, r.starts_on, r.due_on, r.last_lead, r.lead_days, r.channels, r.recurrence, r.status, r.source, r.edited,
  r.snoozed_until, r.completed_at, r.next_at, r.escalate_at, r.created_at, r.updated_at, r.due_time, r.person,
  r.escalate_to as own_escalate_to, d.title as document_title, d.document_type, d.person as document_person`;

/** Reminders of documents in the trash are not there; they come back with them. Nor is one that its person removed. */
export const remindersWithDocuments = sql`public.reminders r left join public.documents d on d.id = r.document_id`;
const inNoTrash = sql`(r.document_id is null or d.deleted_at is null)`;
export const documentIsThere = sql`(${inNoTrash} and r.status <> 'dismissed')`;

/** A reminder of the transaction's person, locked; 404 for any other. `removed`: also one that its person removed. */
export const findReminder = async (tx: Tx, id: string, { removed = false } = {}): Promise<ReminderRow> => {
  const [row] = await tx.query<ReminderRow>(sql`
    select ${reminderColumns} from ${remindersWithDocuments} where r.id = ${id} and r.user_id = (select auth.uid()) and ${removed ? inNoTrash : documentIsThere} for update of r`);
  if (!row) throw reminderMissing();
  return row;
};

export const rhythmOf = (row: Pick<ReminderRow, 'starts_on' | 'recurrence' | 'lead_days' | 'due_time'>, zone: string): Rhythm =>
  ({ startsOn: row.starts_on, recurrence: row.recurrence, leadDays: row.lead_days, zone, time: row.due_time });

/** When the engine looks at a reminder next: at the moment of what is overdue to be said, else of what comes first. Null: nothing is left to say. */
export const nextLook = (rhythm: Rhythm, standing: Standing, now: Date): Date | null => {
  const plan = planReminder(rhythm, standing, now);
  return plan.firings[0]?.meantFor ?? plan.nextAt;
};

/** A reminder as the wire shows it; numbers that identify people are masked in its titles. */
export const toReminder = (row: ReminderRow, settings: Settings, now: Date): Reminder => ({
  id: row.id, documentId: row.document_id, title: maskIdentityNumbersInText(row.title, []), dueOn: row.due_on, leadDays: [...row.lead_days].sort((a, b) => b - a),
  channels: [...(row.channels ?? settings.channels)], recurrence: row.recurrence, status: row.status, source: row.source,
  overdue: row.status !== 'completed' && row.due_on < dayOf(now, settings.timeZone),
  snoozedUntil: row.snoozed_until?.toISOString() ?? null, completedAt: row.completed_at?.toISOString() ?? null,
  documentTitle: row.document_title === null ? null : maskIdentityNumbersInText(row.document_title, []),
  documentType: row.document_type, dueTime: row.due_time, person: row.person ?? row.document_person, reason: row.field, escalateTo: row.own_escalate_to,
  createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(),
});
