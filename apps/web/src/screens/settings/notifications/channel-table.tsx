import { useQuery } from '@tanstack/react-query';
import { Bell, Mail, MessageSquareText, MonitorSmartphone, type LucideIcon } from 'lucide-react';
import type { ChannelName, ChannelState, NoticeGroup, ReminderPreferences } from '@docuvault/contract/reminders.ts';
import { useApi } from '../../../app/session.tsx';
import { channelsQuery, useChangePreferences } from '../../../data/notification-settings.ts';
import { useLanguage, type Translate } from '../../../i18n/language.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Panel } from '../panel.tsx';

/** Named here and not taken from the contract: a value import would load its schemas into the browser. */
const groups: readonly NoticeGroup[] = ['reminder', 'family', 'document'];
const icons: Record<ChannelName, LucideIcon> = { in_app: Bell, email: Mail, push: MonitorSmartphone, sms: MessageSquareText };

const stateOf = ({ channel, configured, reaches }: ChannelState, t: Translate): string => {
  if (channel === 'in_app') return t('notify.state.in_app');
  if (!configured) return t(`notify.state.${channel}.missing`);
  return reaches === null ? t(`notify.state.${channel}.nowhere`) : t(`notify.state.${channel}`, { to: reaches });
};

/** Which channel brings what, and what this server can do. */
export const ChannelTable = ({ preferences }: { preferences: ReminderPreferences }) => {
  const { t } = useLanguage();
  const { mutate } = useChangePreferences();
  const { data: states } = useQuery(channelsQuery(useApi()));
  const chosen = (group: NoticeGroup) => preferences.channelsFor[group] ?? preferences.channels;
  const toggle = (group: NoticeGroup, channel: ChannelName, on: boolean) => {
    const before = chosen(group).filter((one) => one !== channel);
    mutate({ channelsFor: { ...preferences.channelsFor, [group]: on ? [...before, channel] : before } });
  };
  return (
    <Panel title={t('notify.channels')} hint={t('notify.channelsHint')}>
      {!states && <div role="status" aria-label={t('common.loading')}><Skeleton className="h-52" /></div>}
      {states && (
        <>
          <table className="w-full table-fixed text-sm">
            <thead>
              <tr>
                <th scope="col" className="w-2/5 py-2 text-left font-medium text-ink-soft">{t('notify.about')}</th>
                {states.map(({ channel, configured }) => {
                  const Icon = icons[channel];
                  return (
                    <th key={channel} scope="col" className={configured ? 'py-2 font-medium' : 'py-2 font-medium text-ink-faint'}>
                      <Icon size={18} aria-hidden className="mx-auto sm:hidden" /><span className="sr-only sm:not-sr-only">{t(`notify.channel.${channel}`)}</span>
                    </th>
                  );
                })}
              </tr>
            </thead>
            <tbody>
              {groups.map((group) => (
                <tr key={group} className="border-t border-line">
                  <th scope="row" className="py-2 pr-2 text-left font-normal">{t(`notify.group.${group}`)}</th>
                  {states.map(({ channel, configured }) => (
                    <td key={channel} className="text-center">
                      <label className="inline-grid size-11 cursor-pointer place-items-center">
                        <input
                          type="checkbox"
                          className="size-5 accent-accent"
                          aria-label={t('notify.cell', { what: t(`notify.group.${group}`), channel: t(`notify.channel.${channel}`) })}
                          checked={channel === 'in_app' || (configured && chosen(group).includes(channel))}
                          disabled={channel === 'in_app' || !configured}
                          onChange={(event) => { toggle(group, channel, event.target.checked); }}
                        />
                      </label>
                    </td>
                  ))}
                </tr>
              ))}
              <tr className="border-t border-line">
                <th scope="row" className="py-3 pr-2 text-left font-normal">{t('notify.group.emergency')}</th>
                <td colSpan={states.length} className="py-3 text-center text-ink-soft">{t('notify.emergencyAlways')}</td>
              </tr>
            </tbody>
          </table>
          <ul className="grid gap-1.5 border-t border-line pt-3 text-sm text-ink-soft">
            {states.map((state) => {
              const Icon = icons[state.channel];
              return <li key={state.channel} className="flex items-start gap-2"><Icon size={16} aria-hidden className="mt-0.5 shrink-0 text-ink-faint" /><span className="min-w-0 break-words"><span className="font-medium text-ink">{t(`notify.channel.${state.channel}`)}</span>: {stateOf(state, t)}</span></li>;
            })}
          </ul>
        </>
      )}
    </Panel>
  );
};
