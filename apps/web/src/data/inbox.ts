import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Notification } from '@docuvault/contract/reminders.ts';
import { VaultError, type VaultApi } from '../api/vault-api.ts';
import { useApi } from '../app/session.tsx';
import { keys } from './keys.ts';

type InboxPage = { items: Notification[]; nextCursor: string | null; unread: number };
const path = 'reminder-engine/notifications';

/** How many notices are unread; 0 where the vault has no inbox. */
export const unreadQuery = (api: VaultApi) =>
  queryOptions({
    queryKey: [...keys.inbox, 'unread'],
    queryFn: async ({ signal }) => {
      try {
        return (await api.get<InboxPage>(`${path}?unread=true&limit=1`, signal)).unread;
      } catch (error) {
        if (error instanceof VaultError && error.status === 404) return 0;
        throw error;
      }
    },
  });

/** The inbox, the newest first, page after page. */
export const inboxQuery = (api: VaultApi, unreadOnly: boolean) =>
  infiniteQueryOptions({
    queryKey: [...keys.inbox, 'list', unreadOnly],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => api.get<InboxPage>(`${path}?${new URLSearchParams({ limit: '50', ...(unreadOnly ? { unread: 'true' } : {}), ...(pageParam ? { cursor: pageParam } : {}) })}`, signal),
    getNextPageParam: (page) => page.nextCursor,
  });

/** Marks one notice as read, or (without one) all. */
export const useMarkRead = () => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string | null) => api.send('POST', id === null ? `${path}/read` : `${path}/${id}/read`),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.inbox }),
  });
};
