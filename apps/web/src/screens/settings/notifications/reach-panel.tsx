import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ReminderPreferences } from '@docuvault/contract/reminders.ts';
import { useApi } from '../../../app/session.tsx';
import { nameOfMember } from '../../../data/family.ts';
import { channelsQuery, useChangePreferences } from '../../../data/notification-settings.ts';
import { useRelatives } from '../../../data/relatives.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { Panel } from '../panel.tsx';

const phoneForm = /^\+[1-9]\d{6,14}$/;
const dayChoices = [1, 2, 3, 5, 7, 14];

/** The phone for text messages, and who is told when the person does not react. */
export const ReachPanel = ({ preferences }: { preferences: ReminderPreferences }) => {
  const { t, n } = useLanguage();
  const id = useId();
  const { mutate, isPending } = useChangePreferences();
  const relatives = useRelatives();
  const { data: channels = [] } = useQuery(channelsQuery(useApi()));
  const [phone, setPhone] = useState(preferences.phone ?? '');
  const [tried, setTried] = useState(false);
  const { escalation } = preferences;
  const texts = channels.some(({ channel, configured }) => channel === 'sms' && configured);
  const typed = phone.replaceAll(/[\s()-]/g, '');
  const wrong = typed !== '' && !phoneForm.test(typed);
  if (!texts && relatives.length === 0) return null;
  return (
    <Panel title={t('notify.reach')} hint={t('notify.reachHint')}>
      {texts && (
        <form
          noValidate
          className="grid max-w-md grid-cols-[minmax(0,1fr)_auto] items-start gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (!wrong) mutate({ phone: typed || null });
          }}
        >
          <TextField label={t('notify.phone')} type="tel" autoComplete="tel" value={phone} hint={t('notify.phoneHint')} error={tried && wrong ? t('notify.phoneWrong') : undefined} onChange={(event) => { setPhone(event.target.value); }} />
          <Button type="submit" disabled={isPending} className="mt-6.5">{t('common.save')}</Button>
        </form>
      )}
      {relatives.length > 0 && (
        <div className="grid max-w-md gap-4 sm:grid-cols-2">
          <div className="grid gap-1.5">
            <label htmlFor={id} className="text-sm font-medium text-ink-soft">{t('reminders.form.escalate')}</label>
            <select id={id} value={escalation?.userId ?? ''} onChange={(event) => { mutate({ escalation: event.target.value ? { userId: event.target.value, afterDays: escalation?.afterDays ?? 3 } : null }); }} className="min-h-11 w-full rounded-control border border-line-strong bg-surface px-3 text-ink">
              <option value="">{t('notify.escalate.nobody')}</option>
              {relatives.map((member) => <option key={member.userId} value={member.userId}>{nameOfMember(member)}</option>)}
            </select>
          </div>
          {escalation && (
            <div className="grid gap-1.5">
              <label htmlFor={`${id}-after`} className="text-sm font-medium text-ink-soft">{t('notify.escalate.after')}</label>
              <select id={`${id}-after`} value={escalation.afterDays} onChange={(event) => { mutate({ escalation: { ...escalation, afterDays: Number(event.target.value) } }); }} className="min-h-11 w-full rounded-control border border-line-strong bg-surface px-3 text-ink">
                {[...new Set([...dayChoices, escalation.afterDays])].sort((a, b) => a - b).map((days) => <option key={days} value={days}>{n('notify.escalate.days', days)}</option>)}
              </select>
            </div>
          )}
        </div>
      )}
    </Panel>
  );
};
