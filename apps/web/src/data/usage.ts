import { queryOptions } from '@tanstack/react-query';
import { VaultError, type VaultApi } from '../api/vault-api.ts';

export type Usage = { storageUsed: number; storageLimit: number | null };

/** How much room the person's files take, in bytes; null where the vault does not count it. */
export const usageQuery = (api: VaultApi) =>
  queryOptions({
    queryKey: ['usage'],
    staleTime: 60_000,
    queryFn: async ({ signal }): Promise<Usage | null> => {
      try {
        return (await api.get<{ usage: Usage }>('subscription-manager', signal)).usage;
      } catch (error) {
        if (error instanceof VaultError && error.status === 404) return null;
        throw error;
      }
    },
  });
