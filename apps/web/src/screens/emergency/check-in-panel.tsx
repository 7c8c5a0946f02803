import { HeartPulse } from 'lucide-react';
import { useId, useState } from 'react';
import type { CheckIn } from '@docuvault/contract/emergency.ts';
import { useToast } from '../../app/toasts.tsx';
import { useEmergency } from '../../data/emergency.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Panel } from '../settings/panel.tsx';

const silences = [7, 14, 30, 60, 90, 180, 365];
const reminders = [1, 3, 7, 14, 30, 60];
const select = 'min-h-11 w-full rounded-control border border-line-strong bg-surface px-3 text-ink';
const withOwn = (choices: readonly number[], own: number) => [...new Set([...choices, own])].sort((a, b) => a - b);

/** What stands in where nobody can ask: after a time of silence reminders, then the contacts; a sign of life stops it. */
export const CheckInPanel = ({ vaultId, checkIn }: { vaultId: string; checkIn: CheckIn | null }) => {
  const { t, n, format } = useLanguage();
  const id = useId();
  const toast = useToast();
  const { send, isPending } = useEmergency(vaultId);
  const [silentDays, setSilentDays] = useState(checkIn?.silentDays ?? 30);
  const [reminderDays, setReminderDays] = useState(checkIn?.reminderDays ?? 7);
  const changed = !checkIn || checkIn.silentDays !== silentDays || checkIn.reminderDays !== reminderDays;
  return (
    <Panel title={t('emergency.checkIn')} hint={t('emergency.checkInHint')}>
      {checkIn && (
        <div className={cx('flex flex-wrap items-center gap-4 rounded-card border p-4', checkIn.stage === 'quiet' ? 'border-line bg-sunken' : checkIn.stage === 'reminding' ? 'border-warn bg-warn-wash' : 'border-bad bg-bad-wash')}>
          <div className="min-w-0 flex-1 basis-60">
            <p className="font-medium">{t(`emergency.stage.${checkIn.stage}`)}</p>
            <p className="text-sm text-ink-soft">{t('emergency.lastSign', { when: format.relative(checkIn.lastSignOfLifeAt) })} {checkIn.stage === 'quiet' ? t('emergency.remindsAt', { date: format.date(checkIn.remindsAt) }) : t('emergency.alertsAt', { date: format.date(checkIn.alertsAt) })}</p>
          </div>
          <Button kind="primary" disabled={isPending} onClick={() => { send({ method: 'POST', path: 'emergency/check-in', then: () => { toast({ text: t('emergency.checkedIn') }); } }); }}><HeartPulse size={18} aria-hidden />{t('emergency.iAmWell')}</Button>
        </div>
      )}
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          send({ method: 'PUT', path: 'emergency/check-in', body: { silentDays, reminderDays }, then: () => { toast({ text: t('emergency.checkInSet') }); } });
        }}
      >
        <div className="grid max-w-xl gap-4 sm:grid-cols-2">
          <div className="grid gap-1.5">
            <label htmlFor={id} className="text-sm font-medium text-ink-soft">{t('emergency.silence')}</label>
            <select id={id} value={silentDays} onChange={(event) => { setSilentDays(Number(event.target.value)); }} className={select}>{withOwn(silences, silentDays).map((days) => <option key={days} value={days}>{n('notify.escalate.days', days)}</option>)}</select>
          </div>
          <div className="grid gap-1.5">
            <label htmlFor={`${id}-remind`} className="text-sm font-medium text-ink-soft">{t('emergency.gently')}</label>
            <select id={`${id}-remind`} value={reminderDays} onChange={(event) => { setReminderDays(Number(event.target.value)); }} className={select}>{withOwn(reminders, reminderDays).map((days) => <option key={days} value={days}>{n('notify.escalate.days', days)}</option>)}</select>
          </div>
        </div>
        <ol className="grid list-decimal gap-1 pl-5 text-sm text-ink-soft">
          <li>{n('emergency.step.silence', silentDays)}</li>
          <li>{n('emergency.step.remind', reminderDays)}</li>
          <li>{t('emergency.step.contacts')}</li>
        </ol>
        <div className="flex flex-wrap gap-2">
          <Button kind={checkIn ? 'plain' : 'primary'} type="submit" disabled={isPending || !changed}>{t(checkIn ? 'common.save' : 'emergency.checkInStart')}</Button>
          {checkIn && <Button kind="quiet" className="text-bad" disabled={isPending} onClick={() => { send({ method: 'DELETE', path: 'emergency/check-in', then: () => { toast({ text: t('emergency.checkInEnded') }); } }); }}>{t('emergency.checkInEnd')}</Button>}
        </div>
      </form>
    </Panel>
  );
};
