import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { AccountSession, AuditEntry, Consent, ConsentDecision, Profile, ProfilePatch } from '@docuvault/contract/account.ts';
import type { VaultApi } from '../api/vault-api.ts';
import { useApi, useSession } from '../app/session.tsx';
import { useLanguage } from '../i18n/language.tsx';
import type { Language } from '../i18n/texts-of.ts';
import { keys } from './keys.ts';

export const profileQuery = (api: VaultApi) => queryOptions({ queryKey: keys.profile, queryFn: ({ signal }) => api.get<Profile>('account/profile', signal) });

export const sessionsQuery = (api: VaultApi) =>
  queryOptions({ queryKey: keys.sessions, queryFn: async ({ signal }) => (await api.get<{ items: AccountSession[] }>('account/sessions?limit=200', signal)).items });

export const consentsQuery = (api: VaultApi) =>
  queryOptions({ queryKey: keys.consents, queryFn: async ({ signal }) => (await api.get<{ items: Consent[] }>('account/consents', signal)).items });

/** Agrees that something may leave the vault, or takes it back. */
export const useDecideConsent = () => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (decision: ConsentDecision) => api.send('POST', 'account/consents', decision),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.consents }),
  });
};

const trailAtOnce = 25;

/** What the person did, page after page. */
export const trailQuery = (api: VaultApi) =>
  infiniteQueryOptions({
    queryKey: keys.trail,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      api.get<{ items: AuditEntry[]; nextCursor: string | null }>(`account/audit?${new URLSearchParams({ limit: String(trailAtOnce), ...(pageParam ? { cursor: pageParam } : {}) })}`, signal),
    getNextPageParam: (page) => page.nextCursor,
  });

/** Changes the account. Name and picture are also told to the session, from which every screen shows them without asking. */
export const useChangeProfile = () => {
  const api = useApi();
  const { supabase } = useSession();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (patch: ProfilePatch) => {
      const profile = await api.send<Profile>('PATCH', 'account/profile', patch);
      if (patch.fullName !== undefined || patch.avatarPath !== undefined) {
        const { error } = await supabase.auth.updateUser({ data: { full_name: profile.fullName ?? '', avatar_path: profile.avatarPath } });
        if (error) throw error;
      }
      return profile;
    },
    onSuccess: (profile) => { queries.setQueryData(keys.profile, profile); },
  });
};

/** Speaks another language, here at once, and from now on in what is sent to the person. */
export const useChooseLanguage = (): ((language: Language) => void) => {
  const { setLanguage } = useLanguage();
  const { mutate } = useChangeProfile();
  return (language) => {
    setLanguage(language);
    mutate({ locale: language });
  };
};

/** Signs another device out. */
export const useEndSession = () => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.send('DELETE', `account/sessions/${id}`),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.sessions }),
  });
};

/** Puts a picture into the person's own folder of the public bucket, and gives its name there. The one before is removed. */
export const useUploadAvatar = () => {
  const api = useApi();
  const { session } = useSession();
  const change = useChangeProfile();
  const queries = useQueryClient();
  const remove = (path: string | null | undefined) => (path ? api.storage(`object/avatars/${path}`, { method: 'DELETE' }).catch(() => undefined) : undefined);
  return useMutation({
    mutationFn: async (picture: Blob | null) => {
      const before = queries.getQueryData<Profile>(keys.profile)?.avatarPath;
      const path = picture ? `${session!.user.id}/${Date.now().toString(36)}.${picture.type === 'image/webp' ? 'webp' : 'jpg'}` : null;
      if (picture && path) await api.storage(`object/avatars/${path}`, { method: 'POST', body: picture, headers: { 'content-type': picture.type, 'cache-control': 'max-age=31536000' } });
      await change.mutateAsync({ avatarPath: path });
      await remove(before);
    },
  });
};
