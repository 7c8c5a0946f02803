import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { AccountExport, Deletion, Nominee, NomineeInput } from '@docuvault/contract/account.ts';
import type { VaultApi } from '../api/vault-api.ts';
import { useApi } from '../app/session.tsx';
import { keys } from './keys.ts';

/** Asks for everything as one archive and has the browser save it: the address needs no header, so that it streams to the disk. */
export const useExport = () => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const made = await api.send<AccountExport>('POST', 'account/export');
      // The vault that this page speaks with, whatever name its server goes by elsewhere.
      const { url } = await api.authorised(`account/export/${made.id}${new URL(made.url).search}`);
      const link = document.createElement('a');
      Object.assign(link, { href: url, download: '', rel: 'noreferrer' });
      link.click();
      return made;
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.trail }),
  });
};

/** Asks for the erasure of the account, in 30 days or at once. */
export const useErase = () => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (asked: { confirm: string; immediately: boolean }) => api.send<Deletion>('POST', 'account/delete', asked),
    onSuccess: ({ status }) => (status === 'scheduled' ? queries.invalidateQueries({ queryKey: ['account'] }) : undefined),
  });
};

/** Calls the erasure off. */
export const useKeepAccount = () => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.send('POST', 'account/delete/cancel'),
    onSettled: () => queries.invalidateQueries({ queryKey: ['account'] }),
  });
};

export const nomineeQuery = (api: VaultApi) => queryOptions({ queryKey: keys.nominee, queryFn: async ({ signal }) => (await api.get<{ nominee: Nominee | null }>('account/nominee', signal)).nominee });

/** Names somebody for the time after the person, or nobody. */
export const useNameNominee = () => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (nominee: NomineeInput | null) => api.send<{ nominee: Nominee | null }>('PUT', 'account/nominee', { nominee }),
    onSuccess: ({ nominee }) => { queries.setQueryData(keys.nominee, nominee); },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.trail }),
  });
};
