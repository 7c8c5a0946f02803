import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { MessageSquarePlus, Trash2 } from 'lucide-react';
import { useApi } from '../../app/session.tsx';
import { conversationsQuery, useRemoveConversation } from '../../data/conversations.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

/** What was talked about before. */
export const ConversationList = ({ current, onChosen }: { current: string | undefined; onChosen?(): void }) => {
  const { t, format } = useLanguage();
  const navigate = useNavigate();
  const remove = useRemoveConversation();
  const { data, isPending } = useQuery(conversationsQuery(useApi()));
  return (
    <nav aria-label={t('chat.conversations')} className="grid content-start gap-1">
      <Link to="/chat" onClick={onChosen} className="flex min-h-10 items-center gap-2.5 rounded-control border border-line-strong bg-surface px-3 text-sm font-medium hover:bg-sunken"><MessageSquarePlus size={16} aria-hidden />{t('chat.new')}</Link>
      {isPending && <div role="status" aria-label={t('common.loading')} className="grid gap-2 pt-2">{[0, 1, 2].map((row) => <Skeleton key={row} className="h-9" />)}</div>}
      <ul className="grid gap-0.5 pt-2">
        {data?.map((conversation) => {
          const title = conversation.title ?? t('chat.untitled');
          return (
            <li key={conversation.conversationId} className="group relative flex items-center">
              <Link
                to="/chat"
                search={{ c: conversation.conversationId }}
                onClick={onChosen}
                activeOptions={{ exact: true, includeSearch: true }}
                aria-current={conversation.conversationId === current ? 'page' : undefined}
                className="grid min-h-11 min-w-0 grow rounded-control py-1.5 pr-10 pl-3 text-sm text-ink-soft hover:bg-sunken hover:text-ink aria-[current=page]:bg-accent-wash aria-[current=page]:text-accent-strong"
              >
                <span className="line-clamp-2 [overflow-wrap:anywhere]">{title}</span>
                <span className="text-xs opacity-90">{format.relative(conversation.updatedAt)}</span>
              </Link>
              <IconButton
                label={t('chat.remove', { title })}
                className="absolute right-1 size-9 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100"
                onClick={() => {
                  remove(conversation);
                  if (conversation.conversationId === current) void navigate({ to: '/chat' });
                }}
              >
                <Trash2 size={15} aria-hidden />
              </IconButton>
            </li>
          );
        })}
      </ul>
      {data?.length === 0 && <p className="px-3 py-2 text-sm text-ink-faint">{t('chat.noConversations')}</p>}
    </nav>
  );
};
