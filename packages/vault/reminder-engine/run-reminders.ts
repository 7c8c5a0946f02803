import sql from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import type { Logger } from '@docuvault/core/logger.ts';
import type { Tx } from '@docuvault/db/types.ts';
import type { Deps } from '../context.ts';
import { maskIdentityNumbersInText } from '../understanding/identifiers/mask.ts';
import { dayOf } from './local-time.ts';
import { noteReminder } from './note-reminder.ts';
import { planReminder, type Firing, type Plan } from './plan.ts';
import { documentIsThere, reminderColumns, rhythmOf, type ReminderRow } from './reminder-row.ts';
import { settingsColumns, toSettings, type Settings, type SettingsRow } from './settings.ts';
import { tell, type Notice } from './tell.ts';
import { escalationTitle, noticeBody } from './words.ts';

const batch = 100;
const day = 24 * 60 * 60_000;
const background = { priority: 'background', timeoutMs: 60_000 } as const;

/** What a run found due, and how many of it were told that had not been told before. */
export type Run = { due: number; told: number };

type DueRow = ReminderRow & SettingsRow;

const noticeOf = (row: DueRow, settings: Settings, firing: Firing, occasion: string, now: Date): Notice => {
  const today = dayOf(now, settings.timeZone);
  const late = firing.meantFor.getTime() > row.created_at.getTime() && now.getTime() - firing.meantFor.getTime() >= day;
  return {
    id: uuidv7(), userId: row.user_id, kind: 'reminder.due', title: maskIdentityNumbersInText(row.title, []),
    body: noticeBody(settings.locale, { dueOn: firing.dueOn, time: row.due_time, today, meantFor: dayOf(firing.meantFor, settings.timeZone), late }),
    data: { reminderId: row.id, documentId: row.document_id, dueOn: firing.dueOn, leadDays: firing.lead, late, ...(row.channels ? { channels: row.channels } : {}) },
    dedupeKey: `reminder:${row.id}:${firing.dueOn}:${occasion}`,
  };
};

/** One reminder that cannot be planned must not keep everybody else's from being told: it is logged, and looked at again in a day. */
const planned = (row: DueRow, settings: Settings, now: Date, log: Logger): Plan | null => {
  try {
    return planReminder(rhythmOf(row, settings.timeZone), { dueOn: row.due_on, lastLead: row.last_lead }, now);
  } catch (error) {
    log.error('a reminder cannot be planned', { reminder: row.id, cause: error instanceof Error ? error.message : 'failed' });
    return null;
  }
};

/** One batch of due reminders, each told and moved on in this transaction. Rows that another engine holds are left to it. */
const runBatch = async (tx: Tx, now: Date, log: Logger): Promise<{ seen: number } & Run> => {
  const rows = await tx.query<DueRow>(sql`
    select ${reminderColumns}, ${settingsColumns} from public.reminders r
    join public.users u on u.id = r.user_id left join public.reminder_preferences p on p.user_id = r.user_id left join public.documents d on d.id = r.document_id
    where r.next_at <= ${now} and r.status in ('active', 'snoozed') and ${documentIsThere}
    order by r.next_at, r.id limit ${batch} for update of r skip locked`);
  const notices: Notice[] = [];
  const moved: Record<string, unknown>[] = [];
  const reminded: DueRow[] = [];
  for (const row of rows) {
    const settings = toSettings(row);
    const plan = planned(row, settings, now, log);
    if (plan === null) {
      moved.push({ id: row.id, due_on: row.due_on, last_lead: row.last_lead, next_at: new Date(now.getTime() + day).toISOString(), escalate_at: row.escalate_at?.toISOString() ?? null });
      continue;
    }
    const woken = row.status === 'snoozed' && plan.firings.length === 0;
    const firings = plan.firings.map((firing) => noticeOf(row, settings, firing, String(firing.lead), now));
    if (woken) firings.push(noticeOf(row, settings, { dueOn: row.due_on, lead: row.last_lead ?? 0, meantFor: row.snoozed_until! }, `snoozed:${row.snoozed_until!.toISOString()}`, now));
    notices.push(...firings);
    if (firings.length > 0) reminded.push(row);
    const escalateAt = firings.length > 0 && (row.own_escalate_to ?? settings.escalateTo) !== null ? new Date(now.getTime() + settings.escalateAfterDays * day) : row.escalate_at;
    moved.push({ id: row.id, due_on: plan.standing.dueOn, last_lead: plan.standing.lastLead, next_at: plan.nextAt?.toISOString() ?? null, escalate_at: escalateAt?.toISOString() ?? null });
  }
  const told = await tell(tx, notices, now);
  for (const row of reminded) await noteReminder(tx, null, row, 'reminded', now);
  await tx.query(sql`
    update public.reminders r set due_on = m.due_on, last_lead = m.last_lead, next_at = m.next_at, escalate_at = m.escalate_at, status = 'active', snoozed_until = null
    from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as m (id uuid, due_on date, last_lead integer, next_at timestamptz, escalate_at timestamptz) where r.id = m.id`);
  return { seen: rows.length, due: notices.length, told };
};

