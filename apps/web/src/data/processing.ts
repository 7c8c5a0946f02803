import { queryOptions } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type { processingStatus } from '@docuvault/contract/processor.ts';
import type { VaultApi } from '../api/vault-api.ts';
import { keys } from './keys.ts';

export type ProcessingStatus = z.infer<typeof processingStatus>;

/** How far the reading of a document is. An event of its end makes it stale, so it is asked twice and not in turns. */
export const processingQuery = (api: VaultApi, id: string) =>
  queryOptions({ queryKey: [...keys.document(id), 'processing'], queryFn: ({ signal }) => api.get<ProcessingStatus>(`document-processor/${id}`, signal) });
