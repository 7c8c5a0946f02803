import type { ReminderDay } from '@docuvault/contract/reminders.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { cx } from '../../ui/cx.ts';

const mostShown = 3;
type Props = { day: string; reminders: readonly ReminderDay[]; isOutside: boolean; isToday: boolean; isChosen: boolean; onChoose(): void };

/** A day of the calendar: its reminders by title where there is room, by dots where there is not. */
export const DayCell = ({ day, reminders, isOutside, isToday, isChosen, onChoose }: Props) => {
  const { n, format } = useLanguage();
  const more = reminders.length - mostShown;
  return (
    <td role="gridcell" aria-selected={isChosen} className="h-14 border-b border-l border-line p-0 align-top first:border-l-0 sm:h-28 [tr:last-child>&]:border-b-0">
      <button
        type="button"
        tabIndex={isChosen ? 0 : -1}
        aria-current={isToday ? 'date' : undefined}
        onClick={onChoose}
        className={cx('flex h-full w-full flex-col gap-1 p-1 text-left -outline-offset-2 hover:bg-sunken sm:p-1.5', isChosen && 'bg-accent-wash', isOutside && 'text-ink-faint')}
      >
        <span className="sr-only">{n('reminders.day.count', reminders.length, { date: format.date(day) })}</span>
        <span aria-hidden className={cx('grid size-7 shrink-0 place-items-center self-center rounded-full text-sm tabular-nums sm:self-start', isToday && 'bg-accent font-semibold text-on-accent')}>{Number(day.slice(8))}</span>
        <span className="flex flex-wrap justify-center gap-1 sm:hidden" aria-hidden>
          {reminders.slice(0, mostShown).map(({ reminder }) => <span key={reminder.id} className={cx('size-1.5 rounded-full', reminder.overdue ? 'bg-bad' : reminder.status === 'completed' ? 'bg-line-strong' : 'bg-accent')} />)}
        </span>
        <span className="hidden w-full min-w-0 flex-col gap-0.5 sm:flex" aria-hidden>
          {reminders.slice(0, mostShown).map(({ reminder }) => (
            <span key={reminder.id} className={cx('block truncate rounded-sm px-1 text-xs leading-5', reminder.overdue ? 'bg-bad-wash text-bad' : reminder.status === 'completed' ? 'bg-sunken text-ink-soft line-through' : 'bg-accent-wash text-accent-strong')}>{reminder.title}</span>
          ))}
          {more > 0 && <span className="px-1 text-xs text-ink-soft">{n('reminders.day.more', more)}</span>}
        </span>
      </button>
    </td>
  );
};
