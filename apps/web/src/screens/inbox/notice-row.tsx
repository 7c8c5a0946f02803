import { Link } from '@tanstack/react-router';
import { BellRing, Check, CreditCard, FileText, Inbox, Siren, Users, type LucideIcon } from 'lucide-react';
import type { Notification } from '@docuvault/contract/reminders.ts';
import { useMarkRead } from '../../data/inbox.ts';
import type { TextKey } from '../../i18n/en.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { IconButton } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { targetOf } from './notice-target.ts';

const groups: Record<string, { icon: LucideIcon; label: TextKey }> = {
  reminder: { icon: BellRing, label: 'inbox.group.reminder' }, emergency: { icon: Siren, label: 'inbox.group.emergency' },
  family: { icon: Users, label: 'inbox.group.family' }, document: { icon: FileText, label: 'inbox.group.document' },
  billing: { icon: CreditCard, label: 'inbox.group.billing' },
};

/** One notice: what about, what it says, when; it opens what it tells of and is read by that. */
export const NoticeRow = ({ notice }: { notice: Notification }) => {
  const { t, format } = useLanguage();
  const { mutate: read } = useMarkRead();
  const { id, kind, title, body, readAt, createdAt } = notice;
  const group = groups[kind.split('.', 1)[0]!] ?? { icon: Inbox, label: 'inbox.group.other' as const };
  const target = targetOf(notice);
  const unread = readAt === null;
  const open = () => {
    if (unread) read(id);
  };
  const name = <span className={cx('block break-words', unread ? 'font-semibold' : 'font-medium text-ink-soft')}>{title}</span>;
  return (
    <li className={cx('flex items-start gap-3 px-3 py-3 md:px-4', unread && 'bg-accent-wash')}>
      <group.icon size={20} aria-hidden className={cx('mt-0.5 shrink-0', kind.startsWith('emergency.') ? 'text-bad' : unread ? 'text-accent' : 'text-ink-faint')} />
      <div className="min-w-0 flex-1">
        {target ? <Link {...target} onClick={open} className="block underline-offset-4 hover:underline">{name}</Link> : name}
        {body && <p className="text-sm break-words text-ink-soft">{body}</p>}
        <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
          <span>{t(group.label)}</span>
          <time dateTime={createdAt} title={format.moment(createdAt)}>{format.relative(createdAt)}</time>
          {unread && <span className="text-accent-strong">{t('inbox.unread')}</span>}
        </p>
      </div>
      {unread && <IconButton label={t('inbox.markRead', { title })} onClick={() => { read(id); }}><Check size={18} aria-hidden /></IconButton>}
    </li>
  );
};
