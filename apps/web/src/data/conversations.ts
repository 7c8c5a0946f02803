import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type { ChatMessage, Conversation, conversationWithMessages } from '@docuvault/contract/chat.ts';
import { VaultError, type VaultApi } from '../api/vault-api.ts';
import { useApi } from '../app/session.tsx';
import { useToast } from '../app/toasts.tsx';
import { useLanguage } from '../i18n/language.tsx';
import { keys } from './keys.ts';

type Read = z.infer<typeof conversationWithMessages>;
const mostPages = 25;
const pageSize = 200;

/** The latest conversations. */
export const conversationsQuery = (api: VaultApi) =>
  queryOptions({
    queryKey: keys.conversations,
    queryFn: async ({ signal }) => (await api.get<{ items: Conversation[] }>('ai-chat/conversations?limit=100', signal)).items,
  });

/** What was asked and answered, oldest first; nothing where the conversation has not begun. */
export const messagesQuery = (api: VaultApi, id: string) =>
  queryOptions({
    queryKey: keys.conversation(id),
    staleTime: 2_000,
    // What is being answered is not stored yet, or stored and not shown yet: both would be seen twice.
    refetchOnWindowFocus: false,
    queryFn: async ({ signal }) => {
      const all: ChatMessage[] = [];
      let cursor: string | null = null;
      try {
        for (let page = 0; page < mostPages; page += 1) {
          const asked = new URLSearchParams({ limit: String(pageSize), ...(cursor ? { cursor } : {}) });
          const answer: Read = await api.get(`ai-chat/conversations/${encodeURIComponent(id)}?${asked}`, signal);
          all.push(...answer.items);
          cursor = answer.nextCursor;
          if (!cursor) break;
        }
      } catch (error) {
        if (!(error instanceof VaultError) || error.status !== 404) throw error;
      }
      return all;
    },
  });

const regretMs = 11_000;

/** Removes a conversation. The vault has no trash for them, so it is only asked to when there was time to regret it. */
export const useRemoveConversation = () => {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const { t } = useLanguage();
  return ({ conversationId }: Conversation) => {
    const show = (change: (list: Conversation[]) => Conversation[]) => {
      queries.setQueryData<Conversation[]>(keys.conversations, (list) => change(list ?? []));
    };
    const before = queries.getQueryData<Conversation[]>(keys.conversations) ?? [];
    const remove = () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', remove);
      api
        .call(`ai-chat/conversations/${encodeURIComponent(conversationId)}`, { method: 'DELETE', keepalive: true })
        .catch(() => undefined)
        .finally(() => {
          queries.removeQueries({ queryKey: keys.conversation(conversationId) });
          void queries.invalidateQueries({ queryKey: keys.conversations, exact: true });
        });
    };
    const timer = setTimeout(remove, regretMs);
    window.addEventListener('pagehide', remove);
    show((list) => list.filter((one) => one.conversationId !== conversationId));
    toast({
      text: t('chat.removed'),
      action: {
        label: t('common.undo'),
        run: () => {
          clearTimeout(timer);
          window.removeEventListener('pagehide', remove);
          show(() => before);
        },
      },
    });
  };
};
