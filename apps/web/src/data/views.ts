import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type { savedView } from '@docuvault/contract/documents.ts';
import type { VaultApi } from '../api/vault-api.ts';
import { useApi } from '../app/session.tsx';
import { keys } from './keys.ts';

export type SavedView = z.infer<typeof savedView>;

export const viewsQuery = (api: VaultApi) =>
  queryOptions({
    queryKey: keys.views,
    staleTime: 5 * 60_000,
    queryFn: async ({ signal }) => (await api.get<{ items: SavedView[] }>('documents/views?limit=200', signal)).items,
  });

/** Keeps what the list shows under a name. */
export const useSaveView = () => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (view: { name: string; query: Record<string, unknown> }) => api.send<SavedView>('POST', 'documents/views', view),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.views }),
  });
};

export const useRemoveView = () => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.send('DELETE', `documents/views/${id}`),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.views }),
  });
};
