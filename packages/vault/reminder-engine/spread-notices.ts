import sql from 'sql-template-tag';
import type { ChannelName } from '@docuvault/contract/reminders.ts';
import type { Deps } from '../context.ts';
import { afterQuiet } from './local-time.ts';
import { channelsOfKind, settingsColumns, toSettings, type SettingsRow } from './settings.ts';

const batch = 200;
const background = { priority: 'background', timeoutMs: 60_000 } as const;

/** Kinds that do not wait for the morning: with them hours count. */
const urgent = /^emergency\./;

type Row = SettingsRow & { id: string; kind: string; data: { channels?: unknown }; email: string | null; subscribed: boolean; closed: string[] };

const channelsOf = (row: Row, outward: readonly ChannelName[]): ChannelName[] => {
  const settings = toSettings(row);
  const wanted: readonly unknown[] = urgent.test(row.kind) ? outward : Array.isArray(row.data.channels) ? row.data.channels : channelsOfKind(settings, row.kind);
  const reachable: Record<ChannelName, boolean> = { in_app: false, email: row.email !== null && !row.email.endsWith('.invalid'), sms: settings.phone !== null, push: row.subscribed };
  return outward.filter((channel) => wanted.includes(channel) && reachable[channel] && !row.closed.includes(channel));
};

/**
 * Spreads each new notification over the channels that its person wants, that reach them and that have a provider: a
 * row in the outbox each, to go when their quiet hours are over (emergencies at once). A notification is spread once;
 * channels that get a provider later do not send what is old.
 */
export const spreadNotices = async (deps: Pick<Deps, 'db'>, now: Date, outward: readonly ChannelName[]): Promise<void> => {
  for (let seen = batch; seen === batch; ) {
    seen = await deps.db.asService('spread notifications', async (tx) => {
      const rows = await tx.query<Row>(sql`
        select n.id, n.kind, n.data, u.email, exists (select from public.push_subscriptions s where s.user_id = n.user_id) as subscribed, ${settingsColumns},
          array(select s.channel from private.suppressed_addresses s where (s.channel = 'email' and s.address = lower(u.email)) or (s.channel = 'sms' and s.address = p.phone)) as closed
        from public.notifications n join public.users u on u.id = n.user_id left join public.reminder_preferences p on p.user_id = n.user_id
        where n.spread_at is null order by n.created_at limit ${batch} for update of n skip locked`);
      const leaving = rows.flatMap((row) => {
        const { timeZone, quiet, notifyAt } = toSettings(row);
        const at = urgent.test(row.kind) ? now : afterQuiet(now, timeZone, quiet, notifyAt);
        return channelsOf(row, outward).map((channel) => ({ id: crypto.randomUUID(), notification_id: row.id, user_id: row.user_id, channel, next_at: at.toISOString() }));
      });
      await tx.query(sql`
        with spread as (update public.notifications n set spread_at = ${now} where n.id = any(${rows.map(({ id }) => id)}::uuid[]))
        insert into private.outbox (id, notification_id, user_id, channel, next_at, created_at)
        select o.id, o.notification_id, o.user_id, o.channel, o.next_at, ${now}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(leaving)}::jsonb) as o (id uuid, notification_id uuid, user_id uuid, channel text, next_at timestamptz)
        on conflict (notification_id, channel) do nothing`);
      return rows.length;
    }, background);
  }
};
