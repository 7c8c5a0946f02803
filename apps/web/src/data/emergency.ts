import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { EmergencyOverview, EmergencyRequest } from '@docuvault/contract/emergency.ts';
import type { DocumentSummary } from '@docuvault/contract/document.ts';
import type { FamilyShare } from '@docuvault/contract/family.ts';
import type { VaultApi } from '../api/vault-api.ts';
import { wordsOf } from '../app/error-words.ts';
import { useApi } from '../app/session.tsx';
import { useToast } from '../app/toasts.tsx';
import { useLanguage } from '../i18n/language.tsx';
import { keys } from './keys.ts';

const room = 'family-vault';

/** How the person is provided for in a family, and whom they may have to help. */
export const emergencyQuery = (api: VaultApi, vaultId: string) =>
  queryOptions({ queryKey: [...keys.emergency, vaultId], queryFn: ({ signal }) => api.get<EmergencyOverview>(`${room}/${vaultId}/emergency`, signal) });

/** What the person shares in a family, now or later. */
export const ownSharesQuery = (api: VaultApi, vaultId: string, me: string | undefined) =>
  queryOptions({
    queryKey: [...keys.emergency, vaultId, 'shares'],
    queryFn: async ({ signal }) => (await api.get<{ items: FamilyShare[] }>(`${room}/${vaultId}/shares?limit=200`, signal)).items.filter(({ ownerId }) => ownerId === me),
  });

type Seen = { documentId: string; title: string; documentType: DocumentSummary['documentType']; release: FamilyShare['release'] };

/** Which of the person's own papers a contact sees, now or in an emergency. */
export const seenByQuery = (api: VaultApi, vaultId: string, userId: string) =>
  queryOptions({ queryKey: [...keys.emergency, vaultId, 'seen', userId], queryFn: async ({ signal }) => (await api.get<{ items: Seen[] }>(`${room}/${vaultId}/members/${userId}/documents`, signal)).items });

/** The papers of somebody that the caller can read at present. */
export const releasedQuery = (api: VaultApi, ownerId: string) =>
  queryOptions({
    queryKey: [...keys.emergency, 'released', ownerId],
    queryFn: async ({ signal }) => (await api.get<{ items: DocumentSummary[] }>(`documents?${new URLSearchParams({ ownerId, sharing: 'shared', limit: '200', sort: 'title' })}`, signal)).items,
  });

export type Occasion = { id: string; action: string; actorId: string | null; details: Record<string, unknown>; createdAt: string };

/** What happened about emergencies in a family, the newest first. */
export const emergencyHistoryQuery = (api: VaultApi, vaultId: string) =>
  queryOptions({
    queryKey: [...keys.emergency, vaultId, 'history'],
    queryFn: async ({ signal }) => (await api.get<{ items: Occasion[] }>(`${room}/${vaultId}/activity?limit=200`, signal)).items.filter(({ action }) => /^(emergency|check_in|contact)\./.test(action)),
  });

/** Calls the emergency part of a family; says what went wrong, and asks anew for what it changed. */
export const useEmergency = (vaultId: string) => {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const { t, language } = useLanguage();
  const { mutate, isPending } = useMutation({
    mutationFn: ({ method, path, body }: { method: 'POST' | 'PUT' | 'DELETE'; path: string; body?: unknown; then?: () => void }) => api.send(method, `${room}/${vaultId}/${path}`, body),
    onError: (error) => { toast({ text: wordsOf(error, t, language), tone: 'bad' }); },
    onSuccess: (_answer, { then }) => { then?.(); },
    onSettled: () => Promise.all([keys.emergency, keys.lists, keys.inbox].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
  const answer = (how: 'approve' | 'deny' | 'cancel', { id }: Pick<EmergencyRequest, 'id'>, then?: () => void) => { mutate({ method: 'POST', path: `emergency/${id}/${how}`, ...(then ? { then } : {}) }); };
  return { send: mutate, answer, isPending };
};

/** Reads a file of the vault and gives it to the browser to save. */
export const useSaveFile = () => {
  const api = useApi();
  const toast = useToast();
  const { t, language } = useLanguage();
  return useMutation({
    mutationFn: async ({ path, name }: { path: string; name: string }) => {
      const url = URL.createObjectURL(await (await api.call(path)).blob());
      const link = Object.assign(document.createElement('a'), { href: url, download: name });
      link.click();
      setTimeout(() => { URL.revokeObjectURL(url); }, 60_000);
    },
    onError: (error) => { toast({ text: wordsOf(error, t, language), tone: 'bad' }); },
  });
};
