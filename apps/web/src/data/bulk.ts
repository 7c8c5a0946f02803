import type * as z from 'zod/mini';
import type { bulkAnswer, BulkRequest } from '@docuvault/contract/documents.ts';
import type { VaultApi } from '../api/vault-api.ts';
import { listDocuments } from './documents.ts';

export type BulkAnswer = z.infer<typeof bulkAnswer>;
export type BulkChange = Omit<BulkRequest, 'documentIds' | 'filter'>;

const mostNamed = 500;

/** Does one thing to the documents named, however many, in calls of at most 500. */
export const bulkByIds = async (api: VaultApi, change: BulkChange, ids: readonly string[]): Promise<BulkAnswer> => {
  const sum: BulkAnswer = { action: change.action, matched: 0, succeeded: 0, failed: [] };
  for (let at = 0; at < ids.length; at += mostNamed) {
    const answer = await api.send<BulkAnswer>('POST', 'documents/bulk', { ...change, documentIds: ids.slice(at, at + mostNamed) });
    sum.matched += answer.matched;
    sum.succeeded += answer.succeeded;
    sum.failed.push(...answer.failed);
  }
  return sum;
};

/** The ids of everything that a filter matches. */
export const idsMatching = async (api: VaultApi, filter: Record<string, string | boolean | undefined>): Promise<string[]> => {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await listDocuments(api, { ...filter, limit: 200, ...(cursor ? { cursor } : {}) });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor);
  return ids;
};
