import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type { Document, DocumentSummary } from '@docuvault/contract/document.ts';
import type { activityList, similarList, textAnswer, versionsList, WordsAnswer } from '@docuvault/contract/documents.ts';
import type { VaultApi } from '../api/vault-api.ts';
import { keys } from './keys.ts';

export type DocumentsPage = { items: DocumentSummary[]; nextCursor: string | null };
type Asked = Record<string, string | number | boolean | undefined>;

const queryOf = (asked: Asked): URLSearchParams =>
  new URLSearchParams(Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));

/** How many documents one request brings: the most that the vault gives, so that scrolling seldom waits. */
export const pageSize = 200;

/** One page of a list of documents. */
export const listDocuments = (api: VaultApi, asked: Asked, signal?: AbortSignal): Promise<DocumentsPage> => api.get(`documents?${queryOf(asked)}`, signal);

/** The documents asked for, page after page. */
export const documentsQuery = (api: VaultApi, asked: Asked) =>
  infiniteQueryOptions({
    queryKey: [...keys.lists, asked],
    initialPageParam: null as string | null,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) => listDocuments(api, { ...asked, limit: pageSize, ...(pageParam ? { cursor: pageParam } : {}) }, signal),
    getNextPageParam: (page) => page.nextCursor,
  });

/** The first few documents asked for. */
export const fewDocumentsQuery = (api: VaultApi, asked: Asked & { limit: number }) =>
  queryOptions({ queryKey: [...keys.lists, 'few', asked], queryFn: async ({ signal }) => (await listDocuments(api, asked, signal)).items });

export const documentQuery = (api: VaultApi, id: string) =>
  queryOptions({ queryKey: keys.document(id), queryFn: ({ signal }) => api.get<Document>(`documents/${id}`, signal) });

export const textQuery = (api: VaultApi, id: string) =>
  queryOptions({
    queryKey: [...keys.document(id), 'text'],
    queryFn: async ({ signal }) => (await api.get<z.infer<typeof textAnswer>>(`documents/${id}/text`, signal)).pages,
  });

/** Where the recognised words of one page of a version stand. Without them, as of papers read before they were kept, nothing is lit up. */
export const wordsQuery = (api: VaultApi, id: string, version: number, page: number) =>
  queryOptions({
    queryKey: [...keys.document(id), 'words', version, page],
    staleTime: Infinity,
    retry: false,
    queryFn: ({ signal }) => api.get<WordsAnswer>(`documents/${id}/pages/${page}/words?version=${version}`, signal),
  });

export const similarQuery = (api: VaultApi, id: string) =>
  queryOptions({
    queryKey: [...keys.document(id), 'similar'],
    queryFn: async ({ signal }) => (await api.get<z.infer<typeof similarList>>(`documents/${id}/similar?limit=8`, signal)).items,
  });

export const activityQuery = (api: VaultApi, id: string) =>
  queryOptions({
    queryKey: [...keys.document(id), 'activity'],
    queryFn: async ({ signal }) => (await api.get<z.infer<typeof activityList>>(`documents/${id}/activity?limit=50`, signal)).items,
  });

export const versionsQuery = (api: VaultApi, id: string) =>
  queryOptions({
    queryKey: [...keys.document(id), 'versions'],
    queryFn: async ({ signal }) => (await api.get<z.infer<typeof versionsList>>(`documents/${id}/versions?limit=50`, signal)).items,
  });
