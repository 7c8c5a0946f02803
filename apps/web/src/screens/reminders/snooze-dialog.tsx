import { useState } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { addDays, today } from './calendar-days.ts';

/** Asks for the day until which a reminder is silent. */
export const SnoozeDialog = ({ onChoose, onClose }: { onChoose(day: string): void; onClose(): void }) => {
  const { t } = useLanguage();
  const first = addDays(today(), 1);
  const [day, setDay] = useState(first);
  return (
    <Dialog title={t('reminders.snooze.title')} onClose={onClose}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          onChoose(day);
          onClose();
        }}
      >
        <TextField label={t('reminders.form.date')} type="date" required min={first} value={day} onChange={(event) => { setDay(event.target.value); }} />
        <div className="flex justify-end gap-2">
          <Button kind="quiet" onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" disabled={day < first}>{t('reminders.snooze')}</Button>
        </div>
      </form>
    </Dialog>
  );
};
