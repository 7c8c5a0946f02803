import { queryOptions } from '@tanstack/react-query';
import type { Document, DocumentSummary } from '@docuvault/contract/document.ts';
import type { VaultApi } from '../api/vault-api.ts';
import { keys } from './keys.ts';

/** Below this the person is asked to look at a value. */
export const surely = 0.75;

/** The values of a document that nobody is sure of. */
export const doubtfulFields = (document: Document) => document.fields.filter((field) => field.source !== 'user' && field.confidence < surely);

const most = 12;

/**
 * Of the newest documents, those with values to check. Lists carry no fields, so the newest dozen is read whole: they
 * have just come, and being looked at changes nothing about them.
 */
export const doubtfulQuery = (api: VaultApi, recent: readonly DocumentSummary[]) => {
  const read = recent.filter(({ status }) => status === 'completed').slice(0, most);
  return queryOptions({
    queryKey: [...keys.lists, 'doubtful', read.map(({ id, updatedAt }) => [id, updatedAt])],
    enabled: read.length > 0,
    queryFn: async ({ signal }) => {
      const whole = await Promise.all(read.map(({ id }) => api.get<Document>(`documents/${id}`, signal)));
      return whole.filter((document) => doubtfulFields(document).length > 0).map(({ id, title, ...rest }) => ({ id, title, count: doubtfulFields({ id, title, ...rest }).length }));
    },
  });
};
