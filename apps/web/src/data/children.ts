import { queryOptions } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type { child, handOverClaimed, handOverOffer } from '@docuvault/contract/children.ts';
import type { VaultApi } from '../api/vault-api.ts';
import { keys } from './keys.ts';

export type Child = z.infer<typeof child>;
export type HandOverOffer = z.infer<typeof handOverOffer>;

/** The children whose accounts a family looks after, for those who run it. */
export const childrenQuery = (api: VaultApi, vaultId: string) =>
  queryOptions({ queryKey: [...keys.family, vaultId, 'children'], queryFn: async ({ signal }) => (await api.get<{ items: Child[] }>(`family-vault/${vaultId}/children`, signal)).items });

/** Requests about children's accounts; see `useAct`. */
export const childRequests = {
  add: (vaultId: string, input: { name: string; password: string; shareEverything: boolean }) => (api: VaultApi) => api.send<Child>('POST', `family-vault/${vaultId}/children`, input),
  setPassword: (vaultId: string, childId: string, password: string) => (api: VaultApi) => api.send('POST', `family-vault/${vaultId}/children/${childId}/password`, { password }),
  offer: (vaultId: string, childId: string, email: string) => (api: VaultApi) => api.send<HandOverOffer>('POST', `family-vault/${vaultId}/children/${childId}/hand-over`, { email }),
};

/** Takes an offered account over. */
export const claimAccount = (api: VaultApi, token: string, password: string): Promise<z.infer<typeof handOverClaimed>> =>
  api.send('POST', 'family-vault/children/claim', { token, password });
