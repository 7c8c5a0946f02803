import { Link } from '@tanstack/react-router';
import { AlarmClock, BellRing, CalendarClock, Check, CircleCheck, Ellipsis, FileText, Pencil, Repeat, Trash2, UserRound } from 'lucide-react';
import { useState } from 'react';
import type { Reminder } from '@docuvault/contract/reminders.ts';
import { useReminderActions } from '../../data/change-reminder.ts';
import { localeOf } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Menu, MenuItem, MenuLine } from '../../ui/menu.tsx';
import { addDays, today } from './calendar-days.ts';
import { ruleInWords } from './recurrence.ts';
import { SnoozeDialog } from './snooze-dialog.tsx';

const weekDays = 7;
type Props = { reminder: Reminder; onEdit(): void; showDocument?: boolean };

/** One reminder: when, what, why and for whom, and what can be done about it. */
export const ReminderRow = ({ reminder, onEdit, showDocument = true }: Props) => {
  const { t, n, format, language } = useLanguage();
  const actions = useReminderActions();
  const [choosing, setChoosing] = useState(false);
  const { title, dueOn, dueTime, status, reason, recurrence, person, documentId, documentTitle, snoozedUntil } = reminder;
  const late = status === 'active' && dueOn < today();
  const soon = status === 'active' && !late && dueOn <= addDays(today(), weekDays);
  const done = status === 'completed';
  const Icon = done ? CircleCheck : late ? BellRing : CalendarClock;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2.5 md:flex-nowrap md:px-4" data-reminder={reminder.id}>
      <Icon size={20} aria-hidden className={cx('shrink-0 self-start md:self-center', late ? 'text-bad' : soon ? 'text-warn' : 'text-ink-faint')} />
      <div className="min-w-0 flex-1 basis-[70%] md:basis-auto">
        <button type="button" onClick={onEdit} className={cx('min-h-7 max-w-full text-left font-medium break-words hover:text-accent hover:underline hover:underline-offset-4', done && 'text-ink-soft line-through')}>{title}</button>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-sm text-ink-soft">
          <time dateTime={dueTime ? `${dueOn}T${dueTime}` : dueOn} className={cx('tabular-nums', late ? 'text-bad' : soon && 'text-warn')}>
            {dueTime ? t('reminders.at', { date: format.date(dueOn), time: dueTime }) : format.date(dueOn)} · {format.relative(dueOn)}
          </time>
          <span>{t(`reminders.why.${reason ?? 'own'}`)}</span>
          {recurrence && <span className="inline-flex items-center gap-1"><Repeat size={14} aria-hidden className="text-ink-faint" />{ruleInWords(recurrence, { t, n, date: format.date, locale: localeOf(language) })}</span>}
          {person && <span className="inline-flex items-center gap-1"><UserRound size={14} aria-hidden className="text-ink-faint" />{person}</span>}
          {snoozedUntil && <span className="inline-flex items-center gap-1"><AlarmClock size={14} aria-hidden className="text-ink-faint" />{t('reminders.snoozedUntil', { date: format.date(snoozedUntil) })}</span>}
          {showDocument && documentId && documentTitle && (
            <Link to="/documents/$documentId" params={{ documentId }} className="inline-flex max-w-full min-w-0 items-center gap-1 text-accent underline-offset-4 hover:underline">
              <FileText size={14} aria-hidden className="shrink-0" /><span className="truncate">{documentTitle}</span>
            </Link>
          )}
        </p>
      </div>
      <div className="ml-8 flex shrink-0 items-center gap-1 md:ml-0">
        {!done && (
          <>
            <Button small aria-label={t('reminders.doneOf', { title })} onClick={() => { actions.complete(reminder); }}><Check size={16} aria-hidden />{t('reminders.done')}</Button>
            <Menu trigger={<Button small kind="quiet" aria-label={t('reminders.snoozeOf', { title })}><AlarmClock size={16} aria-hidden /><span className="hidden lg:inline">{t('reminders.snooze')}</span></Button>}>
              <MenuItem onSelect={() => { actions.snooze(reminder, addDays(today(), 1)); }}>{t('reminders.snooze.tomorrow')}</MenuItem>
              <MenuItem onSelect={() => { actions.snooze(reminder, addDays(today(), weekDays)); }}>{t('reminders.snooze.week')}</MenuItem>
              <MenuItem onSelect={() => { setChoosing(true); }}>{t('reminders.snooze.choose')}</MenuItem>
              {status === 'snoozed' && <MenuLine />}
              {status === 'snoozed' && <MenuItem onSelect={() => { actions.wake(reminder); }}>{t('reminders.snooze.wake')}</MenuItem>}
            </Menu>
          </>
        )}
        <Menu trigger={<IconButton label={t('reminders.moreOf', { title })}><Ellipsis size={18} aria-hidden /></IconButton>}>
          <MenuItem icon={<Pencil size={16} />} onSelect={onEdit}>{t('reminders.change')}</MenuItem>
          <MenuItem icon={<Trash2 size={16} />} danger onSelect={() => { actions.dismiss(reminder); }}>{t('reminders.dismiss')}</MenuItem>
        </Menu>
      </div>
      {choosing && <SnoozeDialog onClose={() => { setChoosing(false); }} onChoose={(day) => { actions.snooze(reminder, day); }} />}
    </li>
  );
};
