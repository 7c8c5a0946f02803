import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import type { VaultApi } from '../api/vault-api.ts';
import { useApi } from '../app/session.tsx';
import { useToast } from '../app/toasts.tsx';
import { refusalWords } from '../i18n/refusals.ts';
import { useLanguage } from '../i18n/language.tsx';

/**
 * Sends one request after the other, as they are given, and answers what the last one brought; says in words what was
 * refused, and has everything below the keys asked for again.
 */
export const useAct = (...stale: readonly QueryKey[]) => {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const { t, language } = useLanguage();
  return useMutation({
    mutationFn: async (requests: readonly ((api: VaultApi) => Promise<unknown>)[]) => {
      let answer: unknown;
      for (const request of requests) answer = await request(api);
      return answer;
    },
    onError: (error) => { toast({ text: refusalWords(error, t, language), tone: 'bad' }); },
    onSettled: () => Promise.all(stale.map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
};
