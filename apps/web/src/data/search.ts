import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type { SearchAnswer, suggestAnswer } from '@docuvault/contract/search.ts';
import type { VaultApi } from '../api/vault-api.ts';
import { keys } from './keys.ts';

export type SearchResult = SearchAnswer['results'][number];
export type Facets = SearchAnswer['facets'];
export type Suggestion = z.infer<typeof suggestAnswer>['suggestions'][number];
type Asked = { query: string; mode: string; filters: Record<string, unknown> };

const resultsAtOnce = 20;

/** What a search finds, page after page. What the search before found stays until then, so that nothing jumps. */
export const searchQuery = (api: VaultApi, asked: Asked) =>
  infiniteQueryOptions({
    queryKey: [...keys.search, asked],
    initialPageParam: null as string | null,
    placeholderData: keepPreviousData,
    queryFn: async ({ pageParam, signal }) => {
      const answer = await api.call('search-engine', {
        method: 'POST', signal, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...asked, limit: resultsAtOnce, cursor: pageParam }),
      });
      return (await answer.json()) as SearchAnswer;
    },
    getNextPageParam: (page) => page.nextCursor,
  });

/** How many there would be of each value of the facets. */
export const facetsQuery = (api: VaultApi, asked: Asked) =>
  queryOptions({
    queryKey: [...keys.search, 'facets', asked],
    placeholderData: keepPreviousData,
    queryFn: async () => (await api.send<SearchAnswer>('POST', 'search-engine', { ...asked, limit: 1 })).facets,
  });

/** People, tags, kinds of paper and titles that begin like what is typed. */
export const completionsQuery = (api: VaultApi, typed: string) =>
  queryOptions({
    queryKey: ['suggestions', 'all', typed],
    enabled: typed.trim().length > 1,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => (await api.get<z.infer<typeof suggestAnswer>>(`search-engine/suggest?${new URLSearchParams({ q: typed, limit: '6' })}`, signal)).suggestions,
  });
