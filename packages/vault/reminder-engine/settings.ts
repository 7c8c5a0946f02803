import sql from 'sql-template-tag';
import type { ChannelName } from '@docuvault/contract/reminders.ts';
import type { Tx } from '@docuvault/db/types.ts';
import { isTimeZone, type Quiet } from './local-time.ts';

/** Leads where neither the reminder nor its person says otherwise. */
export const usualLeads: readonly number[] = [90, 30, 7, 1];

/** Bills are paid within weeks: a quarter ahead there is nothing to do yet. */
const usualLeadsOf: Readonly<Record<string, readonly number[]>> = { invoice: [7, 1], utility_bill: [7, 1], receipt: [7, 1], travel_itinerary: [7, 1] };

/** How a person wants to be reminded, the defaults filled in. */
export type Settings = {
  userId: string; locale: string; timeZone: string; channels: readonly ChannelName[]; channelsFor: Readonly<Record<string, readonly ChannelName[]>>; leadDays: Readonly<Record<string, readonly number[]>>; quiet: Quiet; notifyAt: string;
  phone: string | null; escalateTo: string | null; escalateAfterDays: number;
};

export type SettingsRow = {
  user_id: string; locale: string; time_zone: string; pref_channels: ChannelName[] | null; pref_channels_for: Record<string, ChannelName[]> | null; pref_leads: Record<string, number[]> | null; quiet_from: string | null; quiet_until: string | null;
  notify_at: string | null; phone: string | null; escalate_to: string | null; escalate_after_days: number | null;
};

/** What `toSettings` reads, of public.users as `u` and public.reminder_preferences as `p`. */
export const settingsColumns = sql`u.id as user_id, u.locale, u.time_zone, p.channels as pref_channels, p.channels_for as pref_channels_for, p.lead_days as pref_leads, p.quiet_from, p.quiet_until, p.notify_at, p.phone,
  p.escalate_to, p.escalate_after_days`;

export const toSettings = (row: SettingsRow): Settings => {
  const from = row.quiet_from ?? '21:00';
  const until = row.quiet_until ?? '08:00';
  return {
    userId: row.user_id, locale: row.locale, timeZone: isTimeZone(row.time_zone) ? row.time_zone : 'UTC', channels: row.pref_channels ?? ['in_app', 'email', 'push'],
    channelsFor: row.pref_channels_for ?? {}, leadDays: row.pref_leads ?? {}, quiet: from === until ? null : { from, until }, notifyAt: row.notify_at ?? '09:00', phone: row.phone,
    escalateTo: row.escalate_to, escalateAfterDays: row.escalate_after_days ?? 3,
  };
};

/** The settings of one person; of nobody, null. */
export const readSettings = async (tx: Tx, userId: string): Promise<Settings | null> => {
  const [row] = await tx.query<SettingsRow>(sql`
    select ${settingsColumns} from public.users u left join public.reminder_preferences p on p.user_id = u.id where u.id = ${userId}`);
  return row ? toSettings(row) : null;
};

/** The channels by which a person hears of a kind of notice (`family.shared`). */
export const channelsOfKind = (settings: Settings, kind: string): readonly ChannelName[] => settings.channelsFor[kind.split('.', 1)[0]!] ?? settings.channels;

/** The leads of a document type, or of a reminder without a document (null). */
export const leadsFor = (settings: Settings, documentType: string | null): number[] => {
  const type = documentType ?? 'default';
  return [...(settings.leadDays[type] ?? settings.leadDays.default ?? usualLeadsOf[type] ?? usualLeads)].sort((a, b) => b - a);
};
