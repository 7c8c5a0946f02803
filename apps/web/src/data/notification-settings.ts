import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ChannelState, ReminderPreferences } from '@docuvault/contract/reminders.ts';
import type { VaultApi } from '../api/vault-api.ts';
import { wordsOf } from '../app/error-words.ts';
import { useApi } from '../app/session.tsx';
import { useToast } from '../app/toasts.tsx';
import { useLanguage } from '../i18n/language.tsx';
import { keys } from './keys.ts';

const path = 'reminder-engine/preferences';

/** How the person is reminded. */
export const preferencesQuery = (api: VaultApi) => queryOptions({ queryKey: [...keys.preferences, 'chosen'], queryFn: ({ signal }) => api.get<ReminderPreferences>(path, signal) });

/** By which channels this server can reach the person. */
export const channelsQuery = (api: VaultApi) =>
  queryOptions({ queryKey: [...keys.preferences, 'channels'], queryFn: async ({ signal }) => (await api.get<{ items: ChannelState[] }>('reminder-engine/channels', signal)).items });

/** Changes how the person is reminded; shown at once, taken back where the vault refuses. */
export const useChangePreferences = () => {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const { t, language } = useLanguage();
  const { queryKey } = preferencesQuery(api);
  return useMutation({
    mutationFn: (patch: Partial<ReminderPreferences>) => api.send<ReminderPreferences>('PUT', path, patch),
    onMutate: async (patch) => {
      await queries.cancelQueries({ queryKey });
      const before = queries.getQueryData(queryKey);
      if (before) queries.setQueryData(queryKey, { ...before, ...patch });
      return before;
    },
    onError: (error, _patch, before) => {
      if (before) queries.setQueryData(queryKey, before);
      toast({ text: wordsOf(error, t, language), tone: 'bad' });
    },
    onSuccess: (after, patch) => {
      queries.setQueryData(queryKey, after);
      if (patch.phone !== undefined) void queries.invalidateQueries({ queryKey: channelsQuery(api).queryKey });
      if (patch.timeZone !== undefined) void queries.invalidateQueries({ queryKey: keys.profile });
    },
  });
};
