import { useId } from 'react';
import type { ReminderPreferences } from '@docuvault/contract/reminders.ts';
import { useChangePreferences } from '../../../data/notification-settings.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { Panel } from '../panel.tsx';

const usual = { from: '21:00', until: '08:00' };

/** When the vault may disturb, and where the clock stands. */
export const TimesPanel = ({ preferences }: { preferences: ReminderPreferences }) => {
  const { t } = useLanguage();
  const zoneId = useId();
  const { mutate } = useChangePreferences();
  const { quietHours, notifyAt, timeZone } = preferences;
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones = [...new Set([timeZone, here, ...Intl.supportedValuesOf('timeZone')])];
  return (
    <Panel title={t('notify.times')} hint={t('notify.timesHint')}>
      <label className="flex min-h-11 w-fit cursor-pointer items-center gap-3">
        <input type="checkbox" className="size-5 accent-accent" checked={quietHours !== null} onChange={(event) => { mutate({ quietHours: event.target.checked ? usual : null }); }} />
        {t('notify.quiet')}
      </label>
      <div className="grid max-w-xl grid-cols-2 gap-4 sm:grid-cols-3">
        {quietHours && <TextField label={t('notify.quiet.from')} type="time" required value={quietHours.from} onChange={(event) => { if (event.target.value) mutate({ quietHours: { ...quietHours, from: event.target.value } }); }} />}
        {quietHours && <TextField label={t('notify.quiet.until')} type="time" required value={quietHours.until} onChange={(event) => { if (event.target.value) mutate({ quietHours: { ...quietHours, until: event.target.value } }); }} />}
        <TextField label={t('notify.at')} type="time" required value={notifyAt} onChange={(event) => { if (event.target.value) mutate({ notifyAt: event.target.value }); }} />
      </div>
      <div className="grid max-w-md gap-1.5">
        <label htmlFor={zoneId} className="text-sm font-medium text-ink-soft">{t('settings.timeZone')}</label>
        <select id={zoneId} value={timeZone} onChange={(event) => { mutate({ timeZone: event.target.value }); }} className="min-h-11 w-full rounded-control border border-line-strong bg-surface px-3 text-ink">
          {zones.map((zone) => <option key={zone} value={zone}>{zone.replaceAll('_', ' ')}</option>)}
        </select>
        {timeZone !== here && <div><Button small kind="quiet" className="-ml-3 text-accent" onClick={() => { mutate({ timeZone: here }); }}>{t('settings.timeZoneHere', { zone: here.replaceAll('_', ' ') })}</Button></div>}
      </div>
    </Panel>
  );
};
