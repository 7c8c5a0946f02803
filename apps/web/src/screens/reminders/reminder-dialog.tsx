import { useId, useState } from 'react';
import type { Reminder, ReminderInput } from '@docuvault/contract/reminders.ts';
import { useReminderActions } from '../../data/change-reminder.ts';
import { nameOfMember } from '../../data/family.ts';
import { usePeople } from '../../data/people.ts';
import { useRelatives } from '../../data/relatives.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { DocumentField, type ChosenDocument } from './document-field.tsx';
import { LeadsField } from './leads-field.tsx';
import { RecurrenceField } from './recurrence-field.tsx';

const usualLeads = [7, 1];

export type Draft = { dueOn?: string; document?: ChosenDocument };
type Props = { reminder?: Reminder; draft?: Draft; onClose(): void };

/** Makes a reminder, or changes one. The day of one that was read out of a paper is the paper's. */
export const ReminderDialog = ({ reminder, draft = {}, onClose }: Props) => {
  const { t } = useLanguage();
  const id = useId();
  const actions = useReminderActions();
  const people = usePeople();
  const relatives = useRelatives();
  const read = reminder?.source === 'extracted';
  const [title, setTitle] = useState(reminder?.title ?? '');
  const [dueOn, setDueOn] = useState(reminder?.dueOn ?? draft.dueOn ?? '');
  const [dueTime, setDueTime] = useState(reminder?.dueTime ?? '');
  const [leadDays, setLeadDays] = useState<number[]>(reminder?.leadDays ?? usualLeads);
  const [recurrence, setRecurrence] = useState(reminder?.recurrence ?? null);
  const [person, setPerson] = useState(reminder?.person ?? '');
  const [escalateTo, setEscalateTo] = useState(reminder?.escalateTo ?? '');
  const [document, setDocument] = useState<ChosenDocument | null>(draft.document ?? null);
  const [tried, setTried] = useState(false);
  const save = () => {
    setTried(true);
    if (!title.trim() || !dueOn) return;
    const given = { title: title.trim(), leadDays, recurrence, dueTime: dueTime || null, person: person.trim() || null, escalateTo: escalateTo || null };
    if (reminder) actions.change(reminder.id, { ...given, ...(read || dueOn === reminder.dueOn ? {} : { dueOn }), ...(given.person === reminder.person ? { person: undefined } : {}) }, onClose);
    else actions.create({ ...given, dueOn, documentId: document?.id ?? null } satisfies ReminderInput, onClose);
  };
  return (
    <Dialog title={t(reminder ? 'reminders.edit' : 'reminders.new')} onClose={onClose} className="w-[min(38rem,calc(100vw-2rem))]">
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField label={t('reminders.form.title')} placeholder={t('reminders.form.titleHint')} value={title} maxLength={500} autoComplete="off" error={tried && !title.trim() ? t('reminders.form.titleNeeded') : undefined} onChange={(event) => { setTitle(event.target.value); }} />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField label={t('reminders.form.date')} type="date" value={dueOn} disabled={read} hint={read ? t('reminders.form.dateHint') : undefined} error={tried && !dueOn ? t('reminders.form.dateNeeded') : undefined} onChange={(event) => { setDueOn(event.target.value); }} />
          <TextField label={t('reminders.form.time')} type="time" value={dueTime} onChange={(event) => { setDueTime(event.target.value); }} />
        </div>
        <LeadsField label={t('reminders.form.leads')} leads={leadDays} onChange={setLeadDays} />
        <RecurrenceField rule={recurrence} onChange={setRecurrence} />
        {!reminder && <DocumentField chosen={document} onChoose={setDocument} />}
        <div>
          <TextField label={t('reminders.form.person')} value={person} maxLength={200} autoComplete="off" list={`${id}-people`} onChange={(event) => { setPerson(event.target.value); }} />
          <datalist id={`${id}-people`}>{people.map((name) => <option key={name} value={name} />)}</datalist>
        </div>
        {relatives.length > 0 && (
          <div className="grid gap-1.5">
            <label htmlFor={`${id}-escalate`} className="text-sm font-medium text-ink-soft">{t('reminders.form.escalate')}</label>
            <select id={`${id}-escalate`} value={escalateTo} onChange={(event) => { setEscalateTo(event.target.value); }} className="min-h-11 w-full rounded-control border border-line-strong bg-surface px-3 text-ink">
              <option value="">{t('reminders.form.escalateDefault')}</option>
              {relatives.map((member) => <option key={member.userId} value={member.userId}>{nameOfMember(member)}</option>)}
            </select>
          </div>
        )}
        <div className="sticky bottom-0 -mx-5 -mb-5 flex justify-end gap-2 border-t border-line bg-raised px-5 py-3">
          <Button kind="quiet" onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit">{t(reminder ? 'common.save' : 'reminders.form.make')}</Button>
        </div>
      </form>
    </Dialog>
  );
};
