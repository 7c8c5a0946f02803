import { queryOptions } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type { tag } from '@docuvault/contract/documents.ts';
import type { VaultApi } from '../api/vault-api.ts';
import { keys } from './keys.ts';

export type Tag = z.infer<typeof tag>;

export const tagsQuery = (api: VaultApi) =>
  queryOptions({
    queryKey: keys.tags,
    staleTime: 5 * 60_000,
    queryFn: async ({ signal }) => (await api.get<{ items: Tag[] }>('documents/tags?limit=200', signal)).items,
  });
