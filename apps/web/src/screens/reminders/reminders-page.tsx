import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { CalendarDays, List, Plus, Rss } from 'lucide-react';
import { useState } from 'react';
import type { Reminder } from '@docuvault/contract/reminders.ts';
import { useApi } from '../../app/session.tsx';
import { useShortcuts } from '../../app/shortcuts.tsx';
import { keys } from '../../data/keys.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { today } from './calendar-days.ts';
import { FeedDialog } from './feed-dialog.tsx';
import { MonthCalendar } from './month-calendar.tsx';
import { ReminderDialog } from './reminder-dialog.tsx';
import { ReminderList } from './reminder-list.tsx';
import { RenewalOffers } from './renewal-offers.tsx';
import { readRemindersSearch } from './reminders-search.ts';

const tab = 'inline-flex min-h-9 items-center gap-2 rounded-control px-3 text-sm text-ink-soft hover:text-ink aria-[current=page]:bg-accent-wash aria-[current=page]:font-medium aria-[current=page]:text-accent-strong';
/** Which of the two is shown lies in the search, so the path alone makes neither the current one. */
const asSaid = { exact: true, includeSearch: true };

/** What must not be forgotten, as a list or by the days of a month. */
export const RemindersPage = () => {
  const { t } = useLanguage();
  const api = useApi();
  const navigate = useNavigate();
  const { view, day = today(), r } = useSearch({ from: '/vault/reminders', select: readRemindersSearch, structuralSharing: true });
  const [making, setMaking] = useState<{ dueOn?: string } | null>(null);
  const [feed, setFeed] = useState(false);
  const opened = useQuery({ queryKey: [...keys.reminders, 'one', r], enabled: r !== undefined, queryFn: ({ signal }) => api.get<Reminder>(`reminder-engine/${r!}`, signal) });
  usePageTitle(t('reminders.title'));
  const make = () => { setMaking({}); };
  const edit = (id: string | undefined) => void navigate({ to: '/reminders', search: (before) => ({ ...before, r: id }), replace: true });
  useShortcuts([{ keys: 'n', label: 'shortcut.newReminder', run: make }]);
  return (
    <div className="mx-auto grid max-w-5xl gap-4 p-4 md:p-6">
      <div className="flex flex-wrap items-center gap-2">
        <h1 className="mr-auto text-2xl font-semibold tracking-tight">{t('reminders.title')}</h1>
        <Button kind="primary" onClick={make}><Plus size={18} aria-hidden />{t('reminders.new')}</Button>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <nav aria-label={t('reminders.shape')} className="flex w-fit gap-1 rounded-control border border-line bg-surface p-1">
          <Link to="/reminders" search={{}} activeOptions={asSaid} aria-current={view ? undefined : 'page'} className={tab}><List size={16} aria-hidden />{t('reminders.list')}</Link>
          <Link to="/reminders" search={{ view: 'calendar' }} activeOptions={asSaid} aria-current={view ? 'page' : undefined} className={tab}><CalendarDays size={16} aria-hidden />{t('reminders.calendar')}</Link>
        </nav>
        <Button small kind="quiet" onClick={() => { setFeed(true); }}><Rss size={16} aria-hidden />{t('reminders.feed')}</Button>
      </div>
      <RenewalOffers />
      {view ? (
        <MonthCalendar day={day} onDay={(next) => void navigate({ to: '/reminders', search: { view, day: next }, replace: true })} onNew={(dueOn) => { setMaking({ dueOn }); }} onEdit={edit} />
      ) : <ReminderList onNew={make} onEdit={edit} />}
      {making && <ReminderDialog draft={making} onClose={() => { setMaking(null); }} />}
      {r !== undefined && opened.data && <ReminderDialog key={r} reminder={opened.data} onClose={() => { edit(undefined); }} />}
      {feed && <FeedDialog onClose={() => { setFeed(false); }} />}
    </div>
  );
};
