import { infiniteQueryOptions, queryOptions, useQuery } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type { FamilyMember, FamilyRole, FamilyShare, familyActivity, FamilyVault, invitation, invitationSent, seenDocument, ShareInput } from '@docuvault/contract/family.ts';
import type { VaultApi } from '../api/vault-api.ts';
import { useApi } from '../app/session.tsx';
import { keys } from './keys.ts';

export type Invitation = z.infer<typeof invitation>;
export type InvitationSent = z.infer<typeof invitationSent>;
export type SeenDocument = z.infer<typeof seenDocument>;
export type FamilyActivity = z.infer<typeof familyActivity>;
type Listed<T> = { items: T[]; nextCursor: string | null };

const mostPages = 25;

/** Everything of a list that comes in pages. */
export const allOf = async <T>(api: VaultApi, path: string, signal?: AbortSignal): Promise<T[]> => {
  const all: T[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const answer: Listed<T> = await api.get(`${path}?limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`, signal);
    all.push(...answer.items);
    cursor = answer.nextCursor;
    if (!cursor) break;
  }
  return all;
};

/** The families that the person is in. */
export const vaultsQuery = (api: VaultApi) => queryOptions({ queryKey: [...keys.family, 'vaults'], queryFn: ({ signal }) => allOf<FamilyVault>(api, 'family-vault', signal) });

export const membersQuery = (api: VaultApi, vaultId: string) =>
  queryOptions({ queryKey: [...keys.family, vaultId, 'members'], queryFn: async ({ signal }) => (await api.get<Listed<FamilyMember>>(`family-vault/${vaultId}/members`, signal)).items });

export const invitationsQuery = (api: VaultApi, vaultId: string) =>
  queryOptions({ queryKey: [...keys.family, vaultId, 'invitations'], queryFn: ({ signal }) => allOf<Invitation>(api, `family-vault/${vaultId}/invitations`, signal) });

/** What the person shares in a family, and what is shared with them there. */
export const sharesQuery = (api: VaultApi, vaultId: string) =>
  queryOptions({ queryKey: [...keys.family, vaultId, 'shares'], queryFn: ({ signal }) => allOf<FamilyShare>(api, `family-vault/${vaultId}/shares`, signal) });

/** Which of the person's own documents somebody else sees. */
export const seenQuery = (api: VaultApi, vaultId: string, userId: string) =>
  queryOptions({
    queryKey: [...keys.family, vaultId, 'seen', userId],
    queryFn: async ({ signal }) => (await api.get<Listed<SeenDocument>>(`family-vault/${vaultId}/members/${userId}/documents`, signal)).items,
  });

const activityAtOnce = 30;

export const familyActivityQuery = (api: VaultApi, vaultId: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.family, vaultId, 'activity'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      api.get<Listed<FamilyActivity>>(`family-vault/${vaultId}/activity?${new URLSearchParams({ limit: String(activityAtOnce), ...(pageParam ? { cursor: pageParam } : {}) })}`, signal),
    getNextPageParam: (page) => page.nextCursor,
  });

/** How a person is called: by name, else by address. */
export const nameOfMember = (member: Pick<FamilyMember, 'fullName' | 'email'>): string => member.fullName?.trim() || member.email || '';

/** The names of everybody in the person's families, by id; asked for only while `wanted`. */
export const useFamilyNames = (wanted: boolean): ReadonlyMap<string, string> => {
  const api = useApi();
  const { data } = useQuery({
    queryKey: [...keys.family, 'names'],
    enabled: wanted,
    staleTime: 5 * 60_000,
    queryFn: async ({ signal }) => {
      const vaults = await allOf<FamilyVault>(api, 'family-vault', signal);
      const people = await Promise.all(vaults.map(async ({ id }) => (await api.get<Listed<FamilyMember>>(`family-vault/${id}/members`, signal)).items));
      return people.flat().map((member) => [member.userId, nameOfMember(member)] as const);
    },
  });
  return new Map(data);
};

/** Requests that change a family; see `useAct`. */
export const familyRequests = {
  create: (name: string) => (api: VaultApi) => api.send<FamilyVault>('POST', 'family-vault', { name }),
  rename: (vaultId: string, name: string) => (api: VaultApi) => api.send('PATCH', `family-vault/${vaultId}`, { name }),
  dissolve: (vaultId: string) => (api: VaultApi) => api.send('DELETE', `family-vault/${vaultId}`),
  invite: (vaultId: string, input: { email: string; role: FamilyRole; expiresInHours?: number }) => (api: VaultApi) => api.send<InvitationSent>('POST', `family-vault/${vaultId}/invitations`, input),
  revokeInvitation: (vaultId: string, id: string) => (api: VaultApi) => api.send('DELETE', `family-vault/${vaultId}/invitations/${id}`),
  accept: (token: string, shareEverything: boolean) => (api: VaultApi) => api.send<FamilyVault>('POST', 'family-vault/invitations/accept', { token, shareEverything }),
  changeMember: (vaultId: string, userId: string, patch: { role?: FamilyRole; person?: string | null }) => (api: VaultApi) => api.send('PATCH', `family-vault/${vaultId}/members/${userId}`, patch),
  removeMember: (vaultId: string, userId: string) => (api: VaultApi) => api.send('DELETE', `family-vault/${vaultId}/members/${userId}`),
  share: (vaultId: string, input: Partial<ShareInput>) => (api: VaultApi) => api.send<FamilyShare>('POST', `family-vault/${vaultId}/shares`, input),
  endShare: (vaultId: string, id: string) => (api: VaultApi) => api.send('DELETE', `family-vault/${vaultId}/shares/${id}`),
};
