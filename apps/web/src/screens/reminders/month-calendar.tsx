import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight, Plus } from 'lucide-react';
import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import type { ReminderDay } from '@docuvault/contract/reminders.ts';
import { useApi } from '../../app/session.tsx';
import { reminderDaysQuery } from '../../data/reminders.ts';
import { localeOf } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Failed } from '../../ui/failed.tsx';
import { addDays, addMonths, firstDayOf, today as todayIs, weeksOf } from './calendar-days.ts';
import { DayCell } from './day-cell.tsx';
import { ReminderRow } from './reminder-row.tsx';

type Props = { day: string; onDay(day: string): void; onNew(day: string): void; onEdit(id: string): void };

/** A month of reminders, walked by arrow keys; the chosen day is written out below. */
export const MonthCalendar = ({ day, onDay, onNew, onEdit }: Props) => {
  const { t, language, format } = useLanguage();
  const locale = localeOf(language);
  const hint = useId();
  const grid = useRef<HTMLTableElement>(null);
  const moved = useRef(false);
  const today = todayIs();
  const month = day.slice(0, 7);
  const weeks = weeksOf(month, firstDayOf(locale));
  const days = useQuery(reminderDaysQuery(useApi(), weeks[0]![0]!, weeks.at(-1)![6]!));
  const on = new Map<string, ReminderDay[]>();
  for (const one of days.data ?? []) on.set(one.on, [...(on.get(one.on) ?? []), one]);
  useEffect(() => {
    if (moved.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    moved.current = false;
  }, [day]);
  const press = (event: KeyboardEvent) => {
    const column = weeks.find((week) => week.includes(day))?.indexOf(day) ?? 0;
    const next = {
      ArrowLeft: () => addDays(day, -1), ArrowRight: () => addDays(day, 1), ArrowUp: () => addDays(day, -7), ArrowDown: () => addDays(day, 7),
      Home: () => addDays(day, -column), End: () => addDays(day, 6 - column), PageUp: () => addMonths(day, -1), PageDown: () => addMonths(day, 1),
    }[event.key];
    if (!next || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    moved.current = true;
    onDay(next());
  };
  const spoken = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));
  const weekday = (of: string, how: 'short' | 'long') => new Intl.DateTimeFormat(locale, { weekday: how, timeZone: 'UTC' }).format(new Date(`${of}T00:00:00Z`));
  const chosen = on.get(day) ?? [];
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="mr-auto text-lg font-semibold" aria-live="polite">{spoken}</h2>
        <Button small onClick={() => { onDay(today); }}>{t('reminders.month.today')}</Button>
        <IconButton label={t('reminders.month.before')} onClick={() => { onDay(addMonths(day, -1)); }}><ChevronLeft size={20} aria-hidden /></IconButton>
        <IconButton label={t('reminders.month.after')} onClick={() => { onDay(addMonths(day, 1)); }}><ChevronRight size={20} aria-hidden /></IconButton>
      </div>
      {days.isError && <Failed error={days.error} retry={() => void days.refetch()} />}
      <table ref={grid} role="grid" aria-label={spoken} aria-describedby={hint} aria-busy={days.isPending} onKeyDown={press} className="w-full table-fixed border-separate border-spacing-0 overflow-hidden rounded-card border border-line bg-surface">
        <thead>
          <tr>{weeks[0]!.map((one) => <th key={one} scope="col" abbr={weekday(one, 'long')} className="border-b border-line py-2 text-xs font-medium text-ink-soft">{weekday(one, 'short')}</th>)}</tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((one) => <DayCell key={one} day={one} reminders={on.get(one) ?? []} isOutside={!one.startsWith(month)} isToday={one === today} isChosen={one === day} onChoose={() => { onDay(one); }} />)}
            </tr>
          ))}
        </tbody>
      </table>
      <p id={hint} className="sr-only">{t('reminders.grid.hint')}</p>
      <section aria-labelledby={`${hint}-day`} className="grid gap-2">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h3 id={`${hint}-day`} className="font-semibold">{new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))}</h3>
          <Button small onClick={() => { onNew(day); }}><Plus size={16} aria-hidden />{t('reminders.day.new')}</Button>
        </div>
        {days.isSuccess && chosen.length === 0 && <p className="text-sm text-ink-soft">{t('reminders.day.none')}</p>}
        {chosen.length > 0 && (
          <ul aria-label={format.date(day)} className="grid grid-cols-[minmax(0,1fr)] divide-y divide-line rounded-card border border-line bg-surface">
            {chosen.map(({ reminder }) => <ReminderRow key={reminder.id} reminder={reminder} onEdit={() => { onEdit(reminder.id); }} />)}
          </ul>
        )}
      </section>
    </div>
  );
};
