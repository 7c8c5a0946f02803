import { queryOptions } from '@tanstack/react-query';
import type { FilingSuggestions } from '@docuvault/contract/documents.ts';
import type { VaultApi } from '../api/vault-api.ts';
import { keys } from './keys.ts';

/** Where a document may belong, by where papers like it are. Follows the document: what it has is no longer suggested. */
export const filingQuery = (api: VaultApi, id: string, updatedAt: string) =>
  queryOptions({ queryKey: [...keys.document(id), 'filing', updatedAt], queryFn: ({ signal }) => api.get<FilingSuggestions>(`documents/${id}/suggestions`, signal) });
