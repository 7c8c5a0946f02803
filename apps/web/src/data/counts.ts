import { queryOptions } from '@tanstack/react-query';
import type { SearchAnswer } from '@docuvault/contract/search.ts';
import { categories } from '@docuvault/core/vocabulary.ts';
import { VaultError, type VaultApi } from '../api/vault-api.ts';
import { keys } from './keys.ts';

export type Counts = Pick<SearchAnswer, 'total' | 'facets'>;

/** How many readable documents there are of which kind (a search for nothing, in every category); null where the vault does not search. */
export const countsQuery = (api: VaultApi) =>
  queryOptions({
    queryKey: keys.counts,
    queryFn: async (): Promise<Counts | null> => {
      try {
        const { total, facets } = await api.send<SearchAnswer>('POST', 'search-engine', { query: '', limit: 1, filters: { category: categories } });
        return { total, facets };
      } catch (error) {
        if (error instanceof VaultError && error.status === 404) return null;
        throw error;
      }
    },
  });
