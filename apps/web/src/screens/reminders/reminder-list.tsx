import { useInfiniteQuery } from '@tanstack/react-query';
import { BellPlus } from 'lucide-react';
import { useApi } from '../../app/session.tsx';
import { openRemindersQuery } from '../../data/reminders.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Empty } from '../../ui/empty.tsx';
import { Failed } from '../../ui/failed.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { today } from './calendar-days.ts';
import { groupReminders, groups } from './group-reminders.ts';
import { ReminderRow } from './reminder-row.tsx';

/** What wants attention, by when it does. */
export const ReminderList = ({ onNew, onEdit }: { onNew(): void; onEdit(id: string): void }) => {
  const { t, format } = useLanguage();
  const list = useInfiniteQuery(openRemindersQuery(useApi()));
  if (list.isError && !list.data) return <Failed error={list.error} retry={() => void list.refetch()} />;
  if (!list.data) return <div role="status" aria-label={t('common.loading')} className="grid gap-3"><Skeleton className="h-32 rounded-card" /><Skeleton className="h-48 rounded-card" /></div>;
  const all = list.data.pages.flatMap(({ items }) => items);
  if (all.length === 0) return <Empty icon={BellPlus} title={t('reminders.empty.title')} body={t('reminders.empty.body')}><Button kind="primary" onClick={onNew}>{t('reminders.new')}</Button></Empty>;
  const grouped = groupReminders(all, today());
  return (
    <div className="grid gap-6">
      {groups.filter((group) => grouped[group].length > 0).map((group) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`} className={cx('mb-2 flex items-baseline gap-2 text-sm font-semibold', group === 'overdue' && 'text-bad')}>
            {t(`reminders.group.${group}`)}<span className="font-normal text-ink-faint tabular-nums">{format.number(grouped[group].length)}</span>
          </h2>
          <ul className="grid grid-cols-[minmax(0,1fr)] divide-y divide-line rounded-card border border-line bg-surface">
            {grouped[group].map((reminder) => <ReminderRow key={reminder.id} reminder={reminder} onEdit={() => { onEdit(reminder.id); }} />)}
          </ul>
        </section>
      ))}
      {list.hasNextPage && <div><Button small disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('reminders.more')}</Button></div>}
    </div>
  );
};
