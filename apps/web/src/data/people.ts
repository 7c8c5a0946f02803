import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { DocumentSummary } from '@docuvault/contract/document.ts';
import { useApi } from '../app/session.tsx';
import { countsQuery } from './counts.ts';
import type { DocumentsPage } from './documents.ts';
import { keys } from './keys.ts';

/** The people that documents are filed under, as far as they are known here: by the search's facets and by what is loaded. */
export const usePeople = (): string[] => {
  const queries = useQueryClient();
  const { data: counts } = useQuery(countsQuery(useApi()));
  const loaded = queries.getQueriesData<{ pages: DocumentsPage[] } | DocumentSummary[]>({ queryKey: keys.lists }).flatMap(([, data]) => (Array.isArray(data) ? data : (data?.pages ?? []).flatMap(({ items }) => items)));
  const names = [...(counts?.facets.person ?? []).map(({ value }) => value), ...loaded.flatMap(({ person }) => (person ? [person] : []))];
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()].sort((a, b) => a.localeCompare(b));
};
