import { useId, useState } from 'react';
import { localeOf } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { spellHours } from './time-left.ts';

/** Hours that a person may choose to have for objecting: from 3 hours to 30 days. */
export const waits = [3, 6, 12, 24, 48, 72, 168, 336, 720];
const usual = 72;
const select = 'min-h-11 w-full rounded-control border border-line-strong bg-surface px-3 text-ink';

type Props = { people: readonly { userId: string; name: string }[]; onAdd(userId: string, waitHours: number): void; onClose(): void };

/** Names somebody of the family as a contact, with the time that one has to say no. */
export const ContactDialog = ({ people, onAdd, onClose }: Props) => {
  const { t, language } = useLanguage();
  const id = useId();
  const [userId, setUserId] = useState(people[0]?.userId ?? '');
  const [hours, setHours] = useState(usual);
  return (
    <Dialog title={t('emergency.add')} onClose={onClose}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          onAdd(userId, hours);
          onClose();
        }}
      >
        <div className="grid gap-1.5">
          <label htmlFor={id} className="text-sm font-medium text-ink-soft">{t('emergency.who')}</label>
          <select id={id} data-first value={userId} onChange={(event) => { setUserId(event.target.value); }} className={select}>
            {people.map((person) => <option key={person.userId} value={person.userId}>{person.name}</option>)}
          </select>
        </div>
        <div className="grid gap-1.5">
          <label htmlFor={`${id}-wait`} className="text-sm font-medium text-ink-soft">{t('emergency.waitLong')}</label>
          <select id={`${id}-wait`} value={hours} onChange={(event) => { setHours(Number(event.target.value)); }} aria-describedby={`${id}-hint`} className={select}>
            {waits.map((one) => <option key={one} value={one}>{spellHours(one, localeOf(language))}</option>)}
          </select>
          <p id={`${id}-hint`} className="text-sm text-ink-faint">{t('emergency.waitHint')}</p>
        </div>
        <div className="flex justify-end gap-2">
          <Button kind="quiet" onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" disabled={!userId}>{t('emergency.addIt')}</Button>
        </div>
      </form>
    </Dialog>
  );
};
