import sql from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import type { Tx } from '@docuvault/db/types.ts';
import { maskIdentityNumbersInText } from '../understanding/identifiers/mask.ts';
import { addDays, dayOf } from './local-time.ts';
import { nextLook } from './reminder-row.ts';
import { leadsFor, settingsColumns, toSettings, type SettingsRow } from './settings.ts';
import { titleOf, type DateField } from './words.ts';

type DocumentDates = SettingsRow & { title: string; document_type: string; expires_on: string | null; due_date: string | null; end_date: string | null };
type Kept = { id: string; field: DateField; due_on: string; edited: boolean; status: string };

/** Types whose last day is news and not only the end of what they tell of: a statement's period needs no reminder, a lease's does. */
const endsMatter = new Set(['lease', 'contract', 'insurance_policy', 'loan_agreement', 'warranty', 'visa', 'power_of_attorney', 'vehicle_registration', 'driving_licence', 'passport', 'national_id', 'other']);

/** Papers older than this were settled one way or another before they came into the vault. */
const forgottenDays = 60;

const isDay = (value: string | null): value is string => value !== null && /^(19[7-9]|[2-9]\d\d)\d-\d{2}-\d{2}$/.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value;

/** The days of a document that ask for a reminder, one each. What expires has its end said by that; of two fields on one day the first is enough. */
const wantedDates = (document: DocumentDates, today: string): Map<DateField, string> => {
  const candidates: [DateField, string | null][] = [
    ['expiryDate', document.expires_on], ['dueDate', document.due_date], ['endDate', document.expires_on === null && endsMatter.has(document.document_type) ? document.end_date : null],
  ];
  const wanted = new Map<DateField, string>();
  for (const [field, day] of candidates) {
    if (isDay(day) && day >= addDays(today, -forgottenDays) && ![...wanted.values()].includes(day)) wanted.set(field, day);
  }
  return wanted;
};

/**
 * Lets a document's reminders follow its dates: makes those that are missing, moves those whose day was corrected,
 * drops those whose day is gone. What its person changed about one (title, leads, channels) stays. Runs in the
 * transaction that changed the dates, as the person or as the service.
 */
export const followDates = async (tx: Tx, documentId: string, now: Date): Promise<void> => {
  const [document] = await tx.query<DocumentDates>(sql`
    select ${settingsColumns}, d.title, d.document_type, d.expires_on,
      (select f.value from public.document_fields f where f.document_id = d.id and f.name = 'dueDate') as due_date,
      (select f.value from public.document_fields f where f.document_id = d.id and f.name = 'endDate') as end_date
    from public.documents d join public.users u on u.id = d.user_id left join public.reminder_preferences p on p.user_id = u.id where d.id = ${documentId}`);
  if (!document) return;
  const settings = toSettings(document);
  const wanted = wantedDates(document, dayOf(now, settings.timeZone));
  const kept = await tx.query<Kept>(sql`select r.id, r.field, r.due_on, r.edited, r.status from public.reminders r where r.document_id = ${documentId} and r.source = 'extracted' for update`);
  const title = maskIdentityNumbersInText(document.title, []);
  const leads = leadsFor(settings, document.document_type);
  for (const [field, day] of wanted) {
    const before = kept.find((one) => one.field === field);
    const next = nextLook({ startsOn: day, recurrence: null, leadDays: leads, zone: settings.timeZone }, { dueOn: day, lastLead: null }, now);
    if (!before) {
      await tx.query(sql`
        insert into public.reminders (id, user_id, document_id, field, title, starts_on, due_on, lead_days, source, next_at, created_at, updated_at)
        values (${uuidv7()}, ${document.user_id}, ${documentId}, ${field}, ${titleOf(settings.locale, field, title)}, ${day}::date, ${day}::date, ${leads}::integer[], 'extracted', ${next}, ${now}, ${now})
        on conflict (document_id, field) where source = 'extracted' do nothing`);
    } else if (before.due_on !== day) {
      await tx.query(sql`
        update public.reminders set due_on = ${day}::date, starts_on = ${day}::date, recurrence = null, last_lead = null, status = 'active', snoozed_until = null, completed_at = null, next_at = ${next},
          escalate_at = null, title = case when edited then title else ${titleOf(settings.locale, field, title)} end, lead_days = case when edited then lead_days else ${leads}::integer[] end
        where id = ${before.id}`);
    } else if (!before.edited) {
      await tx.query(sql`update public.reminders set title = ${titleOf(settings.locale, field, title)} where id = ${before.id} and title <> ${titleOf(settings.locale, field, title)}`);
    }
  }
  const gone = kept.filter((one) => !wanted.has(one.field) && one.status !== 'completed').map((one) => one.id);
  if (gone.length > 0) await tx.query(sql`delete from public.reminders where id = any(${gone}::uuid[])`);
};
