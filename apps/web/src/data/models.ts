import { infiniteQueryOptions, queryOptions, useMutation } from '@tanstack/react-query';
import type { AiRequest } from '@docuvault/contract/account.ts';
import type { LanguageList, TranslationAnswer } from '@docuvault/contract/translation.ts';
import type { VaultApi } from '../api/vault-api.ts';
import { useApi } from '../app/session.tsx';
import { keys } from './keys.ts';

const sentAtOnce = 10;

/** What was sent to models for the person, page after page. */
export const sentQuery = (api: VaultApi) =>
  infiniteQueryOptions({
    queryKey: keys.sent,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      api.get<{ items: AiRequest[]; nextCursor: string | null }>(`account/ai-requests?${new URLSearchParams({ limit: String(sentAtOnce), ...(pageParam ? { cursor: pageParam } : {}) })}`, signal),
    getNextPageParam: (page) => page.nextCursor,
  });

export const languagesQuery = (api: VaultApi) =>
  queryOptions({ queryKey: keys.languages, staleTime: Infinity, queryFn: async ({ signal }) => (await api.get<LanguageList>('translation-service/languages', signal)).items });

/** Has a document translated. */
export const useTranslate = (documentId: string) => {
  const api = useApi();
  return useMutation({ mutationFn: (targetLanguage: string) => api.send<TranslationAnswer>('POST', 'translation-service', { documentId, targetLanguage }) });
};
