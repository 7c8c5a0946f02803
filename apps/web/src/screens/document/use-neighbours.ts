import { useQueryClient } from '@tanstack/react-query';
import type { DocumentsPage } from '../../data/documents.ts';
import { keys } from '../../data/keys.ts';

export type Neighbours = { previous: string | null; next: string | null };

/** What stands before and after a document in the list that it was opened from: the one shown last that holds it. */
export const useNeighbours = (id: string): Neighbours => {
  const queries = useQueryClient();
  const lists = queries
    .getQueryCache()
    .findAll({ queryKey: keys.lists })
    .sort((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
    .map(({ state }) => (state.data as { pages?: DocumentsPage[] } | undefined)?.pages?.flatMap(({ items }) => items) ?? []);
  const list = lists.find((items) => items.some((item) => item.id === id)) ?? [];
  const at = list.findIndex((item) => item.id === id);
  return { previous: list[at - 1]?.id ?? null, next: at < 0 ? null : (list[at + 1]?.id ?? null) };
};
