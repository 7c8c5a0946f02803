import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Bell } from 'lucide-react';
import { unreadQuery } from '../../data/inbox.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useApi } from '../session.tsx';

const mostWritten = 99;

/** The way to the inbox, with how much of it is unread. */
export const InboxLink = () => {
  const { t, n, format } = useLanguage();
  const { data: unread = 0 } = useQuery(unreadQuery(useApi()));
  const label = unread > 0 ? n('inbox.link', unread) : t('inbox.title');
  return (
    <Link to="/inbox" aria-label={label} title={label} className="relative grid size-11 shrink-0 place-items-center rounded-control text-ink-soft hover:bg-sunken hover:text-ink data-[status=active]:text-accent">
      <Bell size={20} aria-hidden />
      {unread > 0 && <span aria-hidden className="absolute top-1 right-0.5 grid h-4.5 min-w-4.5 place-items-center rounded-full bg-bad px-1 text-[0.6875rem] leading-none font-semibold text-surface tabular-nums">{unread > mostWritten ? `${format.number(mostWritten)}+` : format.number(unread)}</span>}
    </Link>
  );
};
