import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type { suggestAnswer } from '@docuvault/contract/search.ts';
import type { VaultApi } from '../api/vault-api.ts';

type Suggestions = z.infer<typeof suggestAnswer>;

/** Documents whose titles begin like what is typed. */
export const suggestionsQuery = (api: VaultApi, typed: string) =>
  queryOptions({
    queryKey: ['suggestions', typed],
    enabled: typed.trim().length > 1,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const { suggestions } = await api.get<Suggestions>(`search-engine/suggest?${new URLSearchParams({ q: typed, limit: '8' })}`, signal);
      return suggestions.flatMap(({ documentId, text }) => (documentId ? [{ documentId, text }] : []));
    },
  });
