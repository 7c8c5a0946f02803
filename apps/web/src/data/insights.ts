import { queryOptions } from '@tanstack/react-query';
import type { Insights } from '@docuvault/contract/analytics.ts';
import type { VaultApi } from '../api/vault-api.ts';
import { keys } from './keys.ts';

/** What the person's papers add up to; stale whenever a document changes. */
export const insightsQuery = (api: VaultApi) => queryOptions({ queryKey: keys.insights, queryFn: ({ signal }) => api.get<Insights>('analytics-engine/insights', signal) });
