import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ArrowDown, History, MessageSquarePlus } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Citation } from '@docuvault/contract/chat.ts';
import { useApi } from '../../app/session.tsx';
import { useShortcuts } from '../../app/shortcuts.tsx';
import { isStored, useAsk, useAsking } from '../../data/ask.ts';
import { messagesQuery } from '../../data/conversations.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Failed } from '../../ui/failed.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { readChatSearch } from './chat-search.ts';
import { ChatStart } from './chat-start.tsx';
import { Composer } from './composer.tsx';
import { ConversationList } from './conversation-list.tsx';
import { Messages } from './messages.tsx';
import { Scope } from './scope.tsx';
import { SourcePanel } from './source-panel.tsx';
import { useStickToEnd } from './use-stick-to-end.ts';

/** Asks the vault, and shows the line that answers beside the answer. */
export const ChatPage = () => {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const search = useSearch({ from: '/vault/chat', select: readChatSearch, structuralSharing: true });
  const wide = useMedia('(min-width: 64rem)');
  const beside = useMedia('(min-width: 80rem)');
  const [listing, setListing] = useState(false);
  const fresh = useMemo(() => crypto.randomUUID(), [search.c]);
  const id = search.c ?? fresh;
  const { about = [], doc, page, q } = search;
  const begun = useAsking(id);
  const stored = useQuery({ ...messagesQuery(useApi(), id), enabled: search.c !== undefined && (begun === null || begun.stage === 'failed') });
  const { begin, again } = useAsk(id);
  const messages = stored.data ?? [];
  const asking = begun?.stage === 'failed' && isStored(begun, messages) ? null : begun;
  const busy = asking?.stage === 'searching' || asking?.stage === 'answering';
  const empty = messages.length === 0 && !asking;
  const { area, away, toEnd, onScroll } = useStickToEnd(`${messages.length} ${asking?.text.length ?? 0} ${asking?.stage}`, id, empty);
  const [first] = messages;
  usePageTitle(first ? `${first.content.slice(0, 60)} · ${t('nav.chat')}` : t('nav.chat'));
  const wasBusy = useRef(false);
  const [said, setSaid] = useState('');
  const last = messages.at(-1);
  useEffect(() => {
    if (busy) setSaid(t('chat.searching'));
    else if (wasBusy.current && last?.role === 'assistant') setSaid(`${t('chat.vault')}: ${last.content}`);
    wasBusy.current = busy;
  }, [busy, last, t]);
  const show = (part: Record<string, unknown>, replace: boolean) => void navigate({ to: '/chat', search: readChatSearch({ ...search, ...part }), replace });
  const onAsk = (question: string) => {
    if (search.c !== id || search.ask) void navigate({ to: '/chat', search: (before) => readChatSearch({ ...before, c: id, ask: undefined }), replace: true });
    void begin(question, about);
    toEnd();
  };
  const open = (citation: Citation) => {
    const quote = citation.quote.slice(0, 1_000);
    if (beside) {
      show({ doc: citation.documentId, page: citation.page, q: quote }, doc !== undefined);
      return;
    }
    void navigate({ to: '/documents/$documentId', params: { documentId: citation.documentId }, search: { ...(citation.page ? { page: citation.page } : {}), ...(quote ? { q: quote.slice(0, 500) } : {}) } });
  };
  const close = () => { show({ doc: undefined, page: undefined, q: undefined }, false); };
  const start = () => void navigate({ to: '/chat' });
  useShortcuts([
    { keys: 'n', label: 'chat.new', run: start },
    ...(busy ? [{ keys: 'Escape', label: 'chat.stop' as const, run: () => { asking.stop(); } }] : doc && beside ? [{ keys: 'Escape', label: 'chat.source.close' as const, run: close }] : []),
  ]);
  const showsSource = beside && doc !== undefined;
  return (
    <div className={cx('grid h-full min-h-0', showsSource ? 'grid-cols-[minmax(0,1fr)_minmax(0,1fr)]' : wide ? 'grid-cols-[15rem_minmax(0,1fr)]' : 'grid-cols-[minmax(0,1fr)]')}>
      {wide && !showsSource && <div className="min-h-0 overflow-y-auto border-r border-line p-3"><ConversationList current={search.c} /></div>}
      <div className="flex min-h-0 min-w-0 flex-col">
        <header className="flex min-h-14 items-center gap-1 border-b border-line px-3 md:px-5">
          <h1 className="min-w-0 grow truncate font-semibold tracking-tight">{first?.content ?? asking?.question ?? t('chat.title')}</h1>
          {(!wide || showsSource) && (
            <>
              <IconButton label={t('chat.new')} onClick={start}><MessageSquarePlus size={18} aria-hidden /></IconButton>
              <IconButton label={t('chat.conversations')} onClick={() => { setListing(true); }}><History size={18} aria-hidden /></IconButton>
            </>
          )}
        </header>
        <div ref={area} onScroll={onScroll} role="region" aria-label={t('chat.conversation')} tabIndex={0} className="min-h-0 grow overflow-y-auto -outline-offset-2">
          <div className="mx-auto max-w-3xl px-4 py-6">
            {search.c !== undefined && stored.isPending && !asking && <div role="status" aria-label={t('common.loading')} className="grid gap-4"><Skeleton className="ml-auto h-11 w-1/2" /><Skeleton className="h-24" /></div>}
            {stored.isError && messages.length === 0 && <Failed error={stored.error} retry={() => void stored.refetch()} />}
            {empty && (search.c === undefined || stored.isSuccess) && <ChatStart scoped={about.length > 0} onAsk={onAsk} />}
            <Messages messages={messages} asking={asking} shown={{ ...(doc ? { doc } : {}), ...(q ? { q } : {}) }} onOpen={open} onAgain={() => void again()} />
          </div>
        </div>
        <div className="relative mx-auto w-full max-w-3xl px-3 pb-3">
          {away && !empty && <Button small onClick={toEnd} className="absolute -top-12 left-1/2 -translate-x-1/2 rounded-full bg-raised shadow-raised"><ArrowDown size={15} aria-hidden />{t('chat.latest')}</Button>}
          <Composer start={search.ask ?? ''} busy={busy} onAsk={onAsk} onStop={() => { asking?.stop(); }}>
            <Scope about={about} onChange={(ids) => { show({ about: ids }, true); }} />
          </Composer>
          <p className="px-1 pt-1.5 text-center text-xs text-ink-faint max-sm:sr-only">{t('chat.promise')}</p>
        </div>
        <p aria-live="polite" className="sr-only">{said}</p>
      </div>
      {showsSource && <SourcePanel documentId={doc} page={page} quote={q} onClose={close} />}
      {listing && <Dialog title={t('chat.conversations')} onClose={() => { setListing(false); }}><ConversationList current={search.c} onChosen={() => { setListing(false); }} /></Dialog>}
    </div>
  );
};
