import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { Bell, CheckCheck, Settings2 } from 'lucide-react';
import { wordsOf } from '../../app/error-words.ts';
import { useApi } from '../../app/session.tsx';
import { useShortcuts } from '../../app/shortcuts.tsx';
import { useToast } from '../../app/toasts.tsx';
import { inboxQuery, unreadQuery, useMarkRead } from '../../data/inbox.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Failed } from '../../ui/failed.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { NoticeRow } from './notice-row.tsx';
import { readInboxSearch } from './inbox-search.ts';

const tab = 'inline-flex min-h-9 items-center gap-2 rounded-control px-3 text-sm text-ink-soft hover:text-ink aria-[current=page]:bg-accent-wash aria-[current=page]:font-medium aria-[current=page]:text-accent-strong';
const asSaid = { exact: true, includeSearch: true };

/** What the vault has told the person, the newest first. */
export const InboxPage = () => {
  const { t, format, language } = useLanguage();
  const api = useApi();
  const toast = useToast();
  const { show } = useSearch({ from: '/vault/inbox', select: readInboxSearch, structuralSharing: true });
  const list = useInfiniteQuery(inboxQuery(api, show === 'unread'));
  const { data: unread = 0 } = useQuery(unreadQuery(api));
  const { mutate: read, isPending } = useMarkRead();
  usePageTitle(t('inbox.title'));
  const readAll = () => { read(null, { onError: (error) => { toast({ text: wordsOf(error, t, language), tone: 'bad' }); }, onSuccess: () => { toast({ text: t('inbox.allRead') }); } }); };
  useShortcuts(unread > 0 ? [{ keys: 'shift+i', label: 'inbox.readAll', run: readAll }] : []);
  const notices = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="mx-auto grid max-w-3xl gap-4 p-4 md:p-6">
      <h1 className="text-2xl font-semibold tracking-tight">{t('inbox.title')}</h1>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <nav aria-label={t('inbox.shape')} className="flex w-fit gap-1 rounded-control border border-line bg-surface p-1">
          <Link to="/inbox" search={{}} activeOptions={asSaid} aria-current={show ? undefined : 'page'} className={tab}>{t('inbox.all')}</Link>
          <Link to="/inbox" search={{ show: 'unread' }} activeOptions={asSaid} aria-current={show ? 'page' : undefined} className={tab}>{t('inbox.unreadOnly')}<span className="tabular-nums">{format.number(unread)}</span></Link>
        </nav>
        <div className="flex flex-wrap gap-1">
          <Button small kind="quiet" disabled={unread === 0 || isPending} onClick={readAll}><CheckCheck size={16} aria-hidden />{t('inbox.readAll')}</Button>
          <Link to="/settings" search={{ section: 'notifications' }} className="inline-flex min-h-9 items-center gap-2 rounded-control px-3 text-sm font-medium text-ink-soft hover:bg-sunken hover:text-ink"><Settings2 size={16} aria-hidden />{t('inbox.settings')}</Link>
        </div>
      </div>
      {list.isPending && <div role="status" aria-label={t('common.loading')} className="grid gap-2"><Skeleton className="h-20 rounded-card" /><Skeleton className="h-20 rounded-card" /></div>}
      {list.isError && !list.data && <Failed error={list.error} retry={() => void list.refetch()} />}
      {list.data && notices.length === 0 && <Empty icon={Bell} title={t(show ? 'inbox.none.unread' : 'inbox.none.title')} body={t('inbox.none.body')} />}
      {notices.length > 0 && (
        <ul className="grid grid-cols-[minmax(0,1fr)] divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
          {notices.map((notice) => <NoticeRow key={notice.id} notice={notice} />)}
        </ul>
      )}
      {list.hasNextPage && <div><Button small disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('reminders.more')}</Button></div>}
    </div>
  );
};