type Unanswered = ReminderRow & SettingsRow & { called: string | null; told_to: string; other_locale: string; other_zone: string; answered: boolean; reachable: boolean };

/** Tells the second person of what the first has neither read, put off nor completed in time. Only somebody of a common family is told. */
const escalateBatch = async (tx: Tx, now: Date): Promise<{ seen: number } & Run> => {
  const rows = await tx.query<Unanswered>(sql`
    select ${reminderColumns}, ${settingsColumns}, u.full_name as called, o.id as told_to, o.locale as other_locale, o.time_zone as other_zone,
      exists (select from public.notifications n where n.user_id = r.user_id and n.kind = 'reminder.due' and n.data ->> 'reminderId' = r.id::text and n.read_at is not null
        and n.created_at >= r.escalate_at - make_interval(days => coalesce(p.escalate_after_days, 3))) as answered,
      exists (select from public.family_members a join public.family_members b on b.vault_id = a.vault_id where a.user_id = r.user_id and b.user_id = o.id) as reachable
    from public.reminders r join public.users u on u.id = r.user_id left join public.reminder_preferences p on p.user_id = r.user_id
    join public.users o on o.id = coalesce(r.escalate_to, p.escalate_to) left join public.documents d on d.id = r.document_id
    where r.escalate_at <= ${now} and r.status = 'active' and ${documentIsThere}
    order by r.escalate_at, r.id limit ${batch} for update of r skip locked`);
  const unanswered = rows.filter((row) => !row.answered && row.reachable);
  const notices = unanswered.map((row): Notice => {
    const zone = toSettings({ ...row, time_zone: row.other_zone }).timeZone;
    return {
      id: uuidv7(), userId: row.told_to, kind: 'reminder.escalated', title: escalationTitle(row.other_locale, maskIdentityNumbersInText(row.title, []), row.called),
      body: noticeBody(row.other_locale, { dueOn: row.due_on, time: row.due_time, today: dayOf(now, zone), meantFor: dayOf(now, zone), late: false }),
      data: { reminderId: row.id, dueOn: row.due_on, ofUserId: row.user_id }, dedupeKey: `escalation:${row.id}:${row.due_on}:${row.last_lead ?? ''}`,
    };
  });
  const told = await tell(tx, notices, now);
  for (const row of unanswered) await noteReminder(tx, null, row, 'reminder_escalated', now, { userId: row.told_to });
  if (rows.length > 0) await tx.query(sql`update public.reminders set escalate_at = null where id = any(${rows.map(({ id }) => id)}::uuid[])`);
  return { seen: rows.length, due: notices.length, told };
};

/**
 * Tells everybody what is due by `now`. Each notice and the step that its reminder takes are one commit, and a notice
 * has a key of its own, so that two engines at once, a crash anywhere, or a clock set back repeat nothing; what was
 * missed while no engine ran is told late and says so.
 */
export const runReminders = async (deps: Pick<Deps, 'db' | 'log'>, now: Date): Promise<Run> => {
  const total = { due: 0, told: 0 };
  for (const step of [runBatch, escalateBatch]) {
    for (let seen = batch; seen === batch; ) {
      const done = await deps.db.asService('reminders that are due', (tx) => step(tx, now, deps.log), background);
      ({ seen } = done);
      total.due += done.due;
      total.told += done.told;
    }
  }
  return total;
};
