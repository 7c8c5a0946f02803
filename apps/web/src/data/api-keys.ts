import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ApiKey, ApiKeyInput, ApiKeyMade } from '@docuvault/contract/account.ts';
import type { VaultApi } from '../api/vault-api.ts';
import { useApi } from '../app/session.tsx';
import { keys } from './keys.ts';

export const apiKeysQuery = (api: VaultApi) => queryOptions({ queryKey: keys.apiKeys, queryFn: async ({ signal }) => (await api.get<{ items: ApiKey[] }>('account/api-keys', signal)).items });

/** Makes a key; what it answers is the only sight of it. */
export const useMakeKey = () => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: ApiKeyInput) => api.send<ApiKeyMade>('POST', 'account/api-keys', input),
    gcTime: 0,
    onSettled: () => queries.invalidateQueries({ queryKey: ['account'] }),
  });
};

/** Ends a key at once. */
export const useEndKey = () => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({ mutationFn: (id: string) => api.send('DELETE', `account/api-keys/${id}`), onSettled: () => queries.invalidateQueries({ queryKey: ['account'] }) });
};
